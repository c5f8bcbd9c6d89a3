package vn.khanhhoa.thecovid.audit.chain;

import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The chain as the database holds it, read a few thousand links at a time. */
public final class StoredChain {
    private static final int STEP = 5_000;
    private static final String LINKS = "SELECT s.seal_number, s.hash, s.record_id, r.id, r.recorded_at, r.actor_id,"
            + " r.action, r.subject_kind, r.subject_id, r.details FROM audit_seal s LEFT JOIN audit_record r"
            + " ON r.id = s.record_id WHERE s.seal_number > ? AND s.seal_number <= ? ORDER BY s.seal_number LIMIT ?";

    /** A link as it is stored; the record is null where it is gone. */
    public record Link(
            long sealNumber,
            byte[] hash,
            long recordId,
            @Nullable TrailRecord record) {}

    /** @param reached the last link that holds */
    public record Part(Seal reached, boolean more, Optional<ChainFault> fault) {}

    private final Connection connection;

    public StoredChain(Connection connection) {
        this.connection = connection;
    }

    /**
     * From the first record to the last, in one go.
     *
     * @param sealedBy records older than this must be sealed
     * @param progress told now and then how many links hold
     */
    public Optional<ChainFault> check(Map<String, PublicKey> keys, Instant sealedBy, LongConsumer progress)
            throws SQLException {
        Part part = new Part(Seal.start(), true, Optional.empty());
        while (part.more()) {
            part = part(keys, part.reached(), sealedBy);
            progress.accept(part.reached().number());
        }
        return part.fault();
    }

    /**
     * Some thousand links.
     *
     * @param believed where the part before ended
     * @param sealedBy records older than this must be sealed when the last link was followed
     */
    public Part part(Map<String, PublicKey> keys, Seal believed, Instant sealedBy) throws SQLException {
        // Before the links, so that none signs what is sealed only now.
        List<Checkpoint> ahead = checkpoints(believed.number(), Long.MAX_VALUE, STEP);
        List<Link> some = links(believed.number(), Long.MAX_VALUE, STEP);
        long upTo = some.isEmpty() ? Long.MAX_VALUE : some.get(some.size() - 1).sealNumber();
        ChainCheck check = new ChainCheck(
                believed,
                keys,
                ahead.stream()
                        .filter(checkpoint -> checkpoint.seal().number() <= upTo)
                        .toList());
        boolean holds = true;
        for (Link link : some) {
            holds = holds && check.follow(link.sealNumber(), link.hash(), link.recordId(), link.record());
        }
        Optional<ChainFault> fault = check.end();
        if (some.isEmpty() && fault.isEmpty()) {
            fault = unsealed(sealedBy);
        }
        return new Part(check.last(), !some.isEmpty() && fault.isEmpty(), fault);
    }

    public List<Link> links(long after, long upTo, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LINKS)) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            query.setInt(3, most);
            try (ResultSet rows = query.executeQuery()) {
                List<Link> links = new ArrayList<>();
                while (rows.next()) {
                    TrailRecord record = rows.getObject(4) == null ? null : record(rows, 4);
                    links.add(new Link(rows.getLong(1), rows.getBytes(2), rows.getLong(3), record));
                }
                return links;
            }
        }
    }

    /** From a row with id, recorded_at, actor_id, action, subject_kind, subject_id, details at and after a column. */
    public static TrailRecord record(ResultSet row, int at) throws SQLException {
        return new TrailRecord(
                row.getLong(at),
                row.getTimestamp(at + 1).toInstant(),
                row.getLong(at + 2),
                row.getString(at + 3),
                row.getString(at + 4),
                row.getString(at + 5),
                row.getString(at + 6));
    }

    public List<Checkpoint> checkpoints(long after, long upTo) throws SQLException {
        return checkpoints(after, upTo, Integer.MAX_VALUE);
    }

    private List<Checkpoint> checkpoints(long after, long upTo, int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT seal_number, hash, made_at, key_id, signature"
                        + " FROM audit_checkpoint WHERE seal_number > ? AND seal_number <= ? ORDER BY seal_number LIMIT ?")) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            query.setInt(3, most);
            try (ResultSet rows = query.executeQuery()) {
                List<Checkpoint> checkpoints = new ArrayList<>();
                while (rows.next()) {
                    checkpoints.add(new Checkpoint(
                            new Seal(rows.getLong(1), rows.getBytes(2)),
                            rows.getTimestamp(3).toInstant(),
                            rows.getString(4),
                            rows.getBytes(5)));
                }
                return checkpoints;
            }
        }
    }

    private Optional<ChainFault> unsealed(Instant sealedBy) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT r.id FROM audit_record r LEFT JOIN audit_seal s"
                        + " ON s.record_id = r.id WHERE s.record_id IS NULL AND r.recorded_at < ? ORDER BY r.id LIMIT 1")) {
            query.setTimestamp(1, Timestamp.from(sealedBy));
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new ChainFault(ChainFault.Kind.RECORD_UNSEALED, 0, rows.getLong(1)))
                        : Optional.empty();
            }
        }
    }
}
