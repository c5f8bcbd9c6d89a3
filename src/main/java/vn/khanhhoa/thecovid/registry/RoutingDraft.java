package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import java.util.List;

/**
 * The rules as administrators prepare them.
 *
 * @param revision goes on with each change
 * @param lines in their order
 */
public record RoutingDraft(String beginner, Instant begunAt, int revision, List<Line> lines) {
    /** @param originId the rule in force that it was made of, or 0 */
    public record Line(RoutingRuleView rule, long originId, int version) {}

    public List<RoutingRuleView> rules() {
        return lines.stream().map(Line::rule).toList();
    }
}
