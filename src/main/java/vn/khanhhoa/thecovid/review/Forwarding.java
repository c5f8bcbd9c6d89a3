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
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.RoutingTable;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.EntryForwarding;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.QueuePlace;

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
    private EntryReading reading;

    @Inject
    private Sql sql;

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

    /** One entry as it was shown. Says under what it can be called back. */
    @Requires(Permission.REVIEW_ENTRIES)
    public PublicId forward(Actor actor, PublicId id, int version, PublicId toAgency, String reason) {
        String text = checked(reason, "review.forward-reason-missing");
        AgencyView target = target(actor, toAgency);
        EntryReading.Reference entry = reading.reference(actor, id);
        Act act = record(
                actor, id, entry.listId(), target, text, 1, new QueuePlace(entry.submittedAt(), entry.entryId()));
        entries.forward(actor, id, version, target.id(), target.code().equals(TRIAGE), act.number());
        sql.update(
                "UPDATE review_forwarding SET of_list = FALSE, moved = 1, finished_at = ? WHERE id = ?",
                clock.instant(),
                act.number());
        keep(actor, act.number(), List.of(entry.entryId()), target, text);
        trail.fire(event(actor, "entry", id.toString(), target, 1));
        return act.id();
    }

    /** What is passed on in one go. */
    record Act(long number, PublicId id) {}

    /** @param upTo the last in the queue of what goes */
    Act record(
            Actor actor, PublicId anEntry, long listId, AgencyView target, String reason, int total, QueuePlace upTo) {
        Act act = new Act(sql.number("SELECT NEXT VALUE FOR review_seq"), PublicId.random());
        sql.update(
                "INSERT INTO review_forwarding (id, public_id, agency_id, home_agency_id, actor_id, actor_name, actor_role,"
                        + " entry_id, list_id, to_agency_id, reason, total, up_to_submitted_at, up_to_entry, begun_at) VALUES"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                act.number(),
                act.id(),
                actor.agencyId(),
                actor.homeAgencyId(),
                actor.accountId(),
                actor.name(),
                actor.role().name(),
                anEntry,
                listId,
                target.id(),
                reason,
                total,
                upTo.submittedAt(),
                upTo.entryId(),
                clock.instant());
        return act;
    }

    /** In the history and the counts, of entries that went. */
    void keep(Actor actor, long act, List<Long> ids, AgencyView target, String text) {
        keep(Step.FORWARDED, actor, act, ids, text, target.id());
    }

    /** The same of entries that came back. */
    void keepBack(Actor actor, long act, List<Long> ids, String text) {
        keep(Step.CALLED_BACK, actor, act, ids, text, 0);
    }

    private void keep(Step step, Actor actor, long act, List<Long> ids, String text, long toAgencyId) {
        if (ids.isEmpty()) {
            return;
        }
        String code = step == Step.FORWARDED ? Reasons.WRONG_AGENCY : "";
        history.add(ids, act, new DecisionHistory.Entry(step, actor, null, code, text, toAgencyId));
        counts.add(actor.agencyId(), actor.accountId(), step, null, code, ids.size(), 0, clock.instant());
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

    /** @param missing key of what is said where there is none */
    static String checked(String reason, String missing) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new RuleViolation(missing, LONGEST_REASON);
        }
        return reason.strip();
    }
}
