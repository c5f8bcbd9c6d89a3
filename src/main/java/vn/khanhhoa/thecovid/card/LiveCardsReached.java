package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.eligibility.ModeReach;
import vn.khanhhoa.thecovid.platform.Sql;

/** Cards that can be used in a place where a mode changes: they stay as they are. */
@ApplicationScoped
class LiveCardsReached implements ModeReach {
    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    public What what() {
        return What.CARDS;
    }

    @Override
    public List<Group> groups() {
        return sql.list(
                "SELECT e.area_id, c.activities, COUNT(*), SUM(IFNULL(c.level = 'GREEN', FALSE)) FROM card_card c JOIN"
                        + " stafflist_entry e ON e.id = c.entry_id WHERE c.state = 'VALID' AND c.valid_to >= ? GROUP BY"
                        + " e.area_id, c.activities",
                row -> new Group(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4)),
                LocalDate.now(clock));
    }
}
