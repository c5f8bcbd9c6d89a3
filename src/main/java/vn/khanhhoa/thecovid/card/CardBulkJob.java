package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Works an act on many cards off, or its undoing. Each step commits by itself; after some, others get the thread. */
@ApplicationScoped
class CardBulkJob implements Job {
    static final String NAME = "card.bulk";
    private static final int STEP = 500;

    @Inject
    private CardBulkSteps steps;

    @Inject
    private Jobs jobs;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String argument) {
        long id = Long.parseLong(argument);
        if (Turn.of(() -> steps.step(id, STEP))) {
            jobs.enqueue(NAME, argument);
        }
    }
}
