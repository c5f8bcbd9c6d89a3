package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.util.Optional;

/**
 * What a criteria set makes of a person's facts at a moment.
 *
 * @param at the moment that was asked about
 * @param knownBy what became known later was left aside
 * @param row that matched
 * @param until the first moment at which the level is another if no fact is added; empty where it stays for good
 */
public record Assessment(Instant at, Instant knownBy, CriteriaRow row, Optional<Instant> until) {
    public Level level() {
        return row.level();
    }
}
