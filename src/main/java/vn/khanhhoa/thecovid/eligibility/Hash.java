package vn.khanhhoa.thecovid.eligibility;

import java.util.Arrays;

/** Keyed hashes of four bytes or more that compare by value: any part of one is as good a hash as all of it. */
record Hash(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    }

    @Override
    public String toString() {
        return "a hash";
    }
}
