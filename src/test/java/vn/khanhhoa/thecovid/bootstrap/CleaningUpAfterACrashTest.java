package vn.khanhhoa.thecovid.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningUpAfterACrashTest {
    @TempDir
    private Path home;

    @Test
    void what_a_killed_server_left_is_gone_before_the_next_one_starts() throws IOException {
        Path left = Files.createDirectories(home.resolve("tmp/payara-rt1/generated/jsp/portal"));
        Files.writeString(left.resolve("upload_1.tmp"), "Nguyễn Văn An,056090123456");

        Path temporary = ApplicationServer.emptied(home.resolve("tmp"));

        assertThat(temporary).isEqualTo(home.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void nobody_else_looks_into_the_folder() throws IOException {
        Path temporary = ApplicationServer.emptied(home.resolve("tmp"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
                .isEqualTo("rwx------");
    }
}
