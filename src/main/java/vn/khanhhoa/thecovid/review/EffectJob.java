package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Carries out what was decided, once its undo window has closed. Each step commits by itself; where one fails, each of its
 * verdicts is tried by itself, and what fails still is tried again later and holds up nothing behind it.
 */
@ApplicationScoped
class EffectJob implements RecurringJob {
    static final int STEP = 500;
    private static final Logger LOG = Logger.getLogger(EffectJob.class.getName());

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
        Turn.of(this::step);
    }

    private boolean step() {
        try {
            return effects.step(Actor.PORTAL, STEP);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "verdicts do not take effect together, so each does by itself", fault);
            return effects.due(Actor.PORTAL, STEP).stream()
                            .filter(this::byItself)
                            .count()
                    > 0;
        }
    }

    private boolean byItself(long entryId) {
        try {
            effects.one(Actor.PORTAL, entryId);
            return true;
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            effects.putOff(Actor.PORTAL, entryId);
            return false;
        }
    }
}
