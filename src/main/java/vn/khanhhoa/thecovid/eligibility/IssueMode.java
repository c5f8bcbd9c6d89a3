package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** How cards are given. */
public enum IssueMode {
    /** People at the agency decide each. */
    REVIEWED,
    /** Whom the data makes green gets one without a reviewer. */
    AUTOMATIC,
    /** As at the place around: an order of it takes back one of the place's own. */
    INHERITED;

    /** Whether one officer alone may not put it in force: with it, nobody looks at single people any more. */
    public boolean needsSecond() {
        return this != REVIEWED;
    }

    /** Key of the label. */
    public String key() {
        return "eligibility.mode." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return this == AUTOMATIC ? "good" : "neutral";
    }
}
