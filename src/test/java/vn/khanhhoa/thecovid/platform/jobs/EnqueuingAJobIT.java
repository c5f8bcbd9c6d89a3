package vn.khanhhoa.thecovid.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class EnqueuingAJobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    private Jobs jobs;

    @Inject
    private RememberingJob job;

    @Inject
    private FailedJobs failed;

    @Inject
    private Sql sql;

    @Resource
    private UserTransaction transaction;

    private final String argument = PublicId.random().toString();

    @Test
    void runs_once_after_the_commit_and_never_where_that_rolled_back() throws Exception {
        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, "rolled-back-" + argument);
        transaction.rollback();

        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, argument);
        assertThat(job.times(argument)).isZero();
        transaction.commit();

        awaitEnd(argument);
        assertThat(job.times(argument)).isEqualTo(1);
        assertThat(job.times("rolled-back-" + argument)).isZero();
        assertThat(jobs.isPending(RememberingJob.NAME, "rolled-back-" + argument))
                .isFalse();
    }

    @Test
    void is_tried_again_when_it_fails() throws Exception {
        enqueue(RememberingJob.FAILING + argument);

        awaitEnd(RememberingJob.FAILING + argument);
        assertThat(job.times(RememberingJob.FAILING + argument)).isEqualTo(2);
    }

    @Test
    void is_not_queued_twice_for_one_argument() throws Exception {
        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, argument);
        jobs.enqueue(RememberingJob.NAME, argument);
        transaction.commit();

        awaitEnd(argument);
        assertThat(job.times(argument)).isEqualTo(1);
    }

    @Test
    void must_be_a_kind_of_work_that_the_portal_knows() {
        assertThatIllegalStateException().isThrownBy(() -> jobs.enqueue("no-such-job", argument));
    }

    @Test
    void asked_for_while_it_runs_it_runs_once_more() throws Exception {
        String waiting = RememberingJob.WAITING + argument;
        enqueue(waiting);
        await(() -> job.times(waiting) == 1);

        enqueue(waiting);
        enqueue(waiting);
        job.letGo(3);

        awaitEnd(waiting);
        assertThat(job.times(waiting)).isEqualTo(2);
    }

    @Test
    void asked_for_while_it_fails_once_more_it_does_not_wait_for_its_next_attempt() throws Exception {
        String waiting = RememberingJob.WAITING + RememberingJob.OUTAGE + argument;
        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, waiting, Duration.ofHours(1));
        transaction.commit();
        sql.update(
                "UPDATE platform_job SET consecutive_failures = 30, execution_time = execution_time - INTERVAL 1 HOUR WHERE"
                        + " task_instance = ?",
                waiting);
        await(() -> job.times(waiting) == 1);

        enqueue(waiting);
        job.letGo(1);

        await(() -> job.times(waiting) == 2);
        sql.update("DELETE FROM platform_job WHERE task_instance = ?", waiting);
        job.letGo(1);
    }

    @Test
    void asked_for_while_it_waits_for_another_attempt_it_runs_now_with_all_attempts_before_it() throws Exception {
        String outage = RememberingJob.OUTAGE + argument;
        enqueue(outage);
        await(() -> failures(outage) == 1);
        assertThat(failed.failing()).anyMatch(each -> each.job().equals(RememberingJob.NAME) && each.failures() == 1);
        sql.update(
                "UPDATE platform_job SET consecutive_failures = 30, execution_time = execution_time + INTERVAL 1 HOUR WHERE"
                        + " task_instance = ?",
                outage);

        enqueue(outage);

        await(() -> job.times(outage) == 2);
        await(() -> failures(outage) == 1);
        job.mend(outage);
        enqueue(outage);
        awaitEnd(outage);
        assertThat(failed.incident(RememberingJob.NAME, outage)).isEmpty();
    }

    @Test
    void what_would_fail_every_time_ends_at_once_is_told_and_can_be_run_again() throws Exception {
        String hopeless = RememberingJob.HOPELESS + argument;
        enqueue(hopeless);

        awaitEnd(hopeless);

        assertThat(job.times(hopeless)).isEqualTo(1);
        assertThat(job.incident(hopeless)).isPresent().isEqualTo(failed.incident(RememberingJob.NAME, hopeless));
        FailedJob found = failed.all().stream()
                .filter(each -> each.incident().equals(job.incident(hopeless).orElseThrow()))
                .findFirst()
                .orElseThrow();
        assertThat(found.job()).isEqualTo(RememberingJob.NAME);
        assertThat(found.attempts()).isEqualTo(1);

        job.mend(hopeless);
        assertThat(failed.runAgain(found.id())).isEqualTo(RememberingJob.NAME);

        awaitEnd(hopeless);
        assertThat(job.isWantedAgain(hopeless)).isTrue();
        assertThat(job.times(hopeless)).isEqualTo(2);
        assertThat(failed.all()).noneMatch(each -> each.id().equals(found.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> failed.runAgain(found.id()));
    }

    @Test
    void asked_for_anew_it_is_no_failed_work_any_more() throws Exception {
        String hopeless = RememberingJob.HOPELESS + argument;
        enqueue(hopeless);
        awaitEnd(hopeless);
        job.mend(hopeless);

        enqueue(hopeless);

        awaitEnd(hopeless);
        assertThat(failed.incident(RememberingJob.NAME, hopeless)).isEmpty();
    }

    @Test
    void an_outage_has_an_end_too() throws Exception {
        String outage = RememberingJob.OUTAGE + argument;
        enqueue(outage);
        await(() -> failures(outage) == 1);
        sql.update(
                "UPDATE platform_job SET consecutive_failures = 39, execution_time = execution_time - INTERVAL 1 HOUR WHERE"
                        + " task_instance = ?",
                outage);

        awaitEnd(outage);

        assertThat(job.incident(outage)).isPresent().isEqualTo(failed.incident(RememberingJob.NAME, outage));
    }

    @Test
    void work_over_which_node_after_node_has_died_has_an_end_too() throws Exception {
        String deadly = "deadly-" + argument;
        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, deadly, Duration.ofHours(1));
        transaction.commit();
        sql.update(
                "UPDATE platform_job SET picked = TRUE, picked_by = 'a node that is gone', consecutive_failures = 39,"
                        + " last_heartbeat = execution_time - INTERVAL 1 DAY WHERE task_instance = ?",
                deadly);

        awaitEnd(deadly);

        assertThat(job.times(deadly)).isZero();
        assertThat(job.incident(deadly)).isPresent();
    }

    private long failures(String what) {
        return sql.number(
                "SELECT IFNULL(MAX(IF(picked, 0, consecutive_failures)), 0) FROM platform_job WHERE task_instance = ?",
                what);
    }

    private void enqueue(String what) throws Exception {
        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, what);
        transaction.commit();
    }

    private void awaitEnd(String what) throws InterruptedException {
        await(() -> !jobs.isPending(RememberingJob.NAME, what));
    }

    private static void await(BooleanSupplier end) throws InterruptedException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!end.getAsBoolean()) {
            assertThat(System.nanoTime()).as("comes to its end").isLessThan(latest);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
