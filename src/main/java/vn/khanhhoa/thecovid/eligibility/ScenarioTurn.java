package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;

/**
 * A moment at which a scenario began or ended, or will.
 *
 * @param coming whether it is still to come
 */
public record ScenarioTurn(Instant at, boolean begins, boolean coming, ScenarioOrderView order) {}
