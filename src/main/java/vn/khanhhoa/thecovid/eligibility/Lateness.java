package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;

/** Reckons what of each facility's days was in time, late or is missing, by what counts now. */
@ApplicationScoped
class Lateness {
    @Inject
    private StoredSources sources;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Key(long facilityId, LocalDate day) {}

    private record Arrived(int inTime, int late) {}

    /** Each day of each facility that works on it or of which something is known; by day, then facility. */
    List<FacilityDay> days(SourceView source, LocalDate from, LocalDate to) {
        Map<Key, Integer> declared = declared(source, from, to);
        Map<Key, Arrived> arrived = arrived(source, from, to);
        List<FacilityView> facilities = sources.facilities(source.id());
        List<FacilityDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            boolean over = isOver(source, day);
            for (FacilityView facility : facilities) {
                Key key = new Key(facility.id(), day);
                Integer total = declared.get(key);
                Arrived came = arrived.getOrDefault(key, new Arrived(0, 0));
                FacilityDay one = new FacilityDay(
                        facility,
                        day,
                        total == null ? OptionalInt.empty() : OptionalInt.of(total),
                        came.inTime(),
                        came.late(),
                        over);
                if (one.isActive() || facility.worksOn(day)) {
                    days.add(one);
                }
            }
        }
        return days;
    }

    /** Whether the deadline of the last record of a day has passed. */
    boolean isOver(SourceView source, LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        return source.due(day, end, end).filter(clock.instant()::isAfter).isPresent();
    }

    private Map<Key, Integer> declared(SourceView source, LocalDate from, LocalDate to) {
        Map<Key, Integer> found = new HashMap<>();
        sql.list(
                "SELECT t.facility_id, t.day, t.total FROM eligibility_daily_total t JOIN eligibility_facility f ON f.id ="
                        + " t.facility_id WHERE f.source_id = ? AND t.day BETWEEN ? AND ? ORDER BY t.number",
                row -> found.put(
                        new Key(row.getLong(1), Objects.requireNonNull(row.getObject(2, LocalDate.class))),
                        row.getInt(3)),
                source.id(),
                from,
                to);
        return found;
    }

    private Map<Key, Arrived> arrived(SourceView source, LocalDate from, LocalDate to) {
        Map<Key, Arrived> found = new HashMap<>();
        sql.list(
                "SELECT facility_id, event_day, SUM(NOT late), SUM(late) FROM eligibility_record WHERE source_id = ? AND"
                        + " event_day BETWEEN ? AND ? AND known_to IS NULL GROUP BY facility_id, event_day",
                row -> found.put(
                        new Key(row.getLong(1), Objects.requireNonNull(row.getObject(2, LocalDate.class))),
                        new Arrived(row.getInt(3), row.getInt(4))),
                source.id(),
                from,
                to);
        return found;
    }
}
