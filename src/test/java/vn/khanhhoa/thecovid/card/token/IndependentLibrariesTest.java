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
        CBORObject card = map.get(CBORObject.FromObject(-65537));
        assertThat(card.get(CBORObject.FromObject(3)).AsInt32()).isEqualTo(1987);
        assertThat(card.get(CBORObject.FromObject(4)).AsInt32()).isEqualTo(678);
        assertThat(card.get(CBORObject.FromObject(6)).get(1).AsInt32()).isEqualTo(22366);
        assertThat(card.get(CBORObject.FromObject(7)).AsInt32()).isEqualTo(1);
        assertThat(card.get(CBORObject.FromObject(8)).AsInt64()).isEqualTo(claims.statusPlace());
        assertThat(map.size()).isEqualTo(4);
        assertThat(card.size()).isEqualTo(8);
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

    @Test
    void a_cose_library_verifies_the_bundle_for_devices_and_finds_its_keys() throws Exception {
        KeyId withdrawn = KeyId.ofBytes(new byte[] {9, 8, 7});
        byte[] bundle = new TrustBundle(
                        Tokens.ISSUER, Tokens.FROM, Tokens.UNTIL, List.of(Tokens.TRUSTED), List.of(withdrawn))
                .signed(Tokens.signer());

        Sign1Message document = decoded(bundle);
        assertThat(document.validate(publishedKey())).isTrue();
        CBORObject header = document.getProtectedAttributes();
        assertThat(header.get(CBORObject.FromObject(16)).AsString()).isEqualTo("application/vnd.thecovid.trust+cwt");
        CBORObject claims = CBORObject.DecodeFromBytes(document.GetContent());
        assertThat(claims.get(CBORObject.FromObject(1)).AsString()).isEqualTo(Tokens.ISSUER);
        assertThat(claims.get(CBORObject.FromObject(4)).AsInt64()).isEqualTo(Tokens.UNTIL.getEpochSecond());
        assertThat(claims.get(CBORObject.FromObject(6)).AsInt64()).isEqualTo(Tokens.FROM.getEpochSecond());
        CBORObject trust = claims.get(CBORObject.FromObject(-65538));
        OneKey inBundle = new OneKey(trust.get(CBORObject.FromObject(1)).get(0));
        assertThat(decoded(message).validate(inBundle)).isTrue();
        assertThat(trust.get(CBORObject.FromObject(2)).get(0).GetByteString()).isEqualTo(withdrawn.bytes());
        assertThat(bundle).hasSizeLessThan(300);
    }

    private static Sign1Message decoded(byte[] message) throws Exception {
        return (Sign1Message) Sign1Message.DecodeFromBytes(message, MessageTag.Sign1);
    }

    private static OneKey publishedKey() throws Exception {
        return new OneKey(CBORObject.DecodeFromBytes(KeySets.coseKeySet(List.of(Tokens.TRUSTED)))
                .get(0));
    }
}
