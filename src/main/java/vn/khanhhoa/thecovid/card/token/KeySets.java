package vn.khanhhoa.thecovid.card.token;

import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** The trusted keys as others read them: for signature libraries of the web, and for those of COSE. */
public final class KeySets {
    static final int KTY = 1;
    static final int KID = 2;
    static final int ALG = 3;
    static final int CRV = -1;
    static final int X = -2;
    static final int Y = -3;
    static final int EC2 = 2;
    static final int P256 = 1;

    private KeySets() {}

    /** JSON of RFC 7517, section 5; {@code kid} is the base64url of the bytes in a token's header. */
    public static String jwkSet(Collection<TrustedKey> keys) {
        return keys.stream().map(KeySets::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    /** Bytes of a COSE_KeySet, RFC 9052, section 7. */
    public static byte[] coseKeySet(Collection<TrustedKey> keys) {
        CborWriter out = new CborWriter();
        write(out, keys);
        return out.toBytes();
    }

    static void write(CborWriter out, Collection<TrustedKey> keys) {
        out.array(keys.size());
        for (TrustedKey key : keys) {
            out.map(6);
            out.integer(KTY).integer(EC2);
            out.integer(KID).bytes(key.id().bytes());
            out.integer(ALG).integer(CoseSign1.ES256);
            out.integer(CRV).integer(P256);
            out.integer(X).bytes(key.x());
            out.integer(Y).bytes(key.y());
        }
    }

    // Every value is base64url, so that nothing needs escaping.
    private static String jwk(TrustedKey key) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"" + key.id()
                + "\",\"x\":\"" + base64(key.x()) + "\",\"y\":\"" + base64(key.y()) + "\"}";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
