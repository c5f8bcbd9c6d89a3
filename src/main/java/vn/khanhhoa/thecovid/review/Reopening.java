package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.Deciders;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryReopening;
import vn.khanhhoa.thecovid.stafflist.EntryState;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/**
 * Decisions that took effect are looked at once more: a head reopens one with a reason, never their own; the organisation or
 * the person asks for a refusal to be reconsidered. Both go to a reviewer other than those who decided; where the agency has
 * none, to its head, or up to where there is somebody ({@link Others}).
 */
@UseCase
public class Reopening {
    private static final int LONGEST_TEXT = 1_000;
    private static final int REQUESTS = 2;

    @Inject
    private EntryReopening reopening;

    @Inject
    private EntryReading reading;

    @Inject
    private Others others;

    @Inject
    private AgencyStaff staff;

    @Inject
    private DecisionHistory history;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * What a head is told who made a decision, and does not open it again.
     *
     * @param heads of the same agency who may
     * @param next who would look at it where the sender asked for a refusal to be reconsidered
     */
    public record OwnDecision(List<String> heads, Others.Went next) {}

    /** None where the head may open it again. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public Optional<OwnDecision> ownDecision(Actor head, PublicId id) {
        EntryView entry = reading.forReview(head, id);
        Deciders makers = history.lastDeciders(entry.entryId());
        if (!makers.include(head.accountId())) {
            return Optional.empty();
        }
        List<String> heads = staff.of(Actor.PORTAL, entry.agencyId()).stream()
                .filter(member ->
                        member.role().may(Permission.APPROVE_PROPOSALS) && !makers.include(member.accountId()))
                .map(AgencyStaff.Member::name)
                .toList();
        return Optional.of(new OwnDecision(heads, others.than(makers, entry.entryId(), entry.agencyId())));
    }

    /** Says where it went. */
    @Requires(Permission.APPROVE_PROPOSALS)
    public Others.Went reopen(Actor head, PublicId id, int version, String reason) {
        String text = Forwarding.checked(reason, "review.reopen-reason-missing");
        EntryView entry = reading.forReview(head, id);
        Deciders makers = history.lastDeciders(entry.entryId());
        if (makers.include(head.accountId())) {
            throw new RuleViolation("review.own-decision");
        }
        Others.Went went = others.than(makers, entry.entryId(), entry.agencyId());
        reopening.reopen(head, id, version, makers, went.agencyId());
        keep(entry, Step.REOPENED, head, head, text, went);
        others.tell("review.reopened-here", id, entry.agencyId(), went);
        return went;
    }

    /** Whether the organisation may still ask: a refusal is reconsidered at most {@value #REQUESTS} times. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public boolean mayAsk(Actor officer, PublicId id) {
        return mayAsk(reading.own(officer, id));
    }

    /** Says where it went. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Others.Went reconsider(Actor officer, PublicId id, String why) {
        String text = checked(why);
        EntryView entry = reading.own(officer, id);
        requireAsking(entry);
        Deciders makers = history.lastDeciders(entry.entryId());
        Others.Went went = others.than(makers, entry.entryId(), entry.agencyId());
        reopening.reconsider(officer, id, makers, went.agencyId());
        return asked(entry, officer, text, went);
    }

    /** For {@code citizen}, of an entry that was shown to be the person's own. */
    @Requires(Permission.ANYONE)
    public boolean mayAsk(EntryView own) {
        return own.state() == EntryState.REFUSED && requests(own.entryId()) < REQUESTS;
    }

    /** For {@code citizen}, of an entry that was shown to be the person's own. Says where it went. */
    @Requires(Permission.ANYONE)
    public Others.Went reconsider(Actor person, EntryView own, String why) {
        String text = checked(why);
        requireAsking(own);
        Deciders makers = history.lastDeciders(own.entryId());
        Others.Went went = others.than(makers, own.entryId(), own.agencyId());
        reopening.reconsider(person, own.entryId(), makers, went.agencyId());
        return asked(own, person, text, went);
    }

    private Others.Went asked(EntryView entry, Actor actor, String text, Others.Went went) {
        keep(entry, Step.RECONSIDERED, actor, at(actor, entry), text, went);
        others.tell("review.reconsider-here", entry.id(), entry.agencyId(), went);
        return went;
    }

    private void requireAsking(EntryView entry) {
        if (requests(entry.entryId()) >= REQUESTS) {
            throw new RuleViolation("review.asked-enough", REQUESTS);
        }
    }

    private long requests(long entryId) {
        return sql.number("SELECT COUNT(*) FROM review_decision WHERE entry_id = ? AND step = 'RECONSIDERED'", entryId);
    }

    /** Written down at the agency that has the entry, under the name of whoever asked. */
    private static Actor at(Actor actor, EntryView entry) {
        return new Actor(actor.accountId(), actor.name(), actor.role(), actor.organisationId(), entry.agencyId());
    }

    private void keep(EntryView entry, Step step, Actor actor, Actor asWritten, String text, Others.Went went) {
        history.add(
                List.of(entry.entryId()),
                0,
                new DecisionHistory.Entry(step, asWritten, null, "", text, went.movedFrom(entry.agencyId())));
        counts.add(entry.agencyId(), actor.accountId(), step, null, "", 1, 0, clock.instant());
        trail.fire(new EntryDecided(
                actor.accountId(),
                "review." + step.name().toLowerCase(Locale.ROOT),
                "entry",
                entry.id().toString(),
                Map.of(
                        "before",
                        entry.state().name(),
                        "after",
                        "PENDING",
                        "agency",
                        String.valueOf(entry.agencyId()),
                        "to",
                        String.valueOf(went.agencyId()))));
    }

    private static String checked(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new RuleViolation("review.remark", LONGEST_TEXT);
        }
        return text.strip();
    }
}
