package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingStopsTest {
    private static final Instant EIGHT = Instant.parse("2021-10-12T01:00:00Z");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void few_within_the_time_are_nothing_and_as_many_as_is_set_are_something() {
        assertThat(Stops.many(stops(0, 5, 10, 60), 4, HALF_AN_HOUR)).isEmpty();
        assertThat(Stops.many(stops(0, 5, 10, 30), 4, HALF_AN_HOUR))
                .singleElement()
                .satisfies(many -> assertThat(many).hasSize(4));
    }

    @Test
    void those_before_and_after_are_left_out() {
        assertThat(Stops.many(stops(0, 100, 101, 102, 103, 300), 4, HALF_AN_HOUR))
                .singleElement()
                .satisfies(
                        many -> assertThat(many).extracting(Stops.Stop::scanId).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void what_goes_on_is_one_and_what_comes_again_is_another() {
        assertThat(Stops.many(stops(0, 10, 20, 30, 40, 50), 3, HALF_AN_HOUR)).hasSize(1);
        assertThat(Stops.many(stops(0, 1, 2, 500, 501, 502), 3, HALF_AN_HOUR))
                .hasSize(2)
                .allSatisfy(many -> assertThat(many).hasSize(3));
    }

    private static List<Stops.Stop> stops(int... minutes) {
        List<Stops.Stop> stops = new ArrayList<>();
        for (int minute : minutes) {
            stops.add(new Stops.Stop(stops.size(), EIGHT.plusSeconds(60L * minute)));
        }
        return stops;
    }
}
