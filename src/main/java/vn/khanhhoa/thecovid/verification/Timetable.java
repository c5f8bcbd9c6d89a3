package vn.khanhhoa.thecovid.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * When a post is open while it is kept.
 *
 * @param week hours of seven days, Monday first; empty for around the clock
 * @param days that have hours of their own, some of them the same
 */
public record Timetable(List<String> week, List<Days> days) {
    /** From a day to a day. @param hours empty for closed */
    public record Days(LocalDate from, LocalDate to, String hours) {}

    public Timetable {
        week = List.copyOf(week);
        days = List.copyOf(days);
    }

    static Timetable of(List<String> week, SortedMap<LocalDate, String> days) {
        List<Days> runs = new ArrayList<>();
        for (Map.Entry<LocalDate, String> day : days.entrySet()) {
            Days last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            boolean goesOn = last != null
                    && last.to().plusDays(1).equals(day.getKey())
                    && last.hours().equals(day.getValue());
            if (last != null && goesOn) {
                runs.set(runs.size() - 1, new Days(last.from(), day.getKey(), last.hours()));
            } else {
                runs.add(new Days(day.getKey(), day.getKey(), day.getValue()));
            }
        }
        return new Timetable(week, runs);
    }
}
