package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At a place where a visit is taken to last an hour. */
class BeingSomewhereTest {
    private static final Instant EIGHT = Instant.parse("2021-10-12T01:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void who_is_seen_once_was_there_for_as_long_as_is_usual() {
        assertThat(Visits.of(List.of(in(1, 0)), HOUR)).containsExactly(visit(1, 0, 60));
        assertThat(Visits.of(List.of(out(1, 90)), HOUR)).containsExactly(visit(1, 30, 90));
    }

    @Test
    void who_is_seen_coming_and_going_was_there_from_the_one_to_the_other() {
        assertThat(Visits.of(List.of(in(1, 0), out(1, 240)), HOUR)).containsExactly(visit(1, 0, 240));
        assertThat(Visits.of(List.of(in(1, 0), out(1, 5)), HOUR)).containsExactly(visit(1, 0, 5));
    }

    @Test
    void who_comes_in_the_morning_and_goes_the_next_day_was_seen_twice() {
        assertThat(Visits.of(List.of(in(1, 0), out(1, 1_440)), HOUR))
                .containsExactlyInAnyOrder(visit(1, 0, 60), visit(1, 1_380, 1_440));
    }

    @Test
    void who_is_seen_again_while_still_there_stayed_longer() {
        assertThat(Visits.of(List.of(in(1, 0), in(1, 50)), HOUR)).containsExactly(visit(1, 0, 110));
        assertThat(Visits.of(List.of(in(1, 0), in(1, 61)), HOUR))
                .containsExactlyInAnyOrder(visit(1, 0, 60), visit(1, 61, 121));
    }

    @Test
    void people_are_apart_from_each_other() {
        assertThat(Visits.of(List.of(in(1, 0), in(2, 10), out(2, 20), out(1, 30)), HOUR))
                .containsExactlyInAnyOrder(visit(1, 0, 30), visit(2, 10, 20));
    }

    @Test
    void who_is_stopped_stood_there_for_a_moment_and_did_not_enter() {
        assertThat(Visits.of(List.of(stopped(1, 0), in(1, 5), stopped(1, 20)), HOUR))
                .containsExactlyInAnyOrder(
                        new Visits.Visit(1, 1, at(0), at(0), KnownBy.CHECK, true),
                        visit(1, 5, 65),
                        new Visits.Visit(1, 1, at(20), at(20), KnownBy.CHECK, true));
    }

    @Test
    void a_visit_tells_whether_the_post_checked_it_or_only_the_visitor_scanned() {
        assertThat(Visits.of(List.of(checkIn(1, 0)), HOUR)).containsExactly(visit(1, 0, 60, KnownBy.CHECK_IN));
        assertThat(Visits.of(List.of(checkIn(1, 0), checkIn(1, 10)), HOUR))
                .containsExactly(visit(1, 0, 70, KnownBy.CHECK_IN));
        assertThat(Visits.of(List.of(checkIn(1, 0), out(1, 30)), HOUR)).containsExactly(visit(1, 0, 30, KnownBy.BOTH));
    }

    @Test
    void visits_overlap_that_touch() {
        Visits.Visit visit = visit(1, 0, 60);

        assertThat(visit.overlaps(at(60), at(70))).isTrue();
        assertThat(visit.overlaps(at(61), at(70))).isFalse();
        assertThat(visit.overlaps(at(-10), at(100))).isTrue();
    }

    private static Visits.Seen in(long person, int minute) {
        return new Visits.Seen(person, person, at(minute), false, false, KnownBy.CHECK);
    }

    private static Visits.Seen out(long person, int minute) {
        return new Visits.Seen(person, person, at(minute), true, false, KnownBy.CHECK);
    }

    private static Visits.Seen stopped(long person, int minute) {
        return new Visits.Seen(person, person, at(minute), false, true, KnownBy.CHECK);
    }

    private static Visits.Seen checkIn(long person, int minute) {
        return new Visits.Seen(person, person, at(minute), false, false, KnownBy.CHECK_IN);
    }

    private static Visits.Visit visit(long person, int from, int to) {
        return visit(person, from, to, KnownBy.CHECK);
    }

    private static Visits.Visit visit(long person, int from, int to, KnownBy knownBy) {
        return new Visits.Visit(person, person, at(from), at(to), knownBy, false);
    }

    private static Instant at(int minute) {
        return EIGHT.plusSeconds(60L * minute);
    }
}
