package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Makes messages of what happened. What cannot be told is tried again later and holds up nothing behind it. */
@ApplicationScoped
class TellingJob implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(TellingJob.class.getName());
    private static final int BATCH = 50;

    @Inject
    private TellingSteps steps;

    @Inject
    private Digests digests;

    @Override
    public String name() {
        return "notification-telling";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        Deque<Long> due = new ArrayDeque<>();
        Turn.of(() -> {
            if (due.isEmpty()) {
                due.addAll(steps.due(BATCH));
            }
            if (!due.isEmpty() && !tell(due.getFirst())) {
                due.removeFirst();
                return true;
            }
            return !due.isEmpty();
        });
        digests.due(BATCH).forEach(this::digest);
    }

    private boolean tell(long taskId) {
        try {
            return steps.tell(taskId);
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            steps.postpone(taskId);
            return false;
        }
    }

    private void digest(long listId) {
        try {
            digests.tell(listId);
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            digests.postpone(listId);
        }
    }
}
