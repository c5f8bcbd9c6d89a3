package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Carries out what was decided, once its undo window has closed. Each step commits by itself. */
@ApplicationScoped
class EffectJob implements RecurringJob {
    static final int STEP = 500;

    @Inject
    private DecisionEffects effects;

    @Override
    public String name() {
        return "review.effects";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        while (effects.step(Actor.PORTAL, STEP)) {
            Thread.yield();
        }
    }
}
