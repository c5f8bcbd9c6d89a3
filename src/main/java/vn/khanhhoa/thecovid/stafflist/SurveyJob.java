package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Reckons where open work would go. Each step commits by itself and remembers how far it came. */
@ApplicationScoped
class SurveyJob implements Job {
    static final String NAME = "stafflist.survey";
    static final int STEP = 200;

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
        if (Turn.of(() -> surveys.step(Actor.PORTAL, id, STEP))) {
            jobs.enqueue(NAME, argument);
        }
    }
}
