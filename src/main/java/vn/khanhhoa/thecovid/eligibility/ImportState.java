package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** Where a file of records stands. */
public enum ImportState {
    /** It waits to be read, or is being read. */
    RECEIVED("progress"),
    READ("good"),
    /** Nothing was taken of it. */
    REFUSED("bad"),
    /** A fault of the portal ended it; what was taken until then counts. */
    STOPPED("warn"),
    WITHDRAWN("neutral");

    private final String tone;

    ImportState(String tone) {
        this.tone = tone;
    }

    public String tone() {
        return tone;
    }

    public String key() {
        return "eligibility.import-state." + name().toLowerCase(Locale.ROOT);
    }
}
