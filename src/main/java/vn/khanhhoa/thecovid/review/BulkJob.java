package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;

/** Works a bulk decision off. Each step commits by itself and remembers how far it came. */
@ApplicationScoped
class BulkJob implements Job {
    static final String NAME = "review.bulk";
    private static final int STEP = 500;

    @Inject
    private BulkDecisions bulk;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        while (bulk.step(Actor.PORTAL, id, STEP)) {
            Thread.yield();
        }
    }
}
