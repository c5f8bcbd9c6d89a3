package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.Verdict;

/** What took effect, counted when it did. Only ever added to: the figures of a past hour come out the same for ever. */
@ApplicationScoped
class DecisionCounts {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

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
        long id = sql.number("SELECT NEXT VALUE FOR review_seq");
        sql.update(
                "INSERT INTO review_count (id, agency_id, judge_id, step, outcome, reason_code, entries, late, counted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                agencyId,
                judgeId,
                step.name(),
                outcome,
                reasonCode,
                entries,
                late,
                now);
        sql.update("INSERT INTO review_count_open (count_id) VALUES (?)", id);
    }

    /**
     * Makes what was stored meanwhile part of the figures, at a moment later than any before. What another transaction has
     * not stored yet comes with the next.
     */
    @Transactional
    void close(int most) {
        Instant last = sql.first(
                        "SELECT closed_at FROM review_cutoff WHERE id = 1 FOR UPDATE",
                        row -> Objects.requireNonNull(Sql.instant(row, "closed_at")))
                .orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        List<Long> open = sql.list(
                "SELECT count_id FROM review_count_open ORDER BY count_id LIMIT ?", row -> row.getLong(1), most);
        sql.batch("INSERT INTO review_count_closed (count_id, closed_at) VALUES (?, ?)", open, (statement, count) -> {
            statement.setLong(1, count);
            statement.setTimestamp(2, Timestamp.from(at));
        });
        sql.batch(
                "DELETE FROM review_count_open WHERE count_id = ?",
                open,
                (statement, count) -> statement.setLong(1, count));
        sql.update("UPDATE review_cutoff SET closed_at = ? WHERE id = 1", at);
    }
}
