package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;
import vn.khanhhoa.thecovid.registry.WorkplaceView;

/**
 * Where an entry is for: a workplace, the place of an event, or the person's residence where the form knows neither.
 *
 * @param workplaceId 0 where it is no workplace of the organisation
 */
record EntryPlace(long workplaceId, String name, long areaId, String zoneCode) {
    private static final String NO_WORKPLACE = "–";

    static EntryPlace of(WorkplaceView place) {
        return new EntryPlace(place.id(), place.name(), place.areaId(), place.zoneCode());
    }

    static EntryPlace residence(long areaId) {
        return new EntryPlace(0, NO_WORKPLACE, areaId, "");
    }

    /** Of an event. */
    static EntryPlace named(String name, long areaId) {
        return new EntryPlace(0, name, areaId, "");
    }

    RoutingQuestion question(String templateCode, OrganisationView organisation, long residenceAreaId, LocalDate day) {
        return new RoutingQuestion(
                templateCode,
                organisation.typeCode(),
                organisation.sectorCode(),
                organisation.headcount(),
                organisation.areaId(),
                areaId,
                zoneCode,
                residenceAreaId,
                organisation.ownAgencyId(),
                organisation.manyDistricts(),
                day);
    }
}
