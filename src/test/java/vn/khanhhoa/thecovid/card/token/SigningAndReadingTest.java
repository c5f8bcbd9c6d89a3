package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Genuine;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class SigningAndReadingTest {
    @Test
    void gives_back_what_was_signed() {
        assertReadsBack(Tokens.usual());
    }

    @Test
    void keeps_names_that_the_packed_alphabet_does_not_know() {
        assertReadsBack(Tokens.claims("Zoë Müller-Łukasz", "X9Y8", List.of("5", "27"), List.of("01234", "1A2")));
    }

    @Test
    void takes_people_without_document_way_or_activities() {
        assertReadsBack(Tokens.claims("山田 & Söhne ^", "", List.of(), List.of()));
        assertReadsBack(Tokens.claims("An", "0000", List.of(), List.of("56")));
    }

    @Test
    void a_usual_card_stays_within_300_characters() {
        assertThat(Tokens.signer().sign(Tokens.usual())).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void the_longest_card_is_still_read() {
        CardClaims longest = Tokens.claims(
                "山".repeat(200),
                "AB12",
                Collections.nCopies(CardClaims.MAX_ACTIVITIES, "Z".repeat(24)),
                Collections.nCopies(CardClaims.MAX_ROUTE, "ZZZZZZZZ"));
        assertReadsBack(longest);
        assertThat(longest.name()).hasSize(CardClaims.MAX_NAME).endsWith("…");
    }

    @Test
    void the_same_claims_give_the_same_token() {
        CardClaims claims = Tokens.usual();
        assertThat(Tokens.signer().sign(claims)).isEqualTo(Tokens.signer().sign(claims));
    }

    @Test
    void names_are_composed() {
        String decomposed = Normalizer.normalize("Nguyễn Thị Ánh", Normalizer.Form.NFD);
        assertThat(Tokens.claims(decomposed, "", List.of(), List.of()).name()).isEqualTo("Nguyễn Thị Ánh");
    }

    @Test
    void needs_only_the_characters_of_a_qr_code_in_alphanumeric_mode() {
        assertThat(Tokens.signer().sign(Tokens.usual())).matches("KH2:[0-9A-Z $%*+./:-]+");
    }

    @Test
    void a_key_is_named_by_its_thumbprint() {
        ECPublicKey key = (ECPublicKey) Tokens.keyPair("secp256r1").getPublic();
        assertThat(TrustedKey.of(key).id()).isEqualTo(TrustedKey.of(key).id()).isNotEqualTo(Tokens.TRUSTED.id());
        assertThat(TrustedKey.of(key).id().bytes()).hasSize(3);
    }

    @Test
    void other_curves_are_refused() {
        ECPublicKey p384 = (ECPublicKey) Tokens.keyPair("secp384r1").getPublic();
        ECPrivateKey secret = (ECPrivateKey) Tokens.keyPair("secp384r1").getPrivate();
        assertThatThrownBy(() -> TrustedKey.of(p384)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MessageSigner.with(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void more_activities_than_a_card_can_carry_break_a_rule() {
        assertThatThrownBy(() -> Tokens.claims("An", "", Collections.nCopies(17, "CHO"), List.of()))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void a_full_identity_number_has_no_place() {
        assertThatThrownBy(() -> Tokens.claims("An", "056087000678", List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** By name, so that whoever adds one thinks twice. */
    @Test
    void there_is_no_place_for_a_level_a_fact_of_health_or_a_day_that_gives_one_away() {
        assertThat(CardClaims.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly(
                        "kind",
                        "cardNumber",
                        "statusPlace",
                        "notBefore",
                        "expiresAt",
                        "name",
                        "birthYear",
                        "idTail",
                        "activities",
                        "route");
    }

    @Test
    void cards_of_before_are_read_and_have_no_place_in_the_list() {
        String token = first(FirstClaimsCodec.write(Tokens.ISSUER, Tokens.first()));

        assertThat(Tokens.readAtNoon(token))
                .isEqualTo(new Genuine(Tokens.first().claims(), Tokens.TRUSTED.id()));
        assertThat(Tokens.first().claims().statusPlace()).isEqualTo(CardClaims.NO_PLACE);
    }

    @Test
    void each_prefix_has_its_own_claims() {
        byte[] header = CoseSign1.header(Tokens.TRUSTED.id());
        assertThat(Tokens.readAtNoon(Tokens.sealed(header, FirstClaimsCodec.write(Tokens.ISSUER, Tokens.first()))))
                .isEqualTo(new TokenCheck.Rejected(TokenRejection.MALFORMED));
        assertThat(Tokens.readAtNoon(first(ClaimsCodec.write(Tokens.ISSUER, Tokens.usual()))))
                .isEqualTo(new TokenCheck.Rejected(TokenRejection.MALFORMED));
    }

    /** Under a good signature, with the prefix of before. */
    private static String first(byte[] payload) {
        return Tokens.sealed(CoseSign1.header(Tokens.TRUSTED.id()), payload).replaceFirst("^KH2:", "KH1:");
    }

    private static void assertReadsBack(CardClaims claims) {
        String token = Tokens.signer().sign(claims);
        assertThat(token.length()).isLessThanOrEqualTo(TokenReader.MAX_LENGTH);
        assertThat(Tokens.readAtNoon(token)).isEqualTo(new Genuine(claims, Tokens.TRUSTED.id()));
    }
}
