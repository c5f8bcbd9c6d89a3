package vn.khanhhoa.thecovid.registry;

/** Who may ask for an activity. */
public enum ActivityAudience {
    /** Organisations for their people. */
    ORGANISATIONS,
    /** People without an employer as well. */
    EVERYBODY
}
