package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** Where a pending entry stands at its agency. The organisation sees none of it: to them it is pending. */
public enum Stage {
    /** In the queue. */
    OPEN,
    /** A reviewer's proposal waits for an approver. */
    PROPOSED,
    /** Decided; takes effect when the undo window closes. */
    HELD;

    /** Key of the label. */
    public String key() {
        return "review.stage." + name().toLowerCase(Locale.ROOT);
    }
}
