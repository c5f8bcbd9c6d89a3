package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/**
 * Keeps which days are incomplete, and tells the agencies of sources what was late or is missing, soon after a day's deadline, and which of
 * their answers are overdue.
 */
@ApplicationScoped
class LatenessJob implements RecurringJob {
    @Inject
    private LatenessTelling telling;

    @Inject
    private IncompleteDays incomplete;

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
        telling.sources().forEach(incomplete::keep);
        telling.sources().forEach(telling::tell);
        telling.all().forEach(telling::tellOverdue);
    }
}
