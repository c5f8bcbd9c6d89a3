package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;

/**
 * What {@link LivingThroughRandomActsIT} does, thousands of times and with longer lives, from seeds that nobody has seen; as many
 * as ten minutes hold, since the server stops whoever asks for more than fifteen.
 */
class RandomActsPortalBench extends BenchInPortal {
    private static final int ACTS = 60;
    private static final long LONGEST = Duration.ofMinutes(10).toNanos();

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
        int[] lived = {0};
        double seconds = seconds(() -> {
            long begun = System.nanoTime();
            while (lived[0] < sequences && System.nanoTime() - begun < LONGEST) {
                acts.live(cast, first + lived[0]++, ACTS).forEach((act, times) -> done.merge(act, times, Integer::sum));
            }
        });
        acts.assertCounted(cast);
        say("BENCH acts.random %d lists from seed %d in %.0f s, all in order: %s", lived[0], first, seconds, done);
    }
}
