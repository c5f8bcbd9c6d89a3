package vn.khanhhoa.thecovid.platform.jobs;

import com.github.kagkarlsson.scheduler.task.Execution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Work that did not end well: what was given up, until somebody has it run again, and what is still being tried. */
@ApplicationScoped
@Transactional
public class FailedJobs {
    private static final int MOST = 200;

    @Inject
    private Sql sql;

    @Inject
    private Jobs jobs;

    @Inject
    private Clock clock;

    /** The newest first. */
    public List<FailedJob> all() {
        return sql.list(
                "SELECT public_id, job, attempts, incident, failed_at FROM platform_failed_job ORDER BY failed_at DESC"
                        + " LIMIT " + MOST,
                row -> new FailedJob(
                        Sql.publicId(row, "public_id"),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        Objects.requireNonNull(Sql.instant(row, "failed_at"))));
    }

    /** Recurring work too. */
    public List<FailingJob> failing() {
        return sql.list(
                "SELECT task_name, consecutive_failures, last_failure, execution_time FROM platform_job WHERE"
                        + " consecutive_failures > 0 AND last_failure IS NOT NULL ORDER BY last_failure DESC LIMIT "
                        + MOST,
                row -> new FailingJob(
                        row.getString(1),
                        row.getInt(2),
                        Objects.requireNonNull(Sql.instant(row, "last_failure")),
                        Objects.requireNonNull(Sql.instant(row, "execution_time"))));
    }

    /** What the log calls the failure of this work; empty where it was not given up. */
    public Optional<String> incident(String job, String argument) {
        return sql.first(
                "SELECT incident FROM platform_failed_job WHERE job = ? AND argument = ?",
                row -> row.getString(1),
                job,
                argument);
    }

    /** The same of all work whose argument begins so: the newest. */
    public Optional<String> incidentOfAny(String job, String beginning) {
        return sql.first(
                "SELECT incident FROM platform_failed_job WHERE job = ? AND LEFT(argument, ?) = ? ORDER BY failed_at DESC"
                        + " LIMIT 1",
                row -> row.getString(1),
                job,
                beginning.length(),
                beginning);
    }

    /** Something else takes the place of all work whose argument begins so. */
    public void forgetAll(String job, String beginning) {
        sql.update(
                "DELETE FROM platform_failed_job WHERE job = ? AND LEFT(argument, ?) = ?",
                job,
                beginning.length(),
                beginning);
    }

    /** With all its attempts before it. Returns the kind of work. */
    public String runAgain(PublicId id) {
        String[] work = sql.first(
                        "SELECT job, argument FROM platform_failed_job WHERE public_id = ? FOR UPDATE",
                        row -> new String[] {row.getString(1), row.getString(2)},
                        id)
                .orElseThrow(NotFound::new);
        jobs.job(work[0]).wantedAgain(work[1]);
        jobs.enqueue(work[0], work[1]);
        return work[0];
    }

    /** Nobody wants this work any more. */
    public void forget(String job, String argument) {
        sql.update("DELETE FROM platform_failed_job WHERE job = ? AND argument = ?", job, argument);
    }

    /**
     * Ends work that failed.
     *
     * @param told whether its job hears of it
     * @return false where it was asked for once more while it failed
     */
    boolean giveUp(Job job, Execution execution, int attempts, String incident, boolean told) {
        if (!jobs.remove(execution)) {
            return false;
        }
        sql.update(
                "INSERT INTO platform_failed_job (public_id, job, argument, attempts, incident, failed_at) VALUES (?, ?, ?,"
                        + " ?, ?, ?) ON DUPLICATE KEY UPDATE attempts = VALUES(attempts), incident = VALUES(incident),"
                        + " failed_at = VALUES(failed_at)",
                PublicId.random(),
                job.name(),
                execution.getId(),
                attempts,
                incident,
                clock.instant());
        if (told) {
            job.givenUp(execution.getId(), incident);
        }
        return true;
    }
}
