package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An organisation as the confirmed version of its registration has it; where none is confirmed yet, as the newest has it.
 *
 * @param identifier empty for types without one
 * @param registrationState of the newest version
 * @param confirmed whether any version has been confirmed
 * @param sectorCode empty where not given yet; headcount and areaId (of the head office) are then 0
 * @param ownAgencyId the agency that the organisation itself is, 0 for none
 * @param manyDistricts whether its open workplaces lie in several districts
 */
public record OrganisationView(
        long id,
        PublicId publicId,
        String typeCode,
        String name,
        IdentifierKind identifierKind,
        String identifier,
        RegistrationState registrationState,
        boolean confirmed,
        String sectorCode,
        int headcount,
        long areaId,
        long ownAgencyId,
        boolean manyDistricts) {}
