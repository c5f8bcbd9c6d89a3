package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Deletes scans thirty days after they happened, and what is known by them. Their counts stay. Each step commits by itself. */
@ApplicationScoped
class ForgottenScans implements RecurringJob {
    private static final int STEP = 1_000;

    @Inject
    private ForgettingSteps steps;

    @Override
    public String name() {
        return "verification.forgotten-scans";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        Turn.of(() -> steps.forgetScans(STEP)
                || steps.forgetAlerts(STEP)
                || steps.forgetLooks(STEP)
                || steps.forgetPeople(STEP));
    }
}
