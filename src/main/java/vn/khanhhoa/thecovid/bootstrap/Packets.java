package vn.khanhhoa.thecovid.bootstrap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether the database takes as much at once as an upload is: a file of 20 MB, encrypted, in one statement. What MariaDB takes
 * by default is less, and the first large file would tell.
 */
final class Packets {
    private static final long MB = 1L << 20;
    private static final long NEEDED_MB = 32;

    private Packets() {}

    static void check(Database database) {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@global.max_allowed_packet")) {
            row.next();
            require(row.getLong(1));
        } catch (SQLException failure) {
            throw new StartFailure("the database does not answer", failure);
        }
    }

    static void require(long bytes) {
        if (bytes < NEEDED_MB * MB) {
            throw new StartFailure("the database takes " + bytes / MB + " MB at once, and an uploaded file needs "
                    + NEEDED_MB + " MB; set max_allowed_packet=64M in its configuration and restart it");
        }
    }
}
