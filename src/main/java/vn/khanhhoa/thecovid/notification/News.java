package vn.khanhhoa.thecovid.notification;

/** What happened that people are told of. */
enum News {
    /** Subject is the list, the code how many of its entries were sent. */
    LIST_ENTERED,
    INDIVIDUAL_ENTERED,
    /** The code is the outcome. */
    ENTRIES_DECIDED,
    CARDS_ISSUED,
    CARDS_REISSUED,
    /** The code is the state in which the cards are from then on. */
    CARDS_REVIEWED,
    /** The data suspended cards, or holds them no longer; the code as above. */
    CARDS_HELD,
    /** Officers suspended, restored or revoked cards; the code as above. Told a while later, as it is then. */
    CARDS_CONTROLLED,
    /** The code is the new last day; empty where the renewal was undone. Told a while later, too. */
    CARDS_RENEWED,
    CARDS_ENDING,
    /** Of all that follow, the subject is the organisation, the number that of the agency, and the code that of a reason. */
    REGISTRATION_SUBMITTED,
    REGISTRATION_CONFIRMED,
    REGISTRATION_RETURNED,
    ORGANISATION_CLAIMED,
    CLAIM_ACCEPTED
}
