package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.ModeReach;
import vn.khanhhoa.thecovid.platform.Sql;

/** Open entries that a mode reaches. */
@ApplicationScoped
class OpenEntriesReached implements ModeReach {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    public What what() {
        return What.ENTRIES;
    }

    @Override
    public List<Group> groups() {
        return sql.list(
                "SELECT e.area_id, e.activities, COUNT(*), SUM(l.entry_id IS NOT NULL AND NOT e.reopened) FROM stafflist_entry e"
                        + " LEFT JOIN stafflist_entry_level l ON l.entry_id = e.id AND l.level = 'GREEN' AND l.until > ? WHERE"
                        + " e.state = 'PENDING' AND e.stage = 'OPEN' AND e.kind <> 'LEAVE' GROUP BY e.area_id, e.activities",
                row -> new Group(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
                clock.instant());
    }
}
