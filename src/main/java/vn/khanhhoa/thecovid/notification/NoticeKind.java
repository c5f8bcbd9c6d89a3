package vn.khanhhoa.thecovid.notification;

/** How urgent a notice is. */
public enum NoticeKind {
    INFO,
    WARNING;

    /** Key of the label. */
    public String key() {
        return "notification.notice.kind." + name();
    }
}
