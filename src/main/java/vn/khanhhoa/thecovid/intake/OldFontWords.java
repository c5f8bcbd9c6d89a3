package vn.khanhhoa.thecovid.intake;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One text weighed word by word: can it be Vietnamese as it stands, and can it be as an old font shows it. Only words
 * with letters beyond ASCII say anything.
 *
 * @param converted what the text shows in the font
 * @param old words that are Vietnamese only in the font
 * @param plain words that are Vietnamese only as they stand
 * @param odd words that are Vietnamese in neither
 */
public record OldFontWords(String converted, int old, int plain, int odd) {
    /** Empty for text that the font cannot show. */
    static Optional<OldFontWords> weigh(String text, OldFont font) {
        String converted = font.convert(text);
        if (converted == null) {
            return Optional.empty();
        }
        String[] given = words(text);
        String[] shown = words(converted);
        int old = 0;
        int plain = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(given.length, shown.length); i++) {
            if (isAscii(given[i])) {
                continue;
            }
            boolean asItStands = Syllable.isOne(Normalizer.normalize(given[i], Normalizer.Form.NFC));
            boolean inFont = (given[i].length() > 1 || hasAsciiLetter(given[i])) && Syllable.isOne(shown[i]);
            if (asItStands != inFont) {
                plain += asItStands ? 1 : 0;
                old += inFont ? 1 : 0;
            } else if (!asItStands) {
                odd++;
            }
        }
        return Optional.of(new OldFontWords(converted, old, plain, odd));
    }

    /**
     * What one text by itself shows in an old font, where all its words are Vietnamese only so. Most texts are told by a look
     * at their letters.
     */
    public static Optional<String> reading(String text) {
        if (!mayBeOld(text) || !NameLetters.hasUnusual(text)) {
            return Optional.empty();
        }
        return Stream.of(OldFont.TCVN3, OldFont.VNI)
                .flatMap(font -> weigh(text, font).stream())
                .filter(words -> words.old() > 0 && words.plain() == 0 && words.odd() == 0)
                .max(Comparator.comparingInt(OldFontWords::old))
                .map(OldFontWords::converted);
    }

    /** Split where both readings split: at ASCII characters that are no letters. */
    private static String[] words(String text) {
        return text.split("[\\x00-\\x40\\x5B-\\x60\\x7B-\\xA0\\u2000-\\u206F]+");
    }

    /** A letter that says something of the font is there, and no character is that Western fonts do not have. */
    static boolean mayBeOld(String text) {
        boolean beyondAscii = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '\u00FF' && !OldFont.isPunctuation(c)) {
                return false;
            }
            beyondAscii |= OldFont.isLatinSupplement(c);
        }
        return beyondAscii;
    }

    private static boolean hasAsciiLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > '\u007F') {
                return false;
            }
        }
        return true;
    }
}
