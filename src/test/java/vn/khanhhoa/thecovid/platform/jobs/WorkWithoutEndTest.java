package vn.khanhhoa.thecovid.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkWithoutEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void gives_its_thread_back_and_says_that_more_follows() {
        Duration length = Duration.ofMillis(20);

        assertThat(assertTimeoutPreemptively(PATIENCE, () -> Turn.of(length, () -> steps.incrementAndGet() > 0)))
                .isTrue();
        assertThat(steps).hasPositiveValue();
    }

    @Test
    void has_one_step_however_long_that_takes() {
        assertThat(Turn.of(Duration.ZERO, () -> steps.incrementAndGet() > 0)).isTrue();
        assertThat(steps).hasValue(1);
    }

    @Test
    void stops_where_nothing_more_follows() {
        assertThat(Turn.of(PATIENCE, () -> steps.incrementAndGet() < 3)).isFalse();
        assertThat(steps).hasValue(3);
    }
}
