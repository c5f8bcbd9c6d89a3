package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Routes the open work of an ended agency anew. Each step commits by itself; after some, others get the thread. */
@ApplicationScoped
class ReroutingJob implements Job {
    static final String NAME = "review.rerouting";
    private static final int STEP = 500;
    private static final Duration UNTIL_DECIDED = Duration.ofMinutes(1);

    @Inject
    private Rerouting rerouting;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        if (Turn.of(() -> step(id))) {
            jobs.enqueue(NAME, argument);
        }
    }

    private boolean step(long id) {
        return switch (rerouting.step(Actor.PORTAL, id, STEP)) {
            case MORE -> true;
            case HELD -> {
                jobs.enqueue(NAME, String.valueOf(id), UNTIL_DECIDED);
                yield false;
            }
            case NOTHING -> false;
        };
    }
}
