package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Tells the agencies of sources what was late or is missing, soon after a day's deadline. */
@ApplicationScoped
class LatenessJob implements RecurringJob {
    @Inject
    private LatenessTelling telling;

    @Override
    public String name() {
        return "eligibility.lateness";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        telling.sources().forEach(telling::tell);
    }
}
