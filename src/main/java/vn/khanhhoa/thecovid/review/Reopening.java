package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
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
 * none, a request goes to its head, or up to where there is somebody ({@link Others}).
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
    private DecisionHistory history;

    @Inject
    private DecisionCounts counts;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    @Requires(Permission.APPROVE_PROPOSALS)
    public void reopen(Actor head, PublicId id, int version, String reason) {
        String text = checked(reason);
        EntryView entry = reading.forReview(head, id);
        Deciders makers = history.lastDeciders(entry.entryId());
        if (makers.include(head.accountId())) {
            throw new RuleViolation("review.own-decision");
        }
        reopening.reopen(head, id, version, makers);
        keep(entry, Step.REOPENED, head, head, text, 0);
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
        Others.Went went = others.than(makers, entry);
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
        Others.Went went = others.than(makers, own);
        reopening.reconsider(person, own.entryId(), makers, went.agencyId());
        return asked(own, person, text, went);
    }

    private Others.Went asked(EntryView entry, Actor actor, String text, Others.Went went) {
        keep(
                entry,
                Step.RECONSIDERED,
                actor,
                at(actor, entry),
                text,
                went.agencyId() == entry.agencyId() ? 0 : went.agencyId());
        others.tell(entry, went);
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

    /** @param toAgencyId where it is looked at from now on; 0 where it stays */
    private void keep(EntryView entry, Step step, Actor actor, Actor asWritten, String text, long toAgencyId) {
        history.add(
                List.of(entry.entryId()), 0, new DecisionHistory.Entry(step, asWritten, null, "", text, toAgencyId));
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
                        String.valueOf(toAgencyId == 0 ? entry.agencyId() : toAgencyId))));
    }

    private static String checked(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new RuleViolation("review.remark", LONGEST_TEXT);
        }
        return text.strip();
    }
}
