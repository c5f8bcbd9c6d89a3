package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds at a place, or on a journey that ends there.
 *
 * @param origin where the journey begins; none without one
 * @param order by which the scenario is in force, of the place or of one around it; none where there is none
 * @param changes the next moment at which another is in force, as far as is known; none for never
 * @param next what is in force from then; none for nothing
 * @param matrix by whose order it is said what people may do; none where no matrix is in force
 * @param levels in the order of the parts of each cell
 * @param activities empty without a scenario or a matrix
 */
public record PlaceRules(
        ScenarioPlace place,
        @Nullable ScenarioPlace origin,
        @Nullable ScenarioOrderView order,
        @Nullable Instant changes,
        @Nullable ScenarioOrderView next,
        @Nullable RuleOrderView matrix,
        List<String> levels,
        List<ActivityRule> activities) {
    public PlaceRules {
        levels = List.copyOf(levels);
        activities = List.copyOf(activities);
    }

    /** That of whose scenario it is. */
    ScenarioPlace ruling() {
        return order == null ? place : order.place();
    }

    /** Since when that is so which holds at a moment. */
    Instant since(Instant at) {
        return Stream.of(
                        Optional.ofNullable(order).map(ScenarioOrderView::from),
                        Optional.ofNullable(matrix).map(RuleOrderView::from))
                .flatMap(Optional::stream)
                .filter(from -> !from.isAfter(at))
                .max(Comparator.naturalOrder())
                .orElse(at);
    }

    /** Whether the scenario is not of the place itself. */
    public boolean isInherited() {
        return order != null && !order.place().equals(place);
    }
}
