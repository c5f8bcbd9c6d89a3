package vn.khanhhoa.thecovid.audit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.audit.chain.ChainFault;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Has the whole chain checked by a job, and tells how far it is and what it found. */
@UseCase
public class TrailChecking {
    @Inject
    private Sql sql;

    @Inject
    private SealingStep sealing;

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** While one is under way, that one. */
    @Requires(Permission.ADMINISTER)
    public void ask(Actor actor) {
        if (latest(actor).filter(TrailCheck::running).isPresent()) {
            return;
        }
        long id = sql.number("SELECT NEXT VALUE FOR audit_check_seq");
        sql.update(
                "INSERT INTO audit_check (id, public_id, asked_by, asked_at, total) VALUES (?, ?, ?, ?, ?)",
                id,
                PublicId.random(),
                actor.accountId(),
                clock.instant(),
                sealing.last().number());
        jobs.enqueue(TrailCheckJob.NAME, String.valueOf(id));
        trail.fire(new TrailEvent(actor.accountId(), "audit.check-asked", String.valueOf(id)));
    }

    @Requires(Permission.ADMINISTER)
    public Optional<TrailCheck> latest(Actor actor) {
        return sql.first("SELECT * FROM audit_check ORDER BY id DESC LIMIT 1", this::check);
    }

    private TrailCheck check(ResultSet row) throws SQLException {
        String fault = row.getString("fault");
        return new TrailCheck(
                Sql.publicId(row, "public_id"),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                row.getLong("checked"),
                row.getLong("total"),
                Sql.instant(row, "finished_at"),
                failed.incident(TrailCheckJob.NAME, row.getString("id")),
                fault == null
                        ? Optional.empty()
                        : Optional.of(new ChainFault(
                                ChainFault.Kind.valueOf(fault), row.getLong("seal_number"), row.getLong("record_id"))));
    }
}
