package vn.khanhhoa.thecovid.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardState;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * Valid, with the card, or not, with the one reason. Of a card that is not valid nothing is shown.
 *
 * @param reason none for a valid card
 * @param card only of a valid card
 */
public record CheckResult(
        @Nullable CheckReason reason, @Nullable CheckedCard card) {
    public static CheckResult not(CheckReason reason) {
        return new CheckResult(reason, null);
    }

    /** The card's own state goes before the calendar: a revoked card was revoked, whatever the day. */
    static CheckResult of(
            CardView card,
            LocalDate today,
            List<String> activityNames,
            BiFunction<CardView, List<String>, CheckedCard> shown) {
        if (card.state() != CardState.VALID) {
            return not(
                    switch (card.state()) {
                        case SUSPENDED -> CheckReason.SUSPENDED;
                        case REVOKED -> CheckReason.REVOKED;
                        case SUPERSEDED -> CheckReason.SUPERSEDED;
                        default -> CheckReason.EXPIRED;
                    });
        }
        if (today.isBefore(card.validFrom())) {
            return not(CheckReason.NOT_YET_VALID);
        }
        return new CheckResult(null, shown.apply(card, activityNames));
    }

    public boolean valid() {
        return reason == null;
    }

    /** {@code good}, {@code bad}, {@code warn} or {@code unknown}: how it is shown, and in what shape. */
    public String tone() {
        return reason == null ? "good" : reason.tone();
    }

    /** The verdict in a few words. */
    public String title(Locale language) {
        return Texts.get(language, "verification.title." + key());
    }

    /** What the checker should do. */
    public String advice(Locale language) {
        return Texts.get(language, "verification.advice." + key());
    }

    private String key() {
        return reason == null ? "valid" : reason.code();
    }
}
