package vn.khanhhoa.thecovid.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTheServersLogTest {
    @TempDir
    private Path folder;

    @Test
    void a_full_log_becomes_an_older_one_and_the_oldest_goes() throws IOException {
        try (ServerLog log = new ServerLog(folder.resolve("server.log"), 25, 2)) {
            for (int line = 1; line <= 7; line++) {
                log.write("line number " + line);
            }
        }

        assertThat(folder.resolve("server.log")).hasContent("line number 7");
        assertThat(folder.resolve("server.log.1")).hasContent("line number 6");
        assertThat(folder.resolve("server.log.2")).hasContent("line number 5");
        assertThat(folder).isDirectoryNotContaining("glob:**.3");
    }

    @Test
    void a_start_goes_on_where_the_last_one_ended() throws IOException {
        Path file = folder.resolve("server.log");
        for (String start : new String[] {"first", "second"}) {
            try (ServerLog log = new ServerLog(file, 1_000, 2)) {
                log.write(start);
            }
        }

        assertThat(Files.readAllLines(file)).containsExactly("first", "second");
    }
}
