package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * How cards are given where and for what. To have people decide takes one officer, at any hour; to have the portal decide, or
 * to go back to what the place around has, takes two, of whom the second is of the steering committee. Nothing that was ordered is
 * changed: whatever holds otherwise from then on is another order.
 */
@UseCase
public class IssueModes {
    /**
     * A mode that is to be in force.
     *
     * @param place code of an area
     * @param activity code of the catalogue; empty for all
     * @param from what has passed by when it is put in force is that moment
     */
    public record Wish(String place, String activity, IssueMode mode, Instant from) {}

    @Inject
    private StoredModes stored;

    @Inject
    private ScenarioPlaces places;

    @Inject
    private Catalogue catalogue;

    @Inject
    @Any
    private Instance<ModeReach> reaches;

    @Inject
    private Clock clock;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Event<AuditedEvent> trail;

    @Inject
    private Event<AccountsTold> told;

    /** Each before what lies within it. */
    @Requires(Permission.READ_CRITERIA)
    public List<ScenarioPlace> places(Actor actor) {
        return areas();
    }

    private List<ScenarioPlace> areas() {
        return places.on(LocalDate.now(clock)).stream()
                .filter(place -> !place.isZone())
                .toList();
    }

    /** What was ever ordered, the last to begin first. */
    @Requires(Permission.READ_CRITERIA)
    public List<ModeOrderView> orders(Actor actor) {
        return views(stored.all(), now());
    }

    private List<ModeOrderView> views(List<ModeOrder> orders, Instant at) {
        ModeBoard board = board(orders, at);
        return orders.stream()
                .sorted(Comparator.comparing(ModeOrder::from)
                        .thenComparing(ModeOrder::orderId)
                        .reversed())
                .map(order -> new ModeOrderView(order, place(order.areaId()), state(order, board, at)))
                .toList();
    }

    private static ModeOrderView.State state(ModeOrder order, ModeBoard board, Instant at) {
        if (order.from().isAfter(at)) {
            return ModeOrderView.State.COMING;
        }
        return board.own(order.areaId(), order.activity()).filter(order::equals).isPresent()
                ? ModeOrderView.State.IN_FORCE
                : ModeOrderView.State.OVER;
    }

    private ScenarioPlace place(long areaId) {
        return catalogue.area(areaId).map(ScenarioPlace::of).orElseThrow(NotFound::new);
    }

    /** What waits for a second person, the oldest first. */
    @Requires(Permission.READ_CRITERIA)
    public List<ModeProposal> proposals(Actor actor) {
        return stored.open().stream().map(this::view).toList();
    }

    private ModeProposal view(StoredModes.Proposed each) {
        return new ModeProposal(
                each.id(),
                place(each.areaId()),
                each.activity(),
                each.mode(),
                each.document(),
                each.documentDay(),
                each.from(),
                each.proposedAt(),
                each.proposedBy(),
                each.proposer());
    }

    /** What holds for an activity at a place now, and by which order; by none where nothing was ordered. */
    public record Holding(String activity, IssueMode mode, Optional<ModeOrderView> by) {}

    /** Of each activity. @param place code of an area */
    @Requires(Permission.READ_CRITERIA)
    public List<Holding> holding(Actor actor, String place) {
        ScenarioPlace asked = area(place);
        ModeBoard board = board(stored.all(), now());
        return activities().stream()
                .map(activity -> {
                    Optional<ModeOrder> order = board.order(asked.areaId(), activity);
                    return new Holding(
                            activity,
                            order.map(ModeOrder::mode).orElse(IssueMode.REVIEWED),
                            order.map(each ->
                                    new ModeOrderView(each, place(each.areaId()), ModeOrderView.State.IN_FORCE)));
                })
                .toList();
    }

    private List<String> activities() {
        return catalogue.activities(LocalDate.now(clock)).stream()
                .map(each -> each.code())
                .toList();
    }

    private ScenarioPlace area(String code) {
        return areas().stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** As jobs decide by it, which ask for it anew in each step. */
    @Requires(Permission.RUN_JOBS)
    public ModeBoard board(Actor portal) {
        return board(stored.all(), now());
    }

    /** What holds for somebody of a place who asks for these activities. */
    @Requires(Permission.ANYONE)
    public IssueMode at(long areaId, Collection<String> activities) {
        return board(stored.all(), now()).of(areaId, activities).mode();
    }

    private ModeBoard board(Collection<ModeOrder> orders, Instant at) {
        return new ModeBoard(
                orders, area -> catalogue.area(area).map(AreaView::parentId).orElse(0L), at);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Requires(Permission.SWITCH_MODES)
    public ModeForeseen foresee(Actor actor, Wish asked) {
        Wish wish = checked(asked);
        ScenarioPlace place = area(wish.place());
        Instant from = wish.from();
        List<ModeOrder> orders = stored.all();
        List<ModeOrder> with = new ArrayList<>(orders);
        with.add(order(wish, new ScenarioOrders.Paper("", LocalDate.now(clock)), Integer.MAX_VALUE, 0, "", ""));
        ModeBoard before = board(orders, from);
        ModeBoard after = board(with, from);
        long[] changed = new long[3];
        reaches.forEach(reach -> reach.groups().stream()
                .filter(group -> isAnother(group, before, after))
                .forEach(group -> {
                    if (reach.what() == ModeReach.What.ENTRIES) {
                        changed[0] += group.count();
                        changed[1] += group.green();
                    } else {
                        changed[2] += group.count();
                    }
                }));
        Map<String, String> around = ScenarioPlaces.parents(areas());
        return new ModeForeseen(
                place,
                wish.activity(),
                wish.mode(),
                from,
                before.order(place.areaId(), wish.activity()),
                mode(before, place, wish),
                mode(after, place, wish),
                stored.lastNumber(place.areaId(), wish.activity()),
                views(orders, from).stream()
                        .filter(own -> own.state() == ModeOrderView.State.IN_FORCE
                                && own.order().mode() != IssueMode.INHERITED
                                && staysWithin(own, place, wish.activity(), around))
                        .toList(),
                changed[0],
                changed[1],
                changed[2]);
    }

    private static IssueMode mode(ModeBoard board, ScenarioPlace place, Wish wish) {
        return board.order(place.areaId(), wish.activity()).map(ModeOrder::mode).orElse(IssueMode.REVIEWED);
    }

    private static boolean isAnother(ModeReach.Group group, ModeBoard before, ModeBoard after) {
        List<String> activities = Arrays.stream(group.activities().split(" ", -1))
                .filter(code -> !code.isEmpty())
                .toList();
        return before.of(group.areaId(), activities).mode()
                != after.of(group.areaId(), activities).mode();
    }

    /** Nearer to somebody than what is ordered: of a place within, or at the place itself of one activity among all. */
    private static boolean staysWithin(
            ModeOrderView own, ScenarioPlace place, String activity, Map<String, String> around) {
        String key = own.place().key();
        boolean there = key.equals(place.key());
        boolean within =
                Stream.iterate(key, each -> each != null, around::get).skip(1).anyMatch(place.key()::equals);
        String what = own.order().activity();
        return within && (activity.isEmpty() || what.isEmpty() || what.equals(activity))
                || there && activity.isEmpty() && !what.isEmpty();
    }

    /** Nothing holds before it is ordered: what was decided meanwhile was decided as it was then. */
    private Wish checked(Wish wish) {
        if (!wish.activity().isEmpty() && !activities().contains(wish.activity())) {
            throw new NotFound();
        }
        Instant now = now();
        OrderTimes.requireNear(wish.from(), now);
        return new Wish(
                wish.place(),
                wish.activity(),
                wish.mode(),
                wish.from().isBefore(now) ? now : wish.from().truncatedTo(ChronoUnit.MICROS));
    }

    private ModeOrder order(Wish wish, ScenarioOrders.Paper paper, int number, long id, String enterer, String agreer) {
        return new ModeOrder(
                id,
                PublicId.random(),
                area(wish.place()).areaId(),
                wish.activity(),
                number,
                wish.mode(),
                paper.number(),
                paper.day(),
                wish.from(),
                now(),
                enterer,
                agreer);
    }

    /**
     * That people decide, at once or from a moment on: nobody has to agree.
     *
     * @param seen the number of the last order that the actor has seen ({@link ModeForeseen})
     */
    @Requires(Permission.SWITCH_MODES)
    public PublicId putInForce(Actor actor, Wish asked, ScenarioOrders.Paper paper, int seen) {
        if (asked.mode().needsSecond()) {
            throw new RuleViolation("eligibility.mode-needs-second");
        }
        Wish wish = checked(asked);
        ModeOrder order = order(wish, signed(paper), seen + 1, stored.nextId(), actor.name(), "");
        stored.add(order, actor.accountId(), null);
        tell(actor, "mode.put-in-force", "mode-order", order.id(), order.from(), wish, order.document());
        return order.id();
    }

    /** Waits for an officer of the steering committee to agree. */
    @Requires(Permission.SWITCH_MODES)
    public PublicId propose(Actor actor, Wish asked, ScenarioOrders.Paper paper) {
        if (!asked.mode().needsSecond()) {
            throw new RuleViolation("eligibility.mode-needs-no-second");
        }
        Wish wish = checked(asked);
        long area = area(wish.place()).areaId();
        ScenarioOrders.Paper signed = signed(paper);
        StoredModes.Proposed proposal = new StoredModes.Proposed(
                stored.nextId(),
                PublicId.random(),
                area,
                wish.activity(),
                wish.mode(),
                signed.number(),
                signed.day(),
                wish.from(),
                now(),
                actor.accountId(),
                actor.name());
        stored.add(proposal);
        tell(actor, "mode.proposed", "mode-proposal", proposal.id(), proposal.from(), wish, signed.number());
        tellSteering(actor, proposal.id());
        return proposal.id();
    }

    /** Whoever could be the second to agree. */
    private void tellSteering(Actor actor, PublicId proposal) {
        List<Long> others = catalogue.agencies(LocalDate.now(clock)).stream()
                .flatMap(agency -> staff.withPermission(Actor.PORTAL, agency.id(), Permission.ISSUE_CRITERIA).stream())
                .filter(account -> account != actor.accountId())
                .toList();
        if (!others.isEmpty()) {
            told.fire(AccountsTold.of(
                    others,
                    "eligibility.mode-told",
                    "/criteria-office/issue-mode-switch?proposal=" + proposal,
                    actor.name()));
        }
    }

    /** What would follow if it were agreed to now. */
    @Requires(Permission.SWITCH_MODES)
    public ModeForeseen foreseeProposal(Actor actor, ModeProposal proposal) {
        return foresee(actor, wish(proposal));
    }

    /** One that waited for long begins when it is agreed to. */
    private Wish wish(ModeProposal proposal) {
        Instant now = now();
        return new Wish(
                proposal.place().code(),
                proposal.activity(),
                proposal.mode(),
                proposal.from().isBefore(now) ? now : proposal.from());
    }

    /** @param seen as in {@link #putInForce} */
    @Requires(Permission.ISSUE_CRITERIA)
    public PublicId agree(Actor actor, PublicId id, int seen) {
        StoredModes.Proposed proposal = held(id);
        if (proposal.proposedBy() == actor.accountId()) {
            throw new RuleViolation("eligibility.mode-four-eyes");
        }
        Wish wish = checked(wish(view(proposal)));
        ModeOrder order = order(
                wish,
                new ScenarioOrders.Paper(proposal.document(), proposal.documentDay()),
                seen + 1,
                stored.nextId(),
                proposal.proposer(),
                actor.name());
        stored.add(order, proposal.proposedBy(), actor.accountId());
        stored.close(proposal, actor, now(), Optional.of(order));
        tell(actor, "mode.agreed", "mode-order", order.id(), order.from(), wish, order.document());
        return order.id();
    }

    /** By whoever may switch: also whoever proposed it. */
    @Requires(Permission.SWITCH_MODES)
    public void decline(Actor actor, PublicId id) {
        StoredModes.Proposed proposal = held(id);
        stored.close(proposal, actor, now(), Optional.empty());
        tell(actor, "mode.declined", "mode-proposal", id, proposal.from(), wish(view(proposal)), proposal.document());
    }

    private StoredModes.Proposed held(PublicId id) {
        return stored.held(id).orElseThrow(() -> {
            if (!stored.isKnown(id)) {
                return new NotFound();
            }
            return new RuleViolation("eligibility.mode-closed-already");
        });
    }

    private ScenarioOrders.Paper signed(ScenarioOrders.Paper paper) {
        String number = OneLine.of(paper.number(), RuleDesk.LONGEST_NUMBER);
        if (number.isEmpty()) {
            throw new RuleViolation("eligibility.document-number-missing");
        }
        if (paper.day().isAfter(LocalDate.now(clock))) {
            throw new RuleViolation("eligibility.document-not-signed-yet");
        }
        return new ScenarioOrders.Paper(number, paper.day());
    }

    private void tell(Actor actor, String action, String kind, PublicId id, Instant from, Wish wish, String document) {
        Map<String, String> details = new HashMap<>(Map.of(
                "place", wish.place(),
                "mode", wish.mode().name(),
                "document", document,
                "from", from.toString()));
        if (!wish.activity().isEmpty()) {
            details.put("activity", wish.activity());
        }
        trail.fire(new ModeChanged(actor.accountId(), action, kind, id.toString(), details));
    }
}
