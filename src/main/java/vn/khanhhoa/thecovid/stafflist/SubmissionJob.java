package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;

/**
 * Turns the lines of a submission into entries, in steps that each commit: a line is either still on its way or an entry,
 * so a job that is killed goes on with what is left. After some steps others get the thread.
 */
@ApplicationScoped
class SubmissionJob implements Job {
    static final String NAME = "stafflist.submission";
    private static final int STEP = 500;
    private static final int STEPS_AT_ONCE = 40;

    @Inject
    private SubmissionStep step;

    @Inject
    private DraftRows rows;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        String[] parts = argument.split(":", -1);
        long listId = Long.parseLong(parts[0]);
        long submissionId = Long.parseLong(parts[1]);
        long accountId = Long.parseLong(parts[2]);
        for (int steps = 0; steps < STEPS_AT_ONCE; steps++) {
            if (step.submit(listId, submissionId, accountId, STEP) == 0) {
                return;
            }
        }
        jobs.enqueue(NAME, argument);
    }

    /** What was not sent is ready again, to be sent when its sender wants it. */
    @Override
    public void givenUp(String argument, String incident) {
        String[] parts = argument.split(":", -1);
        rows.holdBack(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
