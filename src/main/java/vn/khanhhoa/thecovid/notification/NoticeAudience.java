package vn.khanhhoa.thecovid.notification;

import vn.khanhhoa.thecovid.access.Role;

/** Whose pages a notice stands on. */
public enum NoticeAudience {
    ALL,
    /** Who is not signed in. */
    PUBLIC,
    ORGANISATION,
    AGENCY;

    boolean includes(Role role) {
        return switch (this) {
            case ALL -> true;
            case PUBLIC -> role == Role.VISITOR;
            case ORGANISATION -> role == Role.ORGANISATION_ADMINISTRATOR || role == Role.ORGANISATION_OFFICER;
            case AGENCY -> role.actsForAgency();
        };
    }

    /** Key of the label. */
    public String key() {
        return "notification.notice.audience." + name();
    }
}
