package vn.khanhhoa.thecovid.eligibility.matrix;

import java.time.Instant;

/**
 * A scenario put in force for a place. Never overwritten: another version is another order, and the earlier one is known
 * up to then.
 *
 * @param place code of the area or zone
 * @param from first moment at which it is in force
 * @param until first moment at which it no longer is, {@link Instant#MAX} for none
 * @param knownFrom when it was entered
 * @param knownTo when another version took its place or it was withdrawn, {@link Instant#MAX} for not yet
 */
public record ScenarioOrder(
        long id,
        String scenario,
        String place,
        Instant from,
        Instant until,
        String document,
        Instant knownFrom,
        Instant knownTo) {
    boolean isInForce(Instant at, Instant knownBy) {
        return !from.isAfter(at) && until.isAfter(at) && !knownFrom.isAfter(knownBy) && knownTo.isAfter(knownBy);
    }
}
