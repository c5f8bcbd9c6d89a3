package vn.khanhhoa.thecovid.eligibility;

import java.util.Locale;

/** What was done with an exception last. Each but the first is a step of its history. */
public enum ExceptionCaseState {
    /** By an officer of a reviewing agency: waits for two health officers. */
    ASKED("progress"),
    /** Waits for a second person. */
    PROPOSED("progress"),
    APPROVED("good"),
    REFUSED("bad"),
    /** By whoever entered it, before it was judged. */
    WITHDRAWN("neutral"),
    /** Before its time. */
    ENDED("neutral");

    private final String tone;

    ExceptionCaseState(String tone) {
        this.tone = tone;
    }

    public String tone() {
        return tone;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "eligibility.exception.part." + word();
    }
}
