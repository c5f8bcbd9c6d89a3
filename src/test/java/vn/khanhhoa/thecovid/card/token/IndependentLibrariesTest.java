package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.upokecenter.cbor.CBORObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others make of tokens and key sets. */
class IndependentLibrariesTest {
    private final CardClaims claims = Tokens.usual();
    private final byte[] message = Tokens.bytes(Tokens.signer().sign(claims));

    @Test
    void a_cose_library_verifies_the_token_with_a_key_of_our_key_set() throws Exception {
        assertThat(decoded(message).validate(publishedKey())).isTrue();
    }

    @Test
    void the_same_library_refuses_a_tampered_token() throws Exception {
        byte[] tampered = message.clone();
        tampered[message.length - Es256.SIGNATURE_BYTES - 4] ^= 1;
        assertThat(decoded(tampered).validate(publishedKey())).isFalse();
    }

    @Test
    void a_cbor_library_finds_the_registered_claims_and_our_own() throws Exception {
        CBORObject map = CBORObject.DecodeFromBytes(decoded(message).GetContent());
        assertThat(map.get(CBORObject.FromObject(1)).AsString()).isEqualTo("KH");
        assertThat(map.get(CBORObject.FromObject(4)).AsInt64()).isEqualTo(Tokens.UNTIL.getEpochSecond());
        assertThat(map.get(CBORObject.FromObject(5)).AsInt64()).isEqualTo(Tokens.FROM.getEpochSecond());
        assertThat(map.get(CBORObject.FromObject(6)).AsInt64())
                .isEqualTo(claims.issuedAt().getEpochSecond());
        assertThat(map.get(CBORObject.FromObject(7)).GetByteString())
                .isEqualTo(claims.id().bytes());
        CBORObject card = map.get(CBORObject.FromObject(-65537));
        assertThat(card.get(CBORObject.FromObject(3)).AsInt32()).isEqualTo(1987);
        assertThat(card.get(CBORObject.FromObject(4)).AsInt32()).isEqualTo(678);
    }

    @Test
    void a_jose_library_reads_the_same_public_key_from_the_jwk_set() throws Exception {
        ECKey jwk = (ECKey) JWKSet.parse(KeySets.jwkSet(List.of(Tokens.TRUSTED)))
                .getKeyByKeyId(Tokens.TRUSTED.id().text());
        assertThat(jwk.toECPublicKey().getW())
                .isEqualTo(Tokens.TRUSTED.publicKey().getW());
        assertThat(jwk.isPrivate()).isFalse();
        assertThat(JWKSet.parse(KeySets.jwkSet(List.of())).isEmpty()).isTrue();
    }

    private static Sign1Message decoded(byte[] message) throws Exception {
        return (Sign1Message) Sign1Message.DecodeFromBytes(message, MessageTag.Sign1);
    }

    private static OneKey publishedKey() throws Exception {
        return new OneKey(CBORObject.DecodeFromBytes(KeySets.coseKeySet(List.of(Tokens.TRUSTED)))
                .get(0));
    }
}
