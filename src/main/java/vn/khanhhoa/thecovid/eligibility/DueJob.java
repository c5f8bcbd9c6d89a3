package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Keeps who is due the next dose, soon after a file was read or withdrawn. */
@ApplicationScoped
class DueJob implements RecurringJob {
    @Inject
    private DueSteps steps;

    @Inject
    private MatchingSteps matching;

    @Override
    public String name() {
        return "eligibility.due";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        Turn.of(() -> steps.ofPeople() || matching.mayLookAtImports() && steps.ofImports());
    }
}
