package vn.khanhhoa.thecovid.audit.chain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;

/** A key's name is its fingerprint: the first 16 bytes of SHA-256 over its SubjectPublicKeyInfo, in hexadecimal. */
public final class KeyNames {
    private static final int BYTES = 16;

    private KeyNames() {}

    public static String of(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
