package vn.khanhhoa.thecovid.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names as they are searched: words in small letters without marks. Đ has no decomposition and is mapped by hand. */
public final class NameWords {
    private static final int LONGEST = 24;

    /** Combining grave, acute, tilde, hook above and dot below. */
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private static final Pattern ENDS_IN_Y = Pattern.compile("(?:[bcdđghklmnpqrstvx]+|qu)y");
    /** Words as they are alike, by the words as they are written: of a million names there are some hundreds. */
    private static final Map<String, String> ALIKE = new ConcurrentHashMap<>();

    private static final int MOST_ALIKE = 10_000;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{javaWhitespace}\\p{javaSpaceChar}]+");

    private NameWords() {}

    /** Different words only, in their order; each at most 24 ASCII letters or digits. */
    public static List<String> of(String name) {
        String plain = plain(name);
        return Arrays.stream(plain.split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .distinct()
                .toList();
    }

    /**
     * The condition that a name has words that begin as those of the text do, for where the words have no table of their own;
     * true for a text without words.
     *
     * @param args to which what fills the gaps is added
     */
    public static String condition(String column, String text, List<Object> args) {
        StringBuilder condition = new StringBuilder("TRUE");
        for (String word : of(text)) {
            condition
                    .append(" AND CONCAT(' ', REPLACE(REPLACE(")
                    .append(column)
                    .append(", 'đ', 'd'), 'Đ', 'D')) COLLATE utf8mb4_unicode_ci LIKE ?");
            args.add("% " + word + "%");
        }
        return condition.toString();
    }

    /**
     * Equal for names that differ only in case, spacing, the place of a tone mark within its word (Hòa, Hoà), and i or y
     * at the end of a word where both are written (Quý, Quí; Mỹ, Mĩ). Other marks count: Hóa is not Hòa.
     */
    public static String alike(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(NameWords::known)
                .collect(Collectors.joining(" "));
    }

    private static String known(String word) {
        if (ALIKE.size() > MOST_ALIKE) {
            ALIKE.clear();
        }
        return ALIKE.computeIfAbsent(word, written -> alikeWord(Normalizer.normalize(written, Normalizer.Form.NFD)));
    }

    private static String alikeWord(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        StringBuilder tones = new StringBuilder(1);
        for (int i = 0; i < word.length(); i++) {
            (TONES.indexOf(word.charAt(i)) >= 0 ? tones : letters).append(word.charAt(i));
        }
        if (ENDS_IN_Y.matcher(letters).matches()) {
            letters.setCharAt(letters.length() - 1, 'i');
        }
        tones.chars().sorted().forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** For comparing what was typed: no marks, single spaces. */
    public static String plain(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean space = false;
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = plain.length() > 0;
            } else {
                if (space) {
                    plain.append(' ');
                    space = false;
                }
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
