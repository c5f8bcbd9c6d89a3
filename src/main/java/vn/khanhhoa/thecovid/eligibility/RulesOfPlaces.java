package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixRow;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.platform.UseCase;

/**
 * For everybody: which scenario is in force where, what people may do there, and what changed when. A change is seen within ten
 * seconds.
 */
@UseCase
public class RulesOfPlaces {
    private static final int MOST_TURNS = 60;

    /** A place and what is in force there. @param own whether by an order of its own */
    public record Held(ScenarioPlace place, @Nullable ScenarioOrderView order, boolean own) {}

    /** How many communes have a scenario. */
    public record Share(Scenario scenario, long communes) {}

    @Inject
    private ScenarioCache cache;

    @Inject
    private MatrixInForce matrices;

    @Inject
    private Clock clock;

    /** The moment for which it answers. */
    @Requires(Permission.ANYONE)
    public Instant asOf() {
        return now();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Each before what lies within it. */
    @Requires(Permission.ANYONE)
    public List<ScenarioPlace> places() {
        return cache.current().places();
    }

    /** Each place and what is in force there. */
    @Requires(Permission.ANYONE)
    public List<Held> held() {
        ScenarioRegister register = cache.current();
        Instant now = now();
        return register.places().stream()
                .map(place -> {
                    Optional<ScenarioOrderView> order = register.inForce(place, now, register.now());
                    return new Held(
                            place,
                            order.orElse(null),
                            order.filter(each -> each.place().equals(place)).isPresent());
                })
                .toList();
    }

    /** Of the scenarios that are in force in a commune, the mildest first. */
    @Requires(Permission.ANYONE)
    public List<Share> shares() {
        Map<Integer, Share> shares = new TreeMap<>();
        held().stream()
                .filter(held -> held.place().level() == ScenarioPlace.Level.COMMUNE && held.order() != null)
                .map(held -> Objects.requireNonNull(held.order()).scenario())
                .forEach(scenario -> shares.merge(
                        scenario.strictness(),
                        new Share(scenario, 1),
                        (one, other) -> new Share(scenario, one.communes() + other.communes())));
        return List.copyOf(shares.values());
    }

    /** What was entered, by the moments at which it begins and ends: the last first. */
    @Requires(Permission.ANYONE)
    public List<ScenarioTurn> turns() {
        ScenarioRegister register = cache.current();
        Instant now = now();
        return register.orders().stream()
                .filter(order -> order.state() != ScenarioOrderView.State.TAKEN_BACK)
                .flatMap(order -> Stream.concat(
                        Stream.of(turn(now, order.from(), true, order)),
                        Stream.ofNullable(order.until()).map(until -> turn(now, until, false, order))))
                .sorted(Comparator.comparing(ScenarioTurn::at).reversed())
                .limit(MOST_TURNS)
                .toList();
    }

    private static ScenarioTurn turn(Instant now, Instant at, boolean begins, ScenarioOrderView order) {
        return new ScenarioTurn(at, begins, at.isAfter(now), order);
    }

    /** @param code of a place of today; empty for another */
    @Requires(Permission.ANYONE)
    public Optional<PlaceRules> at(String code) {
        ScenarioRegister register = cache.current();
        return register.place(code).map(place -> rules(register, place, null));
    }

    /** Of both ends the stricter; empty where one is no place of today. */
    @Requires(Permission.ANYONE)
    public Optional<PlaceRules> ofJourney(String from, String to) {
        ScenarioRegister register = cache.current();
        return register.place(from).flatMap(origin -> register.place(to).map(place -> rules(register, place, origin)));
    }

    private PlaceRules rules(ScenarioRegister register, ScenarioPlace place, @Nullable ScenarioPlace origin) {
        Instant now = now();
        Optional<ScenarioOrderView> order = inForce(register, place, origin, now);
        Optional<Instant> changes =
                origin == null ? register.changes(place, now) : register.changesOfJourney(origin, place, now);
        Optional<ScenarioOrderView> next = changes.flatMap(at -> inForce(register, place, origin, at));
        ScenarioPlace ruling = order.map(ScenarioOrderView::place).orElse(place);
        Optional<MatrixInForce.Found> matrix = matrices.at(ruling, now, now);
        return new PlaceRules(
                place,
                origin,
                order.orElse(null),
                changes.orElse(null),
                next.orElse(null),
                matrix.map(MatrixInForce.Found::order).orElse(null),
                matrix.map(found -> found.matrix().levels()).orElse(List.of()),
                matrix.flatMap(found -> order.map(each -> rules(found.matrix(), each.scenario())))
                        .orElse(List.of()));
    }

    private static Optional<ScenarioOrderView> inForce(
            ScenarioRegister register, ScenarioPlace place, @Nullable ScenarioPlace origin, Instant at) {
        return origin == null ? register.inForce(place, at, register.now()) : register.ofJourney(origin, place, at);
    }

    private static List<ActivityRule> rules(ConditionMatrix matrix, Scenario scenario) {
        return matrix.rows().stream().map(row -> rule(row, scenario)).toList();
    }

    private static ActivityRule rule(MatrixRow row, Scenario scenario) {
        return new ActivityRule(
                scenario, row, Objects.requireNonNull(row.cells().get(scenario.code())));
    }

    /** Of the province itself. */
    @Requires(Permission.ANYONE)
    public Optional<PlaceRules> ofProvince() {
        return cache.current().places().stream().findFirst().flatMap(province -> at(province.code()));
    }

    /** One activity in each scenario, by the province's matrix. */
    @Requires(Permission.ANYONE)
    public List<ActivityRule> ofActivity(String activity) {
        ScenarioRegister register = cache.current();
        return register.places().stream()
                .findFirst()
                .flatMap(province -> matrices.at(province, now(), now()))
                .flatMap(found -> found.matrix()
                        .row(activity)
                        .map(row -> found.matrix().scenarios().stream()
                                .map(scenario -> rule(row, scenario))
                                .toList()))
                .orElse(List.of());
    }
}
