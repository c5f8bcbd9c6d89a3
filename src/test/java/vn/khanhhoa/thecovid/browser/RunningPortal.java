package vn.khanhhoa.thecovid.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The portal, started once for all tests of a run by the class that {@code ./mvnw -Prun} starts, and ended with it. */
public final class RunningPortal {
    private static @Nullable RunningPortal running;

    private final URI address;

    private RunningPortal(URI address) {
        this.address = address;
    }

    public static synchronized RunningPortal get() {
        RunningPortal portal = running;
        if (portal == null) {
            portal = start();
            running = portal;
        }
        return portal;
    }

    /** Of a path that begins with a slash. */
    public String url(String path) {
        return address.resolve(path).toString();
    }

    private static RunningPortal start() {
        String port = System.getProperty("it.portal.port");
        Path home = Path.of(System.getProperty("portal.home") + "-portal");
        try {
            empty(home);
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dportal.home=" + home,
                            "-Dportal.port=" + port,
                            "-Dportal.war=" + System.getProperty("it.war"),
                            "-Dportal.server=" + System.getProperty("it.server"),
                            "-Dportal.demo=" + Path.of("sql", "demo").toAbsolutePath(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            "vn.khanhhoa.thecovid.bootstrap.Portal"))
                    .redirectErrorStream(true);
            builder.environment().put("PORTAL_TRUSTED_PROXIES", "127.0.0.1");
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-portal"));
            awaitReady(process, home.resolve("launcher.log"));
            return new RunningPortal(URI.create("http://127.0.0.1:" + port + "/"));
        } catch (IOException failure) {
            throw new IllegalStateException("the portal does not start", failure);
        }
    }

    /** What the launcher says goes on being read and kept: a full pipe would stop it. */
    private static void awaitReady(Process process, Path log) throws IOException {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean ready = new AtomicBoolean();
        Thread reader = new Thread(
                () -> {
                    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                            if (line.startsWith("Ctrl-C")) {
                                ready.set(true);
                                ended.countDown();
                            }
                        }
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    } finally {
                        ended.countDown();
                    }
                },
                "portal-output");
        reader.setDaemon(true);
        reader.start();
        await(ended);
        if (!ready.get()) {
            throw new IllegalStateException("the portal does not start; it said:\n" + Files.readString(log));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The unpacked database server stays: it never changes and is large. */
    private static void empty(Path home) throws IOException {
        Path program = home.resolve("db/base");
        Files.createDirectories(home);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.startsWith(program) && !program.startsWith(file))
                    .toList()) {
                Files.delete(file);
            }
        }
    }
}
