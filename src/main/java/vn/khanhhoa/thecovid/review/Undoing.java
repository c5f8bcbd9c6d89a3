package vn.khanhhoa.thecovid.review;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
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

    /** What was sent anew or is closed meanwhile is nobody's to take back. */
    private static final String STILL_OWN =
            " FROM " + PendingVerdicts.STILL + " WHERE p.agency_id = ? AND p.last_word_id = ?";

    private static final String OF_ENTRY = OWN + " AND entry_id = (SELECT id FROM stafflist_entry WHERE public_id = ?)";

    /** Why a verdict that was to be taken back was none any more. */
    static final String LAPSED = "review.verdict-void";

    static final String WITHDRAWN = "review.verdict-withdrawn";

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
    private DecisionEffects effects;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The actor's own, the latest first. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Own> own(Actor actor, int first, int count) {
        return sql.list(
                "SELECT e.public_id, e.name, e.organisation_id, p.outcome, p.reason_code, p.why, p.judged_at, p.effective_at"
                        + STILL_OWN + " ORDER BY p.judged_at DESC, p.entry_id DESC LIMIT ? OFFSET ?",
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
        return sql.number("SELECT COUNT(*)" + STILL_OWN, actor.agencyId(), actor.accountId());
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
        return !takeBack(actor, own).isEmpty();
    }

    /** Verdicts that are held, of one act. Says which entries lie in the queue again. */
    List<Long> takeBack(Actor actor, List<PendingVerdicts.Pending> verdicts) {
        List<Long> back = putBack(actor, verdicts, EntryAction.UNDO, DecisionHistory.Entry.of(Step.UNDONE, actor));
        keep("review.undone", actor, verdicts, back);
        return back;
    }

    /** On the trail of each entry that is back: which verdict it was, and whose. */
    void keep(String action, Actor actor, List<PendingVerdicts.Pending> verdicts, List<Long> back) {
        Set<Long> isBack = new HashSet<>(back);
        Map<Map<String, String>, List<Long>> alike = new LinkedHashMap<>();
        for (PendingVerdicts.Pending each : verdicts) {
            if (!isBack.contains(each.entryId())) {
                continue;
            }
            Map<String, String> details = new TreeMap<>(Map.of(
                    "agency",
                    String.valueOf(actor.agencyId()),
                    "outcome",
                    each.verdict().outcome().name(),
                    "reason",
                    each.verdict().reasonCode()));
            if (each.judgeId() != actor.accountId()) {
                details.put("proposer", String.valueOf(each.judgeId()));
            }
            alike.computeIfAbsent(details, unused -> new ArrayList<>()).add(each.entryId());
        }
        alike.forEach((details, ids) -> effects.record(action, actor, ids, details));
    }

    /** The same; of what is closed or sent anew meanwhile the verdict lapses. @param what is written of what lies there again */
    List<Long> putBack(
            Actor actor, List<PendingVerdicts.Pending> verdicts, EntryAction how, DecisionHistory.Entry what) {
        if (verdicts.isEmpty()) {
            return List.of();
        }
        long act = verdicts.get(0).actId();
        List<Long> ids = PendingVerdicts.ids(verdicts);
        List<Long> back = decisions.putBack(actor, ids, how);
        pending.remove(ids);
        history.add(back, act, what);
        Set<Long> isBack = new HashSet<>(back);
        for (PendingVerdicts.Pending each : verdicts) {
            if (!isBack.contains(each.entryId())) {
                history.add(
                        List.of(each.entryId()),
                        act,
                        new DecisionHistory.Entry(
                                Step.LAPSED, actor, each.verdict().outcome(), "", LAPSED, 0));
            }
        }
        return back;
    }

    /** Does not wait for the window to close; says whether it was still open. */
    @Requires(Permission.REVIEW_ENTRIES)
    public boolean atOnce(Actor actor, PublicId entry) {
        Instant now = clock.instant();
        return sql.update(
                        "UPDATE review_pending SET effective_at = ? WHERE " + OF_ENTRY
                                + " AND stage = 'HELD' AND effective_at > ? AND entry_id IN (SELECT id FROM stafflist_entry"
                                + " WHERE state = 'PENDING' AND stage = 'HELD')",
                        now,
                        actor.agencyId(),
                        actor.accountId(),
                        entry,
                        now)
                > 0;
    }

    /** Why nothing could be done about a verdict: the key of a sentence. */
    @Requires(Permission.REVIEW_ENTRIES)
    public String whyNot(Actor actor, PublicId entry) {
        boolean withdrawn = sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry WHERE public_id = ? AND agency_id = ? AND state = 'WITHDRAWN'",
                        entry,
                        actor.agencyId())
                > 0;
        if (withdrawn) {
            return WITHDRAWN;
        }
        boolean sentAnew = sql.number(
                        "SELECT COUNT(*) FROM review_pending WHERE " + OF_ENTRY + " AND entry_id IN (SELECT id FROM"
                                + " stafflist_entry WHERE state = 'PENDING' AND stage = 'OPEN')",
                        actor.agencyId(),
                        actor.accountId(),
                        entry)
                > 0;
        return sentAnew ? LAPSED : "review.too-late";
    }
}
