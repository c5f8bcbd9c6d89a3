package vn.khanhhoa.thecovid.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.PublicId;

@InPortal
class CountingInMemoryIT {
    private static final int LIMIT = 3;

    private final String who = PublicId.random().toString();

    @Inject
    private RateLimits limits;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void so_many_attempts_are_let_through_in_a_window_and_then_none_until_its_end() {
        for (int attempt = 0; attempt < LIMIT; attempt++) {
            assertThat(attempt(who)).isTrue();
        }
        clock.forward(Duration.ofSeconds(59));
        assertThat(attempt(who)).isFalse();
        assertThat(attempt(PublicId.random().toString())).as("somebody else").isTrue();

        clock.forward(Duration.ofSeconds(1));
        assertThat(attempt(who)).isTrue();
    }

    private boolean attempt(String by) {
        return limits.allowHere("test", by, LIMIT, Duration.ofMinutes(1));
    }
}
