package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** What has become of one person's request. */
public enum EntryState {
    /** Submitted before the organisation's registration was confirmed; nobody can decide it yet. */
    WAITING,
    PENDING,
    RETURNED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    /** Was approved; a change took its place, or the person left. */
    ENDED;

    public boolean isOpen() {
        return this == WAITING || this == PENDING || this == RETURNED;
    }

    /** Key of the label. */
    public String key() {
        return "stafflist.entry." + name().toLowerCase(Locale.ROOT);
    }

    /** How the label is coloured; the word always says it too. */
    public String tone() {
        return switch (this) {
            case APPROVED -> "good";
            case REFUSED -> "bad";
            case RETURNED -> "warn";
            case PENDING -> "progress";
            case WAITING, WITHDRAWN, ENDED -> "neutral";
        };
    }
}
