package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;

/**
 * Turns the good lines of a draft into entries, in steps that each commit: a line is either still good or an entry, so a
 * job that is killed goes on with what is left.
 */
@ApplicationScoped
class SubmissionJob implements Job {
    static final String NAME = "stafflist.submission";
    private static final int STEP = 500;

    @Inject
    private SubmissionStep step;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        String[] parts = argument.split(":", -1);
        long listId = Long.parseLong(parts[0]);
        long upTo = Long.parseLong(parts[1]);
        long accountId = Long.parseLong(parts[2]);
        // A job that was left by an earlier version of the portal does not name its sending.
        long submissionId = parts.length > 3 ? Long.parseLong(parts[3]) : 0;
        while (step.submit(listId, upTo, accountId, submissionId, STEP) > 0) {
            Thread.yield();
        }
    }
}
