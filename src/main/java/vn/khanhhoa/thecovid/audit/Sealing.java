package vn.khanhhoa.thecovid.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Seals what was written, a little later and apart from the writers, so that none of them waits for another. */
@ApplicationScoped
class Sealing implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Inject
    private SealingStep step;

    @Override
    public String name() {
        return "audit.sealing";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        Turn.of(step::seal);
        step.sign();
    }
}
