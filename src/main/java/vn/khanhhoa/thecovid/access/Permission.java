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
    /** When an agency works: a head's for their own, an administrator's for all. */
    KEEP_CALENDARS,
    /** Criteria sets, drafts among them, and scenarios. */
    READ_CRITERIA,
    DRAFT_CRITERIA,
    /** To say that the table equals its document: never of a table that one has written oneself. */
    ATTEST_CRITERIA,
    /** To put criteria and scenarios in force for a place. */
    ISSUE_CRITERIA,
    /** Sources of health data, their facilities and how late they are: one's own agency's, with the next all. */
    READ_SOURCES,
    /** Which sources there are, whose they are and what their deadline is. */
    GOVERN_SOURCES,
    /** What a source of one's own agency brings: facilities, records, daily totals. */
    KEEP_SOURCE_DATA,
    /** Who is due the next dose, with names and numbers: by the facilities of one's own agency's sources. */
    READ_DUE_DOSES,
    ADMINISTER,
    /** The portal's own jobs. */
    RUN_JOBS
}
