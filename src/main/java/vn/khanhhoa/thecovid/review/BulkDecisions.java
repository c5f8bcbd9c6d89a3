package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/**
 * One verdict on all entries that match a filter now. A job works them off in steps; entries that come in later, or that
 * somebody else decides first, are not touched. Undone, the same job puts them back in steps.
 */
@UseCase
public class BulkDecisions {
    private static final int SHOWN = 200;

    /**
     * How far it has come.
     *
     * @param finished also when nothing was left to decide
     * @param proposed of the decided, those that wait for an approver
     * @param waiting that have no effect yet and can be undone
     * @param effectiveAt when the last of them take effect
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            PublicId id,
            Outcome outcome,
            int total,
            int decided,
            int leftOut,
            boolean finished,
            boolean undone,
            long proposed,
            long waiting,
            @Nullable Instant effectiveAt,
            Optional<String> incident,
            List<EntryDecisions.LeftOut> first) {
        public boolean running() {
            return !finished && incident.isEmpty();
        }

        public int percent() {
            return total == 0 || finished ? 100 : Math.min(99, 100 * (decided + leftOut) / total);
        }
    }

    /** A bulk as the job sees it. */
    record Work(
            long id,
            Actor actor,
            Verdict verdict,
            QueueFilter filter,
            Optional<QueuePlace> above,
            QueuePlace upTo,
            boolean atOnce,
            boolean undone) {}

    @Inject
    private EntryQueue queue;

    @Inject
    private Reviewing reviewing;

    @Inject
    private Undoing undoing;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Jobs jobs;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * @param shown how many the actor was told of; where more match up to the same place by now, nothing is done
     * @param last where the queue ended for the actor; what came behind it since is not touched
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public PublicId begin(
            Actor actor,
            QueueFilter filter,
            long shown,
            QueuePlace last,
            Outcome outcome,
            String code,
            String text,
            boolean atOnce) {
        Verdict verdict = new Verdict(actor, outcome, reviewing.checked(outcome, code), text.strip());
        long total = queue.countUpTo(actor, filter, last);
        if (total == 0) {
            throw new RuleViolation("review.nothing-matches");
        }
        if (total > shown) {
            throw new RuleViolation("review.more-match", total, shown);
        }
        PublicId id = PublicId.random();
        long bulkId = sql.number("SELECT NEXT VALUE FOR review_seq");
        sql.update(
                "INSERT INTO review_bulk (id, public_id, agency_id, home_agency_id, actor_id, actor_name, actor_role, outcome,"
                        + " reason_code, reason_text, name, organisation_id, list_id, activity, form, due_before, holder_id,"
                        + " total, up_to_submitted_at, up_to_entry, started_at, at_once) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bulkId,
                id,
                actor.agencyId(),
                actor.homeAgencyId(),
                actor.accountId(),
                actor.name(),
                actor.role().name(),
                outcome.name(),
                verdict.reasonCode(),
                verdict.reasonText(),
                filter.name(),
                filter.organisationId(),
                filter.listId(),
                filter.activity(),
                filter.form(),
                filter.dueBefore().orElse(null),
                filter.holderId(),
                total,
                last.submittedAt(),
                last.entryId(),
                clock.instant(),
                atOnce);
        jobs.enqueue(BulkJob.NAME, String.valueOf(bulkId));
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.bulk-begun",
                "bulk",
                id.toString(),
                Map.of(
                        "outcome",
                        outcome.name(),
                        "total",
                        String.valueOf(total),
                        "agency",
                        String.valueOf(actor.agencyId()))));
        return id;
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Progress progress(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT b.*, (SELECT COUNT(*) FROM review_bulk_left_out l WHERE l.bulk_id = b.id) AS left_out,"
                                + " p.proposed, p.waiting, p.effective_at FROM review_bulk b LEFT JOIN (SELECT act_id,"
                                + " SUM(stage = 'PROPOSED') AS proposed, COUNT(*) AS waiting, MAX(effective_at) AS effective_at"
                                + " FROM review_pending GROUP BY act_id) p ON p.act_id = b.id"
                                + " WHERE b.public_id = ? AND b.agency_id = ?",
                        row -> new Progress(
                                id,
                                Outcome.valueOf(row.getString("outcome")),
                                row.getInt("total"),
                                row.getInt("decided"),
                                row.getInt("left_out"),
                                row.getTimestamp("finished_at") != null,
                                row.getTimestamp("undone_at") != null,
                                row.getLong("proposed"),
                                row.getLong("waiting"),
                                Sql.instant(row, "effective_at"),
                                failed.incident(BulkJob.NAME, row.getString("id")),
                                leftOut(row.getLong("id"))),
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    private List<EntryDecisions.LeftOut> leftOut(long bulkId) {
        return sql.list(
                "SELECT entry_id, name, code FROM review_bulk_left_out WHERE bulk_id = ? ORDER BY entry_id LIMIT ?",
                row -> new EntryDecisions.LeftOut(row.getLong(1), row.getString(2), row.getString(3)),
                bulkId,
                SHOWN);
    }

    /** What has no effect yet goes back into the queue, and nothing more is decided. Once more changes nothing. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void undo(Actor actor, PublicId id) {
        long bulkId = own(actor, id);
        if (sql.update(
                        "UPDATE review_bulk SET undone_at = ?, undone_by = ?, finished_at = NULL WHERE id = ? AND undone_at IS NULL",
                        clock.instant(),
                        actor.accountId(),
                        bulkId)
                == 0) {
            return;
        }
        // From here on none of them takes effect, however long it takes to put them back.
        sql.update(
                "UPDATE review_pending SET effective_at = NULL WHERE act_id = ? AND approval_id IS NULL AND"
                        + " (effective_at IS NULL OR effective_at > ?)",
                bulkId,
                clock.instant());
        jobs.enqueue(BulkJob.NAME, String.valueOf(bulkId));
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.bulk-undone",
                "bulk",
                id.toString(),
                Map.of("agency", String.valueOf(actor.agencyId()))));
    }

    /** The undo window closes now, for those that are decided later too. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void atOnce(Actor actor, PublicId id) {
        long bulkId = own(actor, id);
        Instant now = clock.instant();
        sql.update("UPDATE review_bulk SET at_once = TRUE WHERE id = ?", bulkId);
        sql.update(
                "UPDATE review_pending SET effective_at = ? WHERE act_id = ? AND approval_id IS NULL AND stage = 'HELD'"
                        + " AND effective_at > ?",
                now,
                bulkId,
                now);
    }

    private long own(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT id FROM review_bulk WHERE public_id = ? AND agency_id = ? AND actor_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        id,
                        actor.agencyId(),
                        actor.accountId())
                .orElseThrow(NotFound::new);
    }

    /** One step of the job: the next entries, judged and counted in one transaction. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long bulkId, int most) {
        Work work = sql.first(
                        "SELECT * FROM review_bulk WHERE id = ? AND finished_at IS NULL FOR UPDATE",
                        BulkDecisions::read,
                        bulkId)
                .orElse(null);
        if (work == null) {
            return false;
        }
        return work.undone() ? putBack(work, most) : judge(portal, work, most);
    }

    private boolean putBack(Work work, int most) {
        List<PendingVerdicts.Pending> some = pending.held(
                "act_id = ? AND approval_id IS NULL AND effective_at IS NULL ORDER BY entry_id LIMIT ?",
                work.id(),
                most);
        if (some.isEmpty()) {
            return finish(work);
        }
        undoing.takeBack(work.actor(), some);
        sql.update("UPDATE review_bulk SET decided = GREATEST(0, decided - ?) WHERE id = ?", some.size(), work.id());
        return true;
    }

    private boolean judge(Actor portal, Work work, int most) {
        List<QueuePlace> places =
                queue.places(portal, work.actor().agencyId(), work.filter(), work.above(), work.upTo(), most);
        if (places.isEmpty()) {
            return finish(work);
        }
        List<Long> ids = places.stream().map(QueuePlace::entryId).toList();
        // Whoever lost the right meanwhile decides nothing more.
        Reviewing.JudgedMany result = staff.mayStill(work.actor())
                ? reviewing.decideMany(work.actor(), ids, work.verdict(), work.id(), work.atOnce())
                : new Reviewing.JudgedMany(List.of(), 0, named(ids));
        sql.batch(
                "INSERT IGNORE INTO review_bulk_left_out (bulk_id, entry_id, name, code) VALUES (?, ?, ?, ?)",
                result.leftOut(),
                (statement, left) -> {
                    statement.setLong(1, work.id());
                    statement.setLong(2, left.entryId());
                    statement.setString(3, left.name());
                    statement.setString(4, left.code());
                });
        QueuePlace reached = places.get(places.size() - 1);
        sql.update(
                "UPDATE review_bulk SET decided = decided + ?, last_submitted_at = ?, last_entry = ? WHERE id = ?",
                result.judged().size(),
                reached.submittedAt(),
                reached.entryId(),
                work.id());
        return true;
    }

    private List<EntryDecisions.LeftOut> named(List<Long> ids) {
        return sql.list(
                "SELECT id, name FROM stafflist_entry WHERE id IN (" + Sql.marks(ids.size()) + ")",
                row -> new EntryDecisions.LeftOut(row.getLong(1), row.getString(2), "review.right-lost"),
                ids.toArray());
    }

    private boolean finish(Work work) {
        sql.update("UPDATE review_bulk SET finished_at = ? WHERE id = ?", clock.instant(), work.id());
        return false;
    }

    private static Work read(ResultSet row) throws SQLException {
        Actor actor = new Actor(
                row.getLong("actor_id"),
                row.getString("actor_name"),
                Role.valueOf(row.getString("actor_role")),
                0,
                row.getLong("agency_id"),
                row.getLong("home_agency_id"));
        return new Work(
                row.getLong("id"),
                actor,
                new Verdict(
                        actor,
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("reason_code"),
                        row.getString("reason_text")),
                new QueueFilter(
                        row.getString("name"),
                        row.getLong("organisation_id"),
                        row.getLong("list_id"),
                        row.getString("activity"),
                        row.getString("form"),
                        Optional.ofNullable(Sql.instant(row, "due_before")),
                        row.getLong("holder_id")),
                place(row, "last"),
                place(row, "up_to").orElseThrow(),
                row.getBoolean("at_once"),
                row.getTimestamp("undone_at") != null);
    }

    private static Optional<QueuePlace> place(ResultSet row, String which) throws SQLException {
        long entryId = row.getLong(which + "_entry");
        return Optional.ofNullable(Sql.instant(row, which + "_submitted_at")).map(at -> new QueuePlace(at, entryId));
    }
}
