package vn.khanhhoa.thecovid.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.Turn;

/** Looks through scans that arrived for what is worth an alert. What cannot be looked through is tried again later and holds up nothing behind it. */
@ApplicationScoped
class AlertJob implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(AlertJob.class.getName());
    private static final int CALLS = 20;

    @Inject
    private AlertSteps steps;

    @Override
    public String name() {
        return "verification.alerts";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(3);
    }

    @Override
    public void run() {
        Turn.of(this::some);
    }

    private boolean some() {
        List<Long> calls = steps.due(CALLS);
        if (!calls.isEmpty()) {
            try {
                steps.lookThrough(calls);
            } catch (RuntimeException together) {
                LOG.log(Level.WARNING, together, () -> calls.size() + " calls are looked through one by one");
                calls.forEach(this::alone);
            }
        }
        return calls.size() == CALLS;
    }

    private void alone(long call) {
        try {
            steps.lookThrough(List.of(call));
        } catch (RuntimeException fault) {
            Incident.log(LOG, Level.SEVERE, fault);
            steps.postpone(call);
        }
    }
}
