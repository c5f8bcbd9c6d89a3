package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;

/** What {@link LivingThroughRandomActsIT} does, thousands of times and with longer lives, from seeds that nobody has seen. */
class RandomActsPortalBench extends BenchInPortal {
    private static final int ACTS = 60;

    @Inject
    private RandomActs acts;

    @Test
    void thousands_of_lists() throws Exception {
        int sequences = ConfigProvider.getConfig()
                .getOptionalValue("acts.sequences", Integer.class)
                .orElse(3_000);
        long first = ConfigProvider.getConfig()
                .getOptionalValue("acts.seed", Long.class)
                .orElseGet(System::nanoTime);
        RandomActs.Cast cast = acts.cast();
        Map<String, Integer> done = new TreeMap<>();
        double seconds = seconds(() -> {
            for (long seed = first; seed < first + sequences; seed++) {
                acts.live(cast, seed, ACTS).forEach((act, times) -> done.merge(act, times, Integer::sum));
            }
        });
        acts.assertCounted(cast);
        say("BENCH acts.random %d lists from seed %d in %.0f s, all in order: %s", sequences, first, seconds, done);
    }
}
