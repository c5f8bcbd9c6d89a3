package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Has everybody with an open entry or a current card assessed anew each night, and soon after other criteria are known. */
@ApplicationScoped
class SweepJob implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(SweepJob.class.getName());

    @Inject
    private SweepSteps steps;

    @Override
    public String name() {
        return "eligibility.sweep";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        Turn.of(this::step);
    }

    /** Of one whose assessment fails no other has to wait. */
    private boolean step() {
        try {
            return steps.step();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "the next ones of the sweep are assessed later, each by itself");
            return steps.mark();
        }
    }
}
