package vn.khanhhoa.thecovid.card.token;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/**
 * ECDSA on P-256 with SHA-256 (RFC 9053, section 2.1): 64 bytes, r and then s. The nonce follows from key and message
 * (RFC 6979). Of the two signatures that differ in the sign of s only the lower is made and taken, so that nobody can
 * turn a token into a second one that is also genuine.
 */
final class Es256 {
    static final int SIGNATURE_BYTES = 64;
    private static final int HALF = SIGNATURE_BYTES / 2;
    static final ECDomainParameters P256 = new ECDomainParameters(CustomNamedCurves.getByName("P-256"));
    private static final BigInteger HALF_ORDER = P256.getN().shiftRight(1);

    private Es256() {}

    /** Keep the result: the curve's tables hang on it. */
    static ECPrivateKeyParameters key(ECPrivateKey key) {
        requireP256(key.getParams().getOrder());
        return new ECPrivateKeyParameters(key.getS(), P256);
    }

    /** Keep the result: the curve's tables hang on it. Refuses a point that is not on the curve. */
    static ECPublicKeyParameters key(ECPublicKey key) {
        requireP256(key.getParams().getOrder());
        return new ECPublicKeyParameters(
                P256.getCurve().createPoint(key.getW().getAffineX(), key.getW().getAffineY()), P256);
    }

    static byte[] sign(ECPrivateKeyParameters key, byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] rs = signer.generateSignature(sha256(message));
        return joined(rs[0], rs[1]);
    }

    /** @param s either of the two; the lower one is taken */
    static byte[] joined(BigInteger r, BigInteger s) {
        BigInteger lower = s.compareTo(HALF_ORDER) > 0 ? P256.getN().subtract(s) : s;
        byte[] signature = new byte[SIGNATURE_BYTES];
        BigIntegers.asUnsignedByteArray(r, signature, 0, HALF);
        BigIntegers.asUnsignedByteArray(lower, signature, HALF, HALF);
        return signature;
    }

    static boolean verify(ECPublicKeyParameters key, byte[] message, byte[] signature) {
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, HALF));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, SIGNATURE_BYTES));
        if (s.compareTo(HALF_ORDER) > 0) {
            return false;
        }
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(false, key);
        return verifier.verifySignature(sha256(message), r, s);
    }

    static byte[] sha256(byte[] message) {
        SHA256Digest digest = new SHA256Digest();
        byte[] hash = new byte[digest.getDigestSize()];
        digest.update(message, 0, message.length);
        digest.doFinal(hash, 0);
        return hash;
    }

    private static void requireP256(BigInteger order) {
        if (!order.equals(P256.getN())) {
            throw new IllegalArgumentException("not a key of P-256");
        }
    }
}
