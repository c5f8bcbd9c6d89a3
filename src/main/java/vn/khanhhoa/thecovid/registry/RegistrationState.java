package vn.khanhhoa.thecovid.registry;

/** DRAFT → SUBMITTED → CONFIRMED or RETURNED; both are final, what follows is a new version. */
public enum RegistrationState {
    DRAFT,
    SUBMITTED,
    CONFIRMED,
    RETURNED
}
