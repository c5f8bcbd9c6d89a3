package vn.khanhhoa.thecovid.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.token.CardStatus;
import vn.khanhhoa.thecovid.card.token.SignedForPosts;
import vn.khanhhoa.thecovid.card.token.StatusList;

/**
 * A portal that misbehaves on demand, for the scanner alone: the scanner's own files come from the real one, while what it signs is as
 * old as a test wants, what it takes is kept to be looked at, and it can be out of reach.
 */
final class PostStandIn implements AutoCloseable {
    static final String CODE = "7KQ2M-X9D4T";
    private static final Pattern SCAN = Pattern.compile("\\{\"id\":\"([^\"]*)\"[^}]*}");

    private final HttpServer server;
    private final HttpClient files =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> scans = new TreeMap<>();
    private final StatusList list = new StatusList();

    SignedForPosts signed = new SignedForPosts();
    /** How old what is signed is. */
    volatile Duration age = Duration.ZERO;

    volatile boolean shutOut;
    /** Scans are taken, and the answer is lost on the way. */
    volatile boolean answersGetLost;
    /** What the phone says that it did is still to come. */
    volatile boolean clockIsBehind;

    /** Why it takes no scan; none where it takes them. */
    volatile @Nullable String refusal;

    volatile String sheet = Sheets.usual();
    volatile @Nullable String lookup;
    /** The code of what is looked up leads to another person. */
    volatile boolean isSomebodyElse;

    /** Its service worker is one of another build. */
    volatile boolean otherBuild;

    PostStandIn() {
        RunningPortal.get();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/scan", this::file);
        server.createContext("/api/v1/", this::call);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    synchronized PostStandIn stands(long place, CardStatus status) {
        list.set(place, status);
        return this;
    }

    /** As they were sent, by their numbers; each once, however often it came. */
    synchronized Map<String, String> scans() {
        return new TreeMap<>(scans);
    }

    private void file(HttpExchange exchange) throws IOException {
        try {
            HttpResponse<byte[]> file = files.send(
                    HttpRequest.newBuilder(URI.create(RunningPortal.get()
                                    .url(exchange.getRequestURI().toString())))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            for (String name : List.of(
                    "Content-Type", "Content-Security-Policy", "Service-Worker-Allowed", "ETag", "Cache-Control")) {
                file.headers()
                        .firstValue(name)
                        .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
            }
            boolean other = otherBuild && exchange.getRequestURI().getPath().equals("/scan/sw.js");
            byte[] body = other
                    ? new String(file.body(), StandardCharsets.UTF_8)
                            .replace("\"scan-", "\"scan-other-")
                            .getBytes(StandardCharsets.UTF_8)
                    : file.body();
            answer(exchange, file.statusCode(), body);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void call(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Instant madeAt = Instant.now().minus(age);
        boolean open = path.equals("devices") || path.startsWith("trust/");
        if (!open
                && (shutOut
                        || !"Device secret".equals(exchange.getRequestHeaders().getFirst("Authorization")))) {
            problem(exchange, 401, "verification.device-void");
            return;
        }
        switch (path) {
            case "devices" -> {
                if (body.contains(CODE)) {
                    json(exchange, 201, "{\"id\":\"device-1\",\"name\":\"Máy 2\",\"secret\":\"secret\"}");
                } else {
                    problem(exchange, 403, "verification.device-code-wrong");
                }
            }
            case "trust/bundle" -> signed(exchange, "application/cwt", signed.trust(madeAt));
            case "status-list" -> signed(exchange, StatusList.TYPE, signed.list(list, madeAt));
            case "status-list/changes" -> {
                Instant since = Instant.ofEpochSecond(
                        Long.parseLong(exchange.getRequestURI().getQuery().substring("since=".length())));
                TreeMap<Long, CardStatus> all = new TreeMap<>();
                for (long place = 0; place < 16; place++) {
                    all.put(place, list.get(place));
                }
                signed(exchange, StatusList.CHANGES_TYPE, signed.changes(list, all, since, madeAt));
            }
            case "post/sheet" -> signed(exchange, "application/cwt", signed.sheet(sheet, madeAt));
            case "post/lookups" -> {
                String card = lookup;
                if (isSomebodyElse) {
                    problem(exchange, 422, "verification.somebody-else");
                } else if (card == null) {
                    problem(exchange, 404, "platform.not-found");
                } else {
                    json(exchange, 200, "{\"card\":" + card + "}");
                }
            }
            case "post/details" ->
                json(
                        exchange,
                        200,
                        "{\"organisation\":\"Công ty Thủy sản Cam Ranh\",\"workplace\":\"Xưởng 2\","
                                + "\"validTo\":\"2099-10-31\"}");
            case "post/scans" -> take(exchange, body);
            default -> problem(exchange, 404, "platform.not-found");
        }
    }

    private void take(HttpExchange exchange, String body) throws IOException {
        String why = clockIsBehind ? "verification.scan-future" : refusal;
        List<String> ids = new ArrayList<>();
        for (MatchResult scan : SCAN.matcher(body).results().toList()) {
            ids.add(scan.group(1));
            if (why == null) {
                scans.putIfAbsent(scan.group(1), scan.group());
            }
        }
        if (answersGetLost) {
            exchange.close();
        } else if (why != null) {
            json(
                    exchange,
                    200,
                    ids.stream()
                            .map(id -> "{\"id\":\"" + id + "\",\"code\":\"" + why + "\"}")
                            .collect(Collectors.joining(",", "{\"taken\":0,\"known\":0,\"refused\":[", "]}")));
        } else {
            json(exchange, 200, "{\"taken\":" + ids.size() + ",\"known\":0,\"refused\":[]}");
        }
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        answer(
                exchange,
                status,
                ("{\"status\":" + status + ",\"code\":\"" + code + "\",\"detail\":\"" + code + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void json(HttpExchange exchange, int status, String json) throws IOException {
        signed(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void signed(HttpExchange exchange, String type, byte[] document) throws IOException {
        signed(exchange, 200, type, document);
    }

    private static void signed(HttpExchange exchange, int status, String type, byte[] document) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        answer(exchange, status, document);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
