package vn.khanhhoa.thecovid.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/** As much of curl as the walk through the API needs, for machines that have only a JDK and a shell. */
final class CurlStandIn {
    private static final int REFUSED = 22;

    private final HttpRequest.Builder request = HttpRequest.newBuilder();
    private final List<String> form = new ArrayList<>();
    private String method = "";
    private byte[] body = {};
    private boolean typed;
    private boolean failing;
    private String head = "";
    private String out = "";

    private CurlStandIn() {}

    public static void main(String[] args) throws Exception {
        System.exit(new CurlStandIn().run(List.of(args).iterator()));
    }

    private int run(Iterator<String> args) throws IOException, InterruptedException {
        while (args.hasNext()) {
            take(args.next(), args);
        }
        if (!form.isEmpty()) {
            body = String.join("&", form).getBytes(StandardCharsets.UTF_8);
        }
        if (body.length > 0 && !typed) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        String verb = method.isEmpty() ? body.length > 0 ? "POST" : "GET" : method;
        BodyPublisher sent = HttpRequest.BodyPublishers.ofByteArray(body);
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(request.method(verb, sent).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (!head.isEmpty()) {
            StringBuilder lines = new StringBuilder("HTTP/1.1 " + answer.statusCode() + "\r\n");
            answer.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(value ->
                            lines.append(name).append(": ").append(value).append("\r\n")));
            Files.writeString(Path.of(head), lines);
        }
        if (failing && answer.statusCode() >= 400) {
            System.err.println("curl: (22) The requested URL returned error: " + answer.statusCode());
            return REFUSED;
        }
        if (out.isEmpty()) {
            System.out.write(answer.body());
            System.out.flush();
        } else {
            Files.write(Path.of(out), answer.body());
        }
        return 0;
    }

    private void take(String option, Iterator<String> args) throws IOException {
        switch (option) {
            case "-sS" -> {}
            case "-f" -> failing = true;
            case "-X" -> method = args.next();
            case "-H" -> {
                String[] header = args.next().split(": ", 2);
                typed |= header[0].equals("Content-Type");
                request.header(header[0], header[1]);
            }
            case "-u" ->
                request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString(args.next().getBytes(StandardCharsets.UTF_8)));
            case "-d" -> form.add(args.next());
            case "--data-binary" ->
                body = Files.readAllBytes(Path.of(args.next().substring(1)));
            case "-D" -> head = args.next();
            case "-o" -> out = args.next();
            default -> request.uri(URI.create(option));
        }
    }
}
