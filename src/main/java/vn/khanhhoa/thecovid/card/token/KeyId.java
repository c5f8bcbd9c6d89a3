package vn.khanhhoa.thecovid.card.token;

import java.util.Base64;

/**
 * Names a signing key in a token's protected header: 1 to 8 bytes, written as unpadded base64url. Three bytes, the start
 * of the key's thumbprint, are enough for the few keys of a portal and keep the QR code small.
 */
public record KeyId(String text) {
    static final int MAX_BYTES = 8;

    public KeyId {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length == 0 || bytes.length > MAX_BYTES || !encode(bytes).equals(text)) {
            throw new IllegalArgumentException("no key id: " + text);
        }
    }

    public static KeyId ofBytes(byte[] bytes) {
        return new KeyId(encode(bytes));
    }

    public byte[] bytes() {
        return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
