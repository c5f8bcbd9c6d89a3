package vn.khanhhoa.thecovid.registry;

/** What proves a registration; each is needed once. */
public enum DocumentKind {
    PREVENTION_PLAN,
    COMMITMENT,
    /** The form that the portal makes, signed and stamped. */
    REQUEST_FORM
}
