package vn.khanhhoa.thecovid.card.token;

import java.util.Arrays;

/**
 * Base45 of RFC 9285: two bytes become three characters of a QR code's alphanumeric mode, a last single byte two.
 * Reading is strict, so that bytes and text correspond one to one: no lower case, no stray length, no triplet above
 * 65535 and no pair above 255.
 */
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = ALPHABET.length();
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int value = 0; value < BASE; value++) {
            VALUES[ALPHABET.charAt(value)] = (byte) value;
        }
    }

    private Base45() {}

    static void encode(byte[] bytes, StringBuilder out) {
        int last = bytes.length - bytes.length % 2;
        for (int i = 0; i < last; i += 2) {
            int value = ((bytes[i] & 0xFF) << 8) | (bytes[i + 1] & 0xFF);
            out.append(ALPHABET.charAt(value % BASE));
            out.append(ALPHABET.charAt(value / BASE % BASE));
            out.append(ALPHABET.charAt(value / (BASE * BASE)));
        }
        if (last < bytes.length) {
            int value = bytes[last] & 0xFF;
            out.append(ALPHABET.charAt(value % BASE));
            out.append(ALPHABET.charAt(value / BASE));
        }
    }

    /** Reads {@code text} from {@code start} to its end. */
    static byte[] decode(String text, int start) throws MalformedException {
        int length = text.length() - start;
        int rest = length % 3;
        if (rest == 1) {
            throw new MalformedException("Base45 cannot be " + length + " characters long");
        }
        byte[] bytes = new byte[length / 3 * 2 + rest / 2];
        int at = start;
        int out = 0;
        for (; out + 1 < bytes.length; at += 3) {
            int value = value(text, at) + BASE * value(text, at + 1) + BASE * BASE * value(text, at + 2);
            if (value > 0xFFFF) {
                throw new MalformedException("Base45 triplet out of range at " + at);
            }
            bytes[out++] = (byte) (value >> 8);
            bytes[out++] = (byte) value;
        }
        if (rest == 2) {
            int value = value(text, at) + BASE * value(text, at + 1);
            if (value > 0xFF) {
                throw new MalformedException("Base45 pair out of range at " + at);
            }
            bytes[out] = (byte) value;
        }
        return bytes;
    }

    private static int value(String text, int at) throws MalformedException {
        char c = text.charAt(at);
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) {
            throw new MalformedException("no Base45 character at " + at);
        }
        return value;
    }
}
