package vn.khanhhoa.thecovid.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * The queue of jobs in the database. A node that dies is noticed within half a minute and another takes its work over. What
 * fails is tried again as long as {@link Patience} allows, and then is one of the {@link FailedJobs}.
 */
@ApplicationScoped
public class Jobs {
    private static final int THREADS = 4;
    private static final Duration POLLING = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(6);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);
    private static final JdbcCustomization IN_UTC = new MariaDBJdbcCustomization(true);
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

    @Resource(lookup = "java:app/jdbc/portal")
    private DataSource transactional;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource plain;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    @Any
    private Instance<Job> jobs;

    @Inject
    @Any
    private Instance<RecurringJob> recurring;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private final Map<String, Job> known = new HashMap<>();
    private @Nullable Scheduler scheduler;
    private @Nullable SchedulerClient client;
    private volatile boolean stopping;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        jobs.forEach(job -> known.put(job.name(), job));
        List<RecurringTask<?>> repeated = new ArrayList<>();
        recurring.forEach(job -> repeated.add(
                Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((instance, context) -> job.run())));
        List<Task<?>> tasks = new ArrayList<>();
        known.values().forEach(job -> tasks.add(task(job)));
        Scheduler started = Scheduler.create(plain, tasks)
                .startTasks(repeated)
                .tableName("platform_job")
                .executorService(new ContainerExecutor(executor))
                .threads(THREADS)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .jdbcCustomization(IN_UTC)
                .shutdownMaxWait(SHUTDOWN)
                .build();
        started.start();
        scheduler = started;
        client = SchedulerClient.Builder.create(transactional, tasks)
                .tableName("platform_job")
                .jdbcCustomization(IN_UTC)
                .build();
    }

    private Task<String> task(Job job) {
        CompletionHandler<String> end = (complete, operations) -> {
            if (!remove(complete.getExecution())) {
                release(complete.getExecution());
            }
        };
        return Tasks.custom(job.name(), String.class)
                .onFailure((complete, operations) -> tryAgain(job, complete, operations))
                .onDeadExecution((complete, operations) -> tryAgain(job, complete, operations))
                .execute((instance, context) -> {
                    job.run(instance.getId());
                    return end;
                });
    }

    private void tryAgain(Job job, ExecutionComplete complete, ExecutionOperations<String> operations) {
        if (release(complete.getExecution())) {
            return;
        }
        int failures = complete.getExecution().consecutiveFailures + 1;
        Throwable cause = complete.getCause().orElse(null);
        Optional<Duration> pause = stopping ? Optional.of(Patience.FIRST) : Patience.pause(failures, cause);
        if (pause.isPresent()) {
            operations.reschedule(complete, complete.getTimeDone().plus(pause.get()));
        } else if (!giveUp(job, complete.getExecution(), failures, cause)) {
            release(complete.getExecution());
        }
    }

    private boolean giveUp(Job job, Execution execution, int attempts, @Nullable Throwable cause) {
        String incident = Incident.log(
                LOG,
                Level.SEVERE,
                cause == null ? new IllegalStateException("each node died over " + job.name()) : cause);
        for (int told = 0; told < 2; told++) {
            try {
                return failed.giveUp(job, execution, attempts, incident, true);
            } catch (RuntimeException untold) {
                LOG.log(Level.SEVERE, untold, () -> job.name() + " does not take incident " + incident);
            }
        }
        return failed.giveUp(job, execution, attempts, incident, false);
    }

    /** Where nobody has asked for it once more since it began. */
    boolean remove(Execution execution) {
        return sql.update(
                        "DELETE FROM platform_job WHERE task_name = ? AND task_instance = ? AND version = ? AND again_at IS"
                                + " NULL",
                        execution.getTaskName(),
                        execution.getId(),
                        execution.version)
                > 0;
    }

    /** For whoever has asked for it while it ran. */
    private boolean release(Execution execution) {
        return sql.update(
                        "UPDATE platform_job SET execution_time = again_at, again_at = NULL, picked = FALSE, picked_by ="
                                + " NULL, last_heartbeat = NULL, consecutive_failures = 0, version = version + 1 WHERE"
                                + " task_name = ? AND task_instance = ? AND version = ? AND again_at IS NOT NULL",
                        execution.getTaskName(),
                        execution.getId(),
                        execution.version)
                > 0;
    }

    /**
     * Part of the running transaction: where that rolls back, nothing was enqueued. What waits already, for its turn or for
     * another attempt, is brought forward; what is running runs once more behind it.
     */
    public void enqueue(String job, String argument) {
        enqueue(job, argument, Duration.ZERO);
    }

    /** The same, not before the pause is over. */
    public void enqueue(String job, String argument, Duration pause) {
        Instant at = clock.instant().plus(pause);
        TaskInstance<String> instance = new TaskInstance<>(job(job).name(), argument, argument);
        SchedulerClient queue = Objects.requireNonNull(client);
        while (!queue.scheduleIfNotExists(instance, at) && !bringForward(job, argument, at)) {
            LOG.log(Level.FINE, "{0} came to its end between the two", job);
        }
        failed.forget(job, argument);
    }

    private boolean bringForward(String job, String argument, Instant at) {
        return sql.update(
                        "UPDATE platform_job SET again_at = IF(picked, LEAST(IFNULL(again_at, ?), ?), again_at),"
                                + " execution_time = IF(picked, execution_time, LEAST(execution_time, ?)),"
                                + " consecutive_failures = IF(picked, consecutive_failures, 0),"
                                + " version = IF(picked, version, version + 1) WHERE task_name = ? AND task_instance = ?",
                        at,
                        at,
                        at,
                        job,
                        argument)
                > 0;
    }

    Job job(String name) {
        Job job = known.get(name);
        if (job == null) {
            throw new IllegalStateException("no such job: " + name);
        }
        return job;
    }

    /** Whether the work is waiting or running. */
    public boolean isPending(String job, String argument) {
        return client != null
                && client.getScheduledExecution(TaskInstanceId.of(job, argument))
                        .isPresent();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
