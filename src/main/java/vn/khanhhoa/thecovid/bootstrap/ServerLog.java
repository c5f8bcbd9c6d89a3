package vn.khanhhoa.thecovid.bootstrap;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * {@code server.log}, and up to so many older ones beside it: {@code server.log.1} is the youngest. A start goes on where
 * the last one ended.
 */
final class ServerLog implements Closeable {
    private final Path file;
    private final long mostBytes;
    private final int kept;
    private OutputStream out;
    private long bytes;

    ServerLog(Path file, long mostBytes, int kept) throws IOException {
        this.file = file;
        this.mostBytes = mostBytes;
        this.kept = kept;
        this.out = open();
    }

    private OutputStream open() throws IOException {
        bytes = Files.exists(file) ? Files.size(file) : 0;
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void write(String line) throws IOException {
        byte[] text = (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        if (bytes > 0 && bytes + text.length > mostBytes) {
            out.close();
            for (int age = kept; age > 0; age--) {
                Path younger = age == 1 ? file : older(age - 1);
                if (Files.exists(younger)) {
                    Files.move(younger, older(age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            out = open();
        }
        out.write(text);
        out.flush();
        bytes += text.length;
    }

    private Path older(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
