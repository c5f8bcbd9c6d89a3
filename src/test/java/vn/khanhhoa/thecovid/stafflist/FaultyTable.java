package vn.khanhhoa.thecovid.stafflist;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.mariadb.jdbc.Driver;

/** A table that refuses some rows as MariaDB refuses what is too long, until it is closed. Made by the tables' owner. */
public final class FaultyTable implements AutoCloseable {
    private static final String TRIGGER = "only_for_a_test";

    /** @param which rows, as NEW has them */
    public FaultyTable(String table, String which) {
        owner("CREATE TRIGGER " + TRIGGER + " BEFORE INSERT ON " + table + " FOR EACH ROW IF " + which
                + " THEN SIGNAL SQLSTATE '22001' SET MESSAGE_TEXT = 'Data too long, as this test wants it'; END IF");
    }

    @Override
    public void close() {
        owner("DROP TRIGGER " + TRIGGER);
    }

    private static void owner(String sql) {
        Properties account = new Properties();
        account.setProperty("user", "portal_owner");
        account.setProperty("password", "only-for-tests-too");
        try (Connection connection = new Driver().connect(System.getProperty("portal.db.url"), account);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
