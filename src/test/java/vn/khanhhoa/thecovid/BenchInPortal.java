package vn.khanhhoa.thecovid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A bench of the real thing in the server, named {@code XxxPortalBench}. The server keeps what is printed inside it to
 * itself, so the figures are handed over in a file and printed by the last method, outside.
 */
@InPortal
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class BenchInPortal {
    private static final Path FIGURES = Path.of(System.getProperty("portal.home"), "figures.txt");

    /** Work that is timed. */
    public interface Work {
        void run() throws Exception;
    }

    protected static void say(String format, Object... args) throws IOException {
        Files.writeString(
                FIGURES,
                String.format(Locale.ROOT, format, args) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    protected static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    @Test
    @RunAsClient
    @Order(Integer.MAX_VALUE)
    void figures() {
        try {
            if (Files.exists(FIGURES)) {
                Files.readAllLines(FIGURES).forEach(System.out::println);
                Files.delete(FIGURES);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
