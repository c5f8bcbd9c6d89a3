package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;

/** Reckons the deadlines of an agency anew, in steps that each commit; begun again, it comes to the same. */
@ApplicationScoped
class EntryDeadlinesJob implements Job {
    static final String NAME = "stafflist.deadlines";
    private static final int STEP = 1_000;

    @Inject
    private EntryDeadlines deadlines;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long agencyId = Long.parseLong(argument);
        long last = deadlines.step(Actor.PORTAL, agencyId, 0, STEP);
        while (last != 0) {
            last = deadlines.step(Actor.PORTAL, agencyId, last, STEP);
        }
    }
}
