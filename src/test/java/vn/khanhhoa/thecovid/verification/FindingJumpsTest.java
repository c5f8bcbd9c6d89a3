package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Posts in Nha Trang (1, 2), Cam Ranh (3), two of one district without coordinates (4, 5) and one of another district (6). */
class FindingJumpsTest {
    private static final Instant EIGHT = Instant.parse("2021-10-12T01:00:00Z");
    private static final long CARD = 7;

    private final Distances distances = new Distances(
            Map.of(
                    1L, place(1, 12.2388, 109.1967, 11, 10),
                    2L, place(2, 12.2500, 109.1900, 12, 10),
                    3L, place(3, 11.9214, 109.1591, 21, 20),
                    4L, place(4, null, null, 31, 30),
                    5L, place(5, null, null, 32, 30),
                    6L, place(6, null, null, 41, 40)),
            3,
            20);

    private final FarApart finder = new FarApart(distances, 100, Duration.ofMinutes(10), 10);

    @Test
    void distances_are_flown_between_coordinates_and_else_by_what_is_around() {
        assertThat(distances.km(1, 3)).isCloseTo(35.5, within(0.5));
        assertThat(distances.km(3, 1)).isEqualTo(distances.km(1, 3));
        assertThat(distances.km(1, 1)).isZero();
        assertThat(distances.km(4, 5)).isEqualTo(3);
        assertThat(distances.km(4, 6)).isEqualTo(20);
        assertThat(distances.km(1, 4)).as("one without coordinates").isEqualTo(20);
        assertThat(distances.km(1, 99)).as("not known").isZero();
    }

    @Test
    void nobody_goes_thirty_five_kilometres_in_ten_minutes() {
        List<Sighting> seen = List.of(seen(100, 1, 0), seen(101, 3, 10));

        assertThat(finder.among(seen, Set.of(101L))).singleElement().satisfies(jump -> {
            assertThat(jump.before().scanId()).isEqualTo(100);
            assertThat(jump.after().scanId()).isEqualTo(101);
            assertThat(jump.time()).isEqualTo(Duration.ofMinutes(10));
        });
        assertThat(finder.among(List.of(seen(100, 1, 0), seen(101, 3, 25)), Set.of(101L)))
                .as("by car")
                .isEmpty();
    }

    @Test
    void clocks_may_differ_and_what_is_near_is_not_far() {
        assertThat(finder.among(List.of(seen(100, 4, 0), seen(101, 6, 3)), Set.of(101L)))
                .as("twenty kilometres in three minutes, with ten for the clocks")
                .isEmpty();
        assertThat(finder.among(List.of(seen(100, 4, 0), seen(101, 6, 1)), Set.of(101L)))
                .hasSize(1);
        assertThat(finder.among(List.of(seen(100, 1, 0), seen(101, 2, 0)), Set.of(101L)))
                .as("two kilometres")
                .isEmpty();
    }

    @Test
    void what_arrives_late_is_compared_with_what_was_before_and_after_it() {
        Sighting late = seen(200, 3, 5);
        List<Sighting> seen = List.of(seen(101, 1, 12), late, seen(100, 1, 0));

        assertThat(finder.among(seen, Set.of(200L))).hasSize(2);
        assertThat(finder.among(seen, Set.of(999L))).as("nothing of it is new").isEmpty();
    }

    @Test
    void two_posters_are_no_jump_and_a_poster_and_a_post_are() {
        Sighting here = new Sighting(100, CARD, 1, EIGHT, true);
        Sighting there = new Sighting(101, CARD, 3, EIGHT.plusSeconds(300), true);

        assertThat(finder.among(List.of(here, there), Set.of(101L))).isEmpty();
        assertThat(finder.among(List.of(seen(100, 1, 0), there), Set.of(101L))).hasSize(1);
    }

    @Test
    void cards_have_nothing_to_do_with_each_other() {
        Sighting other = new Sighting(101, CARD + 1, 3, EIGHT.plusSeconds(60), false);

        assertThat(finder.among(List.of(seen(100, 1, 0), other), Set.of(100L, 101L)))
                .isEmpty();
    }

    @Test
    void it_looks_as_far_back_as_somebody_could_have_come_from() {
        assertThat(finder.reach(400)).isEqualTo(Duration.ofHours(4));
    }

    private static Sighting seen(long scan, long post, int minutes) {
        return new Sighting(scan, CARD, post, EIGHT.plusSeconds(60L * minutes), false);
    }

    private static Distances.Place place(
            long id, @Nullable Double lat, @Nullable Double lon, long area, long district) {
        return new Distances.Place(id, lat, lon, area, district);
    }
}
