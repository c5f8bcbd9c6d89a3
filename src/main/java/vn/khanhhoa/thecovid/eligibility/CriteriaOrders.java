package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.OneLine;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * From a table that is written to criteria that hold: a second officer attests that it equals its document, the steering
 * committee puts it in force for a place. Orders are only added to, so that each past moment can be asked for as it was
 * known then and as it is known now.
 */
@UseCase
public class CriteriaOrders {
    private static final int MOST_DAYS_BACK = 7;
    private static final int MOST_DAYS_AHEAD = 366;
    private static final int LONGEST_NUMBER = 120;

    @Inject
    private StoredCriteria stored;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** That the table equals its document. Nobody attests what they wrote a part of. */
    @Requires(Permission.ATTEST_CRITERIA)
    public void attest(Actor actor, PublicId id, int revision) {
        CriteriaSetSummary set = stored.summary(id);
        if (!set.isDraft()) {
            throw new RuleViolation("eligibility.attested-fixed");
        }
        if (stored.isWrittenBy(id, actor.accountId())) {
            throw new RuleViolation("eligibility.attest-own");
        }
        if (set.document().isEmpty() || set.documentName().isEmpty()) {
            throw new RuleViolation("eligibility.document-missing");
        }
        if (CriteriaCheck.check(stored.table(id), CriteriaSets.VOCABULARY).set().isEmpty()) {
            throw new RuleViolation("eligibility.set-has-errors");
        }
        stored.attest(actor, id, revision, clock.instant());
        tell(actor, "criteria.attested", id, Map.of("document", set.document()));
    }

    private void tell(Actor actor, String action, PublicId id, Map<String, String> details) {
        trail.fire(new CriteriaChanged(actor.accountId(), action, id, details));
    }

    /** Of all places, the last to begin first. */
    @Requires(Permission.READ_CRITERIA)
    public List<CriteriaOrderView> orders(Actor actor) {
        return stored.orders();
    }

    /** What would change if the set were put in force there from then. */
    @Requires(Permission.ISSUE_CRITERIA)
    public CriteriaForeseen foresee(Actor actor, PublicId id, long areaId, Instant from) {
        Instant now = clock.instant();
        AreaView place = catalogue.area(areaId).orElseThrow(NotFound::new);
        Instant begin = from.truncatedTo(ChronoUnit.MICROS);
        requireNear(begin, now);
        CriteriaDraft table = stored.table(id);
        Optional<CriteriaOrderView> replaced = stored.inForce(areaId, begin, now);
        return new CriteriaForeseen(
                place,
                begin,
                begin.isBefore(now),
                stored.lastNumber(areaId),
                replaced,
                stored.next(areaId, begin),
                replaced.map(order -> CriteriaDifference.between(stored.table(order.setId()), table))
                        .orElse(List.of()));
    }

    private static void requireNear(Instant from, Instant now) {
        if (from.isBefore(now.minus(Duration.ofDays(MOST_DAYS_BACK)))) {
            throw new RuleViolation("eligibility.start-too-old", MOST_DAYS_BACK);
        }
        if (from.isAfter(now.plus(Duration.ofDays(MOST_DAYS_AHEAD)))) {
            throw new RuleViolation("eligibility.start-too-far", MOST_DAYS_AHEAD);
        }
    }

    /**
     * @param document number of the document by which it is in force there
     * @param seen the number of the place's last order that the actor has seen ({@link CriteriaForeseen})
     * @param pastConfirmed whether the actor was told what changes by a start in the past
     */
    @Requires(Permission.ISSUE_CRITERIA)
    public void putInForce(
            Actor actor, PublicId id, long areaId, String document, Instant from, int seen, boolean pastConfirmed) {
        Instant now = clock.instant();
        CriteriaSetSummary set = stored.summary(id);
        AreaView place = catalogue.area(areaId).orElseThrow(NotFound::new);
        String number = OneLine.of(document, LONGEST_NUMBER);
        Instant begin = from.truncatedTo(ChronoUnit.MICROS);
        if (set.isDraft()) {
            throw new RuleViolation("eligibility.not-attested");
        }
        if (number.isEmpty()) {
            throw new RuleViolation("eligibility.document-number-missing");
        }
        requireNear(begin, now);
        if (begin.isBefore(now) && !pastConfirmed) {
            throw new RuleViolation("eligibility.past-not-confirmed");
        }
        if (stored.inForce(areaId, begin, now)
                .filter(order -> order.setId().equals(id) && order.place().id() == areaId)
                .isPresent()) {
            throw new RuleViolation("eligibility.already-in-force");
        }
        stored.order(actor, id, place, seen, number, begin, now);
        tell(
                actor,
                "criteria.put-in-force",
                id,
                Map.of("area", place.code(), "document", number, "from", begin.toString()));
    }

    /**
     * The order that held for a place at a moment, by what was known then or is known now: of the place itself, or else of
     * the nearest around it that has one. The answer for a moment that has passed and a knowledge of the past stays the same.
     */
    @Requires(Permission.READ_CRITERIA)
    public Optional<CriteriaOrderView> inForce(Actor actor, long areaId, Instant at, Instant knownBy) {
        return stored.inForce(areaId, at, knownBy);
    }
}
