package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import vn.khanhhoa.thecovid.registry.OrganisationView;
import vn.khanhhoa.thecovid.registry.RoutingQuestion;
import vn.khanhhoa.thecovid.registry.WorkplaceView;

/**
 * Where an entry is for: a workplace, or the person's residence where the form knows no workplace.
 *
 * @param workplaceId 0 for a residence
 */
record EntryPlace(long workplaceId, String name, long areaId, String zoneCode) {
    private static final String NO_WORKPLACE = "–";

    static EntryPlace of(WorkplaceView place) {
        return new EntryPlace(place.id(), place.name(), place.areaId(), place.zoneCode());
    }

    static EntryPlace residence(long areaId) {
        return new EntryPlace(0, NO_WORKPLACE, areaId, "");
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
