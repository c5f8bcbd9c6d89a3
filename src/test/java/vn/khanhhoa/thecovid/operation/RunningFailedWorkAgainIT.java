package vn.khanhhoa.thecovid.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.jobs.FailedJob;
import vn.khanhhoa.thecovid.platform.jobs.Job;
import vn.khanhhoa.thecovid.platform.jobs.Jobs;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;
import vn.khanhhoa.thecovid.platform.jobs.RememberingJob;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class RunningFailedWorkAgainIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private BackgroundWork work;

    @Inject
    private Jobs jobs;

    @Inject
    private RememberingJob job;

    @Inject
    @Any
    private Instance<Job> allJobs;

    @Inject
    @Any
    private Instance<RecurringJob> recurring;

    @Inject
    private Sql sql;

    private final String argument = RememberingJob.HOPELESS + PublicId.random();

    @Test
    void the_administrator_sees_what_was_given_up_and_has_it_run_again() throws Exception {
        jobs.enqueue(RememberingJob.NAME, argument);
        awaitEnd();
        FailedJob failed = find().get(0);
        job.mend(argument);

        work.runAgain(TestAccounts.ADMINISTRATOR, failed.id());

        awaitEnd();
        assertThat(job.times(argument)).isEqualTo(2);
        assertThat(find()).isEmpty();
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'operation.job-run-again' AND subject_id = ?",
                        failed.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void what_fails_again_is_back_with_another_incident() throws Exception {
        jobs.enqueue(RememberingJob.NAME, argument);
        awaitEnd();
        FailedJob failed = find().get(0);

        work.runAgain(TestAccounts.ADMINISTRATOR, failed.id());

        awaitEnd();
        assertThat(find())
                .singleElement()
                .satisfies(again -> assertThat(again.id()).isNotEqualTo(failed.id()));
        assertThat(job.incident(argument)).isPresent().get().isNotEqualTo(failed.incident());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ORGANISATION_ADMINISTRATOR", "REVIEWER", "APPROVER", "HEALTH_OFFICER"})
    void nobody_else_does(Role role) {
        Actor other = new Actor(17, "Người khác", role, 1, 1);

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> work.failed(other));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> work.failing(other));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> work.runAgain(other, PublicId.random()));
    }

    @Test
    void every_kind_of_work_has_a_name_that_people_understand() {
        Stream<String> names = Stream.concat(
                allJobs.stream().map(Job::name), recurring.stream().map(RecurringJob::name));

        assertThat(names.filter(name -> !name.equals(RememberingJob.NAME)))
                .hasSizeGreaterThan(10)
                .allMatch(name -> Texts.has(Texts.VIETNAMESE, "operation.job." + name));
    }

    private List<FailedJob> find() {
        String incident = job.incident(argument).orElseThrow();
        return work.failed(TestAccounts.ADMINISTRATOR).stream()
                .filter(each -> each.incident().equals(incident))
                .toList();
    }

    private void awaitEnd() throws InterruptedException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (jobs.isPending(RememberingJob.NAME, argument)) {
            assertThat(System.nanoTime()).as("comes to its end").isLessThan(latest);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
