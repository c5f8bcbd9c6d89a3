package vn.khanhhoa.thecovid.card.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Vietnamese names in about 4.5 bits a letter, where UTF-8 needs 11: three texts on a card would otherwise double the
 * QR code.
 *
 * <p>The text is cut greedily into the symbols below, the longest first, each with a prefix code whose length follows
 * from how often it occurs in names of people, workplaces and activities. Codes are canonical: counted up within a
 * length in the order of the table, letters before groups. A word starts with a capital and goes on in small letters;
 * {@code ^} turns that expectation round from here to the end of the word. The last octet is filled with ones, which are
 * the start of the one code that means nothing.
 */
final class PackedText {
    private static final char FLIP = '^';
    private static final int MIN_BITS = 3;
    private static final String[] LETTERS = {
        " ",
        "n",
        "^_achitu",
        "dlmosvxyãư",
        "begpqàáâêôđơạảầờ",
        "krìòùăĩếệọốớ",
        "123óúýấắịồợủử",
        ",-./05íõũằặểỉổỗộởứữỳỹ",
        "ậụ",
        "ề",
        "&'()46789fjwzèéẩẫẳẵẹẻẽễỏỡừựỵỷ"
    };
    private static final String[][] GROUPS = {
        {}, {"ng"}, {"nh"}, {"an", "ph", "th", "tr"}, {"ch", "kh", "thị "}, {"nguyễn "}, {}, {}, {}, {}, {}
    };

    private record Code(int bits, int length) {}

    private static final Map<Character, Code> LETTER_CODES = new HashMap<>();
    private static final Map<String, Code> GROUP_CODES =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private static final List<List<String>> SYMBOLS = new ArrayList<>();
    private static final int[] FIRST_CODES = new int[LETTERS.length];

    static {
        int code = 0;
        for (int row = 0; row < LETTERS.length; row++) {
            List<String> symbols = new ArrayList<>();
            FIRST_CODES[row] = code;
            for (char letter : LETTERS[row].toCharArray()) {
                LETTER_CODES.put(letter, new Code(code++, MIN_BITS + row));
                symbols.add(Character.toString(letter));
            }
            for (String group : GROUPS[row]) {
                GROUP_CODES.put(group, new Code(code++, MIN_BITS + row));
                symbols.add(group);
            }
            SYMBOLS.add(symbols);
            code <<= 1;
        }
    }

    private PackedText() {}

    /** Empty where a letter is not in the table; such a text goes into a token as plain UTF-8. */
    static Optional<byte[]> pack(String nfc) {
        String flat = flatten(nfc);
        byte[] bits = new byte[flat.length() * (MIN_BITS + LETTERS.length) / 8 + 1];
        int size = 0;
        for (int at = 0; at < flat.length(); ) {
            String group = groupAt(flat, at);
            Code code = group.isEmpty() ? LETTER_CODES.get(flat.charAt(at)) : GROUP_CODES.get(group);
            if (code == null) {
                return Optional.empty();
            }
            size = put(bits, size, code.bits(), code.length());
            at += Math.max(1, group.length());
        }
        int fill = -size & 7;
        size = put(bits, size, (1 << fill) - 1, fill);
        return Optional.of(Arrays.copyOf(bits, size / 8));
    }

    static String unpack(byte[] packed) throws MalformedException {
        StringBuilder flat = new StringBuilder();
        int code = 0;
        int length = 0;
        for (int bit = 0; bit < packed.length * 8; bit++) {
            code = (code << 1) | ((packed[bit / 8] >> (7 - bit % 8)) & 1);
            length++;
            int row = length - MIN_BITS;
            if (row < 0) {
                continue;
            }
            if (row == LETTERS.length) {
                throw new MalformedException("a code that means nothing");
            }
            int index = code - FIRST_CODES[row];
            if (index < SYMBOLS.get(row).size()) {
                flat.append(SYMBOLS.get(row).get(index));
                code = 0;
                length = 0;
            }
        }
        if (length > 7 || code != (1 << length) - 1) {
            throw new MalformedException("packed text ends inside a letter");
        }
        return unflatten(flat);
    }

    private static String groupAt(String flat, int at) {
        for (String group : GROUP_CODES.keySet()) {
            if (flat.startsWith(group, at)) {
                return group;
            }
        }
        return "";
    }

    private static int put(byte[] bits, int size, int value, int length) {
        for (int shift = length - 1; shift >= 0; shift--, size++) {
            bits[size / 8] |= (byte) (((value >> shift) & 1) << (7 - size % 8));
        }
        return size;
    }

    private static String flatten(String text) {
        StringBuilder flat = new StringBuilder(text.length() + 8);
        Case expected = new Case();
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == FLIP) {
                return "\0"; // the one sign of the table that is no text
            }
            if (!Character.isLetter(letter)) {
                flat.append(letter);
                expected.passed(letter);
                continue;
            }
            boolean upper = Character.isUpperCase(letter);
            char lower = upper ? Character.toLowerCase(letter) : letter;
            if (upper && Character.toUpperCase(lower) != letter) {
                return "\0";
            }
            if (upper != expected.upper) {
                flat.append(FLIP);
                expected.upper = upper;
            }
            flat.append(lower);
            expected.passed(letter);
        }
        return flat.toString();
    }

    private static String unflatten(CharSequence flat) {
        StringBuilder text = new StringBuilder(flat.length());
        Case expected = new Case();
        for (int at = 0; at < flat.length(); at++) {
            char letter = flat.charAt(at);
            if (letter == FLIP) {
                expected.upper = !expected.upper;
            } else {
                text.append(expected.upper ? Character.toUpperCase(letter) : letter);
                expected.passed(letter);
            }
        }
        return text.toString();
    }

    /** What the next letter is expected to be. */
    private static final class Case {
        boolean upper = true;
        boolean firstLetter = true;

        void passed(char letter) {
            if (letter == ' ') {
                upper = true;
                firstLetter = true;
            } else if (firstLetter && Character.isLetter(letter)) {
                upper = false;
                firstLetter = false;
            }
        }
    }
}
