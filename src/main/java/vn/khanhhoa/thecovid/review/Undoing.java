package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryAction;
import vn.khanhhoa.thecovid.stafflist.EntryDecisions;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * Verdicts that have no effect yet are taken back by whoever had the last word, or take effect sooner: what an approver agreed
 * to is no longer the proposer's.
 */
@UseCase
public class Undoing {
    /** Of whoever had the last word: the judge, until an approver agreed. */
    private static final String OWN = "agency_id = ? AND last_word_id = ?";

    private static final String OF_ENTRY = OWN + " AND entry_id = (SELECT id FROM stafflist_entry WHERE public_id = ?)";

    /** A verdict of one's own. @param effectiveAt none while it waits for an approver */
    public record Own(
            PublicId entry,
            String name,
            long organisationId,
            Outcome outcome,
            String reasonCode,
            Why why,
            Instant judgedAt,
            @Nullable Instant effectiveAt) {}

    @Inject
    private EntryDecisions decisions;

    @Inject
    private PendingVerdicts pending;

    @Inject
    private DecisionHistory history;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** The actor's own, the latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Own> own(Actor actor, int first, int count) {
        return sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, p.outcome, p.reason_code, p.why, p.judged_at, p.effective_at"
                        + " FROM review_pending p JOIN stafflist_entry e ON e.id = p.entry_id WHERE p.agency_id = ? AND"
                        + " p.last_word_id = ? ORDER BY p.judged_at DESC, p.entry_id DESC LIMIT ? OFFSET ?",
                row -> new Own(
                        Sql.publicId(row, "public_id"),
                        row.getString(2),
                        row.getLong(3),
                        Outcome.valueOf(row.getString(4)),
                        row.getString(5),
                        Why.valueOf(row.getString(6)),
                        Objects.requireNonNull(Sql.instant(row, "judged_at")),
                        Sql.instant(row, "effective_at")),
                actor.agencyId(),
                actor.accountId(),
                count,
                first);
    }

    @Requires(Permission.REVIEW_ENTRIES)
    public long countOwn(Actor actor) {
        return sql.number("SELECT COUNT(*) FROM review_pending WHERE " + OWN, actor.agencyId(), actor.accountId());
    }

    /** Back into the queue; says whether it still could be. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean undo(Actor actor, PublicId entry) {
        List<PendingVerdicts.Pending> own = pending.held(
                OF_ENTRY + " AND (stage = 'PROPOSED' OR effective_at > ?)",
                actor.agencyId(),
                actor.accountId(),
                entry,
                clock.instant());
        takeBack(actor, own);
        if (!own.isEmpty()) {
            trail.fire(new EntryDecided(
                    actor.accountId(),
                    "review.undone",
                    "entry",
                    entry.toString(),
                    Map.of("agency", String.valueOf(actor.agencyId()))));
        }
        return !own.isEmpty();
    }

    /** Verdicts that are held, of one act. */
    void takeBack(Actor actor, List<PendingVerdicts.Pending> verdicts) {
        if (!verdicts.isEmpty()) {
            List<Long> ids = PendingVerdicts.ids(verdicts);
            decisions.putBack(actor, ids, EntryAction.UNDO);
            pending.remove(ids);
            history.add(ids, verdicts.get(0).actId(), DecisionHistory.Entry.of(Step.UNDONE, actor));
        }
    }

    /** Does not wait for the window to close; says whether it was still open. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean atOnce(Actor actor, PublicId entry) {
        Instant now = clock.instant();
        return sql.update(
                        "UPDATE review_pending SET effective_at = ? WHERE " + OF_ENTRY
                                + " AND stage = 'HELD' AND effective_at > ?",
                        now,
                        actor.agencyId(),
                        actor.accountId(),
                        entry,
                        now)
                > 0;
    }
}
