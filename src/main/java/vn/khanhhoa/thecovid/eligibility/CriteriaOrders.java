package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * From a table that is written to criteria that hold: a second health officer attests that it equals its document, the
 * steering committee puts it in force for a place. Orders are only added to, so that each past moment can be asked for as it was
 * known then and as it is known now.
 */
@UseCase
public class CriteriaOrders {
    @Inject
    private StoredRules stored;

    @Inject
    private RuleDesk desk;

    /** That the table equals its document. Nobody attests what they wrote a part of. */
    @Requires(Permission.ATTEST_CRITERIA)
    public void attest(Actor actor, PublicId id, int revision) {
        CriteriaDraft table = CriteriaSets.table(stored.text(RuleKind.CRITERIA, id));
        desk.attest(
                RuleKind.CRITERIA,
                actor,
                id,
                revision,
                CriteriaCheck.check(table, CriteriaSets.VOCABULARY).set().isPresent());
    }

    /** Of all places, the last to begin first. */
    @Requires(Permission.READ_CRITERIA)
    public List<RuleOrderView> orders(Actor actor) {
        return desk.orders(RuleKind.CRITERIA);
    }

    /** What would change if the set were put in force there from then. */
    @Requires(Permission.ISSUE_CRITERIA)
    public RuleForeseen<CriteriaDifference> foresee(Actor actor, PublicId id, long areaId, Instant from) {
        return desk.foresee(
                RuleKind.CRITERIA,
                actor,
                id,
                areaId,
                from,
                (before, after) -> CriteriaDifference.between(CriteriaSets.table(before), CriteriaSets.table(after)));
    }

    /** As {@link RuleDesk#putInForce}. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void putInForce(
            Actor actor, PublicId id, long areaId, String document, Instant from, int seen, boolean pastConfirmed) {
        desk.putInForce(RuleKind.CRITERIA, actor, id, areaId, document, from, seen, pastConfirmed);
    }

    /**
     * The order that held for a place at a moment, by what was known then or is known now: of the place itself, or else of
     * the nearest around it that has one. The answer for a moment that has passed and a knowledge of the past stays the same.
     */
    @Requires(Permission.READ_CRITERIA)
    public Optional<RuleOrderView> inForce(Actor actor, long areaId, Instant at, Instant knownBy) {
        return stored.inForce(RuleKind.CRITERIA, areaId, at, knownBy);
    }

    /** One order with what follows where it ends. @param number that it has among those of the place */
    @Requires(Permission.READ_CRITERIA)
    public RuleOrderView order(Actor actor, long areaId, int number) {
        return desk.order(RuleKind.CRITERIA, areaId, number);
    }

    /** What is in force around the place, and would be there if it had none of its own. */
    @Requires(Permission.READ_CRITERIA)
    public Optional<RuleOrderView> around(Actor actor, long areaId, Instant at) {
        return desk.around(RuleKind.CRITERIA, areaId, at);
    }

    /** Of the place's last order, of which whoever ends one must know. */
    @Requires(Permission.READ_CRITERIA)
    public int lastNumber(Actor actor, long areaId) {
        return desk.lastNumber(RuleKind.CRITERIA, areaId);
    }

    /** From then on the place has none of its own. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void end(
            Actor actor, long areaId, int number, String document, Instant at, int seen, boolean pastConfirmed) {
        desk.end(RuleKind.CRITERIA, actor, areaId, number, document, at, seen, pastConfirmed);
    }

    /** Only before it begins. */
    @Requires(Permission.ISSUE_CRITERIA)
    public void takeBack(Actor actor, long areaId, int number, int seen) {
        desk.takeBack(RuleKind.CRITERIA, actor, areaId, number, seen);
    }
}
