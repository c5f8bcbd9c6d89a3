package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/**
 * Tells of the people whom an import was about that what is known of them has changed, once it has been read or withdrawn.
 * Those whom its records are found to be about later are told of by the matching.
 */
@ApplicationScoped
class TouchedJob implements Job {
    private static final String NAME = "eligibility.touched";
    /** The first records of all have numbers from -998. */
    private static final long BEFORE_ALL = -1_000;

    @Inject
    private TouchedSteps steps;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    static void enqueue(Jobs jobs, long importId) {
        jobs.enqueue(NAME, importId + "/" + BEFORE_ALL);
    }

    @Override
    public void run(String argument) {
        String[] parts = argument.split("/", -1);
        long importId = Long.parseLong(parts[0]);
        long[] last = {Long.parseLong(parts[1])};
        boolean more = Turn.of(() -> {
            long next = steps.step(importId, last[0]);
            boolean found = next > last[0];
            last[0] = next;
            return found;
        });
        if (more) {
            jobs.enqueue(NAME, importId + "/" + last[0]);
        }
    }
}
