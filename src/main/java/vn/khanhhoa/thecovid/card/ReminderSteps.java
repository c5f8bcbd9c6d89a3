package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * The steps of {@link ReminderJob}, a transaction each. Of a short card its holder is not reminded before half of it is over, and of one
 * that somebody asked to change or to end not at all.
 */
@ApplicationScoped
@Transactional
class ReminderSteps {
    @Inject
    @ConfigProperty(name = "portal.cards.remind.days", defaultValue = "5")
    private int days;

    @Inject
    private Cards cards;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<CardsEnding> ending;

    /** Says whether more may follow. */
    boolean remind(int most) {
        LocalDate today = LocalDate.now(clock);
        List<Long> due = sql.list(
                "SELECT c.id FROM card_card c WHERE c.reminded = FALSE AND c.state = 'VALID' AND c.valid_to BETWEEN ? AND ? AND"
                        + " DATEDIFF(c.valid_to, ?) <= DATEDIFF(c.valid_to, c.valid_from) DIV 2 AND NOT EXISTS (SELECT 1 FROM"
                        + " stafflist_entry a WHERE a.amends_id = c.entry_id AND (a.open_amends IS NOT NULL OR a.leave_due IS"
                        + " NOT NULL)) ORDER BY c.valid_to, c.id LIMIT ?",
                row -> row.getLong(1),
                today,
                today.plusDays(days),
                today,
                most);
        List<Cards.Newest> held = cards.held(due).stream()
                .filter(card -> card.state() == CardState.VALID)
                .toList();
        if (!held.isEmpty()) {
            sql.batch(
                    "UPDATE card_card SET reminded = TRUE WHERE id = ?",
                    held,
                    (statement, card) -> statement.setLong(1, card.cardId()));
            ending.fire(new CardsEnding(held.stream().map(Cards.Newest::entryId).toList()));
        }
        return due.size() == most;
    }
}
