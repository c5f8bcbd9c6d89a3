package vn.khanhhoa.thecovid.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * SQL by hand, inside the running transaction: for queries that only feed a table, and for writing many rows at once,
 * where an entity for each would be slow. The driver sends a batch of inserts as one bulk statement.
 */
@ApplicationScoped
public class Sql {
    /**
     * Most values of a condition with IN that is to go by a key: of a thousand MariaDB makes a table to join with, and may go
     * through all of the other to look them up in it.
     */
    public static final int LOOK_UP = 500;

    /** A bulk of more than 128 kB makes the driver take a buffer of 1 MB for it, or 16, and throw it away: work for the collector. */
    private static final int CHUNK = 250;

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource dataSource;

    /** Makes a value of the row that the cursor stands on. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets the parameters of one row. */
    public interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... args) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, args);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a query failed", failure);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... args) {
        return list(sql, reader, args).stream().findFirst();
    }

    public long number(String sql, @Nullable Object... args) {
        return list(sql, row -> row.getLong(1), args).get(0);
    }

    /** Rows touched. */
    public int update(String sql, @Nullable Object... args) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, args);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("a change failed", failure);
        }
    }

    /** The driver sends one bulk only where it is told that nobody asks for keys: else each row is a statement. */
    public <T> void batch(String sql, Iterable<T> rows, Binder<T> binder) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS)) {
            int waiting = 0;
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
                if (++waiting == CHUNK) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("a batch failed", failure);
        }
    }

    /** Ids drawn in blocks from a sequence that steps by {@code step}: a value and the step − 1 numbers before it. */
    public Iterator<Long> ids(String sequence, int step) {
        return new Iterator<>() {
            private long next;
            private long end;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Long next() {
                if (next == end) {
                    end = number("SELECT NEXT VALUE FOR " + sequence) + 1;
                    next = end - step;
                }
                return next++;
            }
        };
    }

    /** {@code ?,?,?} for a condition with IN. */
    public static String marks(int count) {
        return "?,".repeat(count).replaceFirst(",$", "");
    }

    /** {@code null} where the column is null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    public static PublicId publicId(ResultSet row, String column) throws SQLException {
        return PublicId.ofBytes(row.getBytes(column));
    }

    private static void set(PreparedStatement statement, @Nullable Object... args) throws SQLException {
        for (int index = 0; index < args.length; index++) {
            Object value = args[index];
            if (value instanceof Instant instant) {
                statement.setTimestamp(index + 1, Timestamp.from(instant));
            } else if (value instanceof PublicId id) {
                statement.setBytes(index + 1, id.bytes());
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(index + 1, bytes);
            } else {
                statement.setObject(index + 1, value);
            }
        }
    }
}
