package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.registry.AreaView;

/**
 * What would change if a criteria set or a matrix were put in force for a place from a moment.
 *
 * @param past whether that moment is over: answers of since then are others now, checks of since then stay as they were
 * @param seen the number of the place's last order, of which whoever puts it in force must know
 * @param replaced what is in force there at that moment; empty for nothing
 * @param next what would take its place, as already ordered; empty where it holds until another order
 * @param differences from what it replaces
 */
public record RuleForeseen<D>(
        AreaView place,
        Instant from,
        boolean past,
        int seen,
        Optional<RuleOrderView> replaced,
        Optional<RuleOrderView> next,
        List<D> differences) {
    public RuleForeseen {
        differences = List.copyOf(differences);
    }
}
