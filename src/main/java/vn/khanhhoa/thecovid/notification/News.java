package vn.khanhhoa.thecovid.notification;

/** What happened that people are told of. */
enum News {
    /** Subject is the list, the code how many of its entries were sent. */
    LIST_ENTERED,
    INDIVIDUAL_ENTERED,
    /** The code is the outcome. */
    ENTRIES_DECIDED,
    CARDS_ISSUED,
    /** The code is the state in which the cards are from then on. */
    CARDS_REVIEWED,
    /** Of all that follow, the subject is the organisation, the number that of the agency, and the code that of a reason. */
    REGISTRATION_SUBMITTED,
    REGISTRATION_CONFIRMED,
    REGISTRATION_RETURNED,
    ORGANISATION_CLAIMED,
    CLAIM_ACCEPTED
}
