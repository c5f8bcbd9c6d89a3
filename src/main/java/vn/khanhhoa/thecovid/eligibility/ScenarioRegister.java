package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixFile;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.eligibility.matrix.ScenarioBoard;
import vn.khanhhoa.thecovid.eligibility.matrix.ScenarioOrder;
import vn.khanhhoa.thecovid.shared.NotFound;

/** All places and all orders as they are known at one moment. Immutable. */
final class ScenarioRegister {
    static final List<Scenario> SCENARIOS = MatrixFile.shippedScenarios();

    private final List<ScenarioPlace> places;
    private final List<ScenarioVersion> versions;
    private final Instant now;
    private final ScenarioBoard board;
    private final Map<Long, ScenarioVersion> byId;
    private final Map<String, ScenarioPlace> byKey = new HashMap<>();

    /** @param former places of orders that are not among those of today */
    ScenarioRegister(
            List<ScenarioPlace> places, List<ScenarioPlace> former, List<ScenarioVersion> versions, Instant now) {
        this.places = List.copyOf(places);
        this.versions = List.copyOf(versions);
        this.now = now;
        byId = versions.stream().collect(Collectors.toMap(ScenarioVersion::id, Function.identity()));
        board = new ScenarioBoard(
                versions.stream()
                        .filter(version -> !version.takenBack())
                        .map(ScenarioVersion::asOrder)
                        .toList(),
                ScenarioPlaces.parents(places),
                SCENARIOS);
        former.forEach(place -> byKey.put(place.key(), place));
        places.forEach(place -> byKey.put(place.key(), place));
    }

    /** As it would be known now if these were entered in place of those. */
    ScenarioRegister with(List<ScenarioVersion> gone, List<ScenarioVersion> added) {
        List<ScenarioVersion> all = new ArrayList<>(versions);
        all.removeAll(gone);
        all.addAll(added);
        return new ScenarioRegister(places, List.copyOf(byKey.values()), all, now);
    }

    Instant now() {
        return now;
    }

    List<ScenarioPlace> places() {
        return places;
    }

    Optional<ScenarioPlace> place(String code) {
        return places.stream().filter(place -> place.code().equals(code)).findFirst();
    }

    /** Empty for an area that is none of today. */
    Optional<ScenarioPlace> area(long id) {
        return places.stream()
                .filter(place -> place.areaId() == id && !place.isZone())
                .findFirst();
    }

    static Scenario scenario(String code) {
        return SCENARIOS.stream()
                .filter(scenario -> scenario.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What is in force there, of the place itself or of the nearest around it. */
    Optional<ScenarioOrderView> inForce(ScenarioPlace place, Instant at, Instant knownBy) {
        return board.inForce(place.key(), at, knownBy).map(this::view);
    }

    Optional<ScenarioOrderView> ofJourney(ScenarioPlace origin, ScenarioPlace destination, Instant at) {
        return board.ofJourney(origin.key(), destination.key(), at, now).map(this::view);
    }

    /** The next moment at which another order is in force there. */
    Optional<Instant> changes(ScenarioPlace place, Instant at) {
        return board.changes(place.key(), at, now);
    }

    /** The next moment at which another order is that of the stricter end. */
    Optional<Instant> changesOfJourney(ScenarioPlace origin, ScenarioPlace destination, Instant at) {
        Optional<ScenarioOrder> then = board.ofJourney(origin.key(), destination.key(), at, now);
        Optional<Instant> next = Optional.of(at);
        do {
            Instant from = next.get();
            next = Stream.of(origin, destination)
                    .flatMap(end -> changes(end, from).stream())
                    .min(Comparator.naturalOrder());
        } while (next.isPresent()
                && board.ofJourney(origin.key(), destination.key(), next.get(), now)
                        .equals(then));
        return next;
    }

    private ScenarioOrderView view(ScenarioOrder order) {
        return view(Objects.requireNonNull(byId.get(order.id())));
    }

    ScenarioOrderView view(ScenarioVersion version) {
        return new ScenarioOrderView(
                version.order(),
                Optional.ofNullable(byKey.get(version.key())).orElseThrow(NotFound::new),
                scenario(version.scenario()),
                version.document(),
                version.documentDay(),
                version.from(),
                version.until(),
                version.endDocument(),
                version.endDay(),
                state(version),
                version.enteredAt(),
                version.enterer());
    }

    private ScenarioOrderView.State state(ScenarioVersion version) {
        if (version.takenBack()) {
            return ScenarioOrderView.State.TAKEN_BACK;
        }
        if (!version.end().isAfter(now)) {
            return ScenarioOrderView.State.OVER;
        }
        if (version.from().isAfter(now)) {
            return ScenarioOrderView.State.COMING;
        }
        boolean first = board.inForce(version.key(), now, now)
                .filter(order -> order.id() == version.id())
                .isPresent();
        return first ? ScenarioOrderView.State.IN_FORCE : ScenarioOrderView.State.OVERTAKEN;
    }

    /** The last version of each order, the last to begin first. */
    List<ScenarioOrderView> orders() {
        return versions.stream()
                .filter(version -> version.knownTo() == null)
                .sorted(Comparator.comparing(ScenarioVersion::from)
                        .thenComparing(ScenarioVersion::enteredAt)
                        .thenComparing(ScenarioVersion::id)
                        .reversed())
                .map(this::view)
                .toList();
    }

    /** Orders of this very place that still count. */
    List<ScenarioVersion> live(String place) {
        return versions.stream()
                .filter(version -> version.isLive() && version.key().equals(place))
                .toList();
    }

    /** Of places within, what is in force there by an order of their own. */
    List<ScenarioOrderView> ownWithin(ScenarioPlace around, Instant at) {
        return places.stream()
                .filter(place -> !place.equals(around) && liesWithin(place, around))
                .flatMap(place -> inForce(place, at, now).stream()
                        .filter(order -> order.place().equals(place)))
                .toList();
    }

    private boolean liesWithin(ScenarioPlace place, ScenarioPlace around) {
        for (ScenarioPlace each = place; each != null; each = byKey.get(each.within())) {
            if (each.equals(around)) {
                return true;
            }
        }
        return false;
    }
}
