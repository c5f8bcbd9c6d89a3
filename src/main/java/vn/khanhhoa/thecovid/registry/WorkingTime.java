package vn.khanhhoa.thecovid.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A week of an agency, or days that have hours of their own. */
@Entity
@Table(name = "registry_working_time")
class WorkingTime extends DatedRow {
    private static final int DAYS = 7;
    private static final int LONGEST_NOTE = 120;

    /** What the hours are of. */
    enum Kind {
        WEEK,
        DAYS
    }

    @Column(name = "agency_id")
    private long agencyId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String hours;

    private String note;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected WorkingTime() {}

    private WorkingTime(
            long agencyId, Kind kind, String hours, String note, LocalDate from, @Nullable LocalDate lastDay) {
        super(from);
        this.agencyId = agencyId;
        this.kind = kind;
        this.hours = hours;
        this.note = note;
        date(from, lastDay);
    }

    /** @param hours of seven days, Monday first */
    static WorkingTime week(long agencyId, List<String> hours, LocalDate from) {
        return new WorkingTime(agencyId, Kind.WEEK, text(hours), "", from, null);
    }

    static WorkingTime days(long agencyId, String hours, String note, LocalDate from, LocalDate lastDay) {
        String text = note.strip();
        if (text.length() > LONGEST_NOTE) {
            throw new RuleViolation("registry.days-note", LONGEST_NOTE);
        }
        return new WorkingTime(agencyId, Kind.DAYS, WorkingHours.parse(hours).text(), text, from, lastDay);
    }

    private static String text(List<String> week) {
        if (week.size() != DAYS) {
            throw new IllegalArgumentException("a week has seven days");
        }
        return week.stream().map(day -> WorkingHours.parse(day).text()).collect(Collectors.joining("|"));
    }

    void write(List<String> week) {
        hours = text(week);
    }

    /** The days that are left, and today, have the hours of the week again. */
    void endBefore(LocalDate today) {
        date(validFrom(), today.minusDays(1));
    }

    boolean isWeek() {
        return kind == Kind.WEEK;
    }

    long agencyId() {
        return agencyId;
    }

    List<String> hours() {
        return Arrays.asList(hours.split("\\|", -1));
    }

    LocalDate lastDay() {
        LocalDate last = validTo();
        return last == null ? LocalDate.MAX : last;
    }

    AgencyCalendar.Row view() {
        return new AgencyCalendar.Row(id(), hours(), note, validFrom(), validTo());
    }

    static WorkingCalendar calendar(List<WorkingTime> rows) {
        Map<LocalDate, List<WorkingHours>> weeks = new HashMap<>();
        Map<LocalDate, WorkingHours> days = new HashMap<>();
        for (WorkingTime row : rows) {
            List<WorkingHours> hours =
                    row.hours().stream().map(WorkingHours::parse).toList();
            if (row.isWeek()) {
                weeks.put(row.validFrom(), hours);
            } else {
                row.validFrom().datesUntil(row.lastDay().plusDays(1)).forEach(day -> days.put(day, hours.get(0)));
            }
        }
        return new WorkingCalendar(PortalClock.ZONE, weeks, days);
    }
}
