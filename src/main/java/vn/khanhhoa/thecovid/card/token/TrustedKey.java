package vn.khanhhoa.thecovid.card.token;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** A public key on P-256 whose tokens are believed, under the name that their headers give it. */
public record TrustedKey(KeyId id, ECPublicKey publicKey) {
    private static final int COORDINATE_BYTES = 32;
    private static final int ID_BYTES = 3;

    public TrustedKey {
        Es256.key(publicKey);
    }

    /** Named by the first three bytes of its COSE key thumbprint (RFC 9679). */
    public static TrustedKey of(ECPublicKey key) {
        byte[] thumbprint = Es256.sha256(new CborWriter()
                .map(4)
                .integer(KeySets.KTY)
                .integer(KeySets.EC2)
                .integer(KeySets.CRV)
                .integer(KeySets.P256)
                .integer(KeySets.X)
                .bytes(coordinate(key.getW().getAffineX()))
                .integer(KeySets.Y)
                .bytes(coordinate(key.getW().getAffineY()))
                .toBytes());
        return new TrustedKey(KeyId.ofBytes(Arrays.copyOf(thumbprint, ID_BYTES)), key);
    }

    byte[] x() {
        return coordinate(publicKey.getW().getAffineX());
    }

    byte[] y() {
        return coordinate(publicKey.getW().getAffineY());
    }

    private static byte[] coordinate(BigInteger value) {
        return BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, value);
    }
}
