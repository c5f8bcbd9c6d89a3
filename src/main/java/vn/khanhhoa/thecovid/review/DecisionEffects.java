package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        if (due.isEmpty()) {
            return false;
        }
        pending.remove(PendingVerdicts.ids(due));
        Map<Verdict, List<Long>> byVerdict = new LinkedHashMap<>();
        Map<Long, Long> acts = new LinkedHashMap<>();
        for (PendingVerdicts.Pending each : due) {
            byVerdict
                    .computeIfAbsent(each.verdict(), unused -> new ArrayList<>())
                    .add(each.entryId());
            acts.put(each.entryId(), each.actId());
        }
        byVerdict.forEach((verdict, ids) -> carryOut(verdict, ids, Objects.requireNonNull(acts.get(ids.get(0)))));
        return due.size() == most;
    }

    /** In the running transaction; the entries are held and judged. */
    void carryOut(Verdict verdict, List<Long> entryIds, long actId) {
        Instant now = clock.instant();
        int late = counts.late(entryIds, now);
        EntryDecisions.Result result = decisions.carryOut(Actor.PORTAL, entryIds, verdict);
        counts.add(verdict, result.decided(), late, now);
        for (EntryDecisions.LeftOut left : result.leftOut()) {
            history.add(
                    List.of(left.entryId()),
                    actId,
                    new DecisionHistory.Entry(Step.LAPSED, verdict.actor(), verdict.outcome(), "", left.code(), 0));
        }
        for (String id : publicIds(result.decided())) {
            trail.fire(new EntryDecided(verdict.actor().accountId(), "review.decided", "entry", id, details(verdict)));
        }
    }

    private static Map<String, String> details(Verdict verdict) {
        String agency = String.valueOf(verdict.actor().agencyId());
        return verdict.outcome() == Outcome.APPROVE
                ? Map.of("before", "PENDING", "after", verdict.outcome().state().name(), "agency", agency)
                : Map.of(
                        "before",
                        "PENDING",
                        "after",
                        verdict.outcome().state().name(),
                        "agency",
                        agency,
                        "reason",
                        verdict.reasonCode());
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
