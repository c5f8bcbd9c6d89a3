package vn.khanhhoa.thecovid.card.token;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Pulls from CBOR exactly what the caller expects next, and refuses all else: other types, heads longer than needed,
 * indefinite lengths, lengths beyond the caller's bound or the input, text that is not UTF-8, bytes left at the end.
 * A caller that expects map keys one by one thereby also refuses unknown, repeated and unordered keys, and nesting is
 * never deeper than the caller's own code.
 */
final class CborReader {
    private static final int MAX_PAIRS = 16;
    private final byte[] input;
    private int at;

    CborReader(byte[] input) {
        this.input = input;
    }

    long integer() throws MalformedException {
        int major = peekMajor();
        if (major != CborWriter.UNSIGNED && major != CborWriter.NEGATIVE) {
            throw new MalformedException("no integer at " + at);
        }
        long argument = argument();
        return major == CborWriter.UNSIGNED ? argument : -1 - argument;
    }

    int integer(int min, int max) throws MalformedException {
        long value = integer();
        if (value < min || value > max) {
            throw new MalformedException("integer out of range before " + at);
        }
        return (int) value;
    }

    void expect(long value) throws MalformedException {
        if (integer() != value) {
            throw new MalformedException("not the integer " + value + " before " + at);
        }
    }

    byte[] bytes(int min, int max) throws MalformedException {
        int length = head(CborWriter.BYTES, min, max);
        return take(length);
    }

    String text(int maxBytes) throws MalformedException {
        byte[] utf8 = take(head(CborWriter.TEXT, 0, maxBytes));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedException("text is not UTF-8 before " + at);
        }
    }

    boolean atInteger() throws MalformedException {
        return peekMajor() <= CborWriter.NEGATIVE;
    }

    boolean atText() throws MalformedException {
        return peekMajor() == CborWriter.TEXT;
    }

    boolean atBytes() throws MalformedException {
        return peekMajor() == CborWriter.BYTES;
    }

    int array(int min, int max) throws MalformedException {
        return head(CborWriter.ARRAY, min, max);
    }

    /** Number of pairs, for a caller that tells a map it does not know from one that is malformed. */
    int map() throws MalformedException {
        return head(CborWriter.MAP, 0, MAX_PAIRS);
    }

    void map(int pairs) throws MalformedException {
        head(CborWriter.MAP, pairs, pairs);
    }

    void tag(int tag) throws MalformedException {
        head(CborWriter.TAG, tag, tag);
    }

    void end() throws MalformedException {
        if (at != input.length) {
            throw new MalformedException("bytes left from " + at);
        }
    }

    private int head(int major, int min, int max) throws MalformedException {
        if (peekMajor() != major) {
            throw new MalformedException("another type expected at " + at);
        }
        long argument = argument();
        if (argument < min || argument > max) {
            throw new MalformedException("length or tag out of bounds before " + at);
        }
        return (int) argument;
    }

    private int peekMajor() throws MalformedException {
        if (at >= input.length) {
            throw new MalformedException("ends too early");
        }
        return (input[at] & 0xFF) >> 5;
    }

    private long argument() throws MalformedException {
        int info = input[at++] & 0x1F;
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw new MalformedException("indefinite or reserved length before " + at);
        }
        int length = 1 << (info - 24);
        long value = 0;
        for (byte octet : take(length)) {
            value = (value << 8) | (octet & 0xFF);
        }
        long shortest = length == 1 ? 24 : 1L << (4 * length);
        if (value < shortest) {
            throw new MalformedException("head not in its shortest form, or beyond 63 bits, before " + at);
        }
        return value;
    }

    private byte[] take(int length) throws MalformedException {
        if (length > input.length - at) {
            throw new MalformedException("ends too early");
        }
        at += length;
        return Arrays.copyOfRange(input, at - length, at);
    }
}
