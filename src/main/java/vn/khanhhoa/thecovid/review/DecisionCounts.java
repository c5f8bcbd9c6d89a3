package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** What took effect, counted when it did. Only ever added to: the figures of a past hour come out the same for ever. */
@ApplicationScoped
class DecisionCounts {
    @Inject
    private Sql sql;

    /** How many of the entries are past their deadline. */
    int late(List<Long> entryIds, Instant now) {
        Object[] args = new Object[entryIds.size() + 1];
        for (int i = 0; i < entryIds.size(); i++) {
            args[i] = entryIds.get(i);
        }
        args[entryIds.size()] = now;
        return (int) sql.number(
                "SELECT COUNT(*) FROM stafflist_entry WHERE id IN (" + Sql.marks(entryIds.size()) + ") AND due_at < ?",
                args);
    }

    void add(Verdict verdict, List<Long> entryIds, int late, Instant now) {
        if (!entryIds.isEmpty()) {
            add(
                    verdict.actor().agencyId(),
                    verdict.actor().accountId(),
                    Step.DECIDED,
                    verdict.outcome().name(),
                    verdict.reasonCode(),
                    entryIds.size(),
                    Math.min(entryIds.size(), late),
                    now);
        }
    }

    void add(
            long agencyId,
            long judgeId,
            Step step,
            @Nullable String outcome,
            String reasonCode,
            int entries,
            int late,
            Instant now) {
        sql.update(
                "INSERT INTO review_count (id, agency_id, judge_id, step, outcome, reason_code, entries, late, counted_at)"
                        + " VALUES (NEXT VALUE FOR review_seq, ?, ?, ?, ?, ?, ?, ?, ?)",
                agencyId,
                judgeId,
                step.name(),
                outcome,
                reasonCode,
                entries,
                late,
                now);
    }
}
