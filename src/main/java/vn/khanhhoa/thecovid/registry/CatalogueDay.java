package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue as it is on one day, and the routing table that follows from it. */
record CatalogueDay(
        List<AreaView> areas,
        List<FormerArea> formerCommunes,
        List<AgencyView> agencies,
        List<SectorView> sectors,
        List<ActivityView> activities,
        List<OrganisationTypeView> organisationTypes,
        List<ZoneView> zones,
        List<RoutingRuleView> rules,
        RoutingTable routing) {

    static CatalogueDay of(CatalogueSnapshot snapshot, CatalogueSnapshot.Rows rows, LocalDate day) {
        List<AgencyView> agencies =
                valid(rows.agencies(), day).stream().map(Agency::view).toList();
        List<RoutingRuleView> rules = valid(rows.rules(), day).stream()
                .map(RoutingRule::view)
                .sorted()
                .toList();
        RoutingTable routing = table(snapshot, rows, agencies, rules, day);
        return new CatalogueDay(
                valid(rows.areas(), day).stream()
                        .flatMap(area -> snapshot.area(area.id()).stream())
                        .toList(),
                rows.areas().stream()
                        .filter(area -> area.level() == AreaLevel.COMMUNE && area.endedBefore(day))
                        .flatMap(area -> snapshot.area(area.id()).stream()
                                .map(view -> new FormerArea(view, snapshot.successor(area, day))))
                        .toList(),
                agencies,
                valid(rows.sectors(), day).stream().map(Sector::view).toList(),
                valid(rows.activities(), day).stream().map(Activity::view).toList(),
                valid(rows.organisationTypes(), day).stream()
                        .map(OrganisationType::view)
                        .toList(),
                valid(rows.zones(), day).stream().map(Zone::view).toList(),
                rules,
                routing);
    }

    private static RoutingTable table(
            CatalogueSnapshot snapshot,
            CatalogueSnapshot.Rows rows,
            List<AgencyView> agencies,
            List<RoutingRuleView> rules,
            LocalDate day) {
        return new RoutingTable(
                rules,
                snapshot.parents(),
                valid(rows.areas(), day).stream()
                        .flatMap(area -> snapshot.area(area.id()).stream())
                        .collect(Collectors.toMap(AreaView::code, AreaView::id)),
                agencies.stream()
                        .map(agency ->
                                new RoutingTable.Target(agency.id(), agency.code(), agency.kind(), agency.areaId()))
                        .toList());
    }

    private static <T extends DatedRow> List<T> valid(List<T> rows, LocalDate day) {
        return rows.stream().filter(row -> row.holdsOn(day)).toList();
    }

    Optional<AgencyView> agency(String code) {
        return agencies.stream().filter(agency -> agency.code().equals(code)).findFirst();
    }

    Optional<OrganisationTypeView> organisationType(String code) {
        return organisationTypes.stream()
                .filter(type -> type.code().equals(code))
                .findFirst();
    }
}
