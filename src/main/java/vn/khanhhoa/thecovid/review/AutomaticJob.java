package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Approves what the data makes green, where a mode or an agency's rule lets it. Where a step fails, each of its entries is tried by
 * itself; what fails still is tried again later and holds up nothing behind it.
 */
@ApplicationScoped
class AutomaticJob implements RecurringJob {
    static final int STEP = 200;
    private static final Logger LOG = Logger.getLogger(AutomaticJob.class.getName());

    @Inject
    private AutomaticSteps steps;

    @Override
    public String name() {
        return "review.automatic";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run() {
        Turn.of(this::step);
    }

    private boolean step() {
        try {
            return steps.step(STEP);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "entries are not approved together, so each is by itself", fault);
            return steps.due(STEP).stream().filter(this::byItself).count() > 0;
        }
    }

    private boolean byItself(long entryId) {
        try {
            steps.one(entryId);
            return true;
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            steps.putOff(entryId);
            return false;
        }
    }
}
