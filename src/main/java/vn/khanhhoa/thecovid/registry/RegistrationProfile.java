package vn.khanhhoa.thecovid.registry;

/**
 * What a version of the registration says about the organisation. Incomplete while it is a draft: empty or 0.
 *
 * @param areaId commune of the head office
 * @param contactPhone in clear text here; encrypted where it is stored, as is the contact's name
 */
public record RegistrationProfile(
        String name,
        String sectorCode,
        String address,
        long areaId,
        int headcount,
        String representative,
        String contactName,
        String contactPhone) {}
