package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class WorkingCalendarTest {
    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private static final String OFFICE = "07:30-11:30 13:30-17:00";
    private static final WorkingCalendar OFFICE_WEEK = calendar(week(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, "", ""));

    private static List<WorkingHours> week(String... days) {
        return List.of(days).stream().map(WorkingHours::parse).toList();
    }

    private static WorkingCalendar calendar(List<WorkingHours> week) {
        return new WorkingCalendar(PortalClock.ZONE, Map.of(FIRST, week), Map.of());
    }

    private static WorkingCalendar always() {
        return calendar(Collections.nCopies(7, WorkingHours.parse("00:00-24:00")));
    }

    private static Instant at(String time) {
        return LocalDateTime.parse(time).atZone(PortalClock.ZONE).toInstant();
    }

    private static String local(Optional<Instant> time) {
        return time.map(each -> LocalDateTime.ofInstant(each, PortalClock.ZONE).toString())
                .orElse("never");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00,2,2026-03-02T10:00",
        "2026-03-02T10:30,2,2026-03-02T14:30",
        "2026-03-02T16:00,1,2026-03-02T17:00",
        "2026-03-02T16:00,2,2026-03-03T08:30",
        "2026-03-06T16:30,1,2026-03-09T08:00",
        "2026-03-07T09:00,1,2026-03-09T08:30",
        "2026-03-02T05:00,15,2026-03-03T17:00",
    })
    void hours_pass_only_while_the_office_is_open(String from, int hours, String due) {
        assertThat(local(OFFICE_WEEK.plus(at(from), Duration.ofHours(hours)))).isEqualTo(due);
    }

    @Test
    void a_day_off_is_passed_over_and_an_extra_day_counts() {
        WorkingCalendar calendar = new WorkingCalendar(
                PortalClock.ZONE,
                Map.of(FIRST, week(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, "", "")),
                Map.of(
                        LocalDate.of(2026, 3, 9),
                        WorkingHours.NONE,
                        LocalDate.of(2026, 3, 7),
                        WorkingHours.parse("07:30-11:30")));

        assertThat(local(calendar.plus(at("2026-03-06T16:30"), Duration.ofHours(1))))
                .isEqualTo("2026-03-07T08:00");
        assertThat(local(calendar.plus(at("2026-03-06T16:30"), Duration.ofHours(5))))
                .isEqualTo("2026-03-10T08:00");
    }

    @Test
    void a_shift_over_midnight_belongs_to_the_day_on_which_it_begins() {
        WorkingCalendar nights = calendar(week("22:00-06:00", "", "", "", "", "", ""));

        assertThat(local(nights.plus(at("2026-03-02T23:00"), Duration.ofHours(6))))
                .isEqualTo("2026-03-03T05:00");
        assertThat(local(nights.plus(at("2026-03-03T05:30"), Duration.ofHours(1))))
                .isEqualTo("2026-03-09T22:30");
    }

    @Test
    void shifts_that_reach_into_each_other_over_midnight_are_not_counted_twice() {
        WorkingCalendar both = calendar(week("22:00-06:00", "04:00-08:00", "", "", "", "", ""));

        assertThat(both.between(at("2026-03-02T00:00"), at("2026-03-04T00:00"))).isEqualTo(Duration.ofHours(10));
        assertThat(local(both.plus(at("2026-03-02T22:00"), Duration.ofHours(9))))
                .isEqualTo("2026-03-03T07:00");
    }

    @Test
    void another_week_holds_from_its_first_day_on() {
        WorkingCalendar changing = new WorkingCalendar(
                PortalClock.ZONE,
                Map.of(
                        FIRST,
                        week(OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, "", ""),
                        LocalDate.of(2026, 3, 4),
                        Collections.nCopies(7, WorkingHours.parse("00:00-24:00"))),
                Map.of());

        assertThat(local(changing.plus(at("2026-03-03T16:00"), Duration.ofHours(3))))
                .isEqualTo("2026-03-04T02:00");
    }

    @Test
    void nothing_is_reckoned_before_a_calendar_begins_nor_over_a_closure_that_is_too_long() {
        WorkingCalendar closed = calendar(Collections.nCopies(7, WorkingHours.NONE));

        assertThat(OFFICE_WEEK.plus(at("2026-03-01T23:00"), Duration.ofHours(1)))
                .isEmpty();
        assertThat(closed.plus(at("2026-03-02T08:00"), Duration.ofHours(1))).isEmpty();
        assertThat(closed.idleFrom(FIRST)).contains(FIRST);
        assertThat(OFFICE_WEEK.idleFrom(FIRST)).isEmpty();
    }

    @Test
    void a_long_closure_to_come_is_found() {
        Map<LocalDate, WorkingHours> off = new HashMap<>();
        LocalDate begin = FIRST.plusDays(30);
        begin.datesUntil(begin.plusDays(70)).forEach(day -> off.put(day, WorkingHours.NONE));
        WorkingCalendar calendar =
                new WorkingCalendar(PortalClock.ZONE, Map.of(FIRST, week(OFFICE, "", "", "", "", "", "")), off);

        assertThat(calendar.idleFrom(FIRST)).contains(begin);
        assertThat(calendar.idleFrom(begin.plusDays(40))).isEmpty();
    }

    @Test
    void a_change_of_the_clocks_makes_no_hour_of_work() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        WorkingCalendar nights = new WorkingCalendar(
                zone, Map.of(FIRST, Collections.nCopies(7, WorkingHours.parse("22:00-06:00"))), Map.of());
        Instant evening = LocalDateTime.parse("2026-03-28T22:00").atZone(zone).toInstant();

        Instant due = nights.plus(evening, Duration.ofHours(7)).orElseThrow();

        assertThat(Duration.between(evening, due)).isEqualTo(Duration.ofHours(7));
        assertThat(LocalDateTime.ofInstant(due, zone)).isEqualTo("2026-03-29T06:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7:30", "25:00-26:00", "07:30-24:30", "08-12", "07:60-11:00", "sáng"})
    void hours_that_nobody_understands_are_named(String text) {
        assertRefused("registry.hours-unclear", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07:30-11:30 11:00-17:00", "22:00-06:00 05:00-07:00", "00:00-24:00 08:00-09:00"})
    void shifts_of_a_day_do_not_overlap(String text) {
        assertRefused("registry.hours-overlap", text);
    }

    @ParameterizedTest
    @CsvSource({
        "'7:30–11:30, 13:30-17:00','07:30-11:30 13:30-17:00'",
        "'13:00-17:00;7:00-11:00','07:00-11:00 13:00-17:00'",
        "0:00-24:00,00:00-24:00",
        "00:00-00:00,00:00-24:00",
        "22:00-6:00,22:00-06:00",
        "'',''"
    })
    void hours_are_kept_in_one_form_which_reads_the_same_again(String typed, String kept) {
        assertThat(WorkingHours.parse(typed).text()).isEqualTo(kept);
        assertThat(WorkingHours.parse(kept)).isEqualTo(WorkingHours.parse(typed));
    }

    private static void assertRefused(String code, String text) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> WorkingHours.parse(text))
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }

    @Provide
    Arbitrary<WorkingCalendar> calendars() {
        Arbitrary<WorkingHours> hours = Arbitraries.of(
                        "",
                        OFFICE,
                        "08:00-12:00",
                        "22:00-06:00",
                        "00:00-24:00",
                        "05:30-05:45",
                        "18:00-02:00",
                        "00:00-03:00")
                .map(WorkingHours::parse);
        return Combinators.combine(
                        hours.list().ofSize(7).filter(week -> !week.stream().allMatch(WorkingHours::isClosed)),
                        hours.list().ofSize(7).filter(week -> !week.stream().allMatch(WorkingHours::isClosed)),
                        Arbitraries.maps(Arbitraries.integers().between(0, 60).map(FIRST::plusDays), hours)
                                .ofMaxSize(10))
                .as((week, later, days) ->
                        new WorkingCalendar(PortalClock.ZONE, Map.of(FIRST, week, FIRST.plusDays(17), later), days));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers()
                .between(0, 40 * 24 * 60)
                .map(minutes -> at("2026-03-02T00:00").plus(Duration.ofMinutes(minutes)));
    }

    @Provide
    Arbitrary<Duration> times() {
        return Arbitraries.integers().between(0, 60 * 60).map(Duration::ofMinutes);
    }

    @Property(tries = 1_000)
    void what_begins_later_or_takes_longer_is_not_due_sooner(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll("times") Duration time,
            @ForAll("times") Duration more) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = one.isBefore(other) ? other : one;
        Instant due = calendar.plus(earlier, time).orElseThrow();

        assertThat(calendar.plus(later, time).orElseThrow()).isAfterOrEqualTo(due);
        assertThat(calendar.plus(earlier, time.plus(more)).orElseThrow()).isAfterOrEqualTo(due);
        assertThat(due).isAfterOrEqualTo(earlier.plus(time));
    }

    @Property(tries = 1_000)
    void two_times_one_after_the_other_are_their_sum(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("times") Duration time,
            @ForAll("times") Duration more) {
        Instant then = calendar.plus(from, time).orElseThrow();

        assertThat(calendar.plus(then, more).orElseThrow())
                .isEqualTo(calendar.plus(from, time.plus(more)).orElseThrow());
    }

    @Property(tries = 1_000)
    void as_much_working_time_lies_before_the_deadline_as_was_given(
            @ForAll("calendars") WorkingCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("times") Duration time) {
        assertThat(calendar.between(from, calendar.plus(from, time).orElseThrow()))
                .isEqualTo(time);
    }

    @Property(tries = 300)
    void where_it_is_always_open_working_hours_are_hours(
            @ForAll("moments") Instant from, @ForAll("times") Duration time) {
        assertThat(always().plus(from, time)).contains(from.plus(time));
    }
}
