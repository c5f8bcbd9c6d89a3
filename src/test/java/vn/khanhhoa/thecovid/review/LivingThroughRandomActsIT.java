package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.audit.TrailCheck;
import vn.khanhhoa.thecovid.audit.TrailChecking;

/** Two hundred lists; the bench of the same lives through thousands. {@code ACTS_SEED} in the environment repeats what failed. */
@InPortal
class LivingThroughRandomActsIT {
    private static final int LISTS = 200;
    private static final int ACTS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Inject
    private RandomActs acts;

    @Inject
    private TrailChecking checking;

    @Test
    void every_act_leaves_decisions_cards_counts_and_trail_in_order() {
        long first = ConfigProvider.getConfig()
                .getOptionalValue("acts.seed", Long.class)
                .orElse(1L);
        RandomActs.Cast cast = acts.cast();
        Map<String, Integer> done = new TreeMap<>();

        for (long seed = first; seed < first + LISTS; seed++) {
            acts.live(cast, seed, ACTS).forEach((act, times) -> done.merge(act, times, Integer::sum));
        }

        acts.assertCounted(cast);
        assertThat(done.keySet()).as("acts that came about: " + done).hasSizeGreaterThanOrEqualTo(17);
        assertTrailHolds();
    }

    private void assertTrailHolds() {
        checking.ask(TestAccounts.ADMINISTRATOR);
        long latest = System.nanoTime() + PATIENCE.toNanos();
        TrailCheck check = checking.latest(TestAccounts.ADMINISTRATOR).orElseThrow();
        while (check.running() && System.nanoTime() < latest) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            check = checking.latest(TestAccounts.ADMINISTRATOR).orElseThrow();
        }
        assertThat(check.holds()).as(check.toString()).isTrue();
    }
}
