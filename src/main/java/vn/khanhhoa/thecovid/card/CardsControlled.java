package vn.khanhhoa.thecovid.card;

import java.util.List;

/**
 * Officers suspended, restored or revoked cards, or took that back; fired in the same transaction, with some hundreds of entries at
 * most. Why is not said: whoever hears of it tells people outside.
 *
 * @param entryIds whose cards they are
 * @param state in which they are from then on
 */
public record CardsControlled(List<Long> entryIds, CardState state) {}
