package vn.khanhhoa.thecovid.intake;

import java.nio.charset.StandardCharsets;

/** Collects the characters of one element up to a bound; what comes after is dropped and told by {@link #isCut}. */
final class XmlText {
    private static final int BYTES_PER_CHARACTER = 8;
    private static final int LONGEST_REFERENCE = 10;
    private static final int SPREADSHEET_ESCAPE = 7;

    private final int mostCharacters;
    private final byte[] bytes;
    private int length;
    private boolean cut;

    XmlText(int mostCharacters) {
        this.mostCharacters = mostCharacters;
        this.bytes = new byte[mostCharacters * BYTES_PER_CHARACTER];
    }

    void clear() {
        length = 0;
        cut = false;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void append(byte[] source, int from, int to) {
        int room = Math.min(to - from, bytes.length - length);
        System.arraycopy(source, from, bytes, length, room);
        length += room;
        cut |= room < to - from;
    }

    /** A byte of a CDATA section, where an ampersand stands for itself. */
    void appendLiteral(byte value) {
        byte[] escaped = value == '&' ? new byte[] {'&', 'a', 'm', 'p', ';'} : new byte[] {value};
        append(escaped, 0, escaped.length);
    }

    /** Whether characters are missing from {@link #take}, which has to be called first. */
    boolean isCut() {
        return cut;
    }

    /** The text, with {@code _x000D_} and its like (ECMA-376 part 1, 22.9.2.19) resolved. */
    String take() {
        String text = decode(bytes, 0, length);
        if (text.contains("_x")) {
            text = resolveEscapes(text);
        }
        if (text.length() > mostCharacters) {
            cut = true;
            text = text.substring(0, mostCharacters);
        }
        return text;
    }

    static String decode(byte[] source, int from, int to) {
        for (int i = from; i < to; i++) {
            if (source[i] == '&') {
                return resolveReferences(new String(source, from, to - from, StandardCharsets.UTF_8));
            }
        }
        return new String(source, from, to - from, StandardCharsets.UTF_8);
    }

    private static String resolveReferences(String text) {
        StringBuilder resolved = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '&' ? text.indexOf(';', at) : -1;
            if (end < 0 || end - at > LONGEST_REFERENCE) {
                resolved.append(text.charAt(at++));
            } else {
                resolved.append(reference(text.substring(at + 1, end)));
                at = end + 1;
            }
        }
        return resolved.toString();
    }

    /** Only the five names of XML itself exist, because nothing can define another. */
    private static String reference(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> numbered(name);
        };
    }

    private static String numbered(String name) {
        try {
            boolean hexadecimal = name.startsWith("#x");
            if (name.startsWith("#")) {
                int character = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
                if (Character.isValidCodePoint(character)) {
                    return Character.toString(character);
                }
            }
        } catch (NumberFormatException notNumber) {
            throw new Refusal(UnreadableCode.DAMAGED);
        }
        throw new Refusal(UnreadableCode.DAMAGED);
    }

    private static String resolveEscapes(String text) {
        StringBuilder resolved = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int code = escapeAt(text, at);
            if (code < 0) {
                resolved.append(text.charAt(at++));
            } else {
                resolved.append((char) code);
                at += SPREADSHEET_ESCAPE;
            }
        }
        return resolved.toString();
    }

    private static int escapeAt(String text, int at) {
        if (at + SPREADSHEET_ESCAPE > text.length() || !text.startsWith("_x", at) || text.charAt(at + 6) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
