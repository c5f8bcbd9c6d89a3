package vn.khanhhoa.thecovid.bootstrap;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payara Micro as a process of its own. It goes on running, answering 404, when the application does not deploy: so it is
 * the application's own readiness that decides whether the start succeeded.
 */
final class ApplicationServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration AFTER_BOOT = Duration.ofMinutes(1);
    private static final long LOG_BYTES = 20 << 20;
    private static final int LOGS_KEPT = 5;

    private final LaunchSettings settings;
    private final Process process;
    private final CountDownLatch booted = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> complaint = new AtomicReference<>();

    private ApplicationServer(LaunchSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    static ApplicationServer start(LaunchSettings settings, Database database) {
        requireFreePort(settings);
        try {
            Path temporary = emptied(settings.home().resolve("tmp"));
            ProcessBuilder builder = new ProcessBuilder(command(settings, temporary)).redirectErrorStream(true);
            builder.environment().put("PORTAL_HOME", settings.home().toString());
            builder.environment().put("PORTAL_DB_URL", database.url());
            builder.environment().put("PORTAL_DB_USER", database.portal().user());
            builder.environment().put("PORTAL_DB_PASSWORD", database.portal().password());
            builder.environment().remove("PORTAL_DB_OWNER_PASSWORD");
            builder.environment()
                    .put("PORTAL_TRIAL", String.valueOf(settings.demo().isPresent()));
            ApplicationServer server = new ApplicationServer(settings, builder.start());
            server.followLog();
            return server;
        } catch (IOException failure) {
            throw new StartFailure("the application server does not start", failure);
        }
    }

    /** What a server that was killed has left is of no use to the next one, and may be somebody's data. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        }
        return folder;
    }

    private static void requireFreePort(LaunchSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException taken) {
            throw new StartFailure("port " + settings.port() + " on " + settings.address()
                    + " is not free; choose another with -Dportal.port=");
        }
    }

    private static List<String> command(LaunchSettings settings, Path temporary) throws IOException {
        Path beforeBoot = temporary.resolve("before-boot.txt");
        Files.writeString(
                beforeBoot,
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address="
                        + settings.address()
                        + "\nset configs.config.server-config.network-config.protocols.protocol.http-listener.http"
                        + ".server-header=false"
                        + "\nset configs.config.server-config.network-config.protocols.protocol.http-listener.http"
                        + ".xpowered-by=false\n");
        Path afterBoot = temporary.resolve("after-boot.txt");
        Files.writeString(afterBoot, "set-metrics-configuration --enabled=false --dynamic=true\n");
        int dataGridPort = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + System.getProperty("portal.heap", "768m"),
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + temporary,
                "-Dhazelcast.socket.bind.any=false",
                // Without this an application that did not deploy counts as ready.
                "-Dmp.health.default.readiness.empty.response=DOWN"));
        if (System.getenv("PORTAL_PUBLIC_URL") == null) {
            command.add("-Dportal.public.url=" + settings.localUrl());
        }
        command.addAll(List.of(
                "-jar",
                settings.server().toString(),
                "--deploy",
                settings.war().toString(),
                "--contextroot",
                "/",
                "--port",
                String.valueOf(settings.port()),
                // A data grid of one member: without a cluster, Hazelcast would listen on every address.
                "--clustermode",
                "tcpip:127.0.0.1:" + dataGridPort,
                "--startport",
                String.valueOf(dataGridPort),
                "--interfaces",
                "127.0.0.1",
                "--prebootcommandfile",
                beforeBoot.toString(),
                "--postbootcommandfile",
                afterBoot.toString()));
        return command;
    }

    private void followLog() {
        Thread follower = new Thread(this::copyLog, "server-log");
        follower.setDaemon(true);
        follower.start();
    }

    @SuppressWarnings("SystemOut") // the operator asked for the log on the console
    private void copyLog() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                ServerLog log = new ServerLog(
                        Files.createDirectories(settings.home().resolve("log")).resolve("server.log"),
                        LOG_BYTES,
                        LOGS_KEPT)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (settings.logToConsole()) {
                    System.out.println(line);
                } else {
                    log.write(line);
                }
                if (line.contains("ready in") && line.contains("Payara Micro")) {
                    booted.countDown();
                } else if (line.contains("Exception while deploying the app") || line.contains("Error occurred")) {
                    complaint.compareAndSet(null, line.strip());
                }
            }
        } catch (IOException failure) {
            complaint.compareAndSet(null, "the server's log cannot be written: " + failure.getMessage());
        }
    }

    void awaitReady() throws InterruptedException {
        long begun = System.nanoTime();
        long deadline = begun + PATIENCE.toNanos();
        long afterBoot = Long.MAX_VALUE;
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new StartFailure("the application server ended" + why());
            }
            if (afterBoot == Long.MAX_VALUE && booted.await(200, TimeUnit.MILLISECONDS)) {
                afterBoot = System.nanoTime() + AFTER_BOOT.toNanos();
            }
            if (System.nanoTime() - deadline > 0 || System.nanoTime() - afterBoot > 0) {
                throw new StartFailure("the application is not ready after "
                        + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s" + why());
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private String why() {
        String known = complaint.get();
        return (known == null ? "" : ": " + known)
                + (settings.logToConsole() ? "" : " (see " + settings.home().resolve("log/server.log") + ")");
    }

    private boolean isReady() throws InterruptedException {
        URI health = settings.localUrl().resolve("health/ready");
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
