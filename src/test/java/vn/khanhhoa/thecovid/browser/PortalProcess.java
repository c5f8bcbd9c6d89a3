package vn.khanhhoa.thecovid.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The class that {@code ./mvnw -Prun} starts, as a process, with the server and the database that it starts itself. */
final class PortalProcess implements AutoCloseable {
    /** Of commands that do not listen. */
    private static final int UNUSED_PORT = 8080;

    private final Path home;
    private final int port;
    private final Process process;

    private PortalProcess(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    private static PortalProcess start(Path home, int port, Map<String, String> environment) {
        try {
            ProcessBuilder builder = command(home, port).redirectErrorStream(true);
            builder.environment().putAll(environment);
            PortalProcess started = new PortalProcess(home, port, builder.start());
            started.awaitReady();
            return started;
        } catch (IOException failure) {
            throw new IllegalStateException("the portal does not start", failure);
        }
    }

    static PortalProcess start(Path home) {
        return start(home, Map.of());
    }

    /** On a port that is free at this moment: one that was reserved before the tests may be another server's by now. */
    static PortalProcess start(Path home, Map<String, String> environment) {
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            return start(home, port, environment);
        } catch (IOException failure) {
            throw new IllegalStateException("no port is free", failure);
        }
    }

    /** Another command of the launcher, run to its end. */
    static int run(Path home, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = command(home, UNUSED_PORT);
        builder.command().add(command);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("launcher.log").toFile()))
                .start()
                .waitFor();
    }

    private static ProcessBuilder command(Path home, int port) {
        return new ProcessBuilder(new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dportal.home=" + home,
                "-Dportal.port=" + port,
                "-Dportal.war=" + System.getProperty("it.war"),
                "-Dportal.server=" + System.getProperty("it.server"),
                "-Dportal.demo=" + Path.of("sql", "demo").toAbsolutePath(),
                "-classpath",
                System.getProperty("java.class.path"),
                "vn.khanhhoa.thecovid.bootstrap.Portal")));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** As the account that the portal runs under, to the database that this portal has started. */
    /** Of all that was started, so far. */
    Duration cpu() {
        return process.descendants()
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    Connection database() throws SQLException, IOException {
        String command = process.descendants()
                .flatMap(each -> each.info().arguments().stream().map(Arrays::asList))
                .flatMap(List::stream)
                .filter(argument -> argument.startsWith("--port=") && argument.length() > "--port=".length())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no database"));
        Properties secrets = new Properties();
        try (BufferedReader file = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + command.substring("--port=".length()) + "/portal",
                "portal",
                secrets.getProperty("db.portal.password"));
    }

    /** As {@code kill -9} does it. The launcher ends by itself where only the server is killed. */
    void kill(boolean everything) {
        List<ProcessHandle> children = process.descendants().toList();
        children.stream()
                .filter(each ->
                        everything || each.info().commandLine().orElse("").contains(System.getProperty("it.server")))
                .forEach(ProcessHandle::destroyForcibly);
        if (everything) {
            process.destroyForcibly();
        }
        await(process, 60);
        for (ProcessHandle child : children) {
            child.onExit().orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        process.destroy();
        await(process, 40);
    }

    private static void await(Process process, int seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What the launcher says goes on being read and kept: a full pipe would stop it. */
    private void awaitReady() throws IOException {
        Path log = home.resolve("launcher.log");
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
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        if (!ready.get()) {
            throw new IllegalStateException("the portal does not start; it said:\n" + Files.readString(log));
        }
    }

    /** The unpacked database server stays: it never changes and is large. */
    static void empty(Path home) {
        Path program = home.resolve("db/base");
        try {
            Files.createDirectories(home);
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder())
                        .filter(file -> !file.startsWith(program) && !program.startsWith(file))
                        .toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
