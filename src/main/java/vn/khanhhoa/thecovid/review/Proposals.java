package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryAction;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/**
 * What officers propose, before their approver: in batches of one proposer, one outcome and one reason, agreed to in one
 * act under a number of the agency. Nobody approves what they proposed themselves.
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

    /** One of a batch. */
    public record Proposed(
            long entryId, PublicId id, String name, long organisationId, String reasonText, Instant proposedAt) {}

    /** An act of approval. @param number under which it is filed in its year */
    public record Approval(
            PublicId id,
            int year,
            int number,
            String approver,
            int total,
            int approved,
            int leftOut,
            Instant begunAt,
            @Nullable Instant finishedAt) {
        public boolean isFinished() {
            return finishedAt != null;
        }

        public int percent() {
            return isFinished() || total == 0 ? 100 : Math.min(99, 100 * (approved + leftOut) / total);
        }
    }

    /** A line of what was approved. @param takenBack undone or lapsed before it took effect */
    public record Line(
            int number,
            PublicId entry,
            String name,
            long organisationId,
            Outcome outcome,
            String reasonCode,
            String proposer,
            boolean takenBack) {}

    private static final String OF_BATCH =
            "agency_id = ? AND stage = 'PROPOSED' AND judge_id = ? AND outcome = ? AND reason_code = ? AND why = ?"
                    + " AND approval_id IS NULL";
    private static final String SEEN = " AND judged_at <= ?";
    private static final int LONGEST_REMARK = 1_000;

    @Inject
    private EntryDecisions decisions;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionEffects effects;

    @Inject
    private DeskSettings settings;

    @Inject
    private Delegations delegations;

    @Inject
    private AgencyStaff staff;

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
                        + " GROUP BY judge_id, outcome, reason_code, why ORDER BY oldest",
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
        return sql.list(
                "SELECT e.id, e.public_id, e.name, e.organisation_id, p.reason_text, p.judged_at FROM (SELECT * FROM"
                        + " review_pending WHERE " + OF_BATCH + ") p JOIN stafflist_entry e ON e.id = p.entry_id"
                        + " ORDER BY p.entry_id LIMIT ? OFFSET ?",
                row -> new Proposed(
                        row.getLong(1),
                        Sql.publicId(row, "public_id"),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        Objects.requireNonNull(Sql.instant(row, "judged_at"))),
                args.toArray());
    }

    /** Agrees to what was shown of a batch, so far as it is still proposed; a job does the work. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public PublicId approve(Actor approver, BatchKey batch, Shown shown, boolean atOnce) {
        if (batch.proposerId() == approver.accountId()) {
            throw new RuleViolation("review.own-proposal");
        }
        List<Object> seen = args(approver, batch);
        seen.add(shown.until());
        long count = sql.number("SELECT COUNT(*) FROM review_pending WHERE " + OF_BATCH + SEEN, seen.toArray());
        if (count == 0) {
            throw new RuleViolation("review.nothing-proposed");
        }
        if (count > shown.entries()) {
            throw new RuleViolation("review.more-proposed", count, shown.entries());
        }
        // Approvers of one agency draw their numbers one after the other.
        sql.update(
                "INSERT INTO review_agency (agency_id) VALUES (?) ON DUPLICATE KEY UPDATE agency_id = VALUES(agency_id)",
                approver.agencyId());
        int year = LocalDate.now(clock).getYear();
        PublicId id = PublicId.random();
        long approvalId = sql.number("SELECT NEXT VALUE FOR review_seq");
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
        List<Object> args = new ArrayList<>(List.of(approvalId));
        args.addAll(seen);
        sql.update("UPDATE review_pending SET approval_id = ? WHERE " + OF_BATCH + SEEN, args.toArray());
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
        List<Long> ids = PendingVerdicts.ids(chosen);
        decisions.putBack(approver, ids, EntryAction.DECLINE);
        pending.remove(ids);
        history.add(
                ids,
                chosen.get(0).actId(),
                new DecisionHistory.Entry(Step.DECLINED, approver, null, "", remark.strip(), 0));
        trail.fire(new EntryDecided(
                approver.accountId(),
                "review.declined",
                "verdicts",
                batch.toString(),
                Map.of("count", String.valueOf(ids.size()), "agency", String.valueOf(approver.agencyId()))));
        told.fire(AccountsTold.of(
                List.of(batch.proposerId()), "review.declined-of-yours", "/agency/review-queue", ids.size()));
        return ids.size();
    }

    /** One step of the job. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, long approvalId, int most) {
        Optional<Work> found = sql.first(
                "SELECT * FROM review_approval WHERE id = ? AND finished_at IS NULL FOR UPDATE",
                row -> new Work(
                        Sql.publicId(row, "public_id"),
                        new Actor(
                                row.getLong("approver_id"),
                                row.getString("approver_name"),
                                Role.valueOf(row.getString("approver_role")),
                                0,
                                row.getLong("agency_id")),
                        row.getBoolean("at_once")),
                approvalId);
        if (found.isEmpty()) {
            return false;
        }
        Work work = found.get();
        List<PendingVerdicts.Pending> some =
                pending.held("approval_id = ? AND stage = 'PROPOSED' ORDER BY entry_id LIMIT ?", approvalId, most);
        if (some.isEmpty()) {
            sql.update("UPDATE review_approval SET finished_at = ? WHERE id = ?", clock.instant(), approvalId);
            return false;
        }
        if (!staff.mayStill(work.approver())) {
            sql.update(
                    "UPDATE review_pending SET approval_id = NULL WHERE approval_id = ? AND stage = 'PROPOSED'",
                    approvalId);
            return true;
        }
        Map<Verdict, List<Long>> byVerdict = new LinkedHashMap<>();
        some.forEach(each -> byVerdict
                .computeIfAbsent(each.verdict(), unused -> new ArrayList<>())
                .add(each.entryId()));
        byVerdict.forEach((verdict, ids) -> confirm(work, approvalId, verdict, ids));
        return true;
    }

    private record Work(PublicId id, Actor approver, boolean atOnce) {}

    private void confirm(Work work, long approvalId, Verdict proposed, List<Long> ids) {
        Verdict verdict =
                new Verdict(work.approver(), proposed.outcome(), proposed.reasonCode(), proposed.reasonText());
        EntryDecisions.Result result =
                decisions.confirm(work.approver(), ids, verdict, delegations.standsInFor(work.approver()));
        history.add(
                result.decided(),
                approvalId,
                new DecisionHistory.Entry(
                        Step.CONFIRMED,
                        work.approver(),
                        verdict.outcome(),
                        verdict.reasonCode(),
                        verdict.reasonText(),
                        0));
        effects.record(
                "review.confirmed",
                work.approver(),
                result.decided(),
                Map.of(
                        "agency",
                        String.valueOf(work.approver().agencyId()),
                        "approval",
                        work.id().toString(),
                        "proposer",
                        String.valueOf(proposed.actor().accountId())));
        List<Long> leftOut =
                result.leftOut().stream().map(EntryDecisions.LeftOut::entryId).toList();
        // What the approver may not agree to is judged again; what is closed meanwhile stays as it is.
        decisions.putBack(work.approver(), leftOut, EntryAction.LAPSE);
        pending.remove(leftOut);
        result.leftOut()
                .forEach(left -> history.add(
                        List.of(left.entryId()),
                        approvalId,
                        new DecisionHistory.Entry(
                                Step.LAPSED, work.approver(), verdict.outcome(), "", left.code(), 0)));
        Instant now = clock.instant();
        int minutes = settings.of(work.approver().agencyId()).undoMinutes();
        if (work.atOnce() || minutes == 0) {
            pending.remove(result.decided());
            if (!result.decided().isEmpty()) {
                effects.carryOut(
                        new DecisionEffects.Decided(proposed, work.approver().accountId()),
                        result.decided(),
                        id -> approvalId);
            }
        } else {
            pending.confirmed(result.decided(), work.approver(), now.plus(Duration.ofMinutes(minutes)));
        }
        sql.update(
                "UPDATE review_approval SET approved = approved + ?, left_out = left_out + ? WHERE id = ?",
                result.decided().size(),
                leftOut.size(),
                approvalId);
    }

    /** Acts of the agency, the latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Approval> approvals(Actor actor, int first, int count) {
        return approvals("agency_id = ? ORDER BY id DESC LIMIT ? OFFSET ?", actor.agencyId(), count, first);
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public Approval approval(Actor actor, PublicId id) {
        return approvals("public_id = ? AND agency_id = ?", id, actor.agencyId()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private List<Approval> approvals(String condition, Object... args) {
        return sql.list(
                "SELECT public_id, year, number, approver_name, total, approved, left_out, begun_at, finished_at FROM"
                        + " review_approval WHERE " + condition,
                row -> new Approval(
                        Sql.publicId(row, "public_id"),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        Objects.requireNonNull(Sql.instant(row, "begun_at")),
                        Sql.instant(row, "finished_at")),
                args);
    }

    /** What the act agreed to, numbered, for the file. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Line> lines(Actor actor, PublicId id, int first, int count) {
        List<Line> lines = new ArrayList<>();
        sql.list(
                        "SELECT e.public_id, e.name, e.organisation_id, d.outcome, d.reason_code, (SELECT p.decider FROM review_decision p"
                                + " WHERE p.entry_id = d.entry_id AND p.step = 'PROPOSED' AND p.id < d.id ORDER BY p.id DESC"
                                + " LIMIT 1), IFNULL((SELECT n.step FROM review_decision n WHERE n.entry_id = d.entry_id AND"
                                + " n.id > d.id ORDER BY n.id LIMIT 1) IN ('UNDONE', 'LAPSED'), FALSE)"
                                + " FROM review_approval a JOIN review_decision d ON d.act_id = a.id AND"
                                + " d.step = 'CONFIRMED' JOIN stafflist_entry e ON e.id = d.entry_id WHERE a.public_id = ?"
                                + " AND a.agency_id = ? ORDER BY d.entry_id LIMIT ? OFFSET ?",
                        row -> new Line(
                                0,
                                Sql.publicId(row, "public_id"),
                                row.getString(2),
                                row.getLong(3),
                                Outcome.valueOf(row.getString(4)),
                                Objects.requireNonNullElse(row.getString(5), ""),
                                Objects.requireNonNullElse(row.getString(6), ""),
                                row.getBoolean(7)),
                        id,
                        actor.agencyId(),
                        count,
                        first)
                .forEach(line -> lines.add(new Line(
                        first + lines.size() + 1,
                        line.entry(),
                        line.name(),
                        line.organisationId(),
                        line.outcome(),
                        line.reasonCode(),
                        line.proposer(),
                        line.takenBack())));
        return lines;
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
