package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

@ApplicationScoped
class EscalationJob implements RecurringJob {
    private static final int STEP = 1_000;

    @Inject
    private Escalation escalation;

    @Override
    public String name() {
        return "review.escalation";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        while (escalation.step(Actor.PORTAL, STEP)) {
            Thread.yield();
        }
        escalation.tell(Actor.PORTAL);
    }
}
