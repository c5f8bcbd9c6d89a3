package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Settles the figures, some seconds behind what happens. */
@ApplicationScoped
class CountClosingJob implements RecurringJob {
    private static final int MOST = 5_000;

    @Inject
    private DecisionCounts counts;

    @Override
    public String name() {
        return "review.count-closing";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void run() {
        counts.close(MOST);
    }
}
