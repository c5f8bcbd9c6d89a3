package vn.khanhhoa.thecovid.registry;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/** What rules ask of organisations, of hundreds at once. */
@UseCase
public class OrganisationProfiles {
    /** One organisation as rules see it on a day. @param zones of its workplaces, by their ids */
    public record Profile(
            String typeCode,
            String sectorCode,
            int headcount,
            long headOfficeAreaId,
            long ownAgencyId,
            boolean manyDistricts,
            Map<Long, String> zones) {
        /** Asked of an entry. @param workplaceId 0 for none */
        public RoutingQuestion question(
                String templateCode, long workplaceId, long areaId, long residenceAreaId, LocalDate day) {
            return new RoutingQuestion(
                    templateCode,
                    typeCode,
                    sectorCode,
                    headcount,
                    headOfficeAreaId,
                    areaId,
                    zones.getOrDefault(workplaceId, ""),
                    residenceAreaId,
                    ownAgencyId,
                    manyDistricts,
                    day);
        }
    }

    private record Place(long id, long organisationId, long areaId, String zone, boolean closed) {}

    @Inject
    private CatalogueCache cache;

    @Inject
    private Sql sql;

    /** By id. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Profile> of(Actor portal, Collection<Long> ids, LocalDate day) {
        Map<Long, Profile> profiles = new HashMap<>();
        if (ids.isEmpty()) {
            return profiles;
        }
        CatalogueSnapshot catalogue = cache.current();
        String some = Sql.marks(ids.size());
        Map<Long, Map<Long, String>> zones = new HashMap<>();
        Map<Long, Set<Long>> districts = new HashMap<>();
        for (Place place : places(some, ids)) {
            zones.computeIfAbsent(place.organisationId(), unused -> new HashMap<>())
                    .put(place.id(), place.zone());
            if (!place.closed()) {
                catalogue
                        .district(place.areaId())
                        .ifPresent(district -> districts
                                .computeIfAbsent(place.organisationId(), unused -> new HashSet<>())
                                .add(district));
            }
        }
        // The confirmed version of a registration counts, else the newest one.
        sql.list(
                "SELECT o.id, o.type_code, IF(o.identifier_kind = 'AGENCY_CODE', o.identifier, NULL), r.sector_code,"
                        + " r.headcount, r.area_id FROM registry_organisation o JOIN registry_registration r ON"
                        + " r.organisation_id = o.id WHERE o.id IN (" + some + ") AND r.number ="
                        + " (SELECT v.number FROM registry_registration v WHERE v.organisation_id = o.id ORDER BY"
                        + " v.state = 'CONFIRMED' DESC, v.number DESC LIMIT 1)",
                row -> profiles.put(
                        row.getLong(1),
                        new Profile(
                                row.getString(2),
                                orEmpty(row.getString(4)),
                                row.getInt(5),
                                row.getLong(6),
                                ownAgency(catalogue.on(day), orEmpty(row.getString(3))),
                                districts.getOrDefault(row.getLong(1), Set.of()).size() > 1,
                                zones.getOrDefault(row.getLong(1), Map.of()))),
                ids.toArray());
        return profiles;
    }

    private List<Place> places(String some, Collection<Long> ids) {
        return sql.list(
                "SELECT id, organisation_id, area_id, zone_code, closed FROM registry_workplace WHERE organisation_id IN ("
                        + some + ")",
                row -> new Place(
                        row.getLong(1), row.getLong(2), row.getLong(3), orEmpty(row.getString(4)), row.getBoolean(5)),
                ids.toArray());
    }

    private static long ownAgency(CatalogueDay catalogue, String code) {
        return code.isEmpty() ? 0 : catalogue.agency(code).map(AgencyView::id).orElse(0L);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
