package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.khanhhoa.thecovid.access.ApiScope;

/** The walks that README and the page for integrators show, run as they stand there, with curl where the machine has it and with a stand-in. */
@InBrowser
class WalkingThroughTheApiIT {
    private static final Path WALK = Path.of("src/docs/api-walk.sh").toAbsolutePath();
    private static final Path RECORDS_WALK = Path.of("src/docs/records-walk.sh").toAbsolutePath();

    private static final Set<String> HANDED_ON =
            Set.of("authorization", "content-type", "accept-language", "idempotency-key", "if-match");

    private static final int LONGEST_MINUTES = 2;

    @TempDir
    private Path folder;

    static Stream<String> curls() {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "curl")));
        return installed ? Stream.of("curl", "stand-in") : Stream.of("stand-in");
    }

    @ParameterizedTest
    @MethodSource("curls")
    void rows_go_in_and_cards_come_out(String curl, Visitor administrator, Visitor reviewer) throws Exception {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        reviewer.signInAs(Demo.REVIEWER);

        List<String> said = new ArrayList<>();
        List<Throwable> strange = new CopyOnWriteArrayList<>();
        HttpServer between = between(strange);
        Process walk = begin(
                WALK, curl, program, "http://127.0.0.1:" + between.getAddress().getPort());
        // It waits for answers for ever, and so would whoever reads what it says.
        walk.onExit().orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES).whenComplete((ended, late) -> walk.destroy());
        try (BufferedReader lines = walk.inputReader(StandardCharsets.UTF_8)) {
            String list = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("/staff-lists/")) {
                    list = line.replaceFirst("^.*/api/", "/api/");
                }
                if (line.startsWith("== 7")) {
                    List<String> entries = new ApiLists(program).entries(list);
                    assertThat(entries).hasSize(2);
                    ApiLists.approve(reviewer, entries);
                }
            }
        }

        between.stop(0);
        String all = String.join("\n", said);
        assertThat(strange).as(all).isEmpty();
        assertThat(walk.waitFor(1, TimeUnit.MINUTES)).as(all).isTrue();
        assertThat(walk.exitValue()).as(all).isZero();
        assertThat(said)
                .contains("\"rows\":{\"good\":1,\"bad\":1,\"sending\":0}", "\"state\":\"good\"")
                .anyMatch(line -> line.startsWith("%PDF-"))
                .anyMatch(line -> line.contains("\"code\":\"intake.phone-invalid\",\"column\":\"phone\""))
                .anyMatch(line -> line.contains("\"pending\":2"))
                .anyMatch(line -> line.equals("\"name\":\"Trần Thị Bình\",\"state\":\"approved\""));
        assertThat(said.stream().filter(line -> line.matches("\"number\":\"KH[^\"]*\",\"state\":\"valid\"")))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("curls")
    void records_go_in_and_every_row_is_accounted_for(String curl, Visitor officer) throws Exception {
        officer.signInAs(Demo.SOURCE_OFFICER);
        Program program = Program.ofAgency(officer, ApiScope.values());

        List<Throwable> strange = new CopyOnWriteArrayList<>();
        HttpServer between = between(strange);
        Process walk = begin(
                RECORDS_WALK,
                curl,
                program,
                "http://127.0.0.1:" + between.getAddress().getPort());
        walk.onExit().orTimeout(LONGEST_MINUTES, TimeUnit.MINUTES).whenComplete((ended, late) -> walk.destroy());
        String all = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        between.stop(0);
        assertThat(strange).as(all).isEmpty();
        assertThat(walk.waitFor(1, TimeUnit.MINUTES)).as(all).isTrue();
        assertThat(walk.exitValue()).as(all).isZero();
        assertThat(all)
                .contains(
                        "\"rows\":{\"total\":2,\"done\":2,\"added\":1,\"replacing\":0,\"same\":0,\"bad\":1,",
                        "\"row\":2,\"taken\":false",
                        "\"code\":\"intake.date-too-early\",\"column\":\"injected_on\"",
                        "\"rows\":{\"total\":2,\"done\":2,\"added\":1,\"replacing\":0,\"same\":1,\"bad\":0,",
                        "{\"ending\":1,\"returning\":0,\"replaced\":0,\"kept\":0}",
                        "\"state\":\"withdrawn\"");
    }

    /** Hands the script's calls on, and holds them and their answers to the description of the API. */
    private static HttpServer between(List<Throwable> strange) throws IOException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", call -> {
            try (call) {
                byte[] sent = call.getRequestBody().readAllBytes();
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                                RunningPortal.get().url(call.getRequestURI().toString())))
                        .method(call.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(sent));
                call.getRequestHeaders().forEach((name, values) -> {
                    if (HANDED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                ApiDescription.check(answer, sent, new String(answer.body(), StandardCharsets.UTF_8));
                answer.headers()
                        .firstValue("Content-Type")
                        .ifPresent(type -> call.getResponseHeaders().set("Content-Type", type));
                answer.headers()
                        .firstValue("ETag")
                        .ifPresent(tag -> call.getResponseHeaders().set("ETag", tag));
                call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                call.getResponseBody().write(answer.body());
            } catch (InterruptedException | RuntimeException | AssertionError failure) {
                strange.add(failure);
            }
        });
        server.setExecutor(null);
        server.start();
        return server;
    }

    private Process begin(Path script, String curl, Program program, String portal) throws IOException {
        ProcessBuilder walk = new ProcessBuilder("bash", script.toString()).redirectErrorStream(true);
        Map<String, String> environment = walk.environment();
        environment.put("PORTAL", portal);
        environment.put("CLIENT_ID", program.id());
        environment.put("CLIENT_SECRET", program.secret());
        environment.put("TMPDIR", folder.toString());
        if (!curl.equals("curl")) {
            Path standIn = folder.resolve("curl");
            Files.writeString(
                    standIn,
                    "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                            + "' -Xshare:auto -cp '"
                            + Path.of("target/test-classes").toAbsolutePath() + "' " + CurlStandIn.class.getName()
                            + " \"$@\"\n");
            Files.setPosixFilePermissions(standIn, PosixFilePermissions.fromString("rwx------"));
            environment.put("PATH", folder + File.pathSeparator + environment.get("PATH"));
        }
        return walk.start();
    }
}
