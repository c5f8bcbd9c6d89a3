package vn.khanhhoa.thecovid.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class EnqueuingAJobIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    private Jobs jobs;

    @Inject
    private RememberingJob job;

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

    private void enqueue(String what) throws Exception {
        transaction.begin();
        jobs.enqueue(RememberingJob.NAME, what);
        transaction.commit();
    }

    private void awaitEnd(String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (jobs.isPending(RememberingJob.NAME, what)) {
            assertThat(System.nanoTime()).as("the job ends").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
