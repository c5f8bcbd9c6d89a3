package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Gives new codes to all cards of a key that became known to others. Each step commits by itself; what is left is found anew. */
@ApplicationScoped
class ReissueJob implements Job {
    static final String NAME = "card.reissue";
    private static final int STEP = 500;
    private static final Duration LATER = Duration.ofSeconds(3);

    @Inject
    private Reissuing reissuing;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long key = Long.parseLong(argument);
        if (Turn.of(() -> reissuing.step(key, STEP))) {
            jobs.enqueue(NAME, argument);
        } else if (reissuing.isLeft(key)) {
            jobs.enqueue(NAME, argument, LATER);
        }
    }
}
