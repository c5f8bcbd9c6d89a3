package vn.khanhhoa.thecovid.card.token;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A key, a usual card and a reader at noon of a day on which that card is valid. */
final class Tokens {
    static final String ISSUER = "KH";
    static final Instant FROM = Instant.parse("2021-10-10T17:00:00Z");
    static final Instant UNTIL = Instant.parse("2021-10-31T17:00:00Z");
    static final Instant NOON = Instant.parse("2021-10-15T05:00:00Z");
    static final KeyPair KEYS = keyPair("secp256r1");
    static final TrustedKey TRUSTED = TrustedKey.of((ECPublicKey) KEYS.getPublic());

    private Tokens() {}

    static KeyPair keyPair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static CardClaims claims(String name, String idTail, List<String> activities, List<String> route) {
        return new CardClaims(
                CardKind.WORK, "72XQ49MT3", 1_234_567, FROM, UNTIL, name, 1987, idTail, activities, route);
    }

    static CardClaims usual() {
        return claims(
                "Nguyễn Hoàng Phương Thảo",
                "0678",
                List.of("LV_DN", "QC_LIENHUYEN", "VT_HANG"),
                List.of("22327", "22366"));
    }

    /** A card as it was before it had a place in the status list. */
    static FirstClaims first() {
        return new FirstClaims(
                new byte[16],
                FROM.minusSeconds(3600),
                FROM,
                UNTIL,
                "72XQ49MT3",
                "Nguyễn Hoàng Phương Thảo",
                1987,
                "0678",
                List.of("LV_DN", "QC_LIENHUYEN", "VT_HANG"),
                "Công ty Thủy sản Cam Ranh số 2");
    }

    static TokenSigner signer() {
        return signer(ISSUER);
    }

    static TokenSigner signer(String issuer) {
        return new TokenSigner(issuer, TRUSTED.id(), MessageSigner.with((ECPrivateKey) KEYS.getPrivate()));
    }

    static TokenReader readerAt(Instant time) {
        return new TokenReader(ISSUER, List.of(TRUSTED), List.of(), Clock.fixed(time, ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    static TokenCheck readAtNoon(String token) {
        return readerAt(NOON).read(token);
    }

    /** Any payload under a good signature. */
    static String sealed(byte[] header, byte[] payload) {
        byte[] signature =
                Es256.sign(Es256.key((ECPrivateKey) KEYS.getPrivate()), CoseSign1.toBeSigned(header, payload));
        return text(CoseSign1.write(header, payload, signature));
    }

    static String text(byte[] message) {
        StringBuilder token = new StringBuilder(TokenSigner.PREFIX);
        Base45.encode(message, token);
        return token.toString();
    }

    static byte[] bytes(String token) {
        try {
            return Base45.decode(token, TokenSigner.PREFIX.length());
        } catch (MalformedException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
