package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class OpeningHoursTest {
    /** A Friday. */
    private static final String DAY = "2021-10-15T";

    private static final List<String> WEEK = List.of(
            "06:00-11:30 13:30-18:00", "06:00-18:00", "06:00-18:00", "06:00-18:00", "06:00-18:00", "18:00-06:00", "");

    private final OpeningHours hours = new OpeningHours(WEEK, Map.of(LocalDate.parse("2021-10-18"), ""));

    @Test
    void it_is_open_from_the_first_moment_and_no_longer_at_the_last() {
        assertThat(hours.isOpen(at(DAY + "05:59:59"))).isFalse();
        assertThat(hours.isOpen(at(DAY + "06:00"))).isTrue();
        assertThat(hours.isOpen(at(DAY + "17:59:59"))).isTrue();
        assertThat(hours.isOpen(at(DAY + "18:00"))).isFalse();
    }

    @Test
    void hours_over_midnight_belong_to_the_day_on_which_they_begin() {
        assertThat(hours.isOpen(at("2021-10-17T05:00"))).isTrue();
        assertThat(hours.isOpen(at("2021-10-17T06:00"))).isFalse();
        assertThat(hours.turn(at("2021-10-16T20:00"))).contains(at("2021-10-17T06:00"));
    }

    @Test
    void a_day_of_its_own_goes_before_the_week() {
        assertThat(hours.isOpen(at("2021-10-18T10:00"))).isFalse();
        assertThat(hours.turn(at("2021-10-17T12:00"))).contains(at("2021-10-19T06:00"));
    }

    @Test
    void without_a_week_it_never_turns_and_midnight_is_no_turn() {
        OpeningHours always = new OpeningHours(List.of(), Map.of());
        assertThat(always.isOpen(at(DAY + "03:00"))).isTrue();
        assertThat(always.turn(at(DAY + "03:00"))).isEmpty();
        OpeningHours closedOnce = new OpeningHours(List.of(), Map.of(LocalDate.parse("2021-10-20"), ""));
        assertThat(closedOnce.turn(at(DAY + "03:00"))).contains(at("2021-10-20T00:00"));
    }

    @Test
    void what_is_unclear_is_named() {
        assertThat(OpeningHours.written("7:00-11:30,13:30–17:00")).isEqualTo("07:00-11:30 13:30-17:00");
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> OpeningHours.written("sáng"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PortalClock.ZONE).toInstant();
    }
}
