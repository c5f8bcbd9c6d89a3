package vn.khanhhoa.thecovid.notification;

/** By which way a message leaves the portal. */
public enum Channel {
    EMAIL,
    SMS;

    /** Key of the label. */
    public String key() {
        return "notification.channel." + name();
    }
}
