package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/**
 * What an agency prints of its own cards, or a health officer of all: those that can be used and match a search, in stacks
 * that one file holds. Each stack that is taken is on the trail.
 */
@UseCase
public class CardStacks {
    /** Of one file: of every card a little stays in memory until the file is written. */
    static final int LARGEST = 20_000;

    @Inject
    private Cards cards;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** How many stacks the cards make that match. */
    @Requires(Permission.CONTROL_CARDS)
    public int count(Actor actor, CardFilter filter) {
        CardFilter.Condition which = usable(actor, filter);
        return Math.toIntExact((cards.count(which.sql(), which.args()) + LARGEST - 1) / LARGEST);
    }

    /** The cards of a stack, which are read while they are printed; none where there is no such stack. @param number from 1 */
    @Requires(Permission.CONTROL_CARDS)
    public Optional<CardsInSteps> take(Actor actor, CardFilter filter, int number) {
        CardFilter.Condition which = usable(actor, filter);
        Optional<Cards.Stretch> stretch = cards.stretch(which, (number - 1) * (long) LARGEST, LARGEST);
        stretch.ifPresent(found -> trail.fire(new CardChanged(
                actor.accountId(),
                "card.printed",
                "agency",
                String.valueOf(actor.agencyId()),
                Map.of("count", String.valueOf(found.count())))));
        return stretch.map(found -> CardsInSteps.between(cards, which, found.first() - 1, found.last()));
    }

    private CardFilter.Condition usable(Actor actor, CardFilter filter) {
        return filter.usable().condition(actor, LocalDate.now(clock));
    }
}
