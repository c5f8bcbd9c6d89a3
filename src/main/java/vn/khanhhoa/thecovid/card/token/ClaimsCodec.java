package vn.khanhhoa.thecovid.card.token;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Claims as a CBOR map and back. Registered claims have the keys of RFC 8392, all others are together under one
 * private-use key. A text is a CBOR text string, or a byte string of {@link PackedText} where that is shorter; activity
 * codes are one text with spaces between; four digits are a number. The reader accepts nothing that the writer would
 * have written in another way.
 */
final class ClaimsCodec {
    private static final int ISSUER = 1;
    private static final int EXPIRES = 4;
    private static final int NOT_BEFORE = 5;
    private static final int ISSUED = 6;
    private static final int ID = 7;
    private static final int CARD = -65537;

    private static final int CARD_NUMBER = 1;
    private static final int NAME = 2;
    private static final int BIRTH_YEAR = 3;
    private static final int ID_TAIL = 4;
    private static final int ACTIVITIES = 5;
    private static final int WORKPLACE = 6;

    static final int MAX_ISSUER_BYTES = 64;
    private static final int MAX_TEXT_BYTES = 512;
    private static final int RADIX = Character.MAX_RADIX;
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    record Issued(String issuer, CardClaims claims) {}

    private ClaimsCodec() {}

    static byte[] write(String issuer, CardClaims claims) {
        CborWriter out = new CborWriter().map(6);
        out.integer(ISSUER).text(issuer);
        out.integer(EXPIRES).integer(claims.expiresAt().getEpochSecond());
        out.integer(NOT_BEFORE).integer(claims.notBefore().getEpochSecond());
        out.integer(ISSUED).integer(claims.issuedAt().getEpochSecond());
        out.integer(ID).bytes(claims.id().bytes());
        out.integer(CARD).map(6);
        out.integer(CARD_NUMBER).bytes(numberBytes(claims.cardNumber()));
        writeText(out.integer(NAME), claims.name());
        out.integer(BIRTH_YEAR).integer(claims.birthYear());
        writeTail(out.integer(ID_TAIL), claims.idTail());
        writeText(out.integer(ACTIVITIES), joined(claims.activities()));
        writeText(out.integer(WORKPLACE), claims.workplace());
        return out.toBytes();
    }

    static Issued read(byte[] payload) throws MalformedException {
        CborReader in = new CborReader(payload);
        in.map(6);
        in.expect(ISSUER);
        String issuer = in.text(MAX_ISSUER_BYTES);
        in.expect(EXPIRES);
        long expires = in.integer();
        in.expect(NOT_BEFORE);
        long notBefore = in.integer();
        in.expect(ISSUED);
        long issued = in.integer();
        in.expect(ID);
        byte[] id = in.bytes(16, 16);
        in.expect(CARD);
        in.map(6);
        in.expect(CARD_NUMBER);
        String cardNumber = number(in.bytes(1, 8));
        in.expect(NAME);
        String name = readText(in);
        in.expect(BIRTH_YEAR);
        int birthYear = in.integer(CardClaims.MIN_BIRTH_YEAR, CardClaims.MAX_BIRTH_YEAR);
        in.expect(ID_TAIL);
        String idTail = in.atText() ? in.text(4) : String.format(Locale.ROOT, "%04d", in.integer(0, 9999));
        in.expect(ACTIVITIES);
        List<String> activities = split(readText(in));
        in.expect(WORKPLACE);
        String workplace = readText(in);
        in.end();
        try {
            CardClaims claims = new CardClaims(
                    PublicId.ofBytes(id),
                    Instant.ofEpochSecond(issued),
                    Instant.ofEpochSecond(notBefore),
                    Instant.ofEpochSecond(expires),
                    cardNumber,
                    name,
                    birthYear,
                    idTail,
                    activities,
                    workplace);
            if (!Arrays.equals(payload, write(issuer, claims))) {
                throw new MalformedException("claims in another form than the one canonical");
            }
            return new Issued(issuer, claims);
        } catch (RuntimeException refused) {
            // Whatever the record of claims does not accept was not written by this codec.
            throw new MalformedException(String.valueOf(refused.getMessage()));
        }
    }

    /** A number of base 36 with a one before it, which keeps the zeros at the start. */
    private static byte[] numberBytes(String cardNumber) {
        return BigInteger.valueOf(Long.parseLong("1" + cardNumber, RADIX)).toByteArray();
    }

    private static String number(byte[] bytes) {
        return new BigInteger(bytes).toString(RADIX).substring(1).toUpperCase(Locale.ROOT);
    }

    private static void writeText(CborWriter out, String text) {
        Optional<byte[]> packed = PackedText.pack(text).filter(bytes -> bytes.length < text.length());
        packed.ifPresentOrElse(out::bytes, () -> out.text(text));
    }

    private static String readText(CborReader in) throws MalformedException {
        return in.atText() ? in.text(MAX_TEXT_BYTES) : PackedText.unpack(in.bytes(1, MAX_TEXT_BYTES));
    }

    private static void writeTail(CborWriter out, String tail) {
        if (FOUR_DIGITS.matcher(tail).matches()) {
            out.integer(Integer.parseInt(tail));
        } else {
            out.text(tail);
        }
    }

    /** With one capital at the start of each code, as a packed text expects it. */
    private static String joined(List<String> codes) {
        StringBuilder text = new StringBuilder();
        for (String code : codes) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(code.charAt(0))
                    .append(code.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static List<String> split(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.toUpperCase(Locale.ROOT).split(" ", -1));
    }
}
