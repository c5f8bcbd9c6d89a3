package vn.khanhhoa.thecovid.eligibility;

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
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;

/**
 * Which mode holds where at one moment. The order of the smallest place around decides; there, one for the activity before one for
 * all activities; of several of those the one that began last. Where nothing was ordered, people decide. Immutable.
 */
public final class ModeBoard {
    private static final Comparator<ModeOrder> NEWEST =
            Comparator.comparing(ModeOrder::from).thenComparing(ModeOrder::number);

    private record Key(long areaId, String activity) {}

    /**
     * What holds for an entry or a card.
     *
     * @param by the orders that say so; none where nothing was ordered
     */
    public record Ruling(IssueMode mode, List<ModeOrder> by) {
        private static final Ruling NOTHING_ORDERED = new Ruling(IssueMode.REVIEWED, List.of());

        public Ruling {
            by = List.copyOf(by);
        }

        public boolean isAutomatic() {
            return mode == IssueMode.AUTOMATIC;
        }
    }

    private final Map<Key, ModeOrder> inForce = new HashMap<>();
    private final LongUnaryOperator around;

    /** @param around of an area the one that it lies in; 0 for none */
    ModeBoard(Collection<ModeOrder> orders, LongUnaryOperator around, Instant at) {
        this.around = around;
        orders.stream()
                .filter(order -> order.hasBegun(at))
                .forEach(order -> inForce.merge(
                        new Key(order.areaId(), order.activity()),
                        order,
                        (one, other) -> NEWEST.compare(one, other) > 0 ? one : other));
    }

    /** For all of these activities together: automatic only where it is so for each. */
    public Ruling of(long areaId, Collection<String> activities) {
        List<Ruling> each =
                activities.stream().map(activity -> of(areaId, activity)).toList();
        if (each.isEmpty()) {
            return Ruling.NOTHING_ORDERED;
        }
        boolean automatic = each.stream().allMatch(Ruling::isAutomatic);
        return new Ruling(
                automatic ? IssueMode.AUTOMATIC : IssueMode.REVIEWED,
                each.stream()
                        .filter(one -> one.isAutomatic() == automatic)
                        .flatMap(one -> one.by().stream())
                        .distinct()
                        .toList());
    }

    private Ruling of(long areaId, String activity) {
        return order(areaId, activity)
                .map(order -> new Ruling(order.mode(), List.of(order)))
                .orElse(Ruling.NOTHING_ORDERED);
    }

    /** The order that says what holds there. */
    Optional<ModeOrder> order(long areaId, String activity) {
        return placesAround(areaId).stream()
                .flatMap(area -> Stream.of(activity, "").distinct().flatMap(what -> own(area, what).stream()))
                .filter(order -> order.mode() != IssueMode.INHERITED)
                .findFirst();
    }

    /** Of the place itself. */
    Optional<ModeOrder> own(long areaId, String activity) {
        return Optional.ofNullable(inForce.get(new Key(areaId, activity)));
    }

    private List<Long> placesAround(long areaId) {
        List<Long> places = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (long area = areaId; area != 0 && seen.add(area); area = around.applyAsLong(area)) {
            places.add(area);
        }
        return places;
    }

    /** Whether the portal decides anywhere, for anything. */
    public boolean isAutomaticAnywhere() {
        return inForce.values().stream().anyMatch(order -> order.mode() == IssueMode.AUTOMATIC);
    }

    /** Another number as soon as another order is in force anywhere. */
    public long stamp() {
        return inForce.values().stream()
                .mapToLong(ModeOrder::orderId)
                .sorted()
                .reduce(0, (stamp, id) -> stamp * 31 + id);
    }
}
