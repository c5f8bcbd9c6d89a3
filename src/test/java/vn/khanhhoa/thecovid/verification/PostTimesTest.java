package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.registry.OpeningHours;

class PostTimesTest {
    private static final Instant MIDNIGHT = Instant.parse("2021-11-04T17:00:00Z");
    private static final OpeningHours ALWAYS = new OpeningHours(List.of(), Map.of());
    private static final OpeningHours BY_DAY = new OpeningHours(Collections.nCopies(7, "06:00-18:00"), Map.of());

    @Test
    void a_post_is_closed_until_it_is_opened_and_the_last_word_of_a_moment_counts() {
        PostTimes times = new PostTimes(List.of(turn(3, 10, false), turn(1, 5, true), turn(2, 10, true)), ALWAYS);

        assertThat(times.isOpen(hour(4))).isFalse();
        assertThat(times.isOpen(hour(5))).isTrue();
        assertThat(times.isOpen(hour(10))).isFalse();
        assertThat(times.changes(hour(4))).contains(hour(5));
        assertThat(times.changes(hour(5))).contains(hour(10));
        assertThat(times.changes(hour(10))).isEmpty();
    }

    @Test
    void while_it_is_kept_the_timetable_says_when_it_is_open() {
        PostTimes times = new PostTimes(List.of(turn(1, 2, true), turn(2, 40, false)), BY_DAY);

        assertThat(times.isKept(hour(3))).isTrue();
        assertThat(times.isOpen(hour(3))).isFalse();
        assertThat(times.changes(hour(3))).contains(hour(6));
        assertThat(times.changes(hour(6))).contains(hour(18));
        assertThat(times.changes(hour(30)))
                .as("closed for good before the day ends")
                .contains(hour(40));
        assertThat(times.changes(hour(40))).isEmpty();
    }

    private static PostTurn turn(long id, int hour, boolean opens) {
        return new PostTurn(id, hour(hour), opens, "Lê Thị Lãnh Đạo");
    }

    private static Instant hour(int hour) {
        return MIDNIGHT.plusSeconds(hour * 3_600L);
    }
}
