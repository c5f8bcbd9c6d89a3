package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** The areas of the catalogue and, below them, the zones of this module. */
@ApplicationScoped
class ScenarioPlaces {
    private static final int STEP = 50;

    private record Zone(long id, String code, String name, long areaId) {
        ScenarioPlace place(AreaView commune) {
            return new ScenarioPlace(
                    areaId,
                    id,
                    code,
                    name,
                    name + ", " + commune.path(),
                    ScenarioPlace.Level.ZONE,
                    ScenarioPlace.keyOf(areaId, 0));
        }
    }

    @Inject
    private Sql sql;

    @Inject
    private Catalogue catalogue;

    /** Each before what lies within it, otherwise in order of code. */
    List<ScenarioPlace> on(LocalDate day) {
        List<AreaView> areas = catalogue.areas(day);
        Map<Long, List<Zone>> zones = zones().stream().collect(Collectors.groupingBy(Zone::areaId));
        List<ScenarioPlace> places = new ArrayList<>();
        areas.stream().filter(area -> area.level() == AreaLevel.PROVINCE).forEach(province -> {
            places.add(ScenarioPlace.of(province));
            addWithin(province, areas, zones, places);
        });
        return places;
    }

    private static void addWithin(
            AreaView around, List<AreaView> areas, Map<Long, List<Zone>> zones, List<ScenarioPlace> places) {
        areas.stream()
                .filter(area -> area.parentId() == around.id())
                .sorted(Comparator.comparing(AreaView::code))
                .forEach(area -> {
                    places.add(ScenarioPlace.of(area));
                    zones.getOrDefault(area.id(), List.of()).forEach(zone -> places.add(zone.place(area)));
                    addWithin(area, areas, zones, places);
                });
    }

    static Map<String, String> parents(List<ScenarioPlace> places) {
        return places.stream()
                .filter(place -> !place.within().isEmpty())
                .collect(Collectors.toMap(ScenarioPlace::key, ScenarioPlace::within));
    }

    /** Where something was ever ordered, valid or not. */
    List<ScenarioPlace> of(List<ScenarioVersion> versions) {
        List<Zone> zones = zones();
        return versions.stream()
                .flatMap(version -> place(version.areaId(), version.zoneId(), zones).stream())
                .distinct()
                .toList();
    }

    private Optional<ScenarioPlace> place(long areaId, long zoneId, List<Zone> zones) {
        Optional<AreaView> area = catalogue.area(areaId);
        return zoneId == 0
                ? area.map(ScenarioPlace::of)
                : zones.stream().filter(zone -> zone.id() == zoneId).findFirst().flatMap(zone -> area.map(zone::place));
    }

    private List<Zone> zones() {
        return sql.list(
                "SELECT id, code, name, area_id FROM eligibility_zone ORDER BY code",
                row -> new Zone(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    /** Refused where another has that code. */
    void add(Actor actor, String code, String name, long areaId, Instant now) {
        int added = sql.update(
                "INSERT IGNORE INTO eligibility_zone (id, code, name, area_id, entered_at, entered_by, enterer)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                sql.ids("eligibility_scenario_seq", STEP).next(),
                code,
                name,
                areaId,
                now,
                actor.accountId(),
                actor.name());
        if (added == 0) {
            throw new RuleViolation("eligibility.zone-code-taken", code);
        }
    }

    /** Refused where a scenario was ever ordered for it. */
    void remove(String code) {
        int removed = sql.update(
                "DELETE FROM eligibility_zone WHERE code = ?"
                        + " AND NOT EXISTS (SELECT 1 FROM eligibility_scenario_order o WHERE o.zone_id = eligibility_zone.id)",
                code);
        if (removed == 0) {
            throw new RuleViolation("eligibility.zone-in-use");
        }
    }
}
