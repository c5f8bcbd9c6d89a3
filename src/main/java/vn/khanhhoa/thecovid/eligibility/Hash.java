package vn.khanhhoa.thecovid.eligibility;

import java.util.Arrays;

/** Keyed hashes that compare by value. */
record Hash(byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a hash";
    }
}
