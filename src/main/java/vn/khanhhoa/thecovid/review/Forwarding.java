package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
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
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;

/** An agency that is not competent passes entries on, with a reason; it cannot refuse them for that. */
@UseCase
public class Forwarding {
    /** The desk that takes what no rule and no agency answers for. */
    public static final String TRIAGE = RoutingTable.TRIAGE;

    private static final int LONGEST_REASON = 1_000;

    @Inject
    private EntryForwarding entries;

    @Inject
    private Catalogue catalogue;

    @Inject
    private AgencyStaff staff;

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

    /** Whether somebody at the agency could take up what is passed on to it; the triage desk has to. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean isStaffed(Actor actor, PublicId toAgency) {
        AgencyView target = target(actor, toAgency);
        return target.code().equals(TRIAGE) || staff.isStaffed(actor, target.id());
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

    /** In the history and the counts, of entries that went. */
    void keep(Actor actor, List<Long> ids, AgencyView target, String text) {
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

    AgencyView target(Actor actor, PublicId id) {
        return agencies(actor).stream()
                .filter(agency -> agency.publicId().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    static EntryDecided event(Actor actor, String kind, String subject, AgencyView target, int count) {
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

    static String checked(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleViolation("review.remark", LONGEST_REASON);
        }
        return reason.strip();
    }
}
