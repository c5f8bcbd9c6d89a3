package vn.khanhhoa.thecovid.card;

import java.util.List;

/** Approved entries have their cards, those of amendments too; fired in the transaction of the approval. */
public record CardsIssued(List<IssuedCard> cards) {
    /** @param replacing whether another card of the person ended with it */
    public record IssuedCard(long cardId, long entryId, boolean replacing) {}
}
