package vn.khanhhoa.thecovid.bootstrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one command: starts everything in order, says where it is, and stops everything in reverse. */
@SuppressWarnings("SystemOut") // the console is this program's screen
public final class Portal implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final LaunchSettings settings;

    private Portal(LaunchSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws InterruptedException {
        int exit = 1;
        Logger.getLogger("").setLevel(Level.WARNING);
        if (isTrailCheck(args) && args.length > 1) {
            System.exit(TrailCommand.ofFile(args[1]));
        }
        try (Portal portal = new Portal(LaunchSettings.read())) {
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close, "stop"));
            exit = isTrailCheck(args) ? portal.checkTrail() : portal.run();
        } catch (StartFailure failure) {
            System.err.println("The portal did not start: " + failure.getMessage());
        }
        System.exit(exit);
    }

    private static boolean isTrailCheck(String[] args) {
        return args.length > 0 && args[0].equals(TrailCommand.NAME);
    }

    /** A database that the operator runs may be at work meanwhile. */
    private int checkTrail() throws InterruptedException {
        if (settings.database().isEmpty()) {
            lockHome();
        }
        return TrailCommand.ofDatabase(settings, database());
    }

    private Database database() {
        return settings.database()
                .map(given -> new Database(given.url(), given.portal(), given.owner()))
                .orElseGet(this::embedded);
    }

    private int run() throws InterruptedException {
        lockHome();
        Database database = database();
        Packets.check(database);
        new Migrations(database).apply();
        ReferencePack packs = new ReferencePack(ReferencePack.onClassPath());
        if (!ReferencePack.anyLoaded(database)) {
            packs.load(database, settings.pack());
        }
        packs.complete(database);
        settings.demo().map(DemoProvince::new).ifPresent(demo -> demo.load(database));
        ApplicationServer started = ApplicationServer.start(settings, database);
        synchronized (this) {
            running.push(started);
        }
        started.awaitReady();
        announce(database);
        return started.awaitEnd();
    }

    private Database embedded() {
        System.out.println("Starting the embedded database in " + settings.home());
        EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.home(), Ports.free());
        synchronized (this) {
            running.push(embedded);
        }
        return embedded.database();
    }

    private void announce(Database database) {
        System.out.println();
        System.out.println("The portal is ready: " + settings.localUrl());
        if (settings.demo().isPresent()) {
            new DemoProvince(settings.demo().get()).welcome().forEach(System.out::println);
        } else {
            new FirstAdministrator(database)
                    .invitation(settings.localUrl())
                    .ifPresent(
                            link -> System.out.println("Set the first administrator's password within a day: " + link));
        }
        System.out.println("Ctrl-C stops everything.");
    }

    private void lockHome() {
        try {
            Files.createDirectories(settings.home());
            Files.setPosixFilePermissions(settings.home(), PosixFilePermissions.fromString("rwx------"));
            FileChannel channel = FileChannel.open(
                    settings.home().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new StartFailure("another portal runs in " + settings.home());
            }
            running.push(channel);
        } catch (IOException | OverlappingFileLockException failure) {
            throw new StartFailure("the folder " + settings.home() + " cannot be used", failure);
        }
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failure) {
                System.err.println("While stopping: " + failure.getMessage());
            }
        }
    }
}
