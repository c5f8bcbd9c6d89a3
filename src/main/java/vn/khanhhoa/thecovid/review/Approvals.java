package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** Acts of approvers: a job carries each out in steps, and the numbered list of what was agreed to is kept for the file. */
@UseCase
public class Approvals {
    /** An act of approval. @param number under which it is filed in its year */
    public record Approval(
            PublicId id,
            int year,
            int number,
            String approver,
            int total,
            int approved,
            int leftOut,
            int takenBack,
            Instant begunAt,
            @Nullable Instant finishedAt,
            boolean undone) {
        public boolean isFinished() {
            return finishedAt != null;
        }

        public int percent() {
            return isFinished() || total == 0 ? 100 : Math.min(99, 100 * (approved + leftOut) / total);
        }
    }

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
    private Undoing undoing;

    @Inject
    private Proposals proposals;

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
                        row.getBoolean("at_once"),
                        row.getTimestamp("undone_at") != null),
                approvalId);
        if (found.isEmpty()) {
            return false;
        }
        Work work = found.get();
        if (work.undone()) {
            return takeBack(work, approvalId, most);
        }
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
        effects.hold(some);
        Map<Verdict, List<Long>> byVerdict = new LinkedHashMap<>();
        some.forEach(each -> byVerdict
                .computeIfAbsent(each.verdict(), unused -> new ArrayList<>())
                .add(each.entryId()));
        byVerdict.forEach((verdict, ids) -> confirm(work, approvalId, verdict, ids));
        return true;
    }

    private record Work(PublicId id, Actor approver, boolean atOnce, boolean undone) {}

    /** What was not agreed to yet is only proposed again; the rest goes back into the queue, where it is judged anew. */
    private boolean takeBack(Work work, long approvalId, int most) {
        sql.update(
                "UPDATE review_pending SET approval_id = NULL WHERE approval_id = ? AND stage = 'PROPOSED'",
                approvalId);
        List<PendingVerdicts.Pending> some = pending.held(
                "approval_id = ? AND stage = 'HELD' AND effective_at IS NULL ORDER BY entry_id LIMIT ?",
                approvalId,
                most);
        if (some.isEmpty()) {
            sql.update("UPDATE review_approval SET finished_at = ? WHERE id = ?", clock.instant(), approvalId);
            return false;
        }
        effects.hold(some);
        Map<Long, List<PendingVerdicts.Pending>> byAct = new TreeMap<>();
        some.forEach(each ->
                byAct.computeIfAbsent(each.actId(), unused -> new ArrayList<>()).add(each));
        Set<Long> isBack = new HashSet<>();
        byAct.values().forEach(ofAct -> isBack.addAll(undoing.takeBack(work.approver(), ofAct)));
        int back = isBack.size();
        Map<Long, List<Long>> byProposer = new TreeMap<>();
        some.stream()
                .filter(each -> isBack.contains(each.entryId()))
                .forEach(each -> byProposer
                        .computeIfAbsent(each.judgeId(), unused -> new ArrayList<>())
                        .add(each.entryId()));
        byProposer.forEach((proposer, ids) ->
                proposals.tellProposer(work.approver(), proposer, "review.approval-taken-back-of-list", ids));
        sql.update("UPDATE review_approval SET taken_back = taken_back + ? WHERE id = ?", back, approvalId);
        return true;
    }

    /** What can be taken back of an act now. @param until when the last of it takes effect; none where nothing can be */
    public record Undoable(long entries, @Nullable Instant until) {}

    @Requires(Permission.APPROVE_PROPOSALS)
    public Undoable undoable(Actor approver, PublicId id) {
        return sql.first(
                        "SELECT COUNT(*), MAX(p.effective_at) AS until FROM review_approval a JOIN "
                                + PendingVerdicts.STILL
                                + " ON p.approval_id = a.id AND p.stage = 'HELD' AND p.effective_at > ? WHERE a.public_id = ? AND"
                                + " a.agency_id = ? AND a.approver_id = ?",
                        row -> new Undoable(row.getLong(1), Sql.instant(row, "until")),
                        clock.instant(),
                        id,
                        approver.agencyId(),
                        approver.accountId())
                .orElseThrow();
    }

    /** By the approver, of all that has no effect yet. Once more changes nothing. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public void undo(Actor approver, PublicId id) {
        long approvalId = sql.first(
                        "SELECT id FROM review_approval WHERE public_id = ? AND agency_id = ? AND approver_id = ? FOR UPDATE",
                        row -> row.getLong(1),
                        id,
                        approver.agencyId(),
                        approver.accountId())
                .orElseThrow(NotFound::new);
        if (approval(approver, id).undone()) {
            return;
        }
        // From here on none of them takes effect, however long it takes to put them back.
        int held = sql.update(
                "UPDATE review_pending SET effective_at = NULL WHERE approval_id = ? AND stage = 'HELD' AND effective_at > ?",
                approvalId,
                clock.instant());
        if (held == 0 && approval(approver, id).isFinished()) {
            throw new RuleViolation("review.approval-too-late");
        }
        sql.update(
                "UPDATE review_approval SET undone_at = ?, finished_at = NULL WHERE id = ?",
                clock.instant(),
                approvalId);
        jobs.enqueue(ApprovalJob.NAME, String.valueOf(approvalId));
        trail.fire(new EntryDecided(
                approver.accountId(),
                "review.approval-undone",
                "approval",
                id.toString(),
                Map.of("agency", String.valueOf(approver.agencyId()))));
    }

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
                        new DecisionEffects.Decided(proposed, work.approver(), ""), result.decided(), id -> approvalId);
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
                "SELECT public_id, year, number, approver_name, total, approved, left_out, taken_back, begun_at, finished_at,"
                        + " undone_at FROM review_approval WHERE " + condition,
                row -> new Approval(
                        Sql.publicId(row, "public_id"),
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8),
                        Objects.requireNonNull(Sql.instant(row, "begun_at")),
                        Sql.instant(row, "finished_at"),
                        row.getTimestamp("undone_at") != null),
                args);
    }
}
