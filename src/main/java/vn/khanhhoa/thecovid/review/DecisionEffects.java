package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/**
 * Verdicts take effect: cards are made, the organisation sees them, they are counted. What cannot take effect any more (it
 * was withdrawn, its period is over) lapses, and where it is still open it lies in the queue again.
 */
@UseCase
public class DecisionEffects {
    @Inject
    private EntryDecisions decisions;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** One step of the job. Says whether more may follow. */
    @Requires(Permission.RUN_JOBS)
    public boolean step(Actor portal, int most) {
        List<PendingVerdicts.Pending> due = pending.due(clock.instant(), most);
        takeEffect(due);
        return due.size() == most;
    }

    /** The entries of what is due, held by nobody. */
    @Requires(Permission.RUN_JOBS)
    public List<Long> due(Actor portal, int most) {
        return pending.dueIds(clock.instant(), most);
    }

    /** A step of one verdict, where it is still due. */
    @Requires(Permission.RUN_JOBS)
    public void one(Actor portal, long entryId) {
        takeEffect(pending.dueOf(clock.instant(), entryId));
    }

    /** What cannot take effect now comes again in a while: each time later, up to an hour. It can no longer be undone. */
    @Requires(Permission.RUN_JOBS)
    public void putOff(Actor portal, long entryId) {
        pending.putOff(clock.instant(), entryId);
    }

    private void takeEffect(List<PendingVerdicts.Pending> due) {
        if (due.isEmpty()) {
            return;
        }
        hold(due);
        pending.remove(PendingVerdicts.ids(due));
        Map<Decided, List<Long>> alike = new LinkedHashMap<>();
        Map<Long, Long> acts = new HashMap<>();
        for (PendingVerdicts.Pending each : due) {
            alike.computeIfAbsent(
                            new Decided(each.verdict(), each.approver(), each.mandateNo()), unused -> new ArrayList<>())
                    .add(each.entryId());
            acts.put(each.entryId(), each.actId());
        }
        alike.forEach((decided, ids) -> carryOut(decided, ids, id -> Objects.requireNonNull(acts.get(id))));
    }

    /** Their entries, before the first of the verdicts is carried out. */
    void hold(List<PendingVerdicts.Pending> verdicts) {
        decisions.hold(
                Actor.PORTAL,
                PendingVerdicts.ids(verdicts),
                PendingVerdicts.ids(verdicts.stream()
                        .filter(each -> each.verdict().outcome() == Outcome.REFUSE)
                        .toList()));
    }

    /**
     * @param approver who agreed to it, or none where the judge decided alone
     * @param mandateNo of the document by which an officer decided alone; empty for none
     * @param byRule by which the portal decided; empty where a person did
     */
    record Decided(Verdict verdict, @Nullable Actor approver, String mandateNo, String byRule) {
        Decided(Verdict verdict, @Nullable Actor approver, String mandateNo) {
            this(verdict, approver, mandateNo, "");
        }

        /** Whose decision it is: the approver's, where there is one. */
        Actor decider() {
            return Objects.requireNonNullElse(approver, verdict.actor());
        }

        Verdict asDecided() {
            return new Verdict(decider(), verdict.outcome(), verdict.reasonCode(), verdict.reasonText());
        }
    }

    /** In the running transaction; the entries are held and judged. @param acts in which act each of them was */
    void carryOut(Decided decision, List<Long> entryIds, LongUnaryOperator acts) {
        Verdict verdict = decision.verdict();
        Instant now = clock.instant();
        int late = counts.late(entryIds, now);
        EntryDecisions.Result result = decisions.carryOut(Actor.PORTAL, entryIds, decision.asDecided());
        counts.add(verdict, result.decided(), late, now);
        for (EntryDecisions.LeftOut left : result.leftOut()) {
            history.add(
                    List.of(left.entryId()),
                    acts.applyAsLong(left.entryId()),
                    new DecisionHistory.Entry(Step.LAPSED, verdict.actor(), verdict.outcome(), "", left.code(), 0));
        }
        record(
                decision.byRule().isEmpty() ? "review.decided" : "review.decided-by-rule",
                decision.decider(),
                result.decided(),
                details(decision));
    }

    /** For the trail, of each entry. */
    void record(String action, Actor actor, List<Long> entryIds, Map<String, String> details) {
        for (String id : publicIds(entryIds)) {
            trail.fire(new EntryDecided(actor.accountId(), action, "entry", id, details));
        }
    }

    private static Map<String, String> details(Decided decision) {
        Verdict verdict = decision.verdict();
        Map<String, String> details = new HashMap<>(Map.of(
                "before",
                "PENDING",
                "after",
                verdict.outcome().state().name(),
                "agency",
                String.valueOf(verdict.actor().agencyId())));
        if (verdict.outcome() != Outcome.APPROVE) {
            details.put("reason", verdict.reasonCode());
        }
        if (decision.approver() != null) {
            details.put("proposer", String.valueOf(verdict.actor().accountId()));
        }
        if (!decision.mandateNo().isEmpty()) {
            details.put("mandate", decision.mandateNo());
        }
        if (!decision.byRule().isEmpty()) {
            details.put("rule", decision.byRule());
        }
        return details;
    }

    private List<String> publicIds(List<Long> entryIds) {
        return entryIds.isEmpty()
                ? List.of()
                : sql.list(
                        "SELECT public_id FROM stafflist_entry WHERE id IN (" + Sql.marks(entryIds.size()) + ")",
                        row -> Sql.publicId(row, "public_id").toString(),
                        entryIds.toArray());
    }
}
