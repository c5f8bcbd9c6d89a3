package vn.khanhhoa.thecovid.intake;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fonts from before Unicode, which draw Vietnamese letters in the places of Western ones: TCVN3 after TCVN 5712:1993
 * (.VnTime; the fonts whose names end with H draw the same places as capitals) and VNI for Windows, where marks follow
 * the vowel as letters of their own.
 */
enum OldFont {
    TCVN3,
    TCVN3_CAPITALS,
    VNI;

    private static final char FIRST_TCVN3 = '\u00A1';
    private static final char UNUSED = '-';
    private static final String TCVN3_LETTERS =
            "ĂÂÊÔƠƯĐăâêôơưđ------àảãáạ-ằẳẵắ-------ặầẩẫấậè-ẻẽéẹềểễếệìỉ---ĩíịò-ỏõóọồổỗốộờởỡớợù-ủũúụừửữứựỳỷỹýỵ";

    private static final String VNI_LETTERS = "ôöíìæóòîñÔÖÍÌÆÓÒÎÑ";
    private static final String VNI_MEANING = "ơưíìỉĩịỵđƠƯÍÌỈĨỊỴĐ";
    /** Letters that put a mark on the vowel before them, each with the vowels that take it. */
    private static final String[][] VNI_MARKS = {
        {"ù", "aeouyơư", "\u0301"},
        {"ø", "aeouyơư", "\u0300"},
        {"û", "aeouyơư", "\u0309"},
        {"õ", "aeouyơư", "\u0303"},
        {"ï", "aeouơư", "\u0323"},
        {"â", "aeo", "\u0302"},
        {"á", "aeo", "\u0302\u0301"},
        {"à", "aeo", "\u0302\u0300"},
        {"å", "aeo", "\u0302\u0309"},
        {"ã", "aeo", "\u0302\u0303"},
        {"ä", "aeo", "\u0302\u0323"},
        {"ê", "a", "\u0306"},
        {"é", "a", "\u0306\u0301"},
        {"è", "a", "\u0306\u0300"},
        {"ú", "a", "\u0306\u0309"},
        {"ü", "a", "\u0306\u0303"},
        {"ë", "a", "\u0306\u0323"},
    };

    /** The old font of that name, if it is one. */
    static @Nullable OldFont named(String font) {
        String name = font.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("vni-") || name.startsWith("vni ")) {
            return VNI;
        }
        if (!name.startsWith(".vn")) {
            return null;
        }
        return name.endsWith("h") ? TCVN3_CAPITALS : TCVN3;
    }

    /** As it is called where people are asked. */
    String label() {
        return this == VNI ? "VNI" : "TCVN3";
    }

    /** What the text shows in this font; null where it has characters that the font has no letter for. */
    @Nullable String convert(String text) {
        StringBuilder converted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLatinSupplement(c)) {
                if (c > '\u00FF' && !isPunctuation(c)) {
                    return null;
                }
                converted.append(c);
            } else if (!(this == VNI ? appendVni(converted, c) : appendTcvn3(converted, c))) {
                return null;
            }
        }
        if (this == VNI) {
            return Normalizer.normalize(converted, Normalizer.Form.NFC);
        }
        return this == TCVN3 ? capitals(text, converted) : converted.toString().toUpperCase(Locale.ROOT);
    }

    static boolean isLatinSupplement(char c) {
        return c >= FIRST_TCVN3 && c <= '\u00FF';
    }

    static boolean isPunctuation(char c) {
        return c >= '\u2000' && c <= '\u206F';
    }

    private static boolean appendTcvn3(StringBuilder converted, char c) {
        int at = c - FIRST_TCVN3;
        char letter = at < TCVN3_LETTERS.length() ? TCVN3_LETTERS.charAt(at) : UNUSED;
        converted.append(letter);
        return letter != UNUSED;
    }

    private static boolean appendVni(StringBuilder converted, char c) {
        int single = VNI_LETTERS.indexOf(c);
        if (single >= 0) {
            converted.append(VNI_MEANING.charAt(single));
            return true;
        }
        char before = converted.isEmpty() ? ' ' : Character.toLowerCase(converted.charAt(converted.length() - 1));
        for (String[] mark : VNI_MARKS) {
            if (mark[0].charAt(0) == Character.toLowerCase(c) && mark[1].indexOf(before) >= 0) {
                converted.append(mark[2]);
                return true;
            }
        }
        return false;
    }

    /** These fonts have no capitals with tone marks, so in words of capitals the small letters stand for them. */
    private static String capitals(String given, StringBuilder converted) {
        int start = 0;
        for (int i = 0; i <= given.length(); i++) {
            if (i == given.length() || given.charAt(i) <= ' ') {
                if (isWordOfCapitals(given, start, i)) {
                    converted.replace(start, i, converted.substring(start, i).toUpperCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return converted.toString();
    }

    private static boolean isWordOfCapitals(String given, int from, int to) {
        int capitals = 0;
        for (int i = from; i < to; i++) {
            char c = given.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
        }
        return capitals > 1;
    }
}
