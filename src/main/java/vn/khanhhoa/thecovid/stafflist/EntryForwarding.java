package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.registry.Deadline;
import vn.khanhhoa.thecovid.registry.Deadlines;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * An entry goes to the agency that is competent. Its place in the order of submission and the applicant's deadline stay as
 * they are; the agency that gets it has its own time. Where that is one which is not named to applicants, they are told of the
 * one that had it before.
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
    private Catalogue catalogue;

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
        Instant now = clock.instant();
        for (Entry entry : lists.entriesForDecision(ids)) {
            try {
                entry.requireAt(actor.agencyId());
                require(entry, triage);
                entry.requireFree(actor.accountId(), now);
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
        List<Long> ids = entries.stream().map(Entry::id).toList();
        Map<Long, Deadline> deadlines = deadlines(ids, toAgencyId, now);
        boolean named = catalogue
                .agency(toAgencyId)
                .map(AgencyView::isNamedWhenPassedOn)
                .orElse(true);
        // Assigned from left to right: what is told is kept before the agency changes.
        sql.batch(
                "UPDATE stafflist_entry SET told_agency_id = IF(?, NULL, IFNULL(told_agency_id, agency_id)),"
                        + " agency_id = ?, own_people = FALSE, arrived_at = ?, due_at = ?, alarm_at = ?,"
                        + " alarms = 0, holder_id = NULL, held_until = NULL, forwards = forwards + 1,"
                        + " version = version + 1 WHERE id = ?",
                ids,
                (statement, id) -> {
                    Deadline deadline = Objects.requireNonNull(deadlines.get(id));
                    statement.setBoolean(1, named);
                    statement.setLong(2, toAgencyId);
                    statement.setTimestamp(3, Timestamp.from(now));
                    statement.setTimestamp(4, Timestamp.from(deadline.dueAt()));
                    statement.setTimestamp(5, Timestamp.from(deadline.warnAt()));
                    statement.setLong(6, id);
                });
        InParts.of(
                ids,
                List.of(toAgencyId),
                (some, args) ->
                        sql.update("UPDATE stafflist_entry_name SET agency_id = ? WHERE entry_id IN " + some, args));
    }

    private Map<Long, Deadline> deadlines(List<Long> ids, long toAgencyId, Instant now) {
        Map<Long, Deadline> ofRule = new HashMap<>();
        Map<Long, Deadline> ofEntry = new HashMap<>();
        InParts.of(
                ids,
                (some, args) -> sql.list(
                                "SELECT id, rule_id FROM stafflist_entry WHERE id IN " + some,
                                row -> Map.entry(row.getLong(1), row.getLong(2)),
                                args)
                        .forEach(entry -> ofEntry.put(
                                entry.getKey(),
                                ofRule.computeIfAbsent(
                                        entry.getValue(), rule -> deadlines.of(rule, toAgencyId, now)))));
        return ofEntry;
    }
}
