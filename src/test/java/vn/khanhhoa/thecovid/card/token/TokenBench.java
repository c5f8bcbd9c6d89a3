package vn.khanhhoa.thecovid.card.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.interfaces.ECPrivateKey;
import java.util.Locale;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.card.token.TokenCheck.Genuine;

/** Tokens a second of processor time, against the bare signatures in them. */
class TokenBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3000;
    private static final int TURNS = 8;

    private final CardClaims claims = Tokens.usual();
    private final byte[] header = CoseSign1.header(Tokens.TRUSTED.id());
    private final byte[] message = CoseSign1.toBeSigned(header, ClaimsCodec.write(Tokens.ISSUER, claims));
    private final ECPrivateKeyParameters secret = Es256.key((ECPrivateKey) Tokens.KEYS.getPrivate());
    private final ECPublicKeyParameters known = Es256.key(Tokens.TRUSTED.publicKey());

    @Test
    void issue() {
        TokenSigner signer = Tokens.signer();
        compare("token.issue", () -> Es256.sign(secret, message), () -> signer.sign(claims));
    }

    @Test
    void verify() {
        String token = Tokens.signer().sign(claims);
        byte[] signature = Es256.sign(secret, message);
        TokenReader reader = Tokens.readerAt(Tokens.NOON);
        assertThat(reader.read(token)).isInstanceOf(Genuine.class);
        compare("token.verify", () -> Es256.verify(known, message, signature), () -> reader.read(token));
    }

    /** The best of several turns each, taken in turns, so that a busy machine slows both alike. */
    private static void compare(String name, Runnable limit, Runnable ours) {
        double bare = 0;
        double whole = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            bare = Math.max(bare, rate(limit));
            whole = Math.max(whole, rate(ours));
        }
        System.out.printf(
                Locale.ROOT, "BENCH %s ratio=%.2f (limit %.0f/s, ours %.0f/s)%n", name, bare / whole, bare, whole);
    }

    private static double rate(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            work.run();
        }
        return ROUNDS * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }
}
