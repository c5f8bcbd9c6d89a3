package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;

/**
 * What waits of a list at a desk goes to another agency: a job passes it on in steps, and what has to stay is named with its
 * reason. What comes into the queue later is not touched.
 */
@UseCase
public class ListForwarding {
    static final String OF_ENTRY = "list-of-entry";
    private static final String UNFINISHED =
            "SELECT * FROM review_forwarding WHERE id = ? AND finished_at IS NULL FOR UPDATE";

    /** What stays where it is. @param code of the rule that keeps it there */
    public record Left(PublicId id, String name, String code) {}

    /**
     * How far it is.
     *
     * @param agency to which it goes
     * @param list of which all goes, or one entry
     * @param entry the name of that one; empty where all goes
     * @param line of that one
     * @param at when it was begun
     * @param total how many there were, so far as they were counted
     * @param stopped why the rest stays, as a key; empty where nothing stopped it
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            PublicId id,
            String agency,
            String list,
            String entry,
            int line,
            Instant at,
            int total,
            int moved,
            long leftOut,
            boolean finished,
            Optional<String> stopped,
            Optional<String> incident) {
        public boolean isRunning() {
            return !finished && incident.isEmpty();
        }

        public int percent() {
            return finished || total == 0 ? 100 : (int) Math.min(99, 100 * (moved + leftOut) / total);
        }
    }

    private record Work(
            long id,
            Actor actor,
            PublicId entry,
            long listId,
            long toAgencyId,
            String reason,
            int moved,
            Optional<QueuePlace> above,
            QueuePlace upTo) {}

    @Inject
    private Forwarding forwarding;

    @Inject
    private EntryForwarding entries;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private Catalogue catalogue;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Lending lending;

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

    @Inject
    private Event<AccountsTold> told;

    /** All that is in the queue now of the list of an entry. */
    @Requires(Permission.REVIEW_ENTRIES)
    public PublicId begin(Actor actor, PublicId anEntry, PublicId toAgency, String reason) {
        String text = Forwarding.checked(reason, "review.forward-reason-missing");
        AgencyView target = forwarding.target(actor, toAgency);
        long listId = reading.reference(actor, anEntry).listId();
        QueueFilter filter = of(listId);
        QueuePlace last = queue.last(actor, filter).orElseThrow(() -> new RuleViolation("review.nothing-matches"));
        int total = queue.count(actor, filter).entries();
        Forwarding.Act act = forwarding.record(actor, anEntry, listId, target, text, total, last);
        jobs.enqueue(ListForwardingJob.NAME, String.valueOf(act.number()));
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.forwarding-begun",
                OF_ENTRY,
                anEntry.toString(),
                Map.of(
                        "agency",
                        String.valueOf(actor.agencyId()),
                        "to",
                        target.code(),
                        "total",
                        String.valueOf(total))));
        return act.id();
    }

    /** One step of the job. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long id, int most) {
        Work work = sql.first(UNFINISHED, ListForwarding::read, id).orElse(null);
        if (work == null) {
            return false;
        }
        AgencyView target = catalogue.agencies(LocalDate.now(clock)).stream()
                .filter(agency -> agency.id() == work.toAgencyId())
                .findFirst()
                .orElse(null);
        if (target == null) {
            return finish(work, "review.forward-agency-ended");
        }
        if (!lending.mayStill(work.actor())) {
            return finish(work, "review.right-lost");
        }
        List<QueuePlace> places =
                queue.places(portal, work.actor().agencyId(), of(work.listId()), work.above(), work.upTo(), most);
        if (places.isEmpty()) {
            return finish(work, null);
        }
        EntryDecisions.Result result = entries.forwardMany(
                work.actor(),
                places.stream().map(QueuePlace::entryId).toList(),
                target.id(),
                target.code().equals(Forwarding.TRIAGE),
                id);
        forwarding.keep(work.actor(), id, result.decided(), target, work.reason());
        if (!result.decided().isEmpty()) {
            trail.fire(Forwarding.event(
                    work.actor(),
                    OF_ENTRY,
                    work.entry().toString(),
                    target,
                    result.decided().size()));
        }
        sql.batch(
                "INSERT IGNORE INTO review_forwarding_left (forwarding_id, entry_id, code) VALUES (?, ?, ?)",
                result.leftOut(),
                (statement, left) -> {
                    statement.setLong(1, id);
                    statement.setLong(2, left.entryId());
                    statement.setString(3, left.code());
                });
        QueuePlace reached = places.get(places.size() - 1);
        sql.update(
                "UPDATE review_forwarding SET moved = moved + ?, last_submitted_at = ?, last_entry = ? WHERE id = ?",
                result.decided().size(),
                reached.submittedAt(),
                reached.entryId(),
                id);
        return true;
    }

    /** What has not gone by now stays; what the receivers have of it, they are told of. Nothing where it has ended. */
    void stop(long id, String why) {
        sql.first(UNFINISHED, ListForwarding::read, id).ifPresent(work -> finish(work, why));
    }

    private boolean finish(Work work, @Nullable String stopped) {
        sql.update(
                "UPDATE review_forwarding SET finished_at = ?, stopped = ? WHERE id = ?",
                clock.instant(),
                stopped,
                work.id());
        trail.fire(new EntryDecided(
                work.actor().accountId(),
                "review.forwarding-ended",
                OF_ENTRY,
                work.entry().toString(),
                Map.of(
                        "agency",
                        String.valueOf(work.actor().agencyId()),
                        "to",
                        String.valueOf(work.toAgencyId()),
                        "count",
                        String.valueOf(work.moved()))));
        tellReceivers(work);
        return false;
    }

    /** What of the list lies there now. */
    private String path(Work work) {
        Actor receiver = work.actor().lentTo(work.toAgencyId());
        return queue.list(receiver, work.listId())
                .map(list -> "/agency/review-queue?list=" + list.id())
                .orElse("/agency/review-queue");
    }

    /** Once for the list. */
    private void tellReceivers(Work work) {
        List<Long> accounts = staff.of(Actor.PORTAL, work.toAgencyId()).stream()
                .map(AgencyStaff.Member::accountId)
                .toList();
        if (work.moved() > 0 && !accounts.isEmpty()) {
            told.fire(AccountsTold.of(
                    accounts,
                    "review.forwarded-here",
                    path(work),
                    work.moved(),
                    catalogue
                            .agency(work.actor().agencyId())
                            .map(AgencyView::name)
                            .orElse("")));
        }
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Progress progress(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT f.*, (SELECT COUNT(*) FROM review_forwarding_left r WHERE r.forwarding_id = f.id) AS left_out,"
                                + " l.name AS list, IF(f.of_list, '', e.name) AS entry, e.line_number FROM review_forwarding f"
                                + " JOIN stafflist_entry e ON e.public_id = f.entry_id JOIN stafflist_list l ON l.id = f.list_id"
                                + " WHERE f.public_id = ? AND f.agency_id = ?",
                        row -> new Progress(
                                id,
                                catalogue
                                        .agency(row.getLong("to_agency_id"))
                                        .map(AgencyView::name)
                                        .orElse(""),
                                row.getString("list"),
                                row.getString("entry"),
                                row.getInt("line_number"),
                                Objects.requireNonNull(Sql.instant(row, "begun_at")),
                                row.getInt("total"),
                                row.getInt("moved"),
                                row.getLong("left_out"),
                                row.getTimestamp("finished_at") != null,
                                Optional.ofNullable(row.getString("stopped")),
                                failed.incident(ListForwardingJob.NAME, row.getString("id"))),
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    /** What stayed, in the order of the entries. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Left> left(Actor actor, PublicId id, int first, int count) {
        return sql.list(
                "SELECT e.public_id, e.name, l.code FROM review_forwarding f JOIN review_forwarding_left l ON l.forwarding_id ="
                        + " f.id JOIN stafflist_entry e ON e.id = l.entry_id WHERE f.public_id = ? AND f.agency_id = ?"
                        + " ORDER BY l.entry_id LIMIT ? OFFSET ?",
                row -> new Left(Sql.publicId(row, "public_id"), row.getString(2), row.getString(3)),
                id,
                actor.agencyId(),
                count,
                first);
    }

    private static QueueFilter of(long listId) {
        return new QueueFilter("", 0, listId, "");
    }

    private static Work read(ResultSet row) throws SQLException {
        long last = row.getLong("last_entry");
        return new Work(
                row.getLong("id"),
                new Actor(
                        row.getLong("actor_id"),
                        row.getString("actor_name"),
                        Role.valueOf(row.getString("actor_role")),
                        0,
                        row.getLong("agency_id"),
                        row.getLong("home_agency_id")),
                Sql.publicId(row, "entry_id"),
                row.getLong("list_id"),
                row.getLong("to_agency_id"),
                row.getString("reason"),
                row.getInt("moved"),
                Optional.ofNullable(Sql.instant(row, "last_submitted_at")).map(at -> new QueuePlace(at, last)),
                new QueuePlace(
                        Objects.requireNonNull(Sql.instant(row, "up_to_submitted_at")), row.getLong("up_to_entry")));
    }
}
