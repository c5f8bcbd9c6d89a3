package vn.khanhhoa.thecovid.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.audit.chain.Checkpoint;
import vn.khanhhoa.thecovid.audit.chain.Seal;
import vn.khanhhoa.thecovid.audit.chain.StoredChain;
import vn.khanhhoa.thecovid.audit.chain.TrailRecord;
import vn.khanhhoa.thecovid.platform.Sql;

/** The transactions of {@link Sealing}; the end of the chain is held by one at a time. */
@ApplicationScoped
@Transactional
class SealingStep {
    private static final int STEP = 2_000;
    private static final long SEALS_BETWEEN_CHECKPOINTS = 10_000;
    private static final Duration TIME_BETWEEN_CHECKPOINTS = Duration.ofMinutes(5);

    private record Sealed(Seal seal, long recordId) {}

    @Inject
    private Sql sql;

    @Inject
    private SealingKeys keys;

    @Inject
    private Clock clock;

    /** True where there may be more. */
    boolean seal() {
        holdEnd();
        // What a writer has not committed yet is skipped and comes later in the chain.
        List<Long> waiting = sql.list(
                "SELECT record_id FROM audit_unsealed ORDER BY record_id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.getLong(1),
                STEP);
        if (waiting.isEmpty()) {
            return false;
        }
        List<TrailRecord> records = sql.list(
                "SELECT id, recorded_at, actor_id, action, subject_kind, subject_id, details FROM audit_record"
                        + " WHERE id IN (" + Sql.marks(waiting.size()) + ") ORDER BY id",
                row -> StoredChain.record(row, 1),
                waiting.toArray());
        Seal last = last();
        List<Sealed> sealed = new ArrayList<>(records.size());
        for (TrailRecord record : records) {
            last = last.next(record);
            sealed.add(new Sealed(last, record.id()));
        }
        sql.batch(
                "INSERT INTO audit_seal (seal_number, record_id, hash) VALUES (?, ?, ?)", sealed, (statement, each) -> {
                    statement.setLong(1, each.seal().number());
                    statement.setLong(2, each.recordId());
                    statement.setBytes(3, each.seal().hash());
                });
        sql.batch(
                "DELETE FROM audit_unsealed WHERE record_id = ?",
                sealed,
                (statement, each) -> statement.setLong(1, each.recordId()));
        return records.size() == STEP;
    }

    private void holdEnd() {
        sql.number("SELECT id FROM audit_chain_end FOR UPDATE");
    }

    Seal last() {
        return sql.first(
                        "SELECT seal_number, hash FROM audit_seal ORDER BY seal_number DESC LIMIT 1",
                        row -> new Seal(row.getLong(1), row.getBytes(2)))
                .orElseGet(Seal::start);
    }

    /** A checkpoint where the last one is long ago, in seals or in time, and there is anything new. */
    void sign() {
        holdEnd();
        Seal end = last();
        Optional<Checkpoint> newest = newest();
        long since = end.number() - newest.map(each -> each.seal().number()).orElse(0L);
        Instant due =
                newest.map(each -> each.madeAt().plus(TIME_BETWEEN_CHECKPOINTS)).orElse(Instant.EPOCH);
        if (since >= SEALS_BETWEEN_CHECKPOINTS || since > 0 && !clock.instant().isBefore(due)) {
            sign(end);
        }
    }

    /** Whether or not one is due, so that a part ends where it was cut. */
    Optional<Checkpoint> signNow() {
        holdEnd();
        Seal end = last();
        Optional<Checkpoint> newest = newest();
        boolean anew = end.number() > newest.map(each -> each.seal().number()).orElse(0L);
        return anew ? Optional.of(sign(end)) : newest;
    }

    private Checkpoint sign(Seal end) {
        Checkpoint checkpoint = keys.sign(end, clock.instant().truncatedTo(ChronoUnit.MICROS));
        sql.update(
                "INSERT INTO audit_checkpoint (seal_number, hash, made_at, key_id, signature) VALUES (?, ?, ?, ?, ?)",
                end.number(),
                end.hash(),
                Timestamp.from(checkpoint.madeAt()),
                checkpoint.keyId(),
                checkpoint.signature());
        return checkpoint;
    }

    Optional<Checkpoint> newest() {
        return sql.first(
                "SELECT seal_number, hash, made_at, key_id, signature FROM audit_checkpoint ORDER BY seal_number DESC"
                        + " LIMIT 1",
                row -> new Checkpoint(
                        new Seal(row.getLong(1), row.getBytes(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getString(4),
                        row.getBytes(5)));
    }
}
