package vn.khanhhoa.thecovid.notification;

/** Where a message is on its way out. */
public enum MessageState {
    WAITING,
    /** Handed to the mail server or the gateway, which has not answered yet. */
    SENDING,
    SENT,
    /** Handed over and never answered for: it may have left. Only an administrator sends it again. */
    UNKNOWN,
    /** Refused, or not taken for days. */
    FAILED,
    /** Its recipient wanted no more of its kind before it left. */
    STOPPED,
    /** One too many for its phone on this day: kept, and sent only if an administrator has it sent. */
    WITHHELD;

    /** Whether an administrator may send it again. */
    public boolean isSentAgain() {
        return this == UNKNOWN || this == FAILED || this == WITHHELD;
    }

    /** Key of the label. */
    public String key() {
        return "notification.state." + name();
    }

    /** How the label is coloured; the word always says it too. */
    public String tone() {
        return switch (this) {
            case SENT -> "good";
            case FAILED -> "bad";
            case UNKNOWN, WITHHELD -> "warn";
            case SENDING -> "progress";
            case WAITING, STOPPED -> "neutral";
        };
    }
}
