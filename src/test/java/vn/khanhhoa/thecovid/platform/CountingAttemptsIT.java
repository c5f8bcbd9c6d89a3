package vn.khanhhoa.thecovid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class CountingAttemptsIT {
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    private RateLimits limits;

    @Inject
    private TestClock clock;

    @Resource
    private UserTransaction transaction;

    private final String who = PublicId.random().toString();

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void allows_up_to_the_limit_and_no_more() {
        assertThat(attempt(2)).isTrue();
        assertThat(attempt(2)).isTrue();
        assertThat(attempt(2)).isFalse();
    }

    @Test
    void counts_many_at_once() {
        assertThat(limits.allow("test", who, 3, 5, WINDOW)).isTrue();
        assertThat(limits.allow("test", who, 3, 5, WINDOW)).isFalse();

        clock.forward(WINDOW.plusSeconds(1));

        assertThat(limits.allow("test", who, 5, 5, WINDOW)).isTrue();
    }

    @Test
    void counts_each_caller_and_each_purpose_apart() {
        assertThat(attempt(1)).isTrue();

        assertThat(limits.allow("test", who + "another", 1, WINDOW)).isTrue();
        assertThat(limits.allow("another test", who, 1, WINDOW)).isTrue();
    }

    @Test
    void begins_anew_when_the_window_ends() {
        attempt(1);
        assertThat(attempt(1)).isFalse();

        clock.forward(WINDOW.plusSeconds(1));

        assertThat(attempt(1)).isTrue();
    }

    @Test
    void counts_even_when_the_work_of_the_caller_rolls_back() throws Exception {
        transaction.begin();
        attempt(1);
        transaction.rollback();

        assertThat(attempt(1)).isFalse();
    }

    @Test
    void forgets_after_a_success() {
        attempt(1);
        limits.clear("test", who);

        assertThat(attempt(1)).isTrue();
    }

    private boolean attempt(int limit) {
        return limits.allow("test", who, limit, WINDOW);
    }
}
