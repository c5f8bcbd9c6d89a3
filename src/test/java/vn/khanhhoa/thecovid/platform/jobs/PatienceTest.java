package vn.khanhhoa.thecovid.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private static final Throwable NO_CONNECTION =
            new IllegalStateException("a query failed", new SQLException("connection refused", "08000"));

    @Test
    void an_outage_of_a_minute_or_an_hour_costs_few_attempts_and_one_of_a_day_not_all() {
        assertThat(attemptsWithin(Duration.ofMinutes(1), NO_CONNECTION)).isLessThan(5);
        assertThat(attemptsWithin(Duration.ofHours(1), NO_CONNECTION)).isLessThan(12);
        assertThat(attemptsWithin(Duration.ofDays(1), NO_CONNECTION)).isLessThan(39);
        assertThat(attemptsWithin(Duration.ofDays(365), NO_CONNECTION)).isEqualTo(40);
    }

    @Test
    void pauses_grow_from_seconds_to_an_hour() {
        assertThat(Patience.pause(1, NO_CONNECTION)).contains(Duration.ofSeconds(5));
        assertThat(Patience.pause(2, NO_CONNECTION)).contains(Duration.ofSeconds(10));
        assertThat(Patience.pause(39, NO_CONNECTION)).contains(Duration.ofHours(1));
        assertThat(Patience.pause(40, NO_CONNECTION)).isEmpty();
    }

    @Test
    void a_node_that_died_over_the_work_may_have_died_of_something_else() {
        assertThat(Patience.pause(3, null)).isPresent();
        assertThat(Patience.pause(40, null)).isEmpty();
    }

    @Test
    void data_that_do_not_fit_are_not_tried_again() {
        SQLException tooLong =
                new BatchUpdateException("batch", null, 0, new int[0], new SQLException("too long", "22001"));

        assertThat(Patience.pause(1, new IllegalStateException("a batch failed", tooLong)))
                .isEmpty();
        assertThat(Patience.pause(1, new Hopeless(new NullPointerException()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23000", "42S22", "42000", "0A000"})
    void what_two_transactions_may_have_done_to_each_other_is_tried_twice_more(String state) {
        Throwable failure = new IllegalStateException(new SQLException("not now", state));

        assertThat(Patience.pause(2, failure)).isPresent();
        assertThat(Patience.pause(3, failure)).isEmpty();
    }

    @Test
    void so_is_a_fault_of_the_code() {
        assertThat(Patience.pause(2, new NullPointerException())).isPresent();
        assertThat(Patience.pause(3, new NullPointerException())).isEmpty();
        assertThat(Patience.pause(3, new OutOfMemoryError())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08S01", "40001", "HY000", "25S03"})
    void what_the_database_may_answer_otherwise_later_is_tried_for_long(String state) {
        assertThat(Patience.pause(20, new IllegalStateException(new SQLException("not now", state))))
                .isPresent();
        assertThat(Patience.pause(20, new IllegalStateException(new SQLException("no state"))))
                .isPresent();
    }

    @Test
    void so_is_a_transaction_that_could_not_be_ended() {
        assertThat(Patience.pause(20, new IllegalStateException(new RollbackException())))
                .isPresent();
    }

    private static int attemptsWithin(Duration outage, @Nullable Throwable cause) {
        Duration since = Duration.ZERO;
        int failures = 1;
        for (Optional<Duration> pause = Patience.pause(failures, cause);
                pause.isPresent() && since.plus(pause.get()).compareTo(outage) < 0;
                pause = Patience.pause(failures, cause)) {
            since = since.plus(pause.get());
            failures++;
        }
        return failures;
    }
}
