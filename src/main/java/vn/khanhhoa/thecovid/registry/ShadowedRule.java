package vn.khanhhoa.thecovid.registry;

import java.util.List;

/**
 * A rule that has no case left to decide.
 *
 * @param by the earlier rules that take its cases, in their order; none where it has no case at all, because its conditions
 *     exclude each other or name what is not in the catalogue
 */
public record ShadowedRule(RoutingRuleView rule, List<RoutingRuleView> by) {
    public ShadowedRule {
        by = List.copyOf(by);
    }
}
