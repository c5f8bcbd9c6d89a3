package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;

/** Reckons where open work would go. Each step commits by itself and remembers how far it came. */
@ApplicationScoped
class SurveyJob implements Job {
    static final String NAME = "stafflist.survey";
    static final int STEP = 200;
    private static final int STEPS_AT_ONCE = 40;

    @Inject
    private Surveys surveys;

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
            if (!surveys.step(Actor.PORTAL, id, STEP)) {
                return;
            }
        }
        jobs.enqueue(NAME, argument);
    }
}
