package vn.khanhhoa.thecovid.card.token;

/** What a token turned out to be. Genuine says nothing of the card's present state, which only the portal knows. */
public sealed interface TokenCheck {
    record Genuine(CardClaims claims, KeyId signedBy) implements TokenCheck {}

    /** Signed, and not in its time: before its first or after its last second. */
    record OutOfTime(CardClaims claims, TokenRejection reason) implements TokenCheck {}

    record Rejected(TokenRejection reason) implements TokenCheck {}
}
