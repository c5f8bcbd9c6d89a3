package vn.khanhhoa.thecovid.registry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When an agency works: weeks, of which the one that began last holds, and days that have hours of their own. Reckons with
 * moments, so a change of the clocks makes no hour longer or shorter. Immutable.
 */
final class WorkingCalendar {
    /** After so many days without an hour of work nothing can be reckoned. */
    static final int LONGEST_CLOSURE = 60;

    private final ZoneId zone;
    private final NavigableMap<LocalDate, List<WorkingHours>> weeks;
    private final Map<LocalDate, WorkingHours> days;

    /**
     * @param weeks by their first day, seven days each, Monday first
     * @param days that have hours of their own
     */
    WorkingCalendar(ZoneId zone, Map<LocalDate, List<WorkingHours>> weeks, Map<LocalDate, WorkingHours> days) {
        this.zone = zone;
        this.weeks = new TreeMap<>(weeks);
        this.days = Map.copyOf(days);
    }

    /** When so much working time has passed; empty where the calendar does not say, or knows of no work for too long. */
    Optional<Instant> plus(Instant from, Duration time) {
        if (!holdsOn(LocalDate.ofInstant(from, zone))) {
            return Optional.empty();
        }
        if (time.isZero()) {
            return Optional.of(from);
        }
        Instant at = from;
        Duration left = time;
        LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1); // its last shift may reach into the day
        for (int closed = 0; closed <= LONGEST_CLOSURE + 1; day = day.plusDays(1)) {
            closed++;
            for (WorkingHours.Shift shift : hours(day).shifts()) {
                Instant begin = later(at, shift.begins(day, zone));
                Duration work = Duration.between(begin, shift.ends(day, zone));
                if (begin.isBefore(shift.ends(day, zone))) {
                    if (left.compareTo(work) <= 0) {
                        return Optional.of(begin.plus(left));
                    }
                    left = left.minus(work);
                    at = begin.plus(work);
                    closed = 0;
                }
            }
        }
        return Optional.empty();
    }

    /** How much working time lies between two moments. */
    Duration between(Instant from, Instant to) {
        Duration work = Duration.ZERO;
        Instant at = from;
        for (LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1);
                !day.isAfter(LocalDate.ofInstant(to, zone));
                day = day.plusDays(1)) {
            for (WorkingHours.Shift shift : hours(day).shifts()) {
                Instant begin = later(at, shift.begins(day, zone));
                Instant end = shift.ends(day, zone).isBefore(to) ? shift.ends(day, zone) : to;
                if (begin.isBefore(end)) {
                    work = work.plus(Duration.between(begin, end));
                    at = end;
                }
            }
        }
        return work;
    }

    /** The first day, from the given one on, after which no work follows for too long. */
    Optional<LocalDate> idleFrom(LocalDate day) {
        return Stream.of(Stream.of(day), weeks.tailMap(day, false).keySet().stream(), days.keySet().stream())
                .flatMap(Function.identity())
                .filter(first -> !first.isBefore(day))
                .sorted()
                .filter(this::holdsOn)
                .filter(first -> plus(first.atStartOfDay(zone).toInstant(), Duration.ofMinutes(1))
                        .isEmpty())
                .findFirst();
    }

    boolean holdsOn(LocalDate day) {
        return weeks.floorKey(day) != null;
    }

    private WorkingHours hours(LocalDate day) {
        Map.Entry<LocalDate, List<WorkingHours>> week = weeks.floorEntry(day);
        if (week == null) {
            return WorkingHours.NONE;
        }
        DayOfWeek weekday = day.getDayOfWeek();
        return days.getOrDefault(day, week.getValue().get(weekday.getValue() - 1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
