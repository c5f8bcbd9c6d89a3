package vn.khanhhoa.thecovid.review;

import java.util.Locale;

/** Why a verdict stands by itself, or needs an approver's agreement. */
public enum Why {
    /** The judge decides alone. */
    ALONE,
    /** No document lets the officer decide. */
    NO_MANDATE,
    /** The list has more entries than one person may approve. */
    LARGE_LIST,
    FORGERY,
    /** Of the person something was suspected to be forged before; approved, it needs a second person. */
    SUSPECTED,
    /** The person has the name of the officer: it may be the officer, who applied as a citizen. */
    OWN_NAME,
    /** Drawn by chance for a second look. */
    SAMPLE;

    /** Key of the sentence. */
    public String key() {
        return "review.why." + name().toLowerCase(Locale.ROOT);
    }
}
