package vn.khanhhoa.thecovid.stafflist;

import java.util.Locale;

/** How far a file has come on its way into the draft. */
public enum UploadState {
    /** Being read. */
    RECEIVED,
    /** Can be read in more than one way: the sender is asked. */
    CHOICE,
    /** Was read; the sender looks at what it would change. */
    STAGED,
    TAKEN,
    REFUSED,
    /** The sender did not want it, or sent another file in its place. */
    DISCARDED,
    /** Was taken, and taken back. */
    UNDONE;

    public boolean isFinished() {
        return this != RECEIVED && !isWaiting();
    }

    /** For the sender. */
    public boolean isWaiting() {
        return this == CHOICE || this == STAGED;
    }

    public String key() {
        return "stafflist.upload." + name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (this) {
            case RECEIVED -> "progress";
            case CHOICE, STAGED -> "warn";
            case TAKEN -> "good";
            case REFUSED -> "bad";
            case DISCARDED, UNDONE -> "neutral";
        };
    }
}
