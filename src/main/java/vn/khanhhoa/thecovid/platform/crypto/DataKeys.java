package vn.khanhhoa.thecovid.platform.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * The keys that data are encrypted and matched with, unwrapped once and kept in memory. They are stored outside any
 * running transaction: a key that is used must not roll back.
 */
@ApplicationScoped
class DataKeys {
    private static final short FIRST = 1;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource dataSource;

    @Inject
    private Keystore keystore;

    @Inject
    private Clock clock;

    private final TreeMap<Short, SecretKey> encrypting = new TreeMap<>();
    private final TreeMap<Short, SecretKey> matching = new TreeMap<>();

    @PostConstruct
    void load() {
        try (Connection connection = dataSource.getConnection()) {
            ensure(connection, "ENCRYPT");
            ensure(connection, "MATCH");
            try (PreparedStatement read =
                            connection.prepareStatement("SELECT id, purpose, wrapped FROM platform_data_key");
                    ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    boolean encrypts = rows.getString(2).equals("ENCRYPT");
                    (encrypts ? encrypting : matching)
                            .put(rows.getShort(1), unwrap(rows.getBytes(3), encrypts ? "AES" : "HmacSHA256"));
                }
            }
        } catch (SQLException | GeneralSecurityException failure) {
            throw new IllegalStateException(
                    "the data keys cannot be opened: does the key store belong to this database?", failure);
        }
    }

    short current() {
        return encrypting.lastKey();
    }

    SecretKey encrypting(short id) {
        SecretKey key = encrypting.get(id);
        if (key == null) {
            throw new IllegalStateException("no data key " + id);
        }
        return key;
    }

    SecretKey matching() {
        return matching.lastEntry().getValue();
    }

    /** INSERT IGNORE: where two nodes start at once, one of the two drawn keys stays, and both use it. */
    private void ensure(Connection connection, String purpose) throws SQLException, GeneralSecurityException {
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        Cipher wrap = Cipher.getInstance("AESWrap");
        wrap.init(Cipher.WRAP_MODE, keystore.master());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO platform_data_key (id, purpose, wrapped, created_at) SELECT ?, ?, ?, ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM platform_data_key WHERE purpose = ?)")) {
            insert.setShort(1, purpose.equals("ENCRYPT") ? FIRST : (short) (FIRST + 1));
            insert.setString(2, purpose);
            insert.setBytes(3, wrap.wrap(new SecretKeySpec(drawn, "AES")));
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            insert.setString(5, purpose);
            insert.executeUpdate();
        }
    }

    private SecretKey unwrap(byte[] wrapped, String algorithm) throws GeneralSecurityException {
        Cipher unwrap = Cipher.getInstance("AESWrap");
        unwrap.init(Cipher.UNWRAP_MODE, keystore.master());
        return (SecretKey) unwrap.unwrap(wrapped, algorithm, Cipher.SECRET_KEY);
    }
}
