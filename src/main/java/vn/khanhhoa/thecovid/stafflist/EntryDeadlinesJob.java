package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicLong;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Reckons the deadlines of an agency anew, in steps that each commit; begun again, it comes to the same. The argument names
 * the agency and, once others got the thread in between, the last entry that was reckoned.
 */
@ApplicationScoped
class EntryDeadlinesJob implements Job {
    static final String NAME = "stafflist.deadlines";
    private static final int STEP = 1_000;

    @Inject
    private EntryDeadlines deadlines;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        String[] parts = argument.split(":", -1);
        long agencyId = Long.parseLong(parts[0]);
        AtomicLong last = new AtomicLong(parts.length == 1 ? 0 : Long.parseLong(parts[1]));
        if (Turn.of(() -> last.updateAndGet(id -> deadlines.step(Actor.PORTAL, agencyId, id, STEP)) != 0)) {
            jobs.enqueue(NAME, agencyId + ":" + last);
        }
    }
}
