package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** When something is open: a week, and days that have hours of their own. Written as agencies write when they work. Immutable. */
public final class OpeningHours {
    private static final int WEEK = 7;
    /** What is closed for longer is closed for good. */
    private static final int FARTHEST = 60;

    private final List<WorkingHours> week;
    private final Map<LocalDate, WorkingHours> days;

    /** @param week texts of seven days, Monday first; empty for around the clock */
    public OpeningHours(List<String> week, Map<LocalDate, String> days) {
        if (!week.isEmpty() && week.size() != WEEK) {
            throw new IllegalArgumentException("a week has seven days");
        }
        this.week = week.stream().map(WorkingHours::parse).toList();
        this.days = days.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> WorkingHours.parse(day.getValue())));
    }

    /** As it is stored and shown: {@code 07:30-11:30 13:30-17:00}. Where it cannot be understood, it says which text. */
    public static String written(String typed) {
        return WorkingHours.parse(typed).text();
    }

    public boolean isOpen(Instant at) {
        return around(at, 0).anyMatch(shift -> !at.isBefore(shift.begins()) && at.isBefore(shift.ends()));
    }

    /** The next moment at which it opens or closes; empty where none is in sight. */
    public Optional<Instant> turn(Instant after) {
        boolean open = isOpen(after);
        return around(after, FARTHEST)
                .flatMap(shift -> Stream.of(shift.begins(), shift.ends()))
                .filter(moment -> moment.isAfter(after))
                .sorted()
                .filter(moment -> isOpen(moment) != open)
                .findFirst();
    }

    private record Span(Instant begins, Instant ends) {}

    /** From the day before on, whose last hours may reach into the day. */
    private Stream<Span> around(Instant at, int ahead) {
        LocalDate day = LocalDate.ofInstant(at, PortalClock.ZONE);
        return LongStream.rangeClosed(-1, ahead)
                .mapToObj(day::plusDays)
                .flatMap(each -> hours(each).shifts().stream()
                        .map(shift ->
                                new Span(shift.begins(each, PortalClock.ZONE), shift.ends(each, PortalClock.ZONE))));
    }

    private WorkingHours hours(LocalDate day) {
        WorkingHours own = days.get(day);
        if (own != null) {
            return own;
        }
        return week.isEmpty()
                ? WorkingHours.ALWAYS
                : week.get(day.getDayOfWeek().getValue() - 1);
    }
}
