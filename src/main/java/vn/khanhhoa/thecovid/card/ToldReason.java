package vn.khanhhoa.thecovid.card;

import java.util.Locale;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * Why a card does not hold, as far as whoever opens its entry may be told: decisions that the entry tells of as well. What an
 * officer wrote stays with the agencies, and so does a hold by the data, which would speak of health.
 */
public enum ToldReason {
    REOPENED(CardState.SUSPENDED),
    LEFT(CardState.REVOKED),
    REVERSED(CardState.REVOKED),
    NONE(CardState.VALID);

    private final CardState state;

    ToldReason(CardState state) {
        this.state = state;
    }

    public static ToldReason of(CardView card) {
        return Stream.of(REOPENED, LEFT, REVERSED)
                .filter(reason -> reason.state == card.state()
                        && card.reason().equals(Texts.get(Texts.VIETNAMESE, "card.reason." + reason.code())))
                .findFirst()
                .orElse(NONE);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
