package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.card.token.Tokens.FROM;
import static vn.khanhhoa.thecovid.card.token.Tokens.NOON;
import static vn.khanhhoa.thecovid.card.token.Tokens.UNTIL;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Genuine;
import vn.khanhhoa.thecovid.card.token.TokenCheck.OutOfTime;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Rejected;

class RefusingATokenTest {
    private static final byte[] HEADER = CoseSign1.header(Tokens.TRUSTED.id());

    private final CardClaims claims = Tokens.usual();
    private final String token = Tokens.signer().sign(claims);

    @ParameterizedTest
    @ValueSource(strings = {"", "KH2", "kh2:6BF", " KH2:6BF", "KH3:6BF", "https://example.vn/", "079087000123|An"})
    void not_a_card(String text) {
        assertRefused(text, TokenRejection.NOT_A_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HC1:6BFOXN", "LT1:6BF", "NZCP:/1/2KCE", "shc:/5676", "DC04FR00"})
    void the_code_of_another_system(String text) {
        assertRefused(text, TokenRejection.FOREIGN_CODE);
    }

    @Test
    void too_long() {
        assertRefused("KH2:" + "0".repeat(TokenReader.MAX_LENGTH), TokenRejection.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GGX", "ZZZ", "0", "0000", "ZZ", "abc", "00ế", "00_", "000 \n"})
    void base45_out_of_range_or_alphabet(String text) {
        assertRefused("KH2:" + text, TokenRejection.BAD_BASE45);
    }

    @Test
    void what_is_no_cose_message() {
        assertRefused("KH2:", TokenRejection.MALFORMED);
        assertRefused(Tokens.text(new byte[] {0, 1, 2, 3}), TokenRejection.MALFORMED);
        byte[] message = Tokens.bytes(token);
        assertRefused(Tokens.text(Arrays.copyOf(message, message.length - 1)), TokenRejection.MALFORMED);
        assertRefused(Tokens.text(Arrays.copyOf(message, message.length + 1)), TokenRejection.MALFORMED);
    }

    @Test
    void claims_that_are_signed_but_not_canonical() {
        byte[] payload = ClaimsCodec.write(Tokens.ISSUER, claims);
        assertRefused(Tokens.sealed(HEADER, Arrays.copyOf(payload, payload.length + 1)), TokenRejection.MALFORMED);
        assertRefused(Tokens.sealed(HEADER, new byte[0]), TokenRejection.MALFORMED);
        byte[] sevenPairs = payload.clone();
        sevenPairs[0]++;
        assertRefused(Tokens.sealed(HEADER, sevenPairs), TokenRejection.MALFORMED);
    }

    @Test
    void a_text_that_could_be_packed_but_is_not() {
        assertRefused(Tokens.sealed(HEADER, withName("Kho Bãi")), TokenRejection.MALFORMED);
        assertThat(Tokens.readAtNoon(Tokens.sealed(HEADER, withName("山")))).isInstanceOf(Genuine.class);
    }

    /** Claims as they are written, but for the name, which is never packed. */
    private static byte[] withName(String name) {
        CborWriter out = new CborWriter().map(4);
        out.integer(1).text(Tokens.ISSUER);
        out.integer(4).integer(UNTIL.getEpochSecond());
        out.integer(5).integer(FROM.getEpochSecond());
        out.integer(-65537).map(8);
        ClaimParts.writeNumber(out.integer(1), "72XQ49MT3");
        out.integer(2).text(name);
        out.integer(3).integer(1987);
        out.integer(4).integer(678);
        ClaimParts.writeCodes(out.integer(5), List.of("LV_DN"));
        out.integer(6).array(1).integer(22327);
        out.integer(7).integer(1);
        out.integer(8).integer(4711);
        return out.toBytes();
    }

    @Test
    void another_algorithm_or_other_headers() {
        byte[] payload = ClaimsCodec.write(Tokens.ISSUER, claims);
        byte[] es384 = HEADER.clone();
        es384[2] = 0x38;
        CborWriter more =
                new CborWriter().map(3).integer(1).integer(-7).integer(3).integer(0);
        byte[] three = more.integer(4).bytes(Tokens.TRUSTED.id().bytes()).toBytes();
        byte[] none = new CborWriter().map(0).toBytes();
        byte[] hmac = new CborWriter()
                .map(2)
                .integer(1)
                .integer(5)
                .integer(4)
                .bytes(new byte[3])
                .toBytes();
        assertRefused(Tokens.sealed(three, payload), TokenRejection.UNSUPPORTED_HEADER);
        assertRefused(Tokens.sealed(none, payload), TokenRejection.UNSUPPORTED_HEADER);
        assertRefused(Tokens.sealed(hmac, payload), TokenRejection.UNSUPPORTED_HEADER);
    }

    @Test
    void an_unprotected_header() {
        byte[] message = Tokens.bytes(token);
        int at = 2 + 1 + HEADER.length;
        assertThat(message[at]).isEqualTo((byte) 0xA0);
        message[at] = (byte) 0xA1;
        assertRefused(Tokens.text(message), TokenRejection.UNSUPPORTED_HEADER);
    }

    @Test
    void a_key_that_nobody_trusts() {
        String foreign = new TokenSigner("KH", KeyId.ofBytes(new byte[] {1, 2, 3}), MessageSigner.with((ECPrivateKey)
                        Tokens.KEYS.getPrivate()))
                .sign(claims);
        assertRefused(foreign, TokenRejection.UNKNOWN_KEY);
    }

    @Test
    void a_key_that_became_known_to_others_however_good_the_signature() {
        TokenReader reader = new TokenReader(
                Tokens.ISSUER, List.of(), List.of(Tokens.TRUSTED.id()), Clock.fixed(NOON, ZoneOffset.UTC));

        assertThat(reader.read(token)).isEqualTo(new Rejected(TokenRejection.WITHDRAWN_KEY));
    }

    @Test
    void another_document_of_the_portal_under_the_same_key() {
        byte[] bundle =
                new TrustBundle(Tokens.ISSUER, FROM, UNTIL, List.of(Tokens.TRUSTED), List.of()).signed(Tokens.signer());
        assertRefused(Tokens.text(bundle), TokenRejection.UNSUPPORTED_HEADER);
    }

    @Test
    void the_name_of_a_trusted_key_over_the_signature_of_another() {
        ECPrivateKey other = (ECPrivateKey) Tokens.keyPair("secp256r1").getPrivate();
        assertRefused(
                new TokenSigner("KH", Tokens.TRUSTED.id(), MessageSigner.with(other)).sign(claims),
                TokenRejection.BAD_SIGNATURE);
    }

    @Test
    void one_flipped_bit_in_the_claims() {
        byte[] message = Tokens.bytes(token);
        message[message.length - Es256.SIGNATURE_BYTES - 5] ^= 1;
        assertRefused(Tokens.text(message), TokenRejection.BAD_SIGNATURE);
    }

    @Test
    void the_twin_signature_with_the_other_sign() {
        byte[] message = Tokens.bytes(token);
        int at = message.length - 32;
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(message, at, message.length));
        byte[] twin = BigIntegers.asUnsignedByteArray(32, Es256.P256.getN().subtract(s));
        System.arraycopy(twin, 0, message, at, 32);
        assertRefused(Tokens.text(message), TokenRejection.BAD_SIGNATURE);
    }

    @Test
    void another_issuer() {
        assertRefused(Tokens.signer("PY").sign(claims), TokenRejection.WRONG_ISSUER);
    }

    @Test
    void validity_includes_its_first_second_and_excludes_its_end() {
        assertThat(at(FROM.minusSeconds(1))).isEqualTo(new OutOfTime(claims, TokenRejection.NOT_YET_VALID));
        assertThat(at(FROM.minusNanos(1))).isEqualTo(new OutOfTime(claims, TokenRejection.NOT_YET_VALID));
        assertThat(at(FROM)).isInstanceOf(Genuine.class);
        assertThat(at(NOON)).isInstanceOf(Genuine.class);
        assertThat(at(UNTIL.minusNanos(1))).isInstanceOf(Genuine.class);
        assertThat(at(UNTIL)).isEqualTo(new OutOfTime(claims, TokenRejection.EXPIRED));
    }

    private TokenCheck at(Instant time) {
        return Tokens.readerAt(time).read(token);
    }

    private static void assertRefused(String text, TokenRejection reason) {
        assertThat(Tokens.readAtNoon(text)).isEqualTo(new Rejected(reason));
    }
}
