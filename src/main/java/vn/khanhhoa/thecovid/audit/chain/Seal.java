package vn.khanhhoa.thecovid.audit.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A link of the chain.
 *
 * @param number counted from 1 without gaps
 * @param hash SHA-256 over the hash before it and the record
 */
public record Seal(long number, byte[] hash) {
    private static final int HASH_BYTES = 32;

    /** Before the first record. */
    public static Seal start() {
        return new Seal(0, new byte[HASH_BYTES]);
    }

    public Seal next(TrailRecord record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            return new Seal(number + 1, digest.digest(record.bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean hasHash(byte[] other) {
        return MessageDigest.isEqual(hash, other);
    }

    @Override
    public String toString() {
        return number + ":" + HexFormat.of().formatHex(hash);
    }
}
