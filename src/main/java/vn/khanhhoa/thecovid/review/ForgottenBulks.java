package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/**
 * What became of each entry of a bulk can be looked up for two weeks after its end; the history of the entries, the counts and
 * the trail stay. One that still can be undone stays too.
 */
@ApplicationScoped
class ForgottenBulks implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(14);
    /** Of a bulk, ten thousand lines may go with it. */
    private static final int STEP = 5;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "review.forgotten-bulks";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    /** What is left over goes with one of the next runs. */
    @Override
    @Transactional
    public void run() {
        Instant end = clock.instant().minus(KEPT);
        sql.update(
                "DELETE FROM review_bulk WHERE (finished_at < ? OR phase <> 'DECIDING' AND started_at < ?) AND NOT EXISTS"
                        + " (SELECT 1 FROM review_pending p WHERE p.act_id = review_bulk.id) ORDER BY id LIMIT ?",
                end,
                end,
                STEP);
    }
}
