package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
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
    private StoredRules stored;

    @Inject
    private Assessing assessing;

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
        return register.place(code).map(place -> rules(register, place, null, now()));
    }

    /** Of both ends the stricter; empty where one is no place of today. */
    @Requires(Permission.ANYONE)
    public Optional<PlaceRules> ofJourney(String from, String to) {
        ScenarioRegister register = cache.current();
        return register.place(from)
                .flatMap(origin -> register.place(to).map(place -> rules(register, place, origin, now())));
    }

    /**
     * What holds now and, as far as is known, what follows it: of each activity one after the other. Empty for what is no area of
     * today, and where no scenario or no matrix is in force.
     *
     * @param originId where journeys begin that end there; 0 without
     * @param horizon what begins later is left out
     */
    @Requires(Permission.ANYONE)
    public List<RuleAhead> ahead(long areaId, long originId, Duration horizon) {
        ScenarioRegister register = cache.current();
        Optional<ScenarioPlace> place = register.area(areaId);
        if (place.isEmpty()) {
            return List.of();
        }
        ScenarioPlace origin = register.area(originId).orElse(null);
        Instant now = now();
        List<RuleAhead> ahead = new ArrayList<>();
        Instant at = now;
        for (int turn = 0; turn < MOST_TURNS && at != null && at.isBefore(now.plus(horizon)); turn++) {
            PlaceRules rules = rules(register, place.get(), origin, at);
            Optional<RuleOrderView> criteria = stored.inForce(RuleKind.CRITERIA, areaId, at, now);
            Instant next = next(rules, areaId, at, now);
            ahead.addAll(RuleAhead.of(
                    rules,
                    turn == 0 ? rules.since(at) : at,
                    next,
                    criteria.orElse(null),
                    criteria.map(order -> assessing.testHours(order.setId())).orElse(OptionalLong.empty())));
            at = next;
        }
        return ahead;
    }

    private @Nullable Instant next(PlaceRules rules, long areaId, Instant at, Instant now) {
        return Stream.of(
                        Optional.ofNullable(rules.changes()),
                        matrices.turns(rules.ruling(), at, now),
                        stored.nextTurn(RuleKind.CRITERIA, areaId, at, now))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private PlaceRules rules(
            ScenarioRegister register, ScenarioPlace place, @Nullable ScenarioPlace origin, Instant at) {
        Optional<ScenarioOrderView> order = inForce(register, place, origin, at);
        Optional<Instant> changes =
                origin == null ? register.changes(place, at) : register.changesOfJourney(origin, place, at);
        Optional<ScenarioOrderView> next = changes.flatMap(then -> inForce(register, place, origin, then));
        ScenarioPlace ruling = order.map(ScenarioOrderView::place).orElse(place);
        Optional<MatrixInForce.Found> matrix = matrices.at(ruling, at, now());
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
