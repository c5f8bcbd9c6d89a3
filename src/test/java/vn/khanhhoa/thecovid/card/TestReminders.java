package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has holders reminded here and now. */
@ApplicationScoped
public class TestReminders {
    private static final int STEP = 500;

    @Inject
    private ReminderSteps steps;

    /** All that is due, in one step or more. */
    public int remind() {
        int runs = 1;
        while (steps.remind(STEP)) {
            runs++;
        }
        return runs;
    }
}
