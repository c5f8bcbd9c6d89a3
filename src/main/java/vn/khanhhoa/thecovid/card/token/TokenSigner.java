package vn.khanhhoa.thecovid.card.token;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/** Turns claims into tokens under one key. Holds that key ready for use; may be shared by threads. */
public final class TokenSigner {
    static final String PREFIX = "KH1:";

    private final String issuer;
    private final byte[] header;
    private final ECPrivateKeyParameters key;

    /** @param issuer the claim {@code iss}; every letter of it is in every QR code, so keep it short */
    public TokenSigner(String issuer, KeyId kid, ECPrivateKey key) {
        if (issuer.getBytes(StandardCharsets.UTF_8).length > ClaimsCodec.MAX_ISSUER_BYTES) {
            throw new IllegalArgumentException("issuer too long");
        }
        this.issuer = issuer;
        this.header = CoseSign1.header(kid);
        this.key = Es256.key(key);
    }

    /** The same claims give the same token, to the letter. */
    public String sign(CardClaims claims) {
        byte[] payload = ClaimsCodec.write(issuer, claims);
        byte[] signature = Es256.sign(key, CoseSign1.toBeSigned(header, payload));
        byte[] message = CoseSign1.write(header, payload, signature);
        StringBuilder token = new StringBuilder(PREFIX.length() + message.length * 3 / 2 + 1).append(PREFIX);
        Base45.encode(message, token);
        return token.toString();
    }
}
