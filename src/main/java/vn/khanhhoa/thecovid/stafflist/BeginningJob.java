package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** The waiting entries of an organisation begin to be reviewed, in steps that each commit. */
@ApplicationScoped
class BeginningJob implements Job {
    static final String NAME = "stafflist.beginning";
    private static final int STEP = 500;

    @Inject
    private BeginningStep step;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long organisationId = Long.parseLong(argument);
        if (Turn.of(() -> step.begin(organisationId, STEP))) {
            jobs.enqueue(NAME, argument);
        }
    }
}
