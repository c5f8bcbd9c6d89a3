package vn.khanhhoa.thecovid.review;

import java.util.Locale;

/**
 * Entries of an agency whose time runs out; fired in the transaction that notices it.
 *
 * @param alarm whom it concerns now
 * @param proposed whether they are proposals, which lie before an approver and in no queue
 */
public record DeadlinesPassed(long agencyId, Alarm alarm, boolean proposed, int entries) {
    /** The ladder. */
    public enum Alarm {
        /** Three quarters of the time are gone: its reviewers. */
        NEAR,
        /** All of it: the head. */
        PAST,
        /** And half as much again: the task force. */
        LONG_PAST
    }

    /** Key of the sentence. */
    String key() {
        return "review.alarm." + (proposed ? "proposed_" : "") + alarm.name().toLowerCase(Locale.ROOT);
    }
}
