package vn.khanhhoa.thecovid.verification.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.DayFields;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.verification.Posts;
import vn.khanhhoa.thecovid.verification.Timetable;

/** The timetable of the post that a page is about. */
@Named
@RequestScoped
public class PostHours {
    private static final List<String> WEEKDAYS = List.of("1", "2", "3", "4", "5", "6", "7");

    @Inject
    private Posts posts;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private @Nullable Timetable timetable;
    private @Nullable Map<String, String> week;
    private final DayFields days = new DayFields();
    private String hours = "";

    private PublicId id() {
        return parameters.id("id");
    }

    public Timetable getTimetable() {
        Timetable known = timetable;
        if (known == null) {
            known = posts.timetable(actor.get(), id());
            timetable = known;
        }
        return known;
    }

    public List<String> getWeekdays() {
        return WEEKDAYS;
    }

    /** Hours by the number of the day, for the fields of the page to read and to write. */
    public Map<String, String> getWeek() {
        Map<String, String> known = week;
        if (known == null) {
            known = new TreeMap<>();
            List<String> now = getTimetable().week();
            for (int day = 0; day < WEEKDAYS.size(); day++) {
                known.put(WEEKDAYS.get(day), now.isEmpty() ? "" : now.get(day));
            }
            week = known;
        }
        return known;
    }

    public void saveWeek() {
        posts.setWeek(
                actor.get(),
                id(),
                WEEKDAYS.stream()
                        .map(day -> Objects.requireNonNullElse(getWeek().get(day), ""))
                        .toList());
        done();
    }

    public void addDays() {
        LocalDate first = days.getFrom();
        if (first == null) {
            throw new RuleViolation("registry.days-first");
        }
        posts.setDays(actor.get(), id(), first, days.last(first), hours);
        done();
    }

    /** The row says of which days it is. */
    public void removeDays() {
        String[] ends = parameters.text("days:remove").split("/", -1);
        if (ends.length != 2) {
            throw new NotFound();
        }
        posts.removeDays(actor.get(), id(), day(ends[0]), day(ends[1]));
        done();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new NotFound();
        }
    }

    private void done() {
        messages.success("verification.post-hours-set");
        messages.go(PostParts.address(id(), PostParts.HOURS));
    }

    public DayFields getDays() {
        return days;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(@Nullable String typed) {
        hours = Objects.requireNonNullElse(typed, "");
    }
}
