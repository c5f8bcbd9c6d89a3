package vn.khanhhoa.thecovid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Counts attempts in the database, so that all nodes count together and a restart forgets nothing. The count stands even
 * when the caller's own work rolls back. Keys are kept as hashes: they may hold an address or an e-mail.
 */
@ApplicationScoped
public class RateLimits {
    private static final int MOST_HERE = 100_000;

    /** A running window of this node alone. */
    private record Here(Instant end, int hits) {}

    private final Map<String, Here> here = new ConcurrentHashMap<>();
    private volatile Instant tidied = Instant.EPOCH;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource dataSource;

    @Inject
    private Clock clock;

    /** Counts one attempt and tells whether it is within the limit for the running window. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean allow(String what, String who, int limit, Duration window) {
        return allow(what, who, 1, limit, window);
    }

    /** Counts as many attempts at once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean allow(String what, String who, int attempts, int limit, Duration window) {
        Instant now = clock.instant();
        byte[] bucket = hash(what + '\n' + who);
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement count = connection.prepareStatement(
                    "INSERT INTO platform_rate (bucket, window_end, hits) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE"
                            + " hits = IF(window_end <= ?, VALUES(hits), hits + VALUES(hits)),"
                            + " window_end = IF(window_end <= ?, VALUES(window_end), window_end)")) {
                count.setBytes(1, bucket);
                count.setTimestamp(2, Timestamp.from(now.plus(window)));
                count.setInt(3, attempts);
                count.setTimestamp(4, Timestamp.from(now));
                count.setTimestamp(5, Timestamp.from(now));
                count.executeUpdate();
            }
            return hits(connection, bucket) <= limit;
        } catch (SQLException failure) {
            throw new IllegalStateException("attempts cannot be counted", failure);
        }
    }

    /** The same, counted by this node alone and in memory: for what is asked too often to be written down each time. */
    public boolean allowHere(String what, String who, int limit, Duration window) {
        Instant now = clock.instant();
        if (here.size() > MOST_HERE && now.isAfter(tidied.plusSeconds(1))) {
            tidied = now;
            here.values().removeIf(count -> !count.end().isAfter(now));
            if (here.size() > 10 * MOST_HERE) {
                here.clear(); // rather than fill the memory
            }
        }
        return here.compute(
                                what + '\n' + who,
                                (key, count) -> count == null || !count.end().isAfter(now)
                                        ? new Here(now.plus(window), 1)
                                        : new Here(count.end(), count.hits() + 1))
                        .hits()
                <= limit;
    }

    /** When the running window ends, after which attempts are let through again; now, where none is running. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Instant endOf(String what, String who) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("SELECT window_end FROM platform_rate WHERE bucket = ?")) {
            read.setBytes(1, hash(what + '\n' + who));
            try (ResultSet rows = read.executeQuery()) {
                Instant end = rows.next() ? rows.getTimestamp(1).toInstant() : now;
                return end.isAfter(now) ? end : now;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("attempts cannot be counted", failure);
        }
    }

    /** Takes one attempt back that turned out right: those that went before it still count. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgive(String what, String who) {
        execute("UPDATE platform_rate SET hits = hits - 1 WHERE bucket = ? AND hits > 0", hash(what + '\n' + who));
    }

    /** Forgets the attempts, after a success that proves the caller. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void clear(String what, String who) {
        execute("DELETE FROM platform_rate WHERE bucket = ?", hash(what + '\n' + who));
    }

    private void execute(String sql, Object argument) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, argument);
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("attempts cannot be forgotten", failure);
        }
    }

    @Transactional
    public void purge() {
        execute("DELETE FROM platform_rate WHERE window_end < ?", Timestamp.from(clock.instant()));
    }

    private static int hits(Connection connection, byte[] bucket) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement("SELECT hits FROM platform_rate WHERE bucket = ?")) {
            read.setBytes(1, bucket);
            try (ResultSet rows = read.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
