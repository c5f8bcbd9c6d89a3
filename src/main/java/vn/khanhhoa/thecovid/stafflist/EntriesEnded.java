package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;

/** Approvals that hold no longer: fired in the transaction that ends them. */
public record EntriesEnded(List<Long> entryIds, Cause cause, Actor actor) {
    /** Why. */
    public enum Cause {
        /** The person has left. */
        LEFT,
        /** The approval was looked at again, and taken back. */
        REVERSED,
        /** Its sender changed or withdrew it while the approval was looked at again. */
        WITHDRAWN
    }
}
