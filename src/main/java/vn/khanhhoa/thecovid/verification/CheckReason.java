package vn.khanhhoa.thecovid.verification;

import java.util.Locale;

/** Why a card is not to be accepted, each with its own sentence and its own advice to the checker. */
public enum CheckReason {
    /** Neither a code nor a number was given. */
    NOTHING_GIVEN(Tone.UNKNOWN),
    NOT_A_CARD(Tone.UNKNOWN),
    /** The code of another health pass. */
    FOREIGN_CODE(Tone.UNKNOWN),
    TOO_LONG(Tone.UNKNOWN),
    BAD_BASE45(Tone.UNKNOWN),
    /** No card number, or a wrong check character. */
    BAD_NUMBER(Tone.UNKNOWN),
    MALFORMED(Tone.BAD),
    UNSUPPORTED_HEADER(Tone.BAD),
    UNKNOWN_KEY(Tone.BAD),
    /** Its key became known to others; the holder has a new code. */
    WITHDRAWN_KEY(Tone.BAD),
    BAD_SIGNATURE(Tone.BAD),
    WRONG_ISSUER(Tone.BAD),
    UNKNOWN_CARD(Tone.BAD),
    REVOKED(Tone.BAD),
    SUPERSEDED(Tone.BAD),
    EXPIRED(Tone.BAD),
    NOT_YET_VALID(Tone.WARN),
    SUSPENDED(Tone.WARN);

    /** How grave it is: not to be accepted, to be cleared up, or not read at all. */
    private enum Tone {
        BAD,
        WARN,
        UNKNOWN
    }

    private final Tone tone;

    CheckReason(Tone tone) {
        this.tone = tone;
    }

    /** Of a code as {@link #code()} writes it. */
    static CheckReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** For interfaces: {@code bad-signature}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String tone() {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
