package vn.khanhhoa.thecovid.eligibility.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which scenario is in force where. A place without one of its own has that of the place it lies in. Immutable. */
public final class ScenarioBoard {
    private static final Comparator<ScenarioOrder> NEWEST = Comparator.comparing(ScenarioOrder::from)
            .thenComparing(ScenarioOrder::knownFrom)
            .thenComparing(ScenarioOrder::id);

    private final Map<String, List<ScenarioOrder>> orders = new HashMap<>();
    private final Map<String, String> parents;
    private final Map<String, Integer> strictness = new HashMap<>();

    /** @param parents of each place the one it lies in; none for the largest */
    public ScenarioBoard(
            Collection<ScenarioOrder> orders, Map<String, String> parents, Collection<Scenario> scenarios) {
        this.parents = Map.copyOf(parents);
        scenarios.forEach(scenario -> strictness.put(scenario.code(), scenario.strictness()));
        for (ScenarioOrder order : orders) {
            if (!strictness.containsKey(order.scenario())) {
                throw new IllegalArgumentException("no such scenario: " + order.scenario());
            }
            this.orders
                    .computeIfAbsent(order.place(), place -> new ArrayList<>())
                    .add(order);
        }
    }

    /** That of the smallest place around it that has any; of several there, the one that began last. */
    public Optional<ScenarioOrder> inForce(String place, Instant at, Instant knownBy) {
        return around(place).stream()
                .flatMap(each -> newest(each, at, knownBy).stream())
                .findFirst();
    }

    private Optional<ScenarioOrder> newest(String place, Instant at, Instant knownBy) {
        return orders.getOrDefault(place, List.of()).stream()
                .filter(order -> order.isInForce(at, knownBy))
                .max(NEWEST);
    }

    private List<String> around(String place) {
        List<String> around = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String each = place; each != null && seen.add(each); each = parents.get(each)) {
            around.add(each);
        }
        return around;
    }

    /** The stricter of both ends. */
    public Optional<ScenarioOrder> ofJourney(String origin, String destination, Instant at, Instant knownBy) {
        return Stream.of(origin, destination)
                .flatMap(place -> inForce(place, at, knownBy).stream())
                .max(Comparator.comparing((ScenarioOrder order) -> strictness.getOrDefault(order.scenario(), 0))
                        .thenComparing(NEWEST));
    }

    /** The next moment at which another order is in force there, as far as is known; empty for never. */
    public Optional<Instant> changes(String place, Instant at, Instant knownBy) {
        Optional<ScenarioOrder> now = inForce(place, at, knownBy);
        return around(place).stream()
                .flatMap(each -> orders.getOrDefault(each, List.of()).stream())
                .flatMap(order -> Stream.of(order.from(), order.until()))
                .filter(moment -> moment.isAfter(at) && !moment.equals(Instant.MAX))
                .sorted()
                .filter(moment -> !inForce(place, moment, knownBy).equals(now))
                .findFirst();
    }
}
