package vn.khanhhoa.thecovid.card;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Cards got a longer period and with it new codes, or those of before are good again; fired in the transaction in which it happened.
 *
 * @param until the new last day; empty where a renewal was undone
 */
public record CardsRenewed(List<Long> entryIds, Optional<LocalDate> until) {}
