package vn.khanhhoa.thecovid.bootstrap;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables up to date as the owner, and gives the portal's account what its job needs and no more. */
final class Migrations {
    /** What happened can be added to and read. */
    private static final Set<String> HISTORY = Set.of(
            "audit_record",
            "audit_seal",
            "audit_checkpoint",
            "review_decision",
            "review_count",
            "review_count_closed",
            "review_recheck",
            "card_event");

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    void apply() {
        applyUpTo("latest");
    }

    /** @param version the last migration that is wanted */
    void applyUpTo(String version) {
        try {
            Flyway.configure()
                    .target(version)
                    .dataSource(
                            database.url(),
                            database.owner().user(),
                            database.owner().password())
                    .locations("classpath:sql/migration")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
            if (!database.owner().equals(database.portal())) {
                grant();
            }
        } catch (FlywayException | SQLException failure) {
            throw new StartFailure("the database cannot be brought up to date", failure);
        }
    }

    private void grant() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            String account = account(owner);
            for (String table : tables(owner)) {
                statement.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON `" + table + "` TO " + account);
                if (HISTORY.contains(table)) {
                    // Granted first: what an earlier version gave is taken back, and revoking what is not there fails.
                    statement.execute("REVOKE UPDATE, DELETE ON `" + table + "` FROM " + account);
                }
            }
        }
    }

    private static List<String> tables(Connection owner) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** The operator may have created the account for any host: it is granted where it exists. */
    private String account(Connection owner) throws SQLException {
        String user = database.portal().user();
        try (PreparedStatement statement =
                owner.prepareStatement("SELECT host FROM mysql.user WHERE user = ? ORDER BY host = 'localhost' DESC")) {
            statement.setString(1, user);
            try (ResultSet rows = statement.executeQuery()) {
                return "'" + user + "'@'" + (rows.next() ? rows.getString(1) : "%") + "'";
            }
        } catch (SQLException mayNotLook) {
            String host = database.url().contains("//127.0.0.1") ? "localhost" : "%";
            return "'" + user + "'@'" + host + "'";
        }
    }
}
