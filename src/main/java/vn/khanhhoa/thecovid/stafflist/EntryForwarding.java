package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * An entry goes to the agency that is competent. Its place in the order of submission and the applicant's deadline stay as
 * they are; the agency that gets it has its own time.
 */
@UseCase
public class EntryForwarding {
    /** An entry that is passed about more often than this is decided where it is, or by the triage desk. */
    public static final int MOST = 3;

    @Inject
    private Lists lists;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /**
     * Of the agency's queue, as it was when its version was shown.
     *
     * @param triage whether the other agency is the triage desk, which takes everything
     * @return its number
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public long forward(Actor actor, PublicId id, int version, long toAgencyId, boolean triage) {
        long number = lists.entry(id)
                .filter(entry -> entry.agencyId() == actor.agencyId())
                .orElseThrow(NotFound::new)
                .id();
        Entry entry = lists.entriesForDecision(List.of(number)).get(0);
        if (entry.version() != version) {
            throw new RuleViolation("stafflist.entry-changed");
        }
        require(entry, triage);
        entry.requireFree(actor.accountId(), clock.instant());
        move(List.of(entry), toAgencyId);
        return entry.id();
    }

    /** Some hundreds of the agency's queue; what cannot be moved is left out and named. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryDecisions.Result forwardMany(Actor actor, List<Long> ids, long toAgencyId, boolean triage) {
        List<Entry> moved = new ArrayList<>();
        List<EntryDecisions.LeftOut> leftOut = new ArrayList<>();
        for (Entry entry : lists.entriesForDecision(ids)) {
            try {
                entry.requireAt(actor.agencyId());
                require(entry, triage);
                moved.add(entry);
            } catch (RuleViolation rule) {
                leftOut.add(new EntryDecisions.LeftOut(entry.id(), entry.name(), rule.code()));
            }
        }
        move(moved, toAgencyId);
        return new EntryDecisions.Result(moved.stream().map(Entry::id).toList(), leftOut);
    }

    private static void require(Entry entry, boolean triage) {
        EntryAction.FORWARD.require(entry.position());
        if (entry.forwards() >= MOST && !triage) {
            throw new RuleViolation("stafflist.forwarded-enough", MOST);
        }
    }

    private void move(List<Entry> entries, long toAgencyId) {
        Instant now = clock.instant();
        for (Entry entry : entries) {
            Deadline deadline = deadlines.of(
                    sql.number("SELECT rule_id FROM stafflist_entry WHERE id = ?", entry.id()), toAgencyId, now);
            sql.update(
                    "UPDATE stafflist_entry SET agency_id = ?, own_people = FALSE, arrived_at = ?, due_at = ?, alarm_at = ?,"
                            + " alarms = 0, holder_id = NULL, held_until = NULL, forwards = forwards + 1,"
                            + " version = version + 1 WHERE id = ?",
                    toAgencyId,
                    now,
                    deadline.dueAt(),
                    deadline.warnAt(),
                    entry.id());
            sql.update("UPDATE stafflist_entry_name SET agency_id = ? WHERE entry_id = ?", toAgencyId, entry.id());
        }
    }
}
