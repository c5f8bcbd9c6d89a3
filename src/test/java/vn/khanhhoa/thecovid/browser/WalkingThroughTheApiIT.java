package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.khanhhoa.thecovid.access.ApiScope;

/** The walk that README shows, run as it stands there, with curl where the machine has it and with a stand-in. */
@InBrowser
class WalkingThroughTheApiIT {
    private static final Path WALK = Path.of("src/docs/api-walk.sh").toAbsolutePath();

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

        Process walk = begin(curl, program);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = walk.inputReader(StandardCharsets.UTF_8)) {
            String list = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains("/staff-lists/")) {
                    list = line.replaceFirst("^.*/api/", "/api/");
                }
                if (line.startsWith("== 7")) {
                    approve(program.get(list + "/entries").body(), reviewer);
                }
            }
        }

        String all = String.join("\n", said);
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

    private static void approve(String entries, Visitor reviewer) {
        List<String> ids = Program.members(entries, "id");
        assertThat(ids).as(entries).hasSize(2);
        for (String id : ids) {
            reviewer.open("/agency/review-entry?id=" + id);
            reviewer.page().locator("input[value=APPROVE]").check();
            reviewer.page().locator("[id='form:atOnce']").check();
            reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
            reviewer.confirmation().waitFor();
        }
    }

    private Process begin(String curl, Program program) throws IOException {
        ProcessBuilder walk = new ProcessBuilder("bash", WALK.toString()).redirectErrorStream(true);
        Map<String, String> environment = walk.environment();
        environment.put("PORTAL", RunningPortal.get().url("/").replaceFirst("/$", ""));
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
