package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;

/**
 * What decides who reviews. Ids of 0 and empty codes mean none; no condition on them is then met.
 *
 * @param templateCode for example M01; empty for a registration
 * @param headcount of the organisation, 0 where unknown
 * @param workplaceAreaId of the person; the head office for a registration
 * @param zoneCode of the workplace
 * @param ownAgencyId the agency that the organisation itself is
 * @param manyDistricts whether the organisation's workplaces lie in several districts
 */
public record RoutingQuestion(
        String templateCode,
        String organisationTypeCode,
        String sectorCode,
        int headcount,
        long headOfficeAreaId,
        long workplaceAreaId,
        String zoneCode,
        long residenceAreaId,
        long ownAgencyId,
        boolean manyDistricts,
        LocalDate day) {
    RoutingQuestion withTemplate(String code) {
        return new RoutingQuestion(
                code,
                organisationTypeCode,
                sectorCode,
                headcount,
                headOfficeAreaId,
                workplaceAreaId,
                zoneCode,
                residenceAreaId,
                ownAgencyId,
                manyDistricts,
                day);
    }

    RoutingQuestion withOrganisationType(String code) {
        return new RoutingQuestion(
                templateCode,
                code,
                sectorCode,
                headcount,
                headOfficeAreaId,
                workplaceAreaId,
                zoneCode,
                residenceAreaId,
                ownAgencyId,
                manyDistricts,
                day);
    }

    RoutingQuestion withSector(String code) {
        return new RoutingQuestion(
                templateCode,
                organisationTypeCode,
                code,
                headcount,
                headOfficeAreaId,
                workplaceAreaId,
                zoneCode,
                residenceAreaId,
                ownAgencyId,
                manyDistricts,
                day);
    }

    RoutingQuestion withZone(String code) {
        return new RoutingQuestion(
                templateCode,
                organisationTypeCode,
                sectorCode,
                headcount,
                headOfficeAreaId,
                workplaceAreaId,
                code,
                residenceAreaId,
                ownAgencyId,
                manyDistricts,
                day);
    }

    RoutingQuestion withHeadcount(int staff) {
        return new RoutingQuestion(
                templateCode,
                organisationTypeCode,
                sectorCode,
                staff,
                headOfficeAreaId,
                workplaceAreaId,
                zoneCode,
                residenceAreaId,
                ownAgencyId,
                manyDistricts,
                day);
    }

    RoutingQuestion withManyDistricts(boolean many) {
        return new RoutingQuestion(
                templateCode,
                organisationTypeCode,
                sectorCode,
                headcount,
                headOfficeAreaId,
                workplaceAreaId,
                zoneCode,
                residenceAreaId,
                ownAgencyId,
                many,
                day);
    }
}
