package vn.khanhhoa.thecovid.verification;

import java.time.Instant;

/**
 * Somebody who was there at the same time, as the health office needs it to reach them.
 *
 * @param phone by their card's request; empty where it has none
 * @param organisation by which they have the card
 * @param minutes that both were there
 * @param stopped whether one of both was not let in
 */
public record ContactLine(
        String name,
        int birthYear,
        String phone,
        String organisation,
        String workplace,
        String post,
        Instant from,
        Instant to,
        int minutes,
        KnownBy knownBy,
        boolean stopped) {
    /** Never tells of whom. */
    @Override
    public String toString() {
        return "a contact";
    }
}
