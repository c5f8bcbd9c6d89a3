package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * What became of each entry of a bulk can be looked up for two weeks after its end; the history of the entries, the counts and
 * the trail stay. One that still can be undone stays too. What was looked through and not begun goes when another takes its
 * place.
 */
@ApplicationScoped
class ForgottenBulks implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int LINES = 5_000;

    @Inject
    private BulkSteps steps;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "review.forgotten-bulks";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** What is left over goes with one of the next runs. */
    @Override
    public void run() {
        Instant over = clock.instant().minus(KEPT);
        Turn.of(() -> steps.forget(Actor.PORTAL, over, LINES));
    }
}
