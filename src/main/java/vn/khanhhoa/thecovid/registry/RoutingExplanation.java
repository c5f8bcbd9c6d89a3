package vn.khanhhoa.thecovid.registry;

import java.util.List;
import java.util.Optional;

/**
 * How a question was answered.
 *
 * @param steps the rules that were looked at, in their order; the last one answered, where there is a route
 */
public record RoutingExplanation(List<Step> steps, Optional<Route> route) {
    public RoutingExplanation {
        steps = List.copyOf(steps);
    }

    /** @param missed empty for the rule that answered */
    public record Step(RoutingRuleView rule, List<RuleMiss> missed) {
        public Step {
            missed = List.copyOf(missed);
        }
    }
}
