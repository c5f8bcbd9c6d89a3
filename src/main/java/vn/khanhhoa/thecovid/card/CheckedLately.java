package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.token.CardStatus;

/**
 * Cards that were valid when they were checked lately: what is on a card never changes, and how it stands the node's status list
 * knows, so that most checks ask the database nothing. Those that were asked for longest ago are forgotten first.
 */
@ApplicationScoped
class CheckedLately {
    private static final int MOST = 50_000;

    private final Map<CardNumber, CardView> lately = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CardNumber, CardView> eldest) {
            return size() > MOST;
        }
    };

    @Inject
    private StatusLists statuses;

    @Inject
    private Clock clock;

    /** Empty where the card is not known to be valid still with this very code. */
    Optional<CardView> valid(TokenReading.Genuine genuine, String token) {
        Optional<CardView> card = known(genuine.card())
                .filter(each -> each.token().equals(token))
                .filter(each -> !each.validTo().isBefore(LocalDate.now(clock)));
        return card.isPresent()
                        && statuses.at(Actor.PORTAL, genuine.place())
                                .filter(CheckedLately::isValid)
                                .isPresent()
                ? card
                : Optional.empty();
    }

    void remember(CardView card) {
        if (card.state() == CardState.VALID) {
            synchronized (lately) {
                lately.put(card.number(), card);
            }
        }
    }

    private Optional<CardView> known(CardNumber number) {
        synchronized (lately) {
            return Optional.ofNullable(lately.get(number));
        }
    }

    private static boolean isValid(CardStatus status) {
        return switch (status) {
            case VALID, VALID_GREEN, VALID_YELLOW, VALID_RED -> true;
            default -> false;
        };
    }
}
