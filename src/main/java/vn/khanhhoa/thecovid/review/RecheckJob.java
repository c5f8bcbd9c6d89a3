package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Draws what is looked at again, once for each agency and month that is over. */
@ApplicationScoped
class RecheckJob implements RecurringJob {
    @Inject
    private RecheckSampling sampling;

    @Override
    public String name() {
        return "review.rechecks";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        sampling.draw(Actor.PORTAL);
    }
}
