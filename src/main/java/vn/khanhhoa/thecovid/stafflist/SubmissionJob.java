package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Turns the lines of a submission into entries, in steps that each commit: a line is either still on its way or an entry,
 * so a job that is killed goes on with what is left. After some steps others get the thread.
 */
@ApplicationScoped
class SubmissionJob implements Job {
    static final String NAME = "stafflist.submission";
    private static final int STEP = 500;

    @Inject
    private SubmissionStep step;

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
        if (Turn.of(() -> step.submit(listId, submissionId, accountId, STEP) > 0)) {
            jobs.enqueue(NAME, argument);
        }
    }

    /** What was not sent is ready again, to be sent when its sender wants it; what was entered before is told of. */
    @Override
    public void givenUp(String argument, String incident) {
        String[] parts = argument.split(":", -1);
        step.stop(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
