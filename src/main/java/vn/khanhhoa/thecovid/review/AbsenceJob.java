package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Has work follow the people: to who stands in for the absent, and back where a lent reviewer has left. */
@ApplicationScoped
class AbsenceJob implements RecurringJob {
    @Inject
    private Delegations delegations;

    @Inject
    private Lending lending;

    @Override
    public String name() {
        return "review.absences";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        delegations.passOn(Actor.PORTAL);
        lending.close(Actor.PORTAL);
    }
}
