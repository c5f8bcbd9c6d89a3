package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** What was said is kept for as long as the operator wants. */
@ApplicationScoped
class ForgottenMessages implements RecurringJob {
    private static final Duration INBOX_KEPT = Duration.ofDays(180);
    private static final int STEP = 5_000;

    @Inject
    @ConfigProperty(name = "portal.messages.kept.days", defaultValue = "365")
    private int keptDays;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "notification-forgotten";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** What still waits is not forgotten; what is left over goes with one of the next runs. */
    @Override
    @Transactional
    public void run() {
        Instant now = clock.instant();
        sql.update(
                "DELETE FROM notification_message WHERE created_at < ? AND state NOT IN ('WAITING', 'SENDING')"
                        + " ORDER BY created_at LIMIT ?",
                now.minus(Duration.ofDays(keptDays)),
                STEP);
        sql.update(
                "DELETE FROM notification_inbox WHERE told_at < ? ORDER BY told_at LIMIT ?",
                now.minus(INBOX_KEPT),
                STEP);
    }
}
