package vn.khanhhoa.thecovid.card;

import java.util.List;

/**
 * What became of the cards of approvals that are looked at again: suspended meanwhile, valid as before, or revoked by what
 * the sender did; fired in the transaction in which it does. A decision that revokes them is told by itself.
 */
public record CardsReviewed(List<Long> entryIds, CardState state) {}
