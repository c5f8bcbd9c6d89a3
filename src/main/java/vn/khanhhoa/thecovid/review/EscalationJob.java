package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

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
        if (!Turn.of(() -> escalation.step(Actor.PORTAL, STEP))) {
            escalation.tell(Actor.PORTAL);
        }
    }
}
