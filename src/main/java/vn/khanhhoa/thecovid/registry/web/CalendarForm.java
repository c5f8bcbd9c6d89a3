package vn.khanhhoa.thecovid.registry.web;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.DayFields;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyCalendar;
import vn.khanhhoa.thecovid.registry.AgencyCalendars;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The working time of an agency, as a page edits it: its head's, or an administrator's. */
abstract class CalendarForm {
    private static final List<String> WEEKDAYS = List.of("1", "2", "3", "4", "5", "6", "7");

    @Inject
    private AgencyCalendars calendars;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

    private @Nullable AgencyCalendar calendar;
    private @Nullable Map<String, String> week;
    private int revision = -1;
    private @Nullable LocalDate weekFrom;
    private final DayFields days = new DayFields();
    private String hours = "";
    private String note = "";

    abstract PublicId agency();

    /** Where the page is. */
    abstract String path();

    public AgencyCalendar getCalendar() {
        AgencyCalendar known = calendar;
        if (known == null) {
            known = calendars.of(actor.get(), agency());
            calendar = known;
        }
        return known;
    }

    /** How many rules may name the agency, and count its working hours. */
    public AgencyCalendars.Followers getFollowers() {
        return calendars.followers(actor.get(), agency());
    }

    public List<String> getWeekdays() {
        return WEEKDAYS;
    }

    /** Hours by the number of the day, for the fields of the page to read and to write. */
    public Map<String, String> getWeek() {
        Map<String, String> known = week;
        if (known == null) {
            known = new TreeMap<>();
            List<String> now = getCalendar().week();
            for (int i = 0; i < WEEKDAYS.size(); i++) {
                known.put(WEEKDAYS.get(i), now.isEmpty() ? "" : now.get(i));
            }
            week = known;
        }
        return known;
    }

    /** A week in words, days that are alike together. */
    public String words(AgencyCalendar.Row row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < row.hours().size(); i++) {
            int first = i;
            while (i + 1 < row.hours().size()
                    && row.hours().get(i + 1).equals(row.hours().get(first))) {
                i++;
            }
            String days = day(first) + (i > first ? " – " + day(i) : "");
            parts.add(days + ": " + hours(row.hours().get(first)));
        }
        return String.join("; ", parts);
    }

    private String day(int index) {
        return language.text("registry.weekday." + WEEKDAYS.get(index));
    }

    public String hours(String text) {
        return text.isEmpty() ? language.text("registry.day-off") : text.replace(" ", ", ");
    }

    public boolean begun(AgencyCalendar.Row row) {
        return row.from().isBefore(LocalDate.now(clock));
    }

    public void setTheWeek() {
        LocalDate begin = weekFrom;
        calendars.setWeek(
                actor.get(),
                agency(),
                revision,
                begin == null ? LocalDate.now(clock) : begin,
                WEEKDAYS.stream()
                        .map(day -> Objects.requireNonNullElse(getWeek().get(day), ""))
                        .toList());
        messages.success("registry.week-set");
        messages.go(path());
    }

    public void setTheDays() {
        LocalDate first = days.getFrom();
        if (first == null) {
            throw new RuleViolation("registry.days-first");
        }
        calendars.setDays(actor.get(), agency(), revision, first, days.last(first), hours, note);
        messages.success("registry.days-set");
        messages.go(path());
    }

    /** The button of a row, which says which row it is. */
    public void act() {
        String row = parameters.text("remove");
        if (row.matches("\\d{1,18}")) {
            calendars.remove(actor.get(), agency(), revision, Long.parseLong(row));
            messages.success("registry.days-removed");
            messages.go(path());
        }
    }

    public int getRevision() {
        return revision < 0 ? getCalendar().revision() : revision;
    }

    public void setRevision(int revision) {
        this.revision = revision;
    }

    public @Nullable LocalDate getWeekFrom() {
        return weekFrom;
    }

    public void setWeekFrom(@Nullable LocalDate weekFrom) {
        this.weekFrom = weekFrom;
    }

    public DayFields getDays() {
        return days;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(@Nullable String hours) {
        this.hours = Objects.requireNonNullElse(hours, "");
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = Objects.requireNonNullElse(note, "");
    }
}
