package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Asks for the levels of open entries soon after anything changed. */
@ApplicationScoped
class LevelJob implements RecurringJob {
    @Inject
    private LevelSteps steps;

    @Override
    public String name() {
        return "review.levels";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run() {
        Turn.of(steps::step);
    }
}
