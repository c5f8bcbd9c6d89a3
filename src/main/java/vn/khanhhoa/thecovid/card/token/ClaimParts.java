package vn.khanhhoa.thecovid.card.token;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The members of claims, each with one spelling. A text is a CBOR text string, or a byte string of {@link PackedText} where that is
 * shorter; activity codes are one text with spaces between; four digits are a number, as is the code of an area of digits.
 */
final class ClaimParts {
    static final int MAX_ISSUER_BYTES = 64;
    private static final int MAX_TEXT_BYTES = 512;
    private static final int RADIX = Character.MAX_RADIX;
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,7}");
    private static final int MAX_AREA = 99_999_999;

    private ClaimParts() {}

    static void writeNumber(CborWriter out, String cardNumber) {
        out.bytes(BigInteger.valueOf(Long.parseLong("1" + cardNumber, RADIX)).toByteArray());
    }

    /** A number of base 36 with a one before it, which keeps the zeros at the start. */
    static String readNumber(CborReader in) throws MalformedException {
        return new BigInteger(in.bytes(1, 8)).toString(RADIX).substring(1).toUpperCase(Locale.ROOT);
    }

    static void writeText(CborWriter out, String text) {
        Optional<byte[]> packed = PackedText.pack(text).filter(bytes -> bytes.length < text.length());
        packed.ifPresentOrElse(out::bytes, () -> out.text(text));
    }

    static String readText(CborReader in) throws MalformedException {
        return in.atText() ? in.text(MAX_TEXT_BYTES) : PackedText.unpack(in.bytes(1, MAX_TEXT_BYTES));
    }

    static void writeTail(CborWriter out, String tail) {
        if (FOUR_DIGITS.matcher(tail).matches()) {
            out.integer(Integer.parseInt(tail));
        } else {
            out.text(tail);
        }
    }

    static String readTail(CborReader in) throws MalformedException {
        return in.atText() ? in.text(4) : String.format(Locale.ROOT, "%04d", in.integer(0, 9999));
    }

    /** With one capital at the start of each code, as a packed text expects it. */
    static void writeCodes(CborWriter out, List<String> codes) {
        StringBuilder text = new StringBuilder();
        for (String code : codes) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(code.charAt(0))
                    .append(code.substring(1).toLowerCase(Locale.ROOT));
        }
        writeText(out, text.toString());
    }

    static List<String> readCodes(CborReader in) throws MalformedException {
        String text = readText(in);
        return text.isEmpty()
                ? List.of()
                : List.of(text.toUpperCase(Locale.ROOT).split(" ", -1));
    }

    static void writeArea(CborWriter out, String code) {
        if (DIGITS.matcher(code).matches()) {
            out.integer(Integer.parseInt(code));
        } else {
            out.text(code);
        }
    }

    static String readArea(CborReader in) throws MalformedException {
        return in.atText() ? in.text(8) : String.valueOf(in.integer(1, MAX_AREA));
    }
}
