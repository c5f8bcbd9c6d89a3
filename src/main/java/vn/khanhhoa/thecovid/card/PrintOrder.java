package vn.khanhhoa.thecovid.card;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.print.CardFormat;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * How cards are to be printed.
 *
 * @param language of what is printed around the data
 * @param handOver whose cards these are, for a sheet on which people sign that they got theirs; empty without one
 */
public record PrintOrder(CardFormat format, Locale language, String handOver) {
    /** For one person: A6 with its back. */
    public static PrintOrder one(Locale language) {
        return new PrintOrder(CardFormat.A6, language, "");
    }

    /** For many: sheets of eight. */
    public static PrintOrder many(Locale language) {
        return new PrintOrder(CardFormat.SHEET, language, "");
    }

    /** As somebody chose, where it is a choice at all; what is not stays as it is. */
    public PrintOrder chosen(@Nullable String formatCode, @Nullable String languageTag) {
        Locale wanted = switch (Objects.requireNonNullElse(languageTag, "")) {
            case "vi" -> Texts.VIETNAMESE;
            case "en" -> Locale.ENGLISH;
            default -> language;
        };
        return new PrintOrder(
                CardFormat.of(Objects.requireNonNullElse(formatCode, "")).orElse(format), wanted, handOver);
    }

    public PrintOrder in(CardFormat other) {
        return new PrintOrder(other, language, handOver);
    }

    public PrintOrder handedOver(String whose) {
        return new PrintOrder(format, language, whose);
    }

    Optional<String> whose() {
        return Optional.of(handOver).filter(whose -> !whose.isBlank());
    }
}
