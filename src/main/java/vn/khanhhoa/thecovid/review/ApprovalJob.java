package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Works off what an approver agreed to. Each step commits by itself; after some, others get the thread. */
@ApplicationScoped
class ApprovalJob implements Job {
    static final String NAME = "review.approval";
    private static final int STEP = 500;

    @Inject
    private Approvals approvals;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        if (Turn.of(() -> approvals.step(Actor.PORTAL, id, STEP))) {
            jobs.enqueue(NAME, argument);
        }
    }
}
