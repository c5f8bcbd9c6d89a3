package vn.khanhhoa.thecovid.review;

import java.util.Locale;

/** What happened to an entry at the desk; the history is a row of these. */
public enum Step {
    /** Decided by one person, or by one and an approver; takes effect later. */
    DECIDED,
    PROPOSED,
    /** An approver agreed to what was proposed. */
    CONFIRMED,
    /** An approver did not agree: back in the queue. */
    DECLINED,
    UNDONE,
    /** When it was to take effect it could not any more. */
    LAPSED,
    FORWARDED,
    /** By the agency that forwarded it, before anybody at the other had opened it. */
    CALLED_BACK,
    /** Its agency ended: to the one that the rules name. */
    REROUTED,
    REOPENED,
    RECONSIDERED;

    /** It says what becomes of the entry. */
    boolean isVerdict() {
        return this == DECIDED || this == PROPOSED || this == CONFIRMED;
    }

    /** Key of the label. */
    public String key() {
        return "review.step." + name().toLowerCase(Locale.ROOT);
    }
}
