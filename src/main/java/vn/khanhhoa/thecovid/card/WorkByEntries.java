package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.eligibility.WorkOfPeople;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.EntryState;

/** What people have asked for, by their entries, each with its newest card. */
@ApplicationScoped
class WorkByEntries implements WorkOfPeople {
    @Inject
    private Sql sql;

    @Override
    public Map<Long, List<Work>> of(Collection<Long> personIds) {
        Map<Long, List<Work>> found = new HashMap<>();
        if (!personIds.isEmpty()) {
            sql.list(
                    "SELECT e.person_id, e.workplace, e.state, e.valid_to, c.card_number, c.state AS card_state FROM"
                            + " stafflist_entry e LEFT JOIN card_card c ON c.id = (SELECT n.id FROM card_card n WHERE"
                            + " n.entry_id = e.id ORDER BY n.state = 'SUPERSEDED', n.id DESC LIMIT 1) WHERE e.person_id IN ("
                            + Sql.marks(personIds.size())
                            + ") ORDER BY e.submitted_at DESC, e.id DESC",
                    row -> found.computeIfAbsent(row.getLong("person_id"), id -> new ArrayList<>())
                            .add(new Work(
                                    row.getString("workplace"),
                                    EntryState.valueOf(row.getString("state")).key(),
                                    row.getString("card_number") == null
                                            ? ""
                                            : new CardNumber(row.getString("card_number")).toString(),
                                    row.getString("card_state") == null
                                            ? ""
                                            : CardState.valueOf(row.getString("card_state"))
                                                    .key(),
                                    row.getObject("valid_to", LocalDate.class))),
                    personIds.toArray());
        }
        return found;
    }
}
