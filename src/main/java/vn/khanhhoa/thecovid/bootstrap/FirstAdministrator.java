package vn.khanhhoa.thecovid.bootstrap;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;

/**
 * Where no administrator can sign in yet, a start prints a link that sets the first one's password. Each start without
 * one prints a new link and voids the last.
 */
final class FirstAdministrator {
    private static final String EMAIL = "administrator@portal.invalid";

    private final Database database;

    FirstAdministrator(Database database) {
        this.database = database;
    }

    Optional<URI> invitation(URI portal) {
        try (Connection connection = database.connectAsOwner()) {
            connection.setAutoCommit(false);
            if (anyoneAdministers(connection)) {
                return Optional.empty();
            }
            byte[] secret = new byte[32];
            new SecureRandom().nextBytes(secret);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            invite(connection, accountId(connection), token);
            connection.commit();
            return Optional.of(portal.resolve("public/invitation#" + token));
        } catch (SQLException | NoSuchAlgorithmException failure) {
            throw new StartFailure("the first administrator cannot be invited", failure);
        }
    }

    private static boolean anyoneAdministers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement
                    .executeQuery("SELECT 1 FROM access_account WHERE role = 'ADMINISTRATOR' AND state = 'ACTIVE'")
                    .next();
        }
    }

    private static long accountId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO access_account"
                    + " (id, public_id, email, display_name, role, state, created_at) SELECT NEXT VALUE FOR access_seq,"
                    + " RANDOM_BYTES(16), '" + EMAIL
                    + "', 'Administrator', 'ADMINISTRATOR', 'INVITED', UTC_TIMESTAMP(6)"
                    + " WHERE NOT EXISTS (SELECT 1 FROM access_account WHERE email = '" + EMAIL + "')");
            ResultSet rows = statement.executeQuery("SELECT id FROM access_account WHERE email = '" + EMAIL + "'");
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void invite(Connection connection, long accountId, String token)
            throws SQLException, NoSuchAlgorithmException {
        try (PreparedStatement voidOld =
                connection.prepareStatement("DELETE FROM access_invitation WHERE account_id = ?")) {
            voidOld.setLong(1, accountId);
            voidOld.execute();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO access_invitation (id, account_id, token_hash, expires_at)"
                        + " VALUES (NEXT VALUE FOR access_seq, ?, ?, UTC_TIMESTAMP(6) + INTERVAL 1 DAY)")) {
            insert.setLong(1, accountId);
            insert.setBytes(2, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
            insert.execute();
        }
    }
}
