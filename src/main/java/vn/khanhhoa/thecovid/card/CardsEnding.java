package vn.khanhhoa.thecovid.card;

import java.util.List;

/** Cards end soon and nobody asked for more; told once of each, some hundreds at a time, in the transaction that notes it. */
public record CardsEnding(List<Long> entryIds) {}
