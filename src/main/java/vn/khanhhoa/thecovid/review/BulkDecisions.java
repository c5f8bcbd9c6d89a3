package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
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
 * somebody else decides first, are not touched.
 */
@UseCase
public class BulkDecisions {
    private static final int SHOWN = 200;

    /**
     * How far it has come.
     *
     * @param finished also when nothing was left to decide
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            PublicId id,
            Outcome outcome,
            int total,
            int decided,
            int leftOut,
            boolean finished,
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
            long id, Actor actor, Verdict verdict, QueueFilter filter, Optional<QueuePlace> above, QueuePlace upTo) {}

    @Inject
    private EntryQueue queue;

    @Inject
    private Reviewing reviewing;

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
            Actor actor, QueueFilter filter, long shown, QueuePlace last, Outcome outcome, String code, String text) {
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
                "INSERT INTO review_bulk (id, public_id, agency_id, actor_id, actor_name, actor_role, outcome,"
                        + " reason_code, reason_text, name, organisation_id, list_id, activity, total,"
                        + " up_to_submitted_at, up_to_entry, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                bulkId,
                id,
                actor.agencyId(),
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
                total,
                last.submittedAt(),
                last.entryId(),
                clock.instant());
        jobs.enqueue(BulkJob.NAME, String.valueOf(bulkId));
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.bulk-begun",
                "bulk",
                id.toString(),
                Map.of("outcome", outcome.name(), "total", String.valueOf(total))));
        return id;
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Progress progress(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT b.*, (SELECT COUNT(*) FROM review_bulk_left_out l WHERE l.bulk_id = b.id) AS left_out"
                                + " FROM review_bulk b WHERE b.public_id = ? AND b.agency_id = ?",
                        row -> new Progress(
                                id,
                                Outcome.valueOf(row.getString("outcome")),
                                row.getInt("total"),
                                row.getInt("decided"),
                                row.getInt("left_out"),
                                row.getTimestamp("finished_at") != null,
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

    private static Optional<QueuePlace> place(ResultSet row, String which) throws SQLException {
        long entryId = row.getLong(which + "_entry");
        return Optional.ofNullable(Sql.instant(row, which + "_submitted_at")).map(at -> new QueuePlace(at, entryId));
    }

    /** One step of the job: the next entries, decided and counted in one transaction. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long bulkId, int most) {
        Work work = sql.first(
                        "SELECT * FROM review_bulk WHERE id = ? AND finished_at IS NULL FOR UPDATE",
                        row -> {
                            Actor actor = new Actor(
                                    row.getLong("actor_id"),
                                    row.getString("actor_name"),
                                    Role.valueOf(row.getString("actor_role")),
                                    0,
                                    row.getLong("agency_id"));
                            return new Work(
                                    bulkId,
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
                                            row.getString("activity")),
                                    place(row, "last"),
                                    place(row, "up_to").orElseThrow());
                        },
                        bulkId)
                .orElse(null);
        if (work == null) {
            return false;
        }
        List<QueuePlace> places =
                queue.places(portal, work.actor().agencyId(), work.filter(), work.above(), work.upTo(), most);
        if (places.isEmpty()) {
            sql.update("UPDATE review_bulk SET finished_at = ? WHERE id = ?", clock.instant(), bulkId);
            return false;
        }
        EntryDecisions.Result result = reviewing.decideMany(
                work.actor(), places.stream().map(QueuePlace::entryId).toList(), work.verdict());
        sql.batch(
                "INSERT IGNORE INTO review_bulk_left_out (bulk_id, entry_id, name, code) VALUES (?, ?, ?, ?)",
                result.leftOut(),
                (statement, left) -> {
                    statement.setLong(1, bulkId);
                    statement.setLong(2, left.entryId());
                    statement.setString(3, left.name());
                    statement.setString(4, left.code());
                });
        QueuePlace reached = places.get(places.size() - 1);
        sql.update(
                "UPDATE review_bulk SET decided = decided + ?, last_submitted_at = ?, last_entry = ? WHERE id = ?",
                result.decided().size(),
                reached.submittedAt(),
                reached.entryId(),
                bulkId);
        return true;
    }
}
