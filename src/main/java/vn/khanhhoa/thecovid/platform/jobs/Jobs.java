package vn.khanhhoa.thecovid.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The queue of jobs in the database. A node that dies is noticed within half a minute and another takes its work over. */
@ApplicationScoped
public class Jobs {
    private static final int THREADS = 4;
    private static final Duration POLLING = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(6);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);
    private static final JdbcCustomization IN_UTC = new MariaDBJdbcCustomization(true);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

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
    private Clock clock;

    private final Map<String, OneTimeTask<String>> tasks = new HashMap<>();
    private @Nullable Scheduler scheduler;
    private @Nullable SchedulerClient client;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        jobs.forEach(job -> tasks.put(
                job.name(),
                Tasks.oneTime(job.name(), String.class)
                        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                        .execute((instance, context) -> job.run(instance.getData()))));
        List<RecurringTask<?>> repeated = new ArrayList<>();
        recurring.forEach(job -> repeated.add(
                Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((instance, context) -> job.run())));
        List<Task<?>> known = new ArrayList<>(tasks.values());
        Scheduler started = Scheduler.create(plain, known)
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
        client = SchedulerClient.Builder.create(transactional, known)
                .tableName("platform_job")
                .jdbcCustomization(IN_UTC)
                .build();
    }

    /** Part of the running transaction: where that rolls back, nothing was enqueued. */
    public void enqueue(String job, String argument) {
        enqueue(job, argument, Duration.ZERO);
    }

    /** The same, not before the pause is over. */
    public void enqueue(String job, String argument, Duration pause) {
        OneTimeTask<String> task = tasks.get(job);
        if (task == null || client == null) {
            throw new IllegalStateException("no such job: " + job);
        }
        client.scheduleIfNotExists(
                task.instance(argument, argument), clock.instant().plus(pause));
    }

    /** Whether the work is waiting or running. */
    public boolean isPending(String job, String argument) {
        return client != null
                && client.getScheduledExecution(TaskInstanceId.of(job, argument))
                        .isPresent();
    }

    @PreDestroy
    void stop() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
