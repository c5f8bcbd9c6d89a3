package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
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
 * An entry goes to the agency that is competent. Its place in the order of submission, the applicant's deadline and whether
 * its rule lets an agency judge its own people stay as they are; the agency that gets it has its own time. Where that is one which is not named to applicants, they are told of the
 * one that had it before. While nobody there has opened it, the agency that passed it on can have it back as it was.
 */
@UseCase
public class EntryForwarding {
    /** An entry that is passed about more often than this is decided where it is, or by the triage desk. */
    public static final int MOST = 3;

    private static final String OF_ACT =
            " FROM stafflist_passed_on p JOIN stafflist_entry e ON e.id = p.entry_id WHERE p.act_id = ? AND"
                    + " p.from_agency_id = ?";
    /** Nobody at the agency that got it has seen it or was given it, and it is as it came. */
    private static final String UNTOUCHED = "(e.agency_id = p.to_agency_id AND e.version = p.version AND e.holder_id IS"
            + " NULL AND p.opened_at IS NULL AND " + EntryAction.CALL_BACK.allowed() + ")";

    /** How it stands with an entry of an act; a moment: what was passed on later can still be called back. */
    private static final String STANDS = "CASE WHEN p.entry_id IS NULL THEN 'PASSED_ON' WHEN e.state = 'WITHDRAWN' THEN"
            + " 'WITHDRAWN' WHEN NOT " + EntryAction.CALL_BACK.allowed() + " THEN 'JUDGED' WHEN e.agency_id <>"
            + " p.to_agency_id THEN 'PASSED_ON' WHEN p.opened_at IS NOT NULL OR e.holder_id IS NOT NULL THEN 'OPENED'"
            + " WHEN e.version <> p.version THEN 'CHANGED' WHEN p.passed_at <= ? THEN 'LATE' END";

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
     * @param actId under which it can be called back
     * @return its number
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public long forward(Actor actor, PublicId id, int version, long toAgencyId, boolean triage, long actId) {
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
        move(List.of(entry), toAgencyId, actId);
        return entry.id();
    }

    /** Some hundreds of the agency's queue; what cannot be moved is left out and named. */
    @Requires(Permission.REVIEW_ENTRIES)
    public EntryDecisions.Result forwardMany(Actor actor, List<Long> ids, long toAgencyId, boolean triage, long actId) {
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
        move(moved, toAgencyId, actId);
        return new EntryDecisions.Result(moved.stream().map(Entry::id).toList(), leftOut);
    }

    private static void require(Entry entry, boolean triage) {
        EntryAction.FORWARD.require(entry.position());
        if (entry.forwards() >= MOST && !triage) {
            throw new RuleViolation("stafflist.forwarded-enough", MOST);
        }
    }

    /**
     * What was passed on in one act and lies as it came, neither opened nor passed on again.
     *
     * @param free that can be called back
     * @param late of which the time to call back is over
     */
    public record PassedOn(long free, long late) {}

    /** @param since what was passed on later can still be called back */
    @Requires(Permission.REVIEW_ENTRIES)
    public PassedOn passedOn(Actor actor, long actId, Instant since) {
        return sql.first(
                        "SELECT IFNULL(SUM(p.passed_at > ?), 0), IFNULL(SUM(p.passed_at <= ?), 0)" + OF_ACT + " AND "
                                + UNTOUCHED,
                        row -> new PassedOn(row.getLong(1), row.getLong(2)),
                        since,
                        since,
                        actId,
                        actor.agencyId())
                .orElseThrow();
    }

    /** Why something that was passed on cannot be called back. */
    public enum Stays {
        /** By somebody at the agency that got it. */
        OPENED,
        JUDGED,
        /** In turn, to another agency. */
        PASSED_ON,
        WITHDRAWN,
        /** Mended by its sender, or judged and that taken back. */
        CHANGED,
        LATE;

        /** Key of the sentence. */
        public String key() {
            return "stafflist.stays." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param line of the list */
    public record Kept(String name, int line, Stays why) {}

    /**
     * Those entries of an act that cannot be called back, by their lines.
     *
     * @param ids of the act, but for what was called back already
     * @param since what was passed on later can still be called back
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Kept> kept(Actor actor, long actId, Instant since, List<Long> ids) {
        List<Kept> kept = new ArrayList<>();
        InParts.of(
                ids,
                List.of(since, actId),
                (some, args) -> kept.addAll(sql.list(
                        "SELECT * FROM (SELECT e.name, e.line_number, " + STANDS
                                + " AS why FROM stafflist_entry e LEFT JOIN"
                                + " stafflist_passed_on p ON p.entry_id = e.id AND p.act_id = ? WHERE e.id IN " + some
                                + ") stand WHERE why IS NOT NULL",
                        row -> new Kept(row.getString(1), row.getInt(2), Stays.valueOf(row.getString(3))),
                        args)));
        kept.sort(Comparator.comparingInt(Kept::line).thenComparing(Kept::name));
        return kept;
    }

    /** Somebody of the actor's agency sees an entry: whoever passed it on to there does not have it back. */
    @Requires(Permission.REVIEW_ENTRIES)
    public void opened(Actor actor, long entryId) {
        sql.update(
                "UPDATE stafflist_passed_on SET opened_at = ? WHERE entry_id = ? AND to_agency_id = ? AND opened_at IS NULL",
                clock.instant(),
                entryId,
                actor.agencyId());
    }

    /** Back to the actor's agency as it was there, some hundreds at a time. Says which; none where there are no more. */
    @Requires(Permission.REVIEW_ENTRIES)
    public List<Long> callBack(Actor actor, long actId, Instant since, int most) {
        Map<Long, Integer> passed = new HashMap<>();
        sql.list(
                        "SELECT e.id, p.version" + OF_ACT + " AND p.passed_at > ? AND " + UNTOUCHED
                                + " ORDER BY e.id LIMIT ?",
                        row -> Map.entry(row.getLong(1), row.getInt(2)),
                        actId,
                        actor.agencyId(),
                        since,
                        most)
                .forEach(each -> passed.put(each.getKey(), each.getValue()));
        if (passed.isEmpty()) {
            return List.of();
        }
        List<Entry> held =
                lists.entriesForDecision(passed.keySet().stream().sorted().toList());
        Set<Long> unseen = new HashSet<>();
        InParts.of(
                held.stream().map(Entry::id).toList(),
                (some, args) -> unseen.addAll(sql.list(
                        "SELECT entry_id FROM stafflist_passed_on WHERE opened_at IS NULL AND entry_id IN " + some
                                + " ORDER BY entry_id FOR UPDATE",
                        row -> row.getLong(1),
                        args)));
        List<Long> back = held.stream()
                .filter(entry -> EntryAction.CALL_BACK.isAllowedAt(entry.position())
                        && !entry.isTaken()
                        && unseen.contains(entry.id())
                        && entry.version() == passed.getOrDefault(entry.id(), -1))
                .map(Entry::id)
                .toList();
        lists.forget(held);
        InParts.of(
                back,
                (some, args) -> sql.update(
                        "UPDATE stafflist_entry e JOIN stafflist_passed_on p ON p.entry_id = e.id SET e.agency_id ="
                                + " p.from_agency_id, e.told_agency_id = p.told_agency_id, e.own_people = p.own_people,"
                                + " e.arrived_at = p.arrived_at, e.due_at = p.due_at, e.alarm_at = p.alarm_at, e.alarms ="
                                + " p.alarms, e.forwards = p.forwards, e.version = e.version + 1 WHERE e.id IN " + some,
                        args));
        rename(back, actor.agencyId());
        InParts.of(back, (some, args) -> sql.update("DELETE FROM stafflist_passed_on WHERE entry_id IN " + some, args));
        return back;
    }

    private void rename(List<Long> ids, long agencyId) {
        EntryLevels.move(sql, ids);
        InParts.of(
                ids,
                List.of(agencyId),
                (some, args) ->
                        sql.update("UPDATE stafflist_entry_name SET agency_id = ? WHERE entry_id IN " + some, args));
    }

    private void move(List<Entry> entries, long toAgencyId, long actId) {
        Instant now = clock.instant();
        List<Long> ids = entries.stream().map(Entry::id).toList();
        InParts.of(
                ids,
                List.of(actId, toAgencyId, now),
                (some, args) -> sql.update(
                        "REPLACE INTO stafflist_passed_on (entry_id, act_id, from_agency_id, to_agency_id, passed_at,"
                                + " version, told_agency_id, own_people, arrived_at, due_at, alarm_at, alarms, forwards)"
                                + " SELECT id, ?, agency_id, ?, ?, version + 1, told_agency_id, own_people, arrived_at,"
                                + " due_at, alarm_at, alarms, forwards FROM stafflist_entry WHERE id IN " + some,
                        args));
        Map<Long, Deadline> deadlines = deadlines(ids, toAgencyId, now);
        boolean named = catalogue
                .agency(toAgencyId)
                .map(AgencyView::isNamedWhenPassedOn)
                .orElse(true);
        // Assigned from left to right: what is told is kept before the agency changes.
        sql.batch(
                "UPDATE stafflist_entry SET told_agency_id = IF(?, NULL, IFNULL(told_agency_id, agency_id)),"
                        + " agency_id = ?, arrived_at = ?, due_at = ?, alarm_at = ?,"
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
        rename(ids, toAgencyId);
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
