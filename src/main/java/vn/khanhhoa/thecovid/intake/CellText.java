package vn.khanhhoa.thecovid.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Cell texts made comparable without changing what they say: Unicode NFC and single plain spaces. */
public final class CellText {
    private static final int ASCII_END = 0x7F;
    private static final int COMBINING = 0x300;
    private static final char FULL_WIDTH = '\uFF01';
    private static final char FULL_WIDTH_END = '\uFF5E';
    /** From a full-width character, as keyboards of neighbours type them, to the plain one. */
    private static final int TO_PLAIN = FULL_WIDTH - '!';

    /** Eth and African D, in both cases: on many screens the same as Đ. */
    private static final String LOOK_ALIKES = "\u00D0\u0189\u00F0\u0256";

    private static final String LETTERS = "ĐĐđđ";
    /** Combining grave, acute, tilde, hook above and dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private CellText() {}

    /**
     * As texts are kept and compared: NFC, no zero-width characters, any run of white space (no-break spaces too) as one
     * space, none at the ends. It looks the same, so that nobody is told of it.
     */
    public static String composed(String raw) {
        return normalise(raw, false);
    }

    /** The day that a cell of days says; empty where it says none. */
    public static Optional<LocalDate> day(String text) {
        return DateParts.parse(text).flatMap(DateParts::toDay);
    }

    /** As texts are read: composed, and without full-width letters and digits. */
    static String normalise(String raw) {
        return normalise(raw, true);
    }

    private static String normalise(String raw, boolean plainWidth) {
        if (isPlain(raw)) {
            return raw;
        }
        String composed = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        StringBuilder text = new StringBuilder(composed.length());
        boolean gap = false;
        boolean apart = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (isInvisible(c)) {
                apart = true;
                continue;
            }
            if (isBlank(c)) {
                gap = !text.isEmpty();
            } else {
                if (gap) {
                    text.append(' ');
                    gap = false;
                }
                boolean wide = plainWidth && isFullWidth(c);
                apart |= wide;
                text.append(wide ? (char) (c - TO_PLAIN) : c);
            }
        }
        // What kept a mark from its letter is gone.
        return apart ? Normalizer.normalize(text, Normalizer.Form.NFC) : text.toString();
    }

    private static boolean isFullWidth(char c) {
        return c >= FULL_WIDTH && c <= FULL_WIDTH_END;
    }

    /** Whether normalising takes more out of a text than spaces too many and letters in two parts. */
    static boolean hasOddCharacters(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != ' ' && (isBlank(c) || isInvisible(c) || isFullWidth(c))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The text with Đ for letters that only look like it; the same object where there is none. Only at the start of a
     * word, where Vietnamese has its Đ: inside words the others are letters of foreign names.
     */
    static String withoutLookAlikes(String text) {
        StringBuilder mended = null;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = c < LOOK_ALIKES.charAt(0) ? -1 : LOOK_ALIKES.indexOf(c);
            if (at >= 0 && !Character.isLetter(before)) {
                mended = mended == null ? new StringBuilder(text) : mended;
                mended.setCharAt(i, LETTERS.charAt(at));
            }
            before = c;
        }
        return mended == null ? text : mended.toString();
    }

    /** Without marks, or without a letter that may have any. */
    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= ASCII_END);
    }

    /** Single plain spaces and only characters that no repair and no NFC ever changes, as most cells have. */
    private static boolean isPlain(String raw) {
        int length = raw.length();
        char before = ' ';
        for (int i = 0; i < length; i++) {
            char c = raw.charAt(i);
            boolean letter = c > ' '
                    && (c < ASCII_END
                            || (c >= 'À' && c < COMBINING && LOOK_ALIKES.indexOf(c) < 0)
                            || (c >= 'Ḁ' && c <= 'ỿ')
                            || (c >= '‐' && c <= '…'));
            if (!letter && (c != ' ' || before == ' ')) {
                return false;
            }
            before = c;
        }
        return length == 0 || before != ' ';
    }

    static boolean isBlank(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isBlank(raw.charAt(i)) && !isInvisible(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /** Zero-width spaces and joiners, soft hyphen, direction marks, byte order mark. */
    private static boolean isInvisible(char c) {
        return (c >= '\u200B' && c <= '\u200F') || c == '\u00AD' || c == '\u2060' || c == '\uFEFF';
    }

    /** Equal for texts that differ only in case, spacing and the place of a tone mark within its word (hòa, hoà). */
    static String key(String raw) {
        String parts = Normalizer.normalize(normalise(raw).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder key = new StringBuilder(parts.length());
        char tone = 0;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tone = c;
                continue;
            }
            if (tone != 0 && !Character.isLetter(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
                key.append(tone);
                tone = 0;
            }
            key.append(c);
        }
        return tone == 0 ? key.toString() : key.append(tone).toString();
    }

    /** Letters without marks and digits only, in lower case: equal however marks, case and punctuation are typed. */
    static String fold(String raw) {
        String parts = Normalizer.normalize(raw, Normalizer.Form.NFD);
        StringBuilder text = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char c = Character.toLowerCase(parts.charAt(i));
            if (c == 'đ') {
                text.append('d');
            } else if (Character.isLetterOrDigit(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
