package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryAction;
import vn.khanhhoa.thecovid.stafflist.EntryLevels;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * What officers propose, before their approver: in batches of one proposer, one outcome and one reason, agreed to in one
 * act under a number of the agency, which {@link Approvals} carries out. Nobody approves what they proposed themselves.
 */
@UseCase
public class Proposals {
    /** Proposals that are alike. */
    public record Batch(
            long proposerId,
            String proposer,
            Outcome outcome,
            String reasonCode,
            Why why,
            int entries,
            Instant oldest,
            Instant latest) {
        public BatchKey key() {
            return new BatchKey(proposerId, outcome, reasonCode, why);
        }

        /** All of it, as it is now. */
        public Shown shown() {
            return new Shown(entries, latest);
        }
    }

    /** Names a batch in an address. */
    public record BatchKey(long proposerId, Outcome outcome, String reasonCode, Why why) {
        @Override
        public String toString() {
            return proposerId + "." + outcome + "." + reasonCode + "." + why;
        }

        public static Optional<BatchKey> parse(String text) {
            String[] parts = text.split("\\.", -1);
            try {
                return parts.length == 4
                        ? Optional.of(new BatchKey(
                                Long.parseLong(parts[0]), Outcome.valueOf(parts[1]), parts[2], Why.valueOf(parts[3])))
                        : Optional.empty();
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
    }

    /**
     * What of a batch the approver was shown.
     *
     * @param until when the latest of them was proposed; what was proposed since is not agreed to
     */
    public record Shown(int entries, Instant until) {}

    /**
     * One of a batch.
     *
     * @param level what the data makes of the person, as it was assessed last; empty where that is not known
     * @param twice whether there is another card or entry of the person, or was one that was refused as such
     */
    public record Proposed(
            long entryId,
            PublicId id,
            String name,
            long organisationId,
            List<String> activities,
            String workplace,
            String reasonText,
            Instant proposedAt,
            String level,
            boolean twice) {
        private Proposed with(String known, boolean found) {
            return new Proposed(
                    entryId, id, name, organisationId, activities, workplace, reasonText, proposedAt, known, found);
        }
    }

    private static final String OF_BATCH =
            "agency_id = ? AND stage = 'PROPOSED' AND judge_id = ? AND outcome = ? AND reason_code = ? AND why = ?"
                    + " AND approval_id IS NULL";
    private static final String SEEN = " AND judged_at <= ?";
    /** What was taken back, or sent anew, since it was proposed is nobody's to agree to. */
    private static final String STILL =
            " AND EXISTS (SELECT 1 FROM stafflist_entry e WHERE e.id = review_pending.entry_id AND e.stage = 'PROPOSED')";

    private static final int LONGEST_REMARK = 1_000;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private Undoing undoing;

    @Inject
    private EntryQueue queue;

    @Inject
    private EntryLevels levels;

    @Inject
    private Jobs jobs;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    /** Those that wait at the approver's agency, but for their own; the oldest first. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Batch> batches(Actor approver) {
        return sql.list(
                "SELECT judge_id, MAX(judge_name), outcome, reason_code, why, COUNT(*), MIN(judged_at) AS oldest,"
                        + " MAX(judged_at) AS latest FROM"
                        + " review_pending WHERE agency_id = ? AND stage = 'PROPOSED' AND judge_id <> ? AND approval_id IS NULL"
                        + STILL + " GROUP BY judge_id, outcome, reason_code, why ORDER BY oldest",
                row -> new Batch(
                        row.getLong(1),
                        row.getString(2),
                        Outcome.valueOf(row.getString(3)),
                        row.getString(4),
                        Why.valueOf(row.getString(5)),
                        row.getInt(6),
                        Objects.requireNonNull(Sql.instant(row, "oldest")),
                        Objects.requireNonNull(Sql.instant(row, "latest"))),
                approver.agencyId(),
                approver.accountId());
    }

    @Requires(Permission.APPROVE_PROPOSALS)
    public List<Proposed> entries(Actor approver, BatchKey batch, int first, int count) {
        List<Object> args = args(approver, batch);
        args.add(count);
        args.add(first);
        List<Proposed> found = sql.list(
                "SELECT e.id, e.public_id, e.name, e.organisation_id, p.reason_text, p.judged_at, e.activities, e.workplace FROM (SELECT * FROM"
                        + " review_pending WHERE " + OF_BATCH + STILL
                        + ") p JOIN stafflist_entry e ON e.id = p.entry_id"
                        + " ORDER BY p.entry_id LIMIT ? OFFSET ?",
                row -> new Proposed(
                        row.getLong(1),
                        Sql.publicId(row, "public_id"),
                        row.getString(3),
                        row.getLong(4),
                        List.of(row.getString(7).split(" ", -1)),
                        row.getString(8),
                        row.getString(5),
                        Objects.requireNonNull(Sql.instant(row, "judged_at")),
                        "",
                        false),
                args.toArray());
        List<Long> ids = found.stream().map(Proposed::entryId).toList();
        Map<Long, String> known = levels.known(approver, ids);
        Set<Long> twice = queue.doubts(approver, ids).twice();
        return found.stream()
                .map(each -> each.with(known.getOrDefault(each.entryId(), ""), twice.contains(each.entryId())))
                .toList();
    }

    /** Agrees to what was shown of a batch, so far as it is still proposed; a job does the work. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public PublicId approve(Actor approver, BatchKey batch, Shown shown, boolean atOnce) {
        if (batch.proposerId() == approver.accountId()) {
            throw new RuleViolation("review.own-proposal");
        }
        // Approvers of one agency draw their numbers, and what they agree to, one after the other.
        sql.update(
                "INSERT INTO review_agency (agency_id) VALUES (?) ON DUPLICATE KEY UPDATE agency_id = VALUES(agency_id)",
                approver.agencyId());
        long approvalId = sql.number("SELECT NEXT VALUE FOR review_seq");
        List<Object> seen = new ArrayList<>(List.of(approvalId));
        seen.addAll(args(approver, batch));
        seen.add(shown.until());
        int count = sql.update(
                "UPDATE review_pending SET approval_id = ? WHERE " + OF_BATCH + SEEN + STILL, seen.toArray());
        if (count == 0) {
            throw new RuleViolation("review.nothing-proposed");
        }
        if (count > shown.entries()) {
            throw new RuleViolation("review.more-proposed", count, shown.entries());
        }
        int year = LocalDate.now(clock).getYear();
        PublicId id = PublicId.random();
        sql.update(
                "INSERT INTO review_approval (id, public_id, agency_id, year, number, approver_id, approver_name,"
                        + " approver_role, at_once, total, begun_at) SELECT ?, ?, ?, ?, IFNULL(MAX(number), 0) + 1, ?, ?, ?, ?, ?, ?"
                        + " FROM review_approval WHERE agency_id = ? AND year = ?",
                approvalId,
                id,
                approver.agencyId(),
                year,
                approver.accountId(),
                approver.name(),
                approver.role().name(),
                atOnce,
                count,
                clock.instant(),
                approver.agencyId(),
                year);
        jobs.enqueue(ApprovalJob.NAME, String.valueOf(approvalId));
        trail.fire(new EntryDecided(
                approver.accountId(),
                "review.approval-begun",
                "approval",
                id.toString(),
                Map.of("total", String.valueOf(count), "agency", String.valueOf(approver.agencyId()))));
        return id;
    }

    /** Does not agree to some of a batch: back into the queue, with a word to the proposer. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public int decline(Actor approver, BatchKey batch, Set<PublicId> entries, String remark) {
        if (remark.isBlank() || remark.length() > LONGEST_REMARK) {
            throw new RuleViolation("review.remark", LONGEST_REMARK);
        }
        if (entries.isEmpty()) {
            throw new RuleViolation("review.none-chosen");
        }
        List<Object> args = args(approver, batch);
        args.addAll(entries);
        List<PendingVerdicts.Pending> chosen = pending.held(
                OF_BATCH + " AND entry_id IN (SELECT id FROM stafflist_entry WHERE public_id IN ("
                        + Sql.marks(entries.size()) + ")) ORDER BY entry_id",
                args.toArray());
        if (chosen.isEmpty()) {
            return 0;
        }
        List<Long> ids = undoing.putBack(
                approver,
                chosen,
                EntryAction.DECLINE,
                new DecisionHistory.Entry(Step.DECLINED, approver, null, "", remark.strip(), 0));
        if (ids.isEmpty()) {
            return 0;
        }
        undoing.keep("review.declined", approver, chosen, ids);
        tellProposer(approver, batch.proposerId(), "review.declined-of-list", ids);
        return ids.size();
    }

    /** Of each list by itself, so that the word leads to where those entries are. */
    void tellProposer(Actor approver, long proposerId, String what, List<Long> ids) {
        for (EntryQueue.OfList list : queue.listsOf(approver, ids)) {
            told.fire(AccountsTold.of(
                    List.of(proposerId), what, "/agency/review-queue?list=" + list.id(), list.entries(), list.name()));
        }
    }

    private static List<Object> args(Actor approver, BatchKey batch) {
        return new ArrayList<>(List.of(
                approver.agencyId(),
                batch.proposerId(),
                batch.outcome().name(),
                batch.reasonCode(),
                batch.why().name()));
    }
}
