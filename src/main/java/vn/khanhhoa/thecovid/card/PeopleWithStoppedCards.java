package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.khanhhoa.thecovid.eligibility.StoppedPeople;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;

/** Whose card an officer suspended or revoked; whoever merely left or was decided otherwise, with a good card, may come again like anybody. */
@ApplicationScoped
class PeopleWithStoppedCards implements StoppedPeople {
    @Inject
    private Sql sql;

    @Override
    public Set<Long> among(Set<Long> personIds) {
        if (personIds.isEmpty()) {
            return Set.of();
        }
        List<Object> args = new ArrayList<>(personIds);
        args.add(Texts.get(Texts.VIETNAMESE, "card.reason.left"));
        args.add(Texts.get(Texts.VIETNAMESE, "card.reason.reversed"));
        return new HashSet<>(sql.list(
                "SELECT DISTINCT c.person_id FROM card_card c WHERE c.person_id IN ("
                        + Sql.marks(personIds.size())
                        + ") AND (c.state = 'SUSPENDED' AND NOT c.held OR c.state = 'REVOKED' AND (c.state_reason NOT IN"
                        + " (?, ?) OR EXISTS (SELECT 1 FROM card_event v WHERE v.card_id = c.id AND v.state = 'SUSPENDED' AND"
                        + " v.actor_id <> 0 AND NOT EXISTS (SELECT 1 FROM card_event w WHERE w.card_id = c.id AND w.id > v.id AND"
                        + " w.state = 'VALID'))))",
                row -> row.getLong(1),
                args.toArray()));
    }
}
