package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Passes on the entries of a list, or brings them back. Each step commits by itself and remembers how far it came; after some, others get the thread. */
@ApplicationScoped
class ListForwardingJob implements Job {
    static final String NAME = "review.forwarding";
    private static final int STEP = 500;

    @Inject
    private ListForwarding forwarding;

    @Inject
    private CallingBack callingBack;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        if (Turn.of(() -> forwarding.step(Actor.PORTAL, id, STEP) || callingBack.step(Actor.PORTAL, id, STEP))) {
            jobs.enqueue(NAME, argument);
        }
    }
}
