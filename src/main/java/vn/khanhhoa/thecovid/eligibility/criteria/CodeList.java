package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Locale;

/** The lists of codes that facts and cells draw from; what is on each list is data. */
public enum CodeList {
    VACCINE,
    /** How a sample was tested. */
    METHOD,
    /** What a recovery is certified by. */
    CERTIFICATE,
    /** Kinds of quarantine orders. */
    ORDER,
    /** The state of the zone that a person lives in. */
    ZONE,
    EXCEPTION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
