package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import COSE.MessageTag;
import COSE.OneKey;
import COSE.Sign1Message;
import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.DebianPackage;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Genuine;
import vn.khanhhoa.thecovid.platform.crypto.Pkcs11Token;
import vn.khanhhoa.thecovid.platform.crypto.SigningPair;

/** SoftHSM is the token: keys are made in it, and sign cards without leaving it. */
class SigningInATokenTest {
    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/softhsm/libsofthsm.so"));
    private static final String PIN = "4711";

    private static Path configuration = Path.of("");

    @BeforeAll
    static void an_empty_token() throws IOException {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElseGet(SigningInATokenTest::installed);
        Path settings = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = settings.resolveSibling("tokens");
        empty(Objects.requireNonNull(settings.getParent()));
        Files.createDirectories(tokens);
        Files.writeString(settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        DebianPackage.run(
                "softhsm2-util", "--init-token", "--free", "--label", "thecovid", "--pin", PIN, "--so-pin", PIN);
        configuration = Files.writeString(
                settings.resolveSibling("pkcs11.cfg"),
                "name = thecovid\nlibrary = " + library
                        + "\nslotListIndex = 0\nattributes(*, CKO_PRIVATE_KEY, *) = { CKA_SIGN = true  CKA_SENSITIVE = true }\n");
    }

    private static Path installed() {
        DebianPackage.install("softhsm2", "The test of signing in a PKCS#11 token needs SoftHSM");
        return LIBRARIES.get(0);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Test
    void a_card_that_was_signed_in_the_token_is_genuine_to_us_and_to_others() throws Exception {
        SigningPair pair = Pkcs11Token.open(configuration.toString(), PIN).make("card-1", Tokens.FROM);
        TrustedKey trusted = TrustedKey.of(pair.publicKey());
        TokenSigner signer = new TokenSigner(
                Tokens.ISSUER, trusted.id(), MessageSigner.by(pair.provider().orElseThrow(), pair.privateKey()));

        for (int round = 0; round < 20; round++) { // half of the signatures come with the greater s
            String token = signer.sign(Tokens.usual());
            TokenReader reader = new TokenReader(
                    Tokens.ISSUER, List.of(trusted), List.of(), Clock.fixed(Tokens.NOON, ZoneOffset.UTC));
            assertThat(reader.read(token)).isInstanceOf(Genuine.class);
            Sign1Message others = (Sign1Message) Sign1Message.DecodeFromBytes(Tokens.bytes(token), MessageTag.Sign1);
            assertThat(others.validate(new OneKey(CBORObject.DecodeFromBytes(KeySets.coseKeySet(List.of(trusted)))
                            .get(0))))
                    .isTrue();
        }
    }

    @Test
    void a_key_is_made_once_and_found_again_by_whoever_opens_the_token_later() {
        ECPublicKey made = Pkcs11Token.open(configuration.toString(), PIN)
                .make("card-2", Tokens.FROM)
                .publicKey();

        Pkcs11Token later = Pkcs11Token.open(configuration.toString(), PIN);

        assertThat(later.find("card-2").orElseThrow().publicKey().getW()).isEqualTo(made.getW());
        assertThat(later.make("card-2", Tokens.NOON).publicKey().getW()).isEqualTo(made.getW());
        assertThat(later.find("card-3")).isEmpty();
    }

    @Test
    void the_private_key_stays_in_the_token() {
        SigningPair pair = Pkcs11Token.open(configuration.toString(), PIN).make("card-4", Tokens.FROM);

        assertThat(pair.privateKey().getEncoded()).isNull();
        assertThat(pair.provider()).isPresent();
    }

    @Test
    void what_cannot_be_opened_says_what_to_look_at() {
        assertThatThrownBy(() -> Pkcs11Token.open(
                        configuration.resolveSibling("none.cfg").toString(), PIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its library, its slot and its PIN");
    }
}
