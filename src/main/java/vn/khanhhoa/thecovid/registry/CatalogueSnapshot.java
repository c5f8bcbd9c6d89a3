package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rows of the catalogue, whenever valid, as they were read at one moment. */
final class CatalogueSnapshot {
    private static final int DAYS_KEPT = 32;
    private static final int MOST_SUCCESSORS = 10;

    /** The rows as they were read. */
    record Rows(
            List<Area> areas,
            List<Agency> agencies,
            List<Sector> sectors,
            List<Activity> activities,
            List<OrganisationType> organisationTypes,
            List<Zone> zones,
            List<RoutingRule> rules,
            List<WorkingTime> workingTimes) {}

    private final Rows rows;
    private final Instant readAt;
    private final Map<Long, Area> areasById;
    private final Map<Long, AreaView> areaViews = new HashMap<>();
    private final Map<Long, AgencyView> agencyViews;
    private final Map<Long, WorkingCalendar> calendars = new HashMap<>();
    private final Map<LocalDate, CatalogueDay> days = new ConcurrentHashMap<>();

    CatalogueSnapshot(Rows rows, Instant readAt) {
        this.rows = rows;
        this.readAt = readAt;
        this.areasById = rows.areas().stream().collect(Collectors.toMap(Area::id, Function.identity()));
        rows.areas().forEach(area -> areaViews.put(area.id(), view(area)));
        rows.workingTimes().stream()
                .collect(Collectors.groupingBy(WorkingTime::agencyId))
                .forEach((agency, times) -> calendars.put(agency, WorkingTime.calendar(times)));
        this.agencyViews = rows.agencies().stream().collect(Collectors.toMap(Agency::id, Agency::view));
    }

    private AreaView view(Area area) {
        return new AreaView(area.id(), area.code(), area.name(), area.level(), area.parentId(), path(area));
    }

    private String path(Area area) {
        Area above = areasById.get(area.parentId());
        return above == null || above.level() == AreaLevel.PROVINCE ? area.name() : area.name() + ", " + path(above);
    }

    CatalogueDay on(LocalDate day) {
        if (days.size() > DAYS_KEPT) {
            days.clear();
        }
        return days.computeIfAbsent(day, wanted -> CatalogueDay.of(this, rows, wanted));
    }

    /** Whenever it is or was in force. */
    Optional<RoutingRuleView> rule(long id) {
        return rows.rules().stream()
                .filter(rule -> rule.id() == id)
                .map(RoutingRule::view)
                .findFirst();
    }

    /** When an agency works; empty where it never said. */
    Optional<WorkingCalendar> calendar(long agencyId) {
        return Optional.ofNullable(calendars.get(agencyId));
    }

    Instant readAt() {
        return readAt;
    }

    Optional<AreaView> area(long id) {
        return Optional.ofNullable(areaViews.get(id));
    }

    /** What took the place of an area, directly or after others, and is in force on a day. */
    Optional<AreaView> successor(Area ended, LocalDate day) {
        Area area = ended;
        for (int steps = 0; area != null && steps < MOST_SUCCESSORS; steps++) {
            if (area.holdsOn(day)) {
                return area(area.id());
            }
            area = areasById.get(area.successorId());
        }
        return Optional.empty();
    }

    /** The district that an area is or lies in; none where there are no districts. */
    Optional<Long> district(long id) {
        for (Area area = areasById.get(id); area != null; area = areasById.get(area.parentId())) {
            if (area.level() == AreaLevel.DISTRICT) {
                return Optional.of(area.id());
            }
        }
        return Optional.empty();
    }

    Optional<AgencyView> agency(long id) {
        return Optional.ofNullable(agencyViews.get(id));
    }

    /** Of those that have or had the code, the one that is or was there last. */
    Optional<CatalogueEntry> newestAgency(String code) {
        return rows.agencies().stream()
                .map(Agency::entry)
                .filter(agency -> agency.code().equals(code))
                .max(Comparator.comparing(CatalogueEntry::validFrom));
    }

    Map<Long, Long> parents() {
        return rows.areas().stream().collect(Collectors.toMap(Area::id, Area::parentId));
    }
}
