package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Finds the people whom records are about, soon after a list came or a file was read. */
@ApplicationScoped
class MatchingJob implements RecurringJob {
    @Inject
    private MatchingSteps steps;

    @Override
    public String name() {
        return "eligibility.matching";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        Turn.of(() -> steps.ofLists() || steps.mayLookAtImports() && steps.ofImports());
    }
}
