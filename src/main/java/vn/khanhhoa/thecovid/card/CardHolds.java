package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.AuditedEvent;

/**
 * Cards follow the data: while the criteria hold their holders, they are suspended, by nobody's hand and for a reason that says nothing
 * of its cause. What a person suspended stays so, whatever the data say, before a hold and after it.
 */
@ApplicationScoped
class CardHolds {
    private static final long NOBODY = 0;

    @Inject
    private Cards cards;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<CardsHeld> changed;

    /** @param current cards, held by the running transaction @param ofHeldPeople those of the cards whose holders are held now */
    void follow(List<Cards.Newest> current, Set<Long> ofHeldPeople) {
        List<Cards.Newest> toHold = current.stream()
                .filter(card -> card.state() == CardState.VALID && ofHeldPeople.contains(card.cardId()))
                .toList();
        List<Cards.Newest> toRelease = current.stream()
                .filter(card ->
                        card.state() == CardState.SUSPENDED && card.held() && !ofHeldPeople.contains(card.cardId()))
                .toList();
        if (!toHold.isEmpty()) {
            cards.change(toHold, CardState.SUSPENDED, reason(), Map.of(), NOBODY);
            cards.hold(toHold);
            tell(toHold, CardState.SUSPENDED, "card.held");
        }
        if (!toRelease.isEmpty()) {
            cards.change(toRelease, CardState.VALID, "", Map.of(), NOBODY);
            tell(toRelease, CardState.VALID, "card.released");
        }
    }

    /** As it may be read by anybody who may see the card. */
    static String reason() {
        return Texts.get(Texts.VIETNAMESE, "card.reason.held");
    }

    private void tell(List<Cards.Newest> some, CardState state, String action) {
        trail.fire(new CardChanged(
                NOBODY,
                action,
                some.size() == 1 ? "card" : "cards",
                some.get(0).id().toString(),
                Map.of("count", String.valueOf(some.size()))));
        changed.fire(new CardsHeld(some.stream().map(Cards.Newest::entryId).toList(), state));
    }
}
