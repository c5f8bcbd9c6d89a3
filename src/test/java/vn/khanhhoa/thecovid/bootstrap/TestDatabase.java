package vn.khanhhoa.thecovid.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty portal's database, made as the launcher makes it, for as long as the test run lasts. */
public final class TestDatabase {
    private TestDatabase() {}

    public static void startIn(Path home, int port) {
        try {
            empty(home);
            Files.write(
                    home.resolve("secrets.properties"),
                    List.of("db.portal.password=only-for-tests", "db.owner.password=only-for-tests-too"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        EmbeddedDatabase server = EmbeddedDatabase.start(home, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
        new Migrations(server.database()).apply();
        ReferencePack packs = new ReferencePack(ReferencePack.onClassPath());
        packs.load(server.database(), "khanh-hoa-2021");
        packs.complete(server.database());
    }

    /** The unpacked server program stays: it never changes and is large. */
    static void empty(Path home) throws IOException {
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
