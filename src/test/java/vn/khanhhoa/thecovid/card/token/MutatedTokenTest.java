package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Rejected;

/** None may pass and none may throw; the seed is fixed so that a failure comes back. */
class MutatedTokenTest {
    private static final int ROUNDS = 3000;

    private final Random random = new Random(20211001);
    private final String token = Tokens.signer().sign(Tokens.usual());
    private final Set<TokenRejection> seen = EnumSet.noneOf(TokenRejection.class);

    @Test
    void every_single_bit_of_the_message_matters() {
        byte[] message = Tokens.bytes(token);
        for (int bit = 0; bit < message.length * 8; bit++) {
            byte[] flipped = message.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refuse(Tokens.text(flipped));
        }
        assertThat(seen).contains(TokenRejection.MALFORMED, TokenRejection.UNKNOWN_KEY, TokenRejection.BAD_SIGNATURE);
    }

    @Test
    void cut_swapped_doubled_and_replaced_characters() {
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(token);
            int at = random.nextInt(token.length());
            switch (round % 4) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(at, token.charAt(random.nextInt(token.length())));
                case 2 -> text.deleteCharAt(at);
                default -> text.setCharAt(at, (char) (random.nextInt(96) + 32));
            }
            if (!text.toString().equals(token)) {
                refuse(text.toString());
            }
        }
        assertThat(seen).contains(TokenRejection.NOT_A_CARD, TokenRejection.BAD_BASE45);
    }

    @Test
    void claims_of_noise_under_a_good_signature() {
        byte[] header = CoseSign1.header(Tokens.TRUSTED.id());
        byte[] payload = ClaimsCodec.write(Tokens.ISSUER, Tokens.usual());
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = Arrays.copyOf(payload, payload.length - random.nextInt(2) * random.nextInt(payload.length));
            for (int change = 0; change <= round % 3; change++) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            // Signed by the true key, such claims may be sound; they must only never end in an exception.
            assertThat(Tokens.readAtNoon(Tokens.sealed(header, noise))).isNotNull();
        }
    }

    @Test
    void plain_noise() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(400)];
            random.nextBytes(noise);
            refuse(Tokens.text(noise));
        }
    }

    private void refuse(String text) {
        TokenCheck check = Tokens.readAtNoon(text);
        assertThat(check).as(text).isInstanceOf(Rejected.class);
        seen.add(((Rejected) check).reason());
    }
}
