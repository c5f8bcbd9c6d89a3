package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** What a facility is. */
public enum FacilityKind {
    VACCINATION_SITE,
    LABORATORY,
    HOSPITAL;

    public String key() {
        return "eligibility.facility-kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
