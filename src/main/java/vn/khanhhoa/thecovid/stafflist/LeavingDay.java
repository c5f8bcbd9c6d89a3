package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/**
 * A leave may be approved before its day: on the day the entry ends, and with it the card; where it was changed meanwhile, what
 * it was changed to.
 */
@ApplicationScoped
class LeavingDay implements RecurringJob {
    private static final int STEP = 500;

    @Inject
    private Sql sql;

    @Inject
    private Entries entries;

    @Inject
    private Clock clock;

    @Inject
    private Event<EntriesEnded> ended;

    @Override
    public String name() {
        return "stafflist.leaving-day";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    @Transactional
    public void run() {
        endLeft(LocalDate.now(clock));
    }

    void endLeft(LocalDate today) {
        List<Long> due = sql.list(
                "WITH RECURSIVE left_one (id) AS (SELECT l.amends_id FROM stafflist_entry l WHERE l.amends_id > 0"
                        + " AND l.kind = 'LEAVE' AND l.state = 'APPROVED' AND l.valid_from <= ?"
                        + " UNION SELECT c.id FROM left_one o JOIN stafflist_entry c ON c.amends_id = o.id"
                        + " WHERE c.kind = 'CHANGE' AND c.state IN ('APPROVED', 'ENDED'))"
                        + " SELECT e.id FROM left_one o JOIN stafflist_entry e ON e.id = o.id WHERE e.state = 'APPROVED'"
                        + " ORDER BY e.id LIMIT ?",
                row -> row.getLong(1),
                today,
                STEP);
        List<Long> left = entries.heldInForce(due);
        if (!left.isEmpty()) {
            entries.end(left);
            ended.fire(new EntriesEnded(left, EntriesEnded.Cause.LEFT, Actor.PORTAL));
        }
    }
}
