package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The hours of one day: "07:30-11:30 13:30-17:00". A shift that ends at or before its beginning ends on the next day. */
record WorkingHours(List<Shift> shifts) {
    static final WorkingHours NONE = new WorkingHours(List.of());

    private static final int DAY = 24 * 60;
    static final WorkingHours ALWAYS = new WorkingHours(List.of(new Shift(0, DAY)));
    private static final int MOST = 6;
    private static final Pattern SHIFT = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)-([01]?\\d|2[0-4]):([0-5]\\d)");

    /** In minutes from the beginning of the day on which it begins. */
    record Shift(int from, int to) {
        Instant begins(LocalDate day, ZoneId zone) {
            return at(day, from, zone);
        }

        Instant ends(LocalDate day, ZoneId zone) {
            return at(day, to, zone);
        }

        private static Instant at(LocalDate day, int minutes, ZoneId zone) {
            return day.plusDays(minutes / DAY)
                    .atTime(LocalTime.ofSecondOfDay(minutes % DAY * 60L))
                    .atZone(zone)
                    .toInstant();
        }
    }

    /** Where it cannot be understood, it says which text. */
    static WorkingHours parse(String text) {
        List<Shift> shifts = new ArrayList<>();
        for (String part : text.strip().split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                shifts.add(shift(part.replace('–', '-')));
            }
        }
        shifts.sort(Comparator.comparingInt(Shift::from));
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).from() < shifts.get(i - 1).to()) {
                throw new RuleViolation("registry.hours-overlap", text.strip());
            }
        }
        if (shifts.size() > MOST) {
            throw new RuleViolation("registry.hours-many", text.strip(), MOST);
        }
        if (!shifts.isEmpty()
                && shifts.get(shifts.size() - 1).to() > shifts.get(0).from() + DAY) {
            throw new RuleViolation("registry.hours-overlap", text.strip());
        }
        return new WorkingHours(List.copyOf(shifts));
    }

    private static Shift shift(String part) {
        Matcher found = SHIFT.matcher(part);
        if (!found.matches()) {
            throw new RuleViolation("registry.hours-unclear", part);
        }
        int from = minutes(found.group(1), found.group(2));
        int to = minutes(found.group(3), found.group(4));
        if (to > DAY) {
            throw new RuleViolation("registry.hours-unclear", part);
        }
        return new Shift(from, to <= from ? to + DAY : to);
    }

    private static int minutes(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** As it is stored and shown. */
    String text() {
        return String.join(
                " ",
                shifts.stream()
                        .map(shift -> "%02d:%02d-%02d:%02d"
                                .formatted(
                                        shift.from() / 60,
                                        shift.from() % 60,
                                        shift.to() > DAY ? (shift.to() - DAY) / 60 : shift.to() / 60,
                                        shift.to() % 60))
                        .toList());
    }

    boolean isClosed() {
        return shifts.isEmpty();
    }
}
