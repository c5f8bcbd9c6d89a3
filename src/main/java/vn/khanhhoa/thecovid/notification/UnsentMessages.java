package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** What waits too long to leave has failed. Each step commits by itself. */
@ApplicationScoped
class UnsentMessages implements RecurringJob {
    private static final int STEP = 1_000;

    @Inject
    private Dispatch dispatch;

    @Override
    public String name() {
        return "notification-unsent";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Turn.of(() -> dispatch.giveUpWaiting(Actor.PORTAL, STEP));
    }
}
