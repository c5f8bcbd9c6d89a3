package vn.khanhhoa.thecovid.notification;

/** Where a message is on its way out. */
public enum MessageState {
    WAITING,
    /** Handed to the mail server, which has not answered yet. */
    SENDING,
    SENT,
    /** Given up, or of unknown fate: only an administrator sends it again. */
    FAILED
}
