package vn.khanhhoa.thecovid.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;

/**
 * A signed link: whoever rewrites the chain before it needs the key as well. ECDSA over P-256 with SHA-256, the signature
 * as two numbers of 32 bytes (RFC 7518, 3.4).
 *
 * @param keyId names the key that signed
 */
public record Checkpoint(Seal seal, Instant madeAt, String keyId, byte[] signature) {
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    public static Checkpoint sign(Seal seal, Instant madeAt, String keyId, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(statement(seal, madeAt));
            return new Checkpoint(seal, madeAt, keyId, signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a checkpoint of the trail cannot be signed", failure);
        }
    }

    boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(statement(seal, madeAt));
            return check.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static byte[] statement(Seal seal, Instant madeAt) {
        return ("trail-checkpoint/1 " + seal + " " + madeAt).getBytes(StandardCharsets.US_ASCII);
    }
}
