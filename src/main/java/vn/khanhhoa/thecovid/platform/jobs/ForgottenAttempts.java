package vn.khanhhoa.thecovid.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.RateLimits;

/** Counted attempts whose window is over are forgotten. */
@ApplicationScoped
class ForgottenAttempts implements RecurringJob {
    @Inject
    private RateLimits limits;

    @Override
    public String name() {
        return "platform.forgotten-attempts";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        limits.purge();
    }
}
