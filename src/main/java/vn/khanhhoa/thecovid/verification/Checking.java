package vn.khanhhoa.thecovid.verification;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.card.CardPrinting;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.card.TokenReading;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.UseCase;

/**
 * Checks a card, for anyone. Who has the card's code has the card before them; numbers can be guessed, so they are limited
 * more strictly and show less.
 */
@UseCase
public class Checking {
    /** A checkpoint's devices may share one address: a hundred of them scan thirty cards a minute each. */
    private static final int TOKENS = 6_000;

    private static final Duration TOKEN_WINDOW = Duration.ofMinutes(1);
    private static final int NUMBERS = 30;
    private static final Duration NUMBER_WINDOW = Duration.ofMinutes(10);

    /** What became of the question. */
    public sealed interface Outcome {}

    public record Checked(CheckResult result) implements Outcome {}

    /** Not looked at. */
    public record TooManyChecks(Duration retryAfter) implements Outcome {}

    @Inject
    private TokenReading tokens;

    @Inject
    private CardQueries cards;

    @Inject
    private CardPrinting printing;

    @Inject
    private RateLimits limits;

    @Inject
    private Clock clock;

    /**
     * Without a transaction, as what is asked every second is in memory.
     *
     * @param language of the activities' names
     */
    @Requires(Permission.ANYONE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Outcome token(String token, Locale language, String networkAddress) {
        if (!limits.allowHere("check-token", networkAddress, TOKENS, TOKEN_WINDOW)) {
            return new TooManyChecks(TOKEN_WINDOW);
        }
        TokenReading.Reading reading = tokens.read(token);
        if (reading instanceof TokenReading.Genuine genuine) {
            return new Checked(genuine(token, cards.forCheck(genuine, token), language));
        } else if (reading instanceof TokenReading.OutOfTime late) {
            return new Checked(outOfTime(token, late, language));
        }
        return new Checked(CheckResult.not(CheckReason.of(((TokenReading.Refused) reading).reason())));
    }

    /** A card that was revoked or replaced is told to be so after its last day too, as its number tells it. */
    private CheckResult outOfTime(String token, TokenReading.OutOfTime late, Locale language) {
        CheckResult result = genuine(token, cards.forCheck(late.card()), language);
        return result.valid() || result.reason() == CheckReason.UNKNOWN_CARD
                ? CheckResult.not(CheckReason.of(late.reason()))
                : result;
    }

    /** @param typed the number as somebody typed it, with or without its dashes */
    @Requires(Permission.ANYONE)
    public Outcome number(String typed, Locale language, String networkAddress) {
        if (!limits.allow("check-number", networkAddress, NUMBERS, NUMBER_WINDOW)) {
            return new TooManyChecks(NUMBER_WINDOW);
        }
        Optional<CardNumber> number = CardNumber.parse(typed);
        if (number.isEmpty()) {
            return new Checked(CheckResult.not(CheckReason.BAD_NUMBER));
        }
        return new Checked(cards.forCheck(number.get())
                .map(card -> result(card, language, CheckedCard::byNumber))
                .orElse(CheckResult.not(CheckReason.UNKNOWN_CARD)));
    }

    /** A card has one code for life: another one that this portal signed for it was never given out, or is no more. */
    private CheckResult genuine(String token, Optional<CardView> card, Locale language) {
        if (card.isEmpty()) {
            return CheckResult.not(CheckReason.UNKNOWN_CARD);
        }
        return card.get().token().equals(token)
                ? result(card.get(), language, CheckedCard::inHand)
                : CheckResult.not(CheckReason.SUPERSEDED);
    }

    private CheckResult result(CardView card, Locale language, BiFunction<CardView, List<String>, CheckedCard> shown) {
        return CheckResult.of(card, LocalDate.now(clock), printing.activityNames(card, language), shown);
    }
}
