package vn.khanhhoa.thecovid.card.token;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A million spoilt tokens, of a seed that nobody has seen: {@code -Dmutations.seed=} repeats one. */
class MutatedTokensBench {
    private static final int MUTATIONS = 1_000_000;

    @Test
    void none_of_a_million_passes() {
        long seed = Long.getLong("mutations.seed", System.nanoTime());
        System.out.println("BENCH token.mutations seed " + seed);
        long begin = System.nanoTime();
        MutatedTokensTest.refused(new MutatedTokens(seed), MUTATIONS);
        System.out.printf(
                Locale.ROOT,
                "BENCH token.mutations %d refused, %.0f/s%n",
                MUTATIONS,
                MUTATIONS * 1e9 / (System.nanoTime() - begin));
    }
}
