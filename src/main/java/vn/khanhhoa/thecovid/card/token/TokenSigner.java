package vn.khanhhoa.thecovid.card.token;

import java.nio.charset.StandardCharsets;

/** Turns claims into tokens under one key. Holds that key ready for use; may be shared by threads. */
public final class TokenSigner {
    static final String PREFIX = "KH2:";

    private final String issuer;
    private final byte[] header;
    private final KeyId kid;
    private final MessageSigner signer;

    /** @param issuer the claim {@code iss}; every letter of it is in every QR code, so keep it short */
    public TokenSigner(String issuer, KeyId kid, MessageSigner signer) {
        if (issuer.getBytes(StandardCharsets.UTF_8).length > ClaimParts.MAX_ISSUER_BYTES) {
            throw new IllegalArgumentException("issuer too long");
        }
        this.issuer = issuer;
        this.header = CoseSign1.header(kid);
        this.kid = kid;
        this.signer = signer;
    }

    public KeyId kid() {
        return kid;
    }

    /** The same claims give the same token, to the letter. */
    public String sign(CardClaims claims) {
        byte[] payload = ClaimsCodec.write(issuer, claims);
        byte[] signature = signer.sign(CoseSign1.toBeSigned(header, payload));
        byte[] message = CoseSign1.write(header, payload, signature);
        StringBuilder token = new StringBuilder(PREFIX.length() + message.length * 3 / 2 + 1).append(PREFIX);
        Base45.encode(message, token);
        return token.toString();
    }

    /** A COSE_Sign1 under the same key that says in its header what it is, and so can never be taken for a card. */
    byte[] document(String type, byte[] payload) {
        return CoseSign1.tagged(untagged(type, payload));
    }

    /** The same without the tag that says that it is one. */
    byte[] untagged(String type, byte[] payload) {
        byte[] typed = CoseSign1.header(kid, type);
        return CoseSign1.untagged(typed, payload, signer.sign(CoseSign1.toBeSigned(typed, payload)));
    }
}
