package vn.khanhhoa.thecovid.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules in force beside those of a draft, as they are from a day on. */
public record RuleComparison(List<Line> lines) {
    /** What becomes of a rule. */
    public enum Change {
        SAME,
        /** Only its place is another. */
        MOVED,
        CHANGED,
        ADDED,
        REMOVED;

        /** Key of the label. */
        public String key() {
            return "registry.change." + name().toLowerCase(Locale.ROOT);
        }

        public String tone() {
            return switch (this) {
                case SAME -> "neutral";
                case MOVED -> "progress";
                case CHANGED -> "warn";
                case ADDED -> "good";
                case REMOVED -> "bad";
            };
        }
    }

    /** One rule; before is none where it is added, after where it is removed. */
    public record Line(
            Change change,
            @Nullable RoutingRuleView before,
            @Nullable RoutingRuleView after) {
        RoutingRuleView either() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    static RuleComparison of(List<RoutingRuleView> inForce, List<RoutingDraft.Line> draft, LocalDate from) {
        Map<Long, RoutingRuleView> left = new HashMap<>();
        inForce.stream().filter(rule -> isAhead(rule, from)).forEach(rule -> left.put(rule.id(), rule));
        List<Line> lines = new ArrayList<>();
        for (RoutingDraft.Line line : draft) {
            if (isAhead(line.rule(), from)) {
                RoutingRuleView before = left.remove(line.originId());
                lines.add(new Line(change(before, line.rule(), from), before, line.rule()));
            }
        }
        left.values().forEach(rule -> lines.add(new Line(Change.REMOVED, rule, null)));
        lines.sort(Comparator.comparing(Line::either));
        return new RuleComparison(List.copyOf(lines));
    }

    private static boolean isAhead(RoutingRuleView rule, LocalDate from) {
        LocalDate last = rule.validTo();
        return last == null || !last.isBefore(from);
    }

    private static Change change(@Nullable RoutingRuleView before, RoutingRuleView after, LocalDate from) {
        if (before == null) {
            return Change.ADDED;
        }
        RoutingRuleView one = before.comparable(from);
        RoutingRuleView other = after.comparable(from);
        if (one.equals(other)) {
            return Change.SAME;
        }
        return one.at(0).equals(other.at(0)) ? Change.MOVED : Change.CHANGED;
    }

    /** Those that are not as they were. */
    public List<Line> changes() {
        return lines.stream().filter(line -> line.change() != Change.SAME).toList();
    }

    public long count(Change change) {
        return lines.stream().filter(line -> line.change() == change).count();
    }
}
