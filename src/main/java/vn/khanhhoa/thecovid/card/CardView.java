package vn.khanhhoa.thecovid.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A card with all that is on it.
 *
 * @param agencyId that decided, and that keeps the card
 * @param toldAgencyId that the card names as the one that issued it
 * @param state EXPIRED where its last day is over
 * @param reason why it is in this state; empty for a valid card
 */
public record CardView(
        long cardId,
        PublicId id,
        CardNumber number,
        long entryId,
        long personId,
        long listId,
        long organisationId,
        long agencyId,
        long toldAgencyId,
        String name,
        int birthYear,
        String lastFour,
        String organisation,
        String workplace,
        List<String> activities,
        LocalDate validFrom,
        LocalDate validTo,
        CardState state,
        String reason,
        String token,
        Instant issuedAt,
        int version) {
    /** Another card for the same ground, valid or suspended as this one is, without a code yet. */
    CardView again(long freshId, CardNumber freshNumber, Period validity, Instant at) {
        return new CardView(
                freshId,
                PublicId.random(),
                freshNumber,
                entryId,
                personId,
                listId,
                organisationId,
                agencyId,
                toldAgencyId,
                name,
                birthYear,
                lastFour,
                organisation,
                workplace,
                activities,
                validity.from(),
                validity.to(),
                state,
                state == CardState.SUSPENDED ? reason : "",
                "",
                at,
                0);
    }

    CardView withToken(String signed) {
        return new CardView(
                cardId,
                id,
                number,
                entryId,
                personId,
                listId,
                organisationId,
                agencyId,
                toldAgencyId,
                name,
                birthYear,
                lastFour,
                organisation,
                workplace,
                activities,
                validFrom,
                validTo,
                state,
                reason,
                signed,
                issuedAt,
                version);
    }

    Period validity() {
        return new Period(validFrom, validTo);
    }

    public boolean isCurrent() {
        return state.isCurrent();
    }
}
