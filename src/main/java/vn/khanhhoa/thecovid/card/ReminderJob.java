package vn.khanhhoa.thecovid.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Has the holders of cards that end soon reminded, once. Each step commits by itself. */
@ApplicationScoped
class ReminderJob implements RecurringJob {
    private static final int STEP = 500;

    @Inject
    private ReminderSteps steps;

    @Override
    public String name() {
        return "card.reminders";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        Turn.of(() -> steps.remind(STEP));
    }
}
