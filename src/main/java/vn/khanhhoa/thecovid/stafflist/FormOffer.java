package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.intake.FormAbout;

/**
 * A form that an organisation may begin a list by.
 *
 * @param agencies names of those that would review the organisation's entries by it today; empty where that hangs on each
 *     person's residence
 */
public record FormOffer(String code, int version, FormAbout about, List<String> agencies) {
    public String agencyNames() {
        return String.join("; ", agencies);
    }
}
