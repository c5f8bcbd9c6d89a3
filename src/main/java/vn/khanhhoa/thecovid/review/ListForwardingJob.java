package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;

/** Passes on the entries of a list. Each step commits by itself and remembers how far it came; after some, others get the thread. */
@ApplicationScoped
class ListForwardingJob implements Job {
    static final String NAME = "review.forwarding";
    private static final int STEP = 500;
    private static final int STEPS_AT_ONCE = 40;

    @Inject
    private ListForwarding forwarding;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        for (int steps = 0; steps < STEPS_AT_ONCE; steps++) {
            if (!forwarding.step(Actor.PORTAL, id, STEP)) {
                return;
            }
        }
        jobs.enqueue(NAME, argument);
    }
}
