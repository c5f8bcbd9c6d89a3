package vn.khanhhoa.thecovid.access;

import java.util.EnumSet;
import java.util.Set;

/** What an account is for; the names are also the role names of the security constraints. */
public enum Role {
    ORGANISATION_ADMINISTRATOR(
            Permission.KEEP_OWN_REGISTRATION,
            Permission.KEEP_OWN_LISTS,
            Permission.KEEP_OWN_MEMBERS,
            Permission.KEEP_PROGRAMS),
    ORGANISATION_OFFICER(Permission.KEEP_OWN_REGISTRATION, Permission.KEEP_OWN_LISTS),
    /** A program of an organisation, which its scopes bind further. */
    API_CLIENT(Permission.KEEP_OWN_LISTS),
    REVIEWER(Permission.JUDGE_REGISTRATIONS, Permission.REVIEW_ENTRIES, Permission.ASK_FOR_EXCEPTIONS),
    APPROVER(
            Permission.JUDGE_REGISTRATIONS,
            Permission.REVIEW_ENTRIES,
            Permission.ASK_FOR_EXCEPTIONS,
            Permission.APPROVE_PROPOSALS,
            Permission.CONTROL_CARDS,
            Permission.KEEP_DEVICES,
            Permission.WATCH_ALERTS,
            Permission.KEEP_POSTS,
            Permission.KEEP_CALENDARS),
    HEALTH_OFFICER(
            Permission.CONTROL_CARDS,
            Permission.WATCH_ALERTS,
            Permission.SET_ALERTS,
            Permission.FIND_CONTACTS,
            Permission.APPROVE_CONTACTS,
            Permission.READ_CRITERIA,
            Permission.DRAFT_CRITERIA,
            Permission.ATTEST_CRITERIA,
            Permission.SWITCH_MODES,
            Permission.READ_SOURCES,
            Permission.GOVERN_SOURCES,
            Permission.KEEP_SOURCE_DATA,
            Permission.KEEP_EXCEPTIONS,
            Permission.APPROVE_EXCEPTIONS,
            Permission.UNITE_PEOPLE,
            Permission.KEEP_PROGRAMS),
    /** Of an agency that a source of health data belongs to. */
    SOURCE_OFFICER(
            Permission.READ_SOURCES, Permission.KEEP_SOURCE_DATA, Permission.READ_DUE_DOSES, Permission.KEEP_PROGRAMS),
    /** A program of such an agency, which its scopes bind further. */
    SOURCE_PROGRAM(Permission.READ_SOURCES, Permission.KEEP_SOURCE_DATA),
    /** Of the steering committee, by whose documents criteria are in force. */
    STEERING_OFFICER(Permission.READ_CRITERIA, Permission.ISSUE_CRITERIA, Permission.SWITCH_MODES),
    ADMINISTRATOR(Permission.ADMINISTER, Permission.KEEP_CALENDARS),
    PORTAL(Permission.RUN_JOBS),
    VISITOR();

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = EnumSet.noneOf(Permission.class);
        this.permissions.addAll(Set.of(permissions));
    }

    public boolean may(Permission permission) {
        return permission == Permission.ANYONE
                || permission == Permission.SIGNED_IN && this != VISITOR && this != PORTAL
                || permissions.contains(permission);
    }

    public boolean actsForAgency() {
        return this == REVIEWER
                || this == APPROVER
                || this == HEALTH_OFFICER
                || this == SOURCE_OFFICER
                || this == STEERING_OFFICER;
    }
}
