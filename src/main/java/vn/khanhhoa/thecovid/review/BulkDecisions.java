package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.FailedJobs;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;
import vn.khanhhoa.thecovid.stafflist.Stage;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/**
 * One verdict on all entries that match a filter. First a job says of each what would become of it, and decides nothing;
 * begun, it works off in steps what it said would be decided. What came into the queue since, or has changed, is not
 * touched. Undone, the same job puts them back in steps.
 */
@UseCase
public class BulkDecisions {
    static final String UNDONE = "UNDONE";

    /** Foreseen to be approved, of somebody who has another card or another open entry: alone, or with an approver. */
    static final String TWICE = "TWICE";

    static final String TWICE_PROPOSED = "TWICE_PROPOSED";
    private static final String LEFT_TWICE = "review.left-twice";

    /** How far a bulk is. */
    public enum Phase {
        FORESEEING,
        /** It was looked through, and waits to be begun. */
        FORESEEN,
        DECIDING
    }

    /**
     * Entries of which the same is to be said.
     *
     * @param what a {@link Why}, the code of the rule that leaves them out, or that they were undone; in a preview, that their
     *     people would have two
     */
    public record Group(String what, long entries) {
        /** Key of the sentence. */
        public String key() {
            return key(what);
        }

        static String key(String what) {
            return switch (what) {
                case UNDONE -> "review.bulk.undone";
                case TWICE -> "review.bulk.twice";
                case TWICE_PROPOSED -> "review.bulk.twice-proposed";
                default -> isLeftOut(what) ? what : Why.valueOf(what).key();
            };
        }

        /** Whether the people of these would have two. */
        public boolean isTwice() {
            return what.equals(TWICE) || what.equals(TWICE_PROPOSED);
        }

        public boolean isLeftOut() {
            return isLeftOut(what);
        }

        static boolean isLeftOut(String what) {
            return what.indexOf('.') >= 0;
        }

        /** Whether an approver has the last word. */
        public boolean isProposed() {
            return !isLeftOut() && !Set.of(UNDONE, TWICE, Why.ALONE.name()).contains(what);
        }
    }

    /**
     * How far it has come.
     *
     * @param filter which entries
     * @param total how many match; while they are looked through, how many at least
     * @param groups what was foreseen, or became of them where it was their turn
     * @param waiting that have no effect yet and can be undone
     * @param effectiveAt when the last of them take effect
     * @param own whether the reader may go on with it
     * @param incident for which it stands still; empty where it does not
     */
    public record Progress(
            PublicId id,
            Phase phase,
            Outcome outcome,
            String reasonCode,
            long agencyId,
            QueueFilter filter,
            int total,
            int decided,
            List<Group> groups,
            boolean finished,
            boolean undone,
            long waiting,
            @Nullable Instant effectiveAt,
            boolean own,
            Optional<String> incident) {
        public boolean isRunning() {
            return !finished && phase != Phase.FORESEEN && incident.isEmpty();
        }

        /** Looked through so far, or to be decided. */
        public long seen() {
            return groups.stream().mapToLong(Group::entries).sum();
        }

        public long leftOut() {
            return sum(Group::isLeftOut);
        }

        /** How many are decided, or would be. */
        public long toDecide() {
            return sum(group -> !group.isLeftOut());
        }

        /** Of those that would be decided, how many are of people who would have two. */
        public long twice() {
            return sum(Group::isTwice);
        }

        public long proposed() {
            return sum(Group::isProposed);
        }

        /** How many were decided and are in the queue again. */
        public long takenBack() {
            return sum(group -> group.what().equals(UNDONE));
        }

        private long sum(Predicate<Group> which) {
            return groups.stream().filter(which).mapToLong(Group::entries).sum();
        }

        public int percent() {
            long all = phase == Phase.DECIDING ? toDecide() : total;
            long done = phase == Phase.DECIDING ? decided : seen();
            return all == 0 || finished ? 100 : (int) Math.min(99, 100 * done / all);
        }
    }

    @Inject
    private EntryQueue queue;

    @Inject
    private Reviewing reviewing;

    @Inject
    private BulkSteps steps;

    @Inject
    private PendingVerdicts pending;

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

    /** Looks through all that match now; what the actor looked through before and did not begin is forgotten. */
    @Requires(Permission.REVIEW_ENTRIES)
    public PublicId prepare(
            Actor actor, QueueFilter filter, Outcome outcome, String code, String text, boolean atOnce) {
        Verdict verdict = new Verdict(actor, outcome, reviewing.checked(outcome, code, text), text.strip());
        QueuePlace last = queue.last(actor, filter).orElseThrow(() -> new RuleViolation("review.nothing-matches"));
        sql.update(
                "UPDATE review_bulk SET forgotten = TRUE WHERE agency_id = ? AND actor_id = ? AND phase <> 'DECIDING' AND NOT"
                        + " forgotten",
                actor.agencyId(),
                actor.accountId());
        PublicId id = PublicId.random();
        long bulkId = sql.number("SELECT NEXT VALUE FOR review_seq");
        sql.update(
                "INSERT INTO review_bulk (id, public_id, agency_id, home_agency_id, actor_id, actor_name, actor_role, outcome,"
                        + " reason_code, reason_text, name, organisation_id, list_id, activity, form, due_before, near_at, holder_id,"
                        + " green_at, total, up_to_submitted_at, up_to_entry, started_at, at_once) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                filter.nearAt().orElse(null),
                filter.holderId(),
                filter.greenAt().orElse(null),
                queue.count(actor, filter).entries(),
                last.submittedAt(),
                last.entryId(),
                clock.instant(),
                atOnce);
        jobs.enqueue(BulkJob.NAME, String.valueOf(bulkId));
        return id;
    }

    /**
     * Decides what was foreseen to be decided. Once more changes nothing.
     *
     * @param leaveTwice but nobody who would have two
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public void begin(Actor actor, PublicId id, boolean leaveTwice) {
        long bulkId = own(actor, id);
        if (leaveTwice) {
            leaveTwice(bulkId);
        }
        Progress progress = progress(actor, id);
        if (progress.phase() == Phase.DECIDING) {
            return;
        }
        if (progress.phase() == Phase.FORESEEING) {
            throw new RuleViolation("review.bulk-still-foreseeing");
        }
        if (progress.toDecide() == 0) {
            throw new RuleViolation("review.bulk-nothing-to-decide");
        }
        sql.update(
                "UPDATE review_bulk SET phase = 'DECIDING', begun_at = ?, last_entry = 0 WHERE id = ?",
                clock.instant(),
                bulkId);
        jobs.enqueue(BulkJob.NAME, String.valueOf(bulkId));
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review.bulk-begun",
                "bulk",
                id.toString(),
                Map.of(
                        "outcome",
                        progress.outcome().name(),
                        "total",
                        String.valueOf(progress.toDecide()),
                        "left-out",
                        String.valueOf(progress.leftOut()),
                        "agency",
                        String.valueOf(actor.agencyId()))));
    }

    private void leaveTwice(long bulkId) {
        int left = sql.update(
                "UPDATE review_bulk_entry SET foreseen = ? WHERE foreseen IN (?, ?) AND bulk_id = (SELECT id FROM review_bulk"
                        + " WHERE id = ? AND phase = 'FORESEEN')",
                LEFT_TWICE,
                TWICE,
                TWICE_PROPOSED,
                bulkId);
        if (left > 0) {
            sql.update(
                    "UPDATE review_bulk_count SET entries = 0 WHERE bulk_id = ? AND what IN (?, ?)",
                    bulkId,
                    TWICE,
                    TWICE_PROPOSED);
            sql.update(
                    "INSERT INTO review_bulk_count (bulk_id, what, entries) VALUES (?, ?, ?)",
                    bulkId,
                    LEFT_TWICE,
                    left);
        }
    }

    /** Of what a bulk would decide, how much an approver did not agree to when it was proposed last. */
    @Requires(Permission.REVIEW_ENTRIES)
    public long declined(Actor actor, PublicId id) {
        return sql.number(
                "SELECT COUNT(*) FROM review_bulk b JOIN review_bulk_entry l ON l.bulk_id = b.id WHERE b.public_id = ? AND"
                        + " b.agency_id = ? AND NOT b.forgotten AND l.foreseen NOT LIKE '%.%' AND "
                        + DecisionHistory.LAST_DECLINED.formatted("l.entry_id"),
                id,
                actor.agencyId());
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Progress progress(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT b.*, COUNT(p.entry_id) AS waiting, MAX(p.effective_at) AS effective_at FROM review_bulk b LEFT JOIN "
                                + PendingVerdicts.STILL
                                + " ON p.act_id = b.id AND p.approval_id IS NULL AND (p.stage = 'PROPOSED' OR p.effective_at > ?)"
                                + " WHERE b.public_id = ? AND b.agency_id = ? AND NOT b.forgotten GROUP BY b.id",
                        row -> new Progress(
                                id,
                                Phase.valueOf(row.getString("phase")),
                                Outcome.valueOf(row.getString("outcome")),
                                row.getString("reason_code"),
                                row.getLong("agency_id"),
                                BulkSteps.filter(row),
                                row.getInt("total"),
                                row.getInt("decided"),
                                groups(row.getLong("id")),
                                row.getTimestamp("finished_at") != null,
                                row.getTimestamp("undone_at") != null,
                                row.getLong("waiting"),
                                Sql.instant(row, "effective_at"),
                                row.getLong("actor_id") == actor.accountId(),
                                failed.incident(BulkJob.NAME, row.getString("id"))),
                        clock.instant(),
                        id,
                        actor.agencyId())
                .orElseThrow(NotFound::new);
    }

    private List<Group> groups(long bulkId) {
        return sql.list(
                "SELECT what, entries FROM review_bulk_count WHERE bulk_id = ? AND entries > 0 ORDER BY INSTR(what, '.') > 0,"
                        + " what",
                row -> new Group(row.getString(1), row.getLong(2)),
                bulkId);
    }

    /**
     * What has become of the proposals of a bulk by now.
     *
     * @param takenBack approved, and the approver took that back
     * @param over the proposer took them back, or their entries were changed or withdrawn
     */
    public record Proposed(long waiting, long approved, long declined, long takenBack, long over) {}

    @Requires(Permission.REVIEW_ENTRIES)
    public Proposed proposed(Actor actor, PublicId id) {
        String next =
                "(SELECT n.step FROM review_decision n WHERE n.entry_id = d.entry_id AND n.id > d.id ORDER BY n.id LIMIT 1%s)";
        Map<String, Long> counts = new HashMap<>();
        sql.list(
                        "SELECT CASE WHEN s1 = 'CONFIRMED' AND s2 IN ('UNDONE', 'LAPSED') THEN 'TAKEN_BACK' WHEN s1 IN"
                                + " ('CONFIRMED', 'DECLINED') THEN s1 WHEN s1 IS NULL AND waits THEN 'WAITING' ELSE 'OVER'"
                                + " END AS became, COUNT(*) FROM (SELECT " + next.formatted("") + " AS s1, "
                                + next.formatted(" OFFSET 1")
                                + " AS s2, e.state = 'PENDING' AND e.stage = 'PROPOSED' AS waits FROM review_bulk b JOIN"
                                + " review_decision d ON d.act_id = b.id AND d.step = 'PROPOSED' JOIN stafflist_entry e ON e.id ="
                                + " d.entry_id WHERE b.public_id = ? AND b.agency_id = ? AND NOT b.forgotten) steps GROUP BY"
                                + " became",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        id,
                        actor.agencyId())
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return new Proposed(
                counts.getOrDefault("WAITING", 0L),
                counts.getOrDefault("CONFIRMED", 0L),
                counts.getOrDefault("DECLINED", 0L),
                counts.getOrDefault("TAKEN_BACK", 0L),
                counts.getOrDefault("OVER", 0L));
    }

    /** An entry of a bulk. @param foreseen what was said before; {@code what} says how it stands with it now */
    public record Line(
            PublicId id,
            String name,
            long organisationId,
            String foreseen,
            String what,
            EntryState state,
            Stage stage) {
        public String foreseenKey() {
            return Group.key(foreseen);
        }

        public String key() {
            return Group.key(what);
        }
    }

    /** @param what of which group; empty for all */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Line> lines(Actor actor, PublicId id, String what, int first, int count) {
        return sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, l.foreseen, IFNULL(l.result, l.foreseen), e.state, e.stage FROM"
                        + " review_bulk b JOIN review_bulk_entry l ON l.bulk_id = b.id JOIN stafflist_entry e ON e.id = l.entry_id"
                        + " WHERE b.public_id = ? AND b.agency_id = ? AND NOT b.forgotten AND (? = '' OR IFNULL(l.result, l.foreseen) = ?)"
                        + " ORDER BY l.entry_id LIMIT ? OFFSET ?",
                row -> new Line(
                        Sql.publicId(row, "public_id"),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        EntryState.valueOf(row.getString(6)),
                        Stage.valueOf(row.getString(7))),
                id,
                actor.agencyId(),
                what,
                what,
                count,
                first);
    }

    /** What has no effect yet goes back into the queue, and nothing more is decided. Once more changes nothing. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void undo(Actor actor, PublicId id) {
        long bulkId = own(actor, id);
        if (sql.update(
                        "UPDATE review_bulk SET undone_at = ?, undone_by = ?, finished_at = NULL WHERE id = ? AND undone_at IS NULL"
                                + " AND phase = 'DECIDING'",
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

    /**
     * What became of verdicts that were to take effect at once.
     *
     * @param effective that do
     * @param withdrawn left out, as their entries were withdrawn meanwhile
     * @param changed left out, as their entries were sent anew meanwhile
     */
    public record AtOnce(int effective, int withdrawn, int changed) {}

    /** The undo window closes now, for those that are decided later too. What is void lapses, and its lines say so. */
    @Requires(Permission.REVIEW_ENTRIES)
    public AtOnce atOnce(Actor actor, PublicId id) {
        long bulkId = own(actor, id);
        Instant now = clock.instant();
        sql.update("UPDATE review_bulk SET at_once = TRUE WHERE id = ?", bulkId);
        String held = "act_id = ? AND approval_id IS NULL AND stage = 'HELD' AND effective_at > ? AND ";
        String is = "EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.id = review_pending.entry_id AND ";
        List<PendingVerdicts.Pending> withdrawn =
                pending.held(held + is + "e.state = 'WITHDRAWN') ORDER BY entry_id", bulkId, now);
        steps.lapsed(actor, bulkId, withdrawn, Undoing.WITHDRAWN);
        List<PendingVerdicts.Pending> changed = pending.held(
                held + "NOT " + is + "e.state = 'PENDING' AND e.stage = 'HELD') ORDER BY entry_id", bulkId, now);
        steps.lapsed(actor, bulkId, changed, Undoing.LAPSED);
        int effective =
                sql.update("UPDATE review_pending SET effective_at = ? WHERE " + held + "TRUE", now, bulkId, now);
        return new AtOnce(effective, withdrawn.size(), changed.size());
    }

    private long own(Actor actor, PublicId id) {
        return sql.first(
                        "SELECT id FROM review_bulk WHERE public_id = ? AND agency_id = ? AND actor_id = ? AND NOT forgotten FOR"
                                + " UPDATE",
                        row -> row.getLong(1),
                        id,
                        actor.agencyId(),
                        actor.accountId())
                .orElseThrow(NotFound::new);
    }
}
