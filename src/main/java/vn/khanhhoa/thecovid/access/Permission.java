package vn.khanhhoa.thecovid.access;

/** What a use case demands of its actor. */
public enum Permission {
    /** Open to everyone, signed in or not. */
    ANYONE,
    /** Anyone with an account, for their own affairs. */
    SIGNED_IN,
    KEEP_OWN_REGISTRATION,
    KEEP_OWN_LISTS,
    /** Who else acts for one's organisation. */
    KEEP_OWN_MEMBERS,
    /** Programs that act for one's organisation, or for one's agency as a source of health data. */
    KEEP_PROGRAMS,
    JUDGE_REGISTRATIONS,
    REVIEW_ENTRIES,
    /** A head's: to approve what officers propose, to reopen, to assign, to say how the agency works. */
    APPROVE_PROPOSALS,
    CONTROL_CARDS,
    /** The devices of the agency's posts, which get the status of all cards. */
    KEEP_DEVICES,
    /** The posts of the agency, where its devices are used. */
    KEEP_POSTS,
    /** What is unusual at the agency's posts or with its cards. */
    WATCH_ALERTS,
    /** To say from when on something is an alert, for all. */
    SET_ALERTS,
    /** To ask who was where somebody was, and at the same time; to see it, once it is approved. */
    FIND_CONTACTS,
    /** To approve that: never what one has asked for oneself. */
    APPROVE_CONTACTS,
    /** When an agency works: a head's for their own, an administrator's for all. */
    KEEP_CALENDARS,
    /** Criteria sets, drafts among them, and scenarios. */
    READ_CRITERIA,
    DRAFT_CRITERIA,
    /** To say that the table equals its document: never of a table that one has written oneself. */
    ATTEST_CRITERIA,
    /** To put criteria and scenarios in force for a place. */
    ISSUE_CRITERIA,
    /** To have people decide where and for what, and to propose that the portal does. */
    SWITCH_MODES,
    /** Sources of health data, their facilities and how late they are: one's own agency's, with the next all. */
    READ_SOURCES,
    /** Which sources there are, whose they are and what their deadline is. */
    GOVERN_SOURCES,
    /** What a source of one's own agency brings: facilities, records, daily totals. */
    KEEP_SOURCE_DATA,
    /** Who is due the next dose, with names and numbers: by the facilities of one's own agency's sources. */
    READ_DUE_DOSES,
    /** To enter exceptions of people, with their evidence, and to end them; with the next, to see the register. */
    KEEP_EXCEPTIONS,
    /** To approve exceptions: never those that one has entered oneself. */
    APPROVE_EXCEPTIONS,
    /** To ask for an exception of somebody whose entry one works on; two health officers decide. */
    ASK_FOR_EXCEPTIONS,
    /** To say that two people of the register are one, or that records of one are another's. */
    UNITE_PEOPLE,
    ADMINISTER,
    /** The portal's own jobs. */
    RUN_JOBS
}
