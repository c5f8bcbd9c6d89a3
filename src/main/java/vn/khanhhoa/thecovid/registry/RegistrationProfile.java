package vn.khanhhoa.thecovid.registry;

import vn.khanhhoa.thecovid.shared.OneLine;

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
        String contactPhone) {
    private static final int LONGEST_ADDRESS = 300;

    /** As somebody typed it who is to be told what is wrong with it. */
    RegistrationProfile checked() {
        return new RegistrationProfile(
                OneLine.ofBody(name, Organisation.LONGEST_NAME),
                sectorCode,
                OneLine.of(address, LONGEST_ADDRESS),
                areaId,
                headcount,
                OneLine.ofPerson(representative),
                OneLine.ofPerson(contactName),
                OneLine.of(contactPhone));
    }
}
