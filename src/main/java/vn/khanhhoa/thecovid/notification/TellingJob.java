package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Makes messages of what happened. What cannot be told is tried again later and holds up nothing behind it. */
@ApplicationScoped
class TellingJob implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(TellingJob.class.getName());
    private static final int BATCH = 50;

    @Inject
    private TellingSteps steps;

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
        List<Long> due = steps.due(BATCH);
        while (!due.isEmpty()) {
            due.forEach(this::tell);
            due = steps.due(BATCH);
        }
        steps.dueDigests(BATCH).forEach(this::digest);
    }

    private void tell(long taskId) {
        try {
            while (steps.tell(taskId)) {
                Thread.yield();
            }
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            steps.postpone(taskId);
        }
    }

    private void digest(long listId) {
        try {
            steps.digest(listId);
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            steps.postponeDigest(listId);
        }
    }
}
