package vn.khanhhoa.thecovid.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.audit.chain.Checkpoint;
import vn.khanhhoa.thecovid.audit.chain.ExportedChain;
import vn.khanhhoa.thecovid.audit.chain.Seal;
import vn.khanhhoa.thecovid.audit.chain.StoredChain;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The trail to look at, and parts of it to take away. */
@UseCase
public class TrailReading {
    /** How far the chain is signed, to be written down outside of the portal. */
    public record Signed(long seal, String hash, Instant at, String keyId) {}

    @Inject
    private Sql sql;

    @Inject
    private SealingStep sealing;

    @Inject
    private SealingKeys keys;

    @Inject
    private Event<AuditedEvent> trail;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    /** Newest first. @param before the id that the page before ended with, or 0 */
    @Requires(Permission.ADMINISTER)
    public List<TrailRow> records(Actor actor, TrailFilter filter, long before, int count) {
        StringBuilder where = new StringBuilder(" WHERE r.id < ?");
        List<Object> args = new ArrayList<>();
        args.add(before == 0 ? Long.MAX_VALUE : before);
        if (!filter.action().isEmpty()) {
            where.append(" AND r.action >= ? AND r.action < ?");
            args.add(filter.action());
            args.add(filter.action() + "\uFFFF");
        }
        if (!filter.subjectId().isEmpty()) {
            where.append(" AND r.subject_id = ?");
            args.add(filter.subjectId());
        }
        if (filter.account() != 0) {
            where.append(" AND r.actor_id = ?");
            args.add(filter.account());
        }
        filter.from().ifPresent(day -> {
            where.append(" AND r.recorded_at >= ?");
            args.add(day.atStartOfDay(PortalClock.ZONE).toInstant());
        });
        filter.to().ifPresent(day -> {
            where.append(" AND r.recorded_at < ?");
            args.add(day.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant());
        });
        args.add(count);
        return sql.list(
                "SELECT r.id, r.recorded_at, r.actor_id, r.action, r.subject_kind, r.subject_id, r.details,"
                        + " IFNULL(s.seal_number, 0) FROM audit_record r LEFT JOIN audit_seal s ON s.record_id = r.id"
                        + where + " ORDER BY r.id DESC LIMIT ?",
                row -> new TrailRow(
                        row.getLong(1),
                        Objects.requireNonNull(Sql.instant(row, "recorded_at")),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getLong(8)),
                args.toArray());
    }

    @Requires(Permission.ADMINISTER)
    public Optional<Signed> signed(Actor actor) {
        return sealing.newest().map(TrailReading::signed);
    }

    private static Signed signed(Checkpoint checkpoint) {
        String seal = checkpoint.seal().toString();
        return new Signed(
                checkpoint.seal().number(),
                seal.substring(seal.indexOf(':') + 1),
                checkpoint.madeAt(),
                checkpoint.keyId());
    }

    /** Signs what is sealed so far, so that the part ends with a signature. */
    @Requires(Permission.ADMINISTER)
    public long prepareExport(Actor actor) {
        Checkpoint end = sealing.signNow().orElseThrow(() -> new RuleViolation("audit.nothing-sealed"));
        trail.fire(new TrailEvent(
                actor.accountId(), "audit.exported", String.valueOf(end.seal().number())));
        return end.seal().number();
    }

    /** @param from the first seal of the part, from 1; @param to a seal with a checkpoint */
    @Requires(Permission.ADMINISTER)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void export(Actor actor, long from, long to, Writer out) throws IOException {
        try (Connection connection = plain.getConnection()) {
            StoredChain chain = new StoredChain(connection);
            Seal start = from <= 1
                    ? Seal.start()
                    : chain.links(from - 2, from - 1, 1).stream()
                            .map(link -> new Seal(link.sealNumber(), link.hash()))
                            .findFirst()
                            .orElseGet(Seal::start);
            Checkpoint end = chain.checkpoints(to - 1, to).stream()
                    .findFirst()
                    .orElseThrow(() -> new RuleViolation("audit.nothing-sealed"));
            ExportedChain.write(chain, keys.trusted(), start, end, out);
        } catch (SQLException failure) {
            throw new IllegalStateException("the trail cannot be read", failure);
        }
    }
}
