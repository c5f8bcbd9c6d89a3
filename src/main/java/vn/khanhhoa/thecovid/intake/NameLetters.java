package vn.khanhhoa.thecovid.intake;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Locale;

/** The letters of names, and what text of an old font looks like among them. */
final class NameLetters {
    private static final int ASCII_END = 0x7F;
    private static final int LATIN_END = 0x250;
    private static final String NEVER_LAST = "âầấẩẫậăằắẳẵặÂẦẤẨẪẬĂẰẮẲẴẶ";
    private static final BitSet VIETNAMESE = new BitSet();

    static {
        for (char vowel : "aăâeêioôơuưy".toCharArray()) {
            add(String.valueOf(vowel));
            for (char tone : "\u0300\u0301\u0303\u0309\u0323".toCharArray()) {
                add(Normalizer.normalize("" + vowel + tone, Normalizer.Form.NFC));
            }
        }
        add("đ");
    }

    private NameLetters() {}

    private static void add(String letter) {
        VIETNAMESE.set(letter.charAt(0));
        VIETNAMESE.set(letter.toUpperCase(Locale.ROOT).charAt(0));
    }

    static boolean isLatin(char letter) {
        return letter < LATIN_END && letter != 'µ'
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    }

    /** Whether a letter of the text is unusual. */
    static boolean hasUnusual(String text) {
        for (int i = 0; i < text.length(); i++) {
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (text.charAt(i) > ASCII_END
                    && (!Character.isLetter(text.charAt(i))
                            || isUnusual(i == 0 ? ' ' : text.charAt(i - 1), text.charAt(i), after))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Letters that Vietnamese does not have; a capital inside a word (NguyÔn is Nguyễn in TCVN3); â and ă at its end; a vowel
     * with a mark behind one that never has it there (Vaên is Văn in VNI). Foreign names may have all of them.
     */
    static boolean isUnusual(char before, char letter, char after) {
        if (letter <= ASCII_END) {
            return false;
        }
        if (!VIETNAMESE.get(letter)
                || Character.isUpperCase(letter) && Character.isLetter(before) && Character.isLowerCase(after)
                || Character.isUpperCase(letter) && Character.isLowerCase(before)
                || NEVER_LAST.indexOf(letter) >= 0 && !Character.isLetter(after)) {
            return true;
        }
        return switch (Character.toLowerCase(before)) {
            case 'a', 'e' -> letter != 'đ' && letter != 'Đ';
            case 'o' -> "âêôòóõùúÂÊÔÒÓÕÙÚ".indexOf(letter) >= 0;
            case 'u' -> "ùúÙÚ".indexOf(letter) >= 0;
            default -> false;
        };
    }
}
