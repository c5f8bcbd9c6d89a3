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
        LocalDate day) {}
