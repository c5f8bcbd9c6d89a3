package vn.khanhhoa.thecovid.eligibility.criteria;

/** Who is told why. */
public enum Audience {
    /** The person, who sees the own facts. */
    CITIZEN,
    /** Sees neither details of a laboratory nor why somebody is held. */
    REVIEWER,
    /** At the roadside: the level and until when. */
    OFFICER,
    /** Sees all of it. */
    HEALTH_OFFICE
}
