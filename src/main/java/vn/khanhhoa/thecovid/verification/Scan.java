package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.card.CardNumber;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * One check at a post.
 *
 * @param post of the sheet by which it was made; empty for the one where the device is
 * @param paper by which somebody passed; empty for none
 * @param number of the card; empty where none was read
 */
record Scan(
        PublicId id,
        Optional<PublicId> post,
        Instant at,
        Direction direction,
        String activity,
        Way way,
        String paper,
        Optional<CardNumber> number,
        Verdict verdict,
        String reason,
        @Nullable Level level,
        boolean online) {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z_]{0,24}");
    private static final Pattern REASON = Pattern.compile("[0-9a-z-]{0,40}");

    /** Which way people went. */
    enum Direction {
        IN,
        OUT,
        NONE
    }

    /** What was looked at. */
    enum Way {
        QR,
        NUMBER,
        DOCUMENT,
        PAPER,
        FOREIGN,
        /** The person scanned the post. */
        POSTER
    }

    enum Level {
        GREEN,
        YELLOW,
        RED
    }

    /** Not written as it should be. */
    static final class Misspelt extends Exception {
        Misspelt(String what, @Nullable Throwable cause) {
            super(what, cause, false, false);
        }
    }

    static Scan read(ScanMessage message) throws Misspelt {
        try {
            Way way = Way.valueOf(given(message.way()));
            String paper = matching(CODE, message.paper());
            if ((way == Way.PAPER) == paper.isEmpty() || way == Way.POSTER) {
                throw new Misspelt("a paper is told of checks of papers alone, a poster by no device", null);
            }
            return new Scan(
                    id(given(message.id())),
                    message.post() == null ? Optional.empty() : Optional.of(id(message.post())),
                    Instant.parse(given(message.at())).truncatedTo(ChronoUnit.MICROS),
                    Direction.valueOf(given(message.direction())),
                    matching(CODE, message.activity()),
                    way,
                    paper,
                    message.number() == null ? Optional.empty() : Optional.of(number(message.number())),
                    Verdict.valueOf(given(message.verdict())),
                    matching(REASON, message.reason()),
                    message.level() == null ? null : Level.valueOf(message.level()),
                    message.online());
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw new Misspelt("a member is misspelt", wrong);
        }
    }

    private static String given(@Nullable String text) throws Misspelt {
        if (text == null) {
            throw new Misspelt("a member is missing", null);
        }
        return text;
    }

    private static PublicId id(String text) throws Misspelt {
        return PublicId.parse(text).orElseThrow(() -> new Misspelt("no id", null));
    }

    private static CardNumber number(String text) throws Misspelt {
        return CardNumber.parse(text).orElseThrow(() -> new Misspelt("no card number", null));
    }

    private static String matching(Pattern pattern, @Nullable String text) throws Misspelt {
        String given = Objects.requireNonNullElse(text, "");
        if (!pattern.matcher(given).matches()) {
            throw new Misspelt("not a code", null);
        }
        return given;
    }
}
