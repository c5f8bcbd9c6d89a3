package vn.khanhhoa.thecovid.card;

import java.util.List;

/** Cards got new codes and numbers for what they were issued for; fired in the transaction in which they did. */
public record CardsReissued(List<Long> entryIds) {}
