package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The steering committee puts scenarios in force, place by place. Of a place the order that began last is in force. One without
 * an end takes the place of what was there for good; one with an end interrupts it. Nothing that was entered is changed:
 * to end an order or to take it back before it begins is another entry.
 */
@UseCase
public class ScenarioOrders {
    /** Those that there are, the mildest first. */
    public static final List<Scenario> SCENARIOS = ScenarioRegister.SCENARIOS;

    private static final int LONGEST_NAME = 200;
    private static final Pattern ZONE_CODE = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");

    /**
     * A scenario that is to be in force.
     *
     * @param place code of it
     * @param until none for open
     */
    public record Wish(
            String place,
            String scenario,
            Instant from,
            @Nullable Instant until) {}

    /** The signed document by which something is done. */
    public record Paper(String number, LocalDate day) {}

    @Inject
    private StoredScenarios stored;

    @Inject
    private ScenarioPlaces places;

    @Inject
    private ScenarioCache cache;

    @Inject
    private MatrixInForce matrices;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Each before what lies within it. */
    @Requires(Permission.READ_CRITERIA)
    public List<ScenarioPlace> places(Actor actor) {
        return places.on(LocalDate.now(clock));
    }

    /** Each as it is known now, the last to begin first. */
    @Requires(Permission.READ_CRITERIA)
    public List<ScenarioOrderView> orders(Actor actor) {
        return register().orders();
    }

    /** All that was ever known of one order, the last first. */
    @Requires(Permission.READ_CRITERIA)
    public List<ScenarioOrderView> history(Actor actor, PublicId id) {
        ScenarioRegister register = register();
        return stored.of(id).stream().map(register::view).toList();
    }

    /** The answer for a moment that has passed and a knowledge of the past stays the same. */
    @Requires(Permission.READ_CRITERIA)
    public Optional<ScenarioOrderView> inForce(Actor actor, String place, Instant at, Instant knownBy) {
        ScenarioRegister register = register();
        return register.inForce(register.place(place).orElseThrow(NotFound::new), at, knownBy);
    }

    private ScenarioRegister register() {
        return cache.read();
    }

    @Requires(Permission.ISSUE_CRITERIA)
    public ScenarioForeseen foresee(Actor actor, Wish wish) {
        ScenarioRegister register = register();
        Wish exact = checked(wish, register.now());
        ScenarioPlace place = register.place(wish.place()).orElseThrow(NotFound::new);
        ScenarioVersion ordered = ordered(place, exact, new Paper("", LocalDate.now(clock)), register.now());
        ScenarioRegister after = register.with(replaced(register, ordered), List.of(ordered));
        Instant until = exact.until();
        return new ScenarioForeseen(
                place,
                Optional.of(ScenarioRegister.scenario(exact.scenario())),
                exact.from(),
                until,
                OrderTimes.isPast(exact.from(), register.now()),
                stored.lastNumber(place.areaId(), place.zoneId()),
                register.inForce(place, exact.from(), register.now()),
                until == null ? Optional.empty() : after.inForce(place, until, register.now()),
                register.live(place.key()).stream()
                        .filter(version -> version.from().isAfter(exact.from())
                                && version.from().isBefore(ordered.end()))
                        .min(Comparator.comparing(ScenarioVersion::from))
                        .map(register::view),
                register.ownWithin(place, exact.from()),
                changes(register, after, place, exact.from()),
                matrices.at(place, exact.from(), register.now()).isEmpty());
    }

    private List<ActivityChange> changes(
            ScenarioRegister before, ScenarioRegister after, ScenarioPlace place, Instant at) {
        Optional<ScenarioOrderView> old = before.inForce(place, at, before.now());
        Optional<ScenarioOrderView> next = after.inForce(place, at, before.now());
        return old.isEmpty() || next.isEmpty()
                ? List.of()
                : matrices.at(place, at, before.now())
                        .map(found -> ActivityChange.between(
                                found.matrix(), old.get().scenario(), next.get().scenario()))
                        .orElse(List.of());
    }

    private static Wish checked(Wish wish, Instant now) {
        ScenarioRegister.scenario(wish.scenario());
        Instant from = wish.from().truncatedTo(ChronoUnit.MICROS);
        Instant until = wish.until() == null ? null : wish.until().truncatedTo(ChronoUnit.MICROS);
        OrderTimes.requireNear(from, now);
        if (until != null && !until.isAfter(from)) {
            throw new RuleViolation("eligibility.end-before-start");
        }
        if (until != null && !until.isAfter(now)) {
            throw new RuleViolation("eligibility.end-is-over");
        }
        return new Wish(wish.place(), wish.scenario(), from, until);
    }

    private static ScenarioVersion ordered(ScenarioPlace place, Wish wish, Paper paper, Instant now) {
        return new ScenarioVersion(
                0,
                PublicId.random(),
                place.areaId(),
                place.zoneId(),
                0,
                wish.scenario(),
                paper.number(),
                paper.day(),
                wish.from(),
                wish.until(),
                "",
                null,
                false,
                now,
                "",
                null);
    }

    /** What begins at the very same moment: two that began together would leave open which is meant. */
    private static List<ScenarioVersion> replaced(ScenarioRegister register, ScenarioVersion ordered) {
        return register.live(ordered.key()).stream()
                .filter(version -> version.from().equals(ordered.from()))
                .toList();
    }

    /**
     * @param seen the number of the place's last entry that the actor has seen ({@link ScenarioForeseen})
     * @param pastConfirmed whether the actor was told what changes by a start in the past
     */
    @Requires(Permission.ISSUE_CRITERIA)
    public PublicId putInForce(Actor actor, Wish wish, Paper paper, int seen, boolean pastConfirmed) {
        ScenarioRegister register = register();
        Instant now = register.now();
        Wish exact = checked(wish, now);
        ScenarioPlace place = register.place(wish.place()).orElseThrow(NotFound::new);
        Paper signed = checked(paper);
        OrderTimes.requireConfirmed(exact.from(), now, pastConfirmed);
        ScenarioVersion ordered = ordered(place, exact, signed, now);
        int number = seen;
        for (ScenarioVersion version : replaced(register, ordered)) {
            if (version.scenario().equals(ordered.scenario()) && version.end().equals(ordered.end())) {
                throw new RuleViolation("eligibility.scenario-already-ordered");
            }
            stored.add(actor, version.backTaken(), ++number, now);
        }
        stored.add(actor, ordered, ++number, now);
        tell(
                actor,
                "scenario.put-in-force",
                ordered.order(),
                Map.of(
                        "place", place.code(),
                        "scenario", ordered.scenario(),
                        "document", signed.number(),
                        "from", ordered.from().toString()));
        return ordered.order();
    }

    private Paper checked(Paper paper) {
        String number = OneLine.of(paper.number(), RuleDesk.LONGEST_NUMBER);
        if (number.isEmpty()) {
            throw new RuleViolation("eligibility.document-number-missing");
        }
        if (paper.day().isAfter(LocalDate.now(clock))) {
            throw new RuleViolation("eligibility.document-not-signed-yet");
        }
        return new Paper(number, paper.day());
    }

    private void tell(Actor actor, String action, PublicId id, Map<String, String> details) {
        trail.fire(new ScenarioChanged(actor.accountId(), action, "scenario-order", id.toString(), details));
    }

    /** What would follow if an order ended then. */
    @Requires(Permission.ISSUE_CRITERIA)
    public ScenarioForeseen foreseeEnd(Actor actor, PublicId id, Instant at) {
        ScenarioRegister register = register();
        ScenarioVersion order = live(id);
        Instant end = checkedEnd(order, at, register.now());
        List<ScenarioVersion> ended = ended(register, order, end);
        ScenarioRegister after = register.with(
                ended,
                ended.stream().map(version -> version.endedAt(end, "", null)).toList());
        ScenarioPlace place = register.view(order).place();
        Optional<ScenarioOrderView> then = after.inForce(place, end, register.now());
        return new ScenarioForeseen(
                place,
                then.map(ScenarioOrderView::scenario),
                end,
                null,
                OrderTimes.isPast(end, register.now()),
                stored.lastNumber(order.areaId(), order.zoneId()),
                register.inForce(place, end, register.now()),
                then,
                Optional.empty(),
                List.of(),
                changes(register, after, place, end),
                matrices.at(place, end, register.now()).isEmpty());
    }

    private ScenarioVersion live(PublicId id) {
        ScenarioVersion last = stored.of(id).get(0);
        if (!last.isLive()) {
            throw new RuleViolation("eligibility.scenario-taken-back-already");
        }
        return last;
    }

    private static Instant checkedEnd(ScenarioVersion order, Instant at, Instant now) {
        Instant end = at.truncatedTo(ChronoUnit.MICROS);
        OrderTimes.requireNear(end, now);
        if (!end.isAfter(order.from())) {
            throw new RuleViolation("eligibility.end-before-start");
        }
        if (!end.isBefore(order.end())) {
            throw new RuleViolation("eligibility.ends-earlier-already");
        }
        return end;
    }

    /** With an order without an end goes what it took the place of, which would come back otherwise. */
    private static List<ScenarioVersion> ended(ScenarioRegister register, ScenarioVersion order, Instant at) {
        return register.live(order.key()).stream()
                .filter(version -> version.order().equals(order.order())
                        || order.until() == null
                                && version.from().isBefore(order.from())
                                && version.end().isAfter(at))
                .toList();
    }

    /** As {@link #putInForce}. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void end(Actor actor, PublicId id, Instant at, Paper paper, int seen, boolean pastConfirmed) {
        ScenarioRegister register = register();
        ScenarioVersion order = live(id);
        Instant end = checkedEnd(order, at, register.now());
        Paper signed = checked(paper);
        OrderTimes.requireConfirmed(end, register.now(), pastConfirmed);
        int number = seen;
        for (ScenarioVersion version : ended(register, order, end)) {
            stored.add(actor, version.endedAt(end, signed.number(), signed.day()), ++number, register.now());
        }
        tell(actor, "scenario.ended", id, Map.of("document", signed.number(), "until", end.toString()));
    }

    /** Only before it begins: what was in force was so, and is ended. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void takeBack(Actor actor, PublicId id, int seen) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ScenarioVersion order = live(id);
        if (!order.from().isAfter(now)) {
            throw new RuleViolation("eligibility.scenario-has-begun");
        }
        stored.add(actor, order.backTaken(), seen + 1, now);
        tell(actor, "scenario.taken-back", id, Map.of());
    }

    /** The number of the last entry for the place of an order. */
    @Requires(Permission.READ_CRITERIA)
    public int lastNumber(Actor actor, PublicId id) {
        ScenarioVersion order = stored.of(id).get(0);
        return stored.lastNumber(order.areaId(), order.zoneId());
    }

    /** A place smaller than a commune. @param commune code of it */
    @Requires(Permission.ISSUE_CRITERIA)
    public void addZone(Actor actor, String code, String name, String commune) {
        String written = code.strip().toUpperCase(Locale.ROOT);
        if (!ZONE_CODE.matcher(written).matches()) {
            throw new RuleViolation("eligibility.zone-code-malformed");
        }
        String named = OneLine.ofBody(name, LONGEST_NAME);
        if (named.isEmpty()) {
            throw new RuleViolation("eligibility.zone-name-missing");
        }
        ScenarioPlace around = places.on(LocalDate.now(clock)).stream()
                .filter(place -> place.level() == ScenarioPlace.Level.COMMUNE
                        && place.code().equals(commune))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("eligibility.zone-commune-missing"));
        places.add(actor, written, named, around.areaId(), clock.instant());
        trail.fire(new ScenarioChanged(
                actor.accountId(), "scenario.zone-added", "zone", written, Map.of("commune", around.code())));
    }

    /** One for which no scenario was ever ordered. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void removeZone(Actor actor, String code) {
        places.remove(code);
        trail.fire(new ScenarioChanged(actor.accountId(), "scenario.zone-removed", "zone", code, Map.of()));
    }
}
