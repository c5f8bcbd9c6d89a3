package vn.khanhhoa.thecovid.card.token;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the part of CBOR (RFC 8949) that a token needs, in the shortest form of each head. Whoever writes a map puts
 * its keys in the order of section 4.2.1 (bytewise); that is what makes the encoding deterministic.
 */
final class CborWriter {
    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int ARRAY = 4;
    static final int MAP = 5;
    static final int TAG = 6;

    private byte[] buffer = new byte[256];
    private int size;

    CborWriter integer(long value) {
        return value < 0 ? head(NEGATIVE, -1 - value) : head(UNSIGNED, value);
    }

    CborWriter bytes(byte[] value) {
        return head(BYTES, value.length).raw(value);
    }

    CborWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return head(TEXT, utf8.length).raw(utf8);
    }

    CborWriter array(int items) {
        return head(ARRAY, items);
    }

    CborWriter map(int pairs) {
        return head(MAP, pairs);
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }

    private CborWriter head(int major, long argument) {
        int first = major << 5;
        if (argument < 24) {
            return octets(first | (int) argument, 0, 0);
        }
        if (argument < 1L << 8) {
            return octets(first | 24, argument, 1);
        }
        if (argument < 1L << 16) {
            return octets(first | 25, argument, 2);
        }
        if (argument < 1L << 32) {
            return octets(first | 26, argument, 4);
        }
        return octets(first | 27, argument, 8);
    }

    private CborWriter octets(int first, long argument, int length) {
        reserve(1 + length);
        buffer[size++] = (byte) first;
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            buffer[size++] = (byte) (argument >>> shift);
        }
        return this;
    }

    private CborWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
        return this;
    }

    private void reserve(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
