package vn.khanhhoa.thecovid.registry;

/** What a registration must have before it can be submitted. */
public enum RegistrationPart {
    IDENTIFIER,
    NAME,
    SECTOR,
    ADDRESS,
    COMMUNE,
    HEADCOUNT,
    REPRESENTATIVE,
    CONTACT_NAME,
    CONTACT_PHONE,
    WORKPLACE,
    PREVENTION_PLAN,
    COMMITMENT,
    REQUEST_FORM
}
