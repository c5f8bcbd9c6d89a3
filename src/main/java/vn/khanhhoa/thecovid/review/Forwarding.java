package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.RoutingTable;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;

/** An agency that is not competent passes entries on, with a reason; it cannot refuse them for that. */
@UseCase
public class Forwarding {
    /** The desk that takes what no rule and no agency answers for. */
    public static final String TRIAGE = RoutingTable.TRIAGE;

    private static final int STEP = 500;
    private static final int LONGEST_REASON = 1_000;

    @Inject
    private EntryForwarding entries;

    @Inject
    private EntryQueue queue;

    @Inject
    private Catalogue catalogue;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Agencies that something can be passed on to, by name. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<AgencyView> agencies(Actor actor) {
        return catalogue.agencies(LocalDate.now(clock)).stream()
                .filter(agency -> agency.id() != actor.agencyId())
                .toList();
    }

    /** One entry as it was shown. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void forward(Actor actor, PublicId id, int version, PublicId toAgency, String reason) {
        String text = checked(reason);
        AgencyView target = target(actor, toAgency);
        long entryId =
                entries.forward(actor, id, version, target.id(), target.code().equals(TRIAGE));
        keep(actor, List.of(entryId), target, text);
        trail.fire(event(actor, "entry", id.toString(), target, 1));
    }

    /** All of the list that are in the queue. Says how many went, and which did not and why. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryDecisions.Result forwardList(
            Actor actor, PublicId anEntry, long listId, PublicId toAgency, String reason) {
        String text = checked(reason);
        AgencyView target = target(actor, toAgency);
        List<Long> moved = new ArrayList<>();
        List<EntryDecisions.LeftOut> leftOut = new ArrayList<>();
        Set<Long> stay = new HashSet<>();
        for (List<Long> ids = next(actor, listId, stay); !ids.isEmpty(); ids = next(actor, listId, stay)) {
            EntryDecisions.Result some =
                    entries.forwardMany(actor, ids, target.id(), target.code().equals(TRIAGE));
            keep(actor, some.decided(), target, text);
            moved.addAll(some.decided());
            leftOut.addAll(some.leftOut());
            stay.addAll(ids);
            some.decided().forEach(stay::remove);
        }
        EntryDecisions.Result result = new EntryDecisions.Result(moved, leftOut);
        trail.fire(event(
                actor,
                "list-of-entry",
                anEntry.toString(),
                target,
                result.decided().size()));
        return result;
    }

    /** Of the list, but those that stay. */
    private List<Long> next(Actor actor, long listId, Set<Long> stay) {
        List<Long> ids = new ArrayList<>(queue.idsOf(actor, new QueueFilter("", 0, listId, ""), STEP + stay.size()));
        ids.removeAll(stay);
        return ids;
    }

    private void keep(Actor actor, List<Long> ids, AgencyView target, String text) {
        if (!ids.isEmpty()) {
            history.add(
                    ids,
                    0,
                    new DecisionHistory.Entry(Step.FORWARDED, actor, null, Reasons.WRONG_AGENCY, text, target.id()));
            counts.add(
                    actor.agencyId(),
                    actor.accountId(),
                    Step.FORWARDED,
                    null,
                    Reasons.WRONG_AGENCY,
                    ids.size(),
                    0,
                    clock.instant());
        }
    }

    private AgencyView target(Actor actor, PublicId id) {
        return agencies(actor).stream()
                .filter(agency -> agency.publicId().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static EntryDecided event(Actor actor, String kind, String subject, AgencyView target, int count) {
        return new EntryDecided(
                actor.accountId(),
                "review.forwarded",
                kind,
                subject,
                Map.of(
                        "agency",
                        String.valueOf(actor.agencyId()),
                        "to",
                        target.code(),
                        "count",
                        String.valueOf(count)));
    }

    private static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleViolation("review.remark", LONGEST_REASON);
        }
        return reason.strip();
    }
}
