package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class OrderTimesTest {
    private static final Instant NOW = Instant.parse("2021-10-15T05:00:30Z");

    @Test
    void now_as_it_was_typed_some_minutes_ago_is_not_the_past() {
        assertThat(OrderTimes.isPast(NOW.minus(Duration.ofMinutes(4)), NOW)).isFalse();
        assertThatCode(() -> OrderTimes.requireConfirmed(NOW.minusSeconds(30), NOW, false))
                .doesNotThrowAnyException();
    }

    @Test
    void what_began_before_is_asked_about() {
        Instant before = NOW.minus(Duration.ofMinutes(6));

        assertThat(OrderTimes.isPast(before, NOW)).isTrue();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OrderTimes.requireConfirmed(before, NOW, false))
                .matches(rule -> rule.code().equals("eligibility.past-not-confirmed"));
        assertThatCode(() -> OrderTimes.requireConfirmed(before, NOW, true)).doesNotThrowAnyException();
    }
}
