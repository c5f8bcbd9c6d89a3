package vn.khanhhoa.thecovid.stafflist;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;

/**
 * What an assessment made of the people of open entries, kept beside the entries so that a queue can be asked for it. It is the
 * cache of an assessment with its time: a level is never a property of a person, and whoever decides by it asks again. Which
 * level somebody has is not known here; it is brought.
 */
@UseCase
public class EntryLevels {
    static final String GREEN = "GREEN";

    private static final Instant NEVER = LocalDateTime.of(9999, 12, 31, 0, 0).toInstant(ZoneOffset.UTC);

    /** What nothing else has touched is asked again all the same, some at any hour. */
    private static final Duration OLDEST = Duration.ofHours(24);

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** Of whom a level is to be asked, and where. */
    public record Asked(long entryId, long personId, long areaId) {}

    /** @param level as the condition matrix takes it, empty where there are no criteria @param until none for good */
    public record Found(
            long entryId, String level, @Nullable Instant until) {
        boolean isGreen() {
            return level.equals(GREEN);
        }
    }

    /**
     * The next whose level is due, and due no more once the transaction ends. What is not open any more, and whoever only leaves,
     * is forgotten. The entries themselves are not held: a reviewer who asks for the next one would be led past them. What
     * somebody does with an entry meanwhile makes it due again.
     */
    @Requires(Permission.RUN_JOBS)
    public List<Asked> due(Actor portal, int most) {
        List<Long> due = sql.list(
                "SELECT entry_id FROM stafflist_level_due ORDER BY entry_id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.getLong(1),
                most);
        List<Asked> asked = new ArrayList<>();
        InParts.of(
                due,
                (some, args) -> sql.list(
                        "SELECT id, person_id, area_id FROM stafflist_entry WHERE kind <> 'LEAVE' AND state IN ('WAITING',"
                                + " 'PENDING') AND id IN " + some,
                        row -> asked.add(new Asked(row.getLong(1), row.getLong(2), row.getLong(3))),
                        args));
        Set<Long> over = new HashSet<>(due);
        asked.forEach(each -> over.remove(each.entryId()));
        unmark(sql, List.copyOf(over));
        // One by one: for a list the database may walk through the table, into what another step holds.
        sql.batch(
                "DELETE FROM stafflist_level_due WHERE entry_id = ?",
                due,
                (statement, entry) -> statement.setLong(1, entry));
        return asked;
    }

    /** Makes due what the clock, or other criteria than then, may have made another. @return how many */
    @Requires(Permission.RUN_JOBS)
    public int dueAgain(Actor portal, long rulesStamp, int most) {
        Instant now = clock.instant();
        return again("until <= ?", most, now)
                + again("rules_stamp < ?", most, rulesStamp)
                + again("rules_stamp > ?", most, rulesStamp)
                + again("assessed_at < ?", most, now.minus(OLDEST));
    }

    /** Makes due the next open ones after an entry. @return them, in the order of their ids */
    @Requires(Permission.RUN_JOBS)
    public List<Long> dueAfter(Actor portal, long entryId, int most) {
        List<Long> next = sql.list(
                "SELECT entry_id FROM stafflist_entry_level WHERE entry_id > ? ORDER BY entry_id LIMIT ?",
                row -> row.getLong(1),
                entryId,
                most);
        mark(next);
        return next;
    }

    private int again(String which, int most, Object than) {
        return mark(sql.list(
                "SELECT entry_id FROM stafflist_entry_level WHERE " + which + " LIMIT ?",
                row -> row.getLong(1),
                than,
                most));
    }

    private int mark(Collection<Long> entryIds) {
        mark(sql, entryIds);
        return entryIds.size();
    }

    /** In the order of the key, so that two who do so at once do not wait for each other in a circle. */
    static void mark(Sql sql, Collection<Long> entryIds) {
        sql.batch(
                "INSERT IGNORE INTO stafflist_level_due (entry_id) VALUES (?)",
                entryIds.stream().sorted().toList(),
                (statement, id) -> statement.setLong(1, id));
    }

    /** The next assessment of these people may be another one. */
    @Requires(Permission.RUN_JOBS)
    public void touched(Actor portal, Set<Long> personIds) {
        InParts.of(
                List.copyOf(personIds),
                (some, args) -> mark(sql.list(
                        "SELECT id FROM stafflist_entry WHERE state IN ('WAITING', 'PENDING') AND person_id IN " + some,
                        row -> row.getLong(1),
                        args)));
    }

    /** What was found of those that were {@link #due}, in the same transaction. */
    @Requires(Permission.RUN_JOBS)
    public void keep(Actor portal, List<Found> found, long rulesStamp) {
        Set<Long> marked = new HashSet<>();
        InParts.of(
                found.stream().map(Found::entryId).toList(),
                (some, args) -> marked.addAll(sql.list(
                        "SELECT n.entry_id FROM stafflist_entry_name n JOIN stafflist_entry e ON e.id = n.entry_id AND"
                                + " e.agency_id = n.agency_id WHERE n.token = '" + QueueWords.LEVEL_GREEN
                                + "' AND n.entry_id IN " + some,
                        row -> row.getLong(1),
                        args)));
        Instant now = clock.instant();
        sql.batch(
                "INSERT INTO stafflist_entry_level (entry_id, level, until, assessed_at, rules_stamp) VALUES (?, ?, ?, ?, ?) ON"
                        + " DUPLICATE KEY UPDATE level = VALUES(level), until = VALUES(until), assessed_at = VALUES(assessed_at),"
                        + " rules_stamp = VALUES(rules_stamp)",
                found,
                (statement, each) -> {
                    statement.setLong(1, each.entryId());
                    statement.setString(2, each.level());
                    statement.setTimestamp(3, Timestamp.from(Objects.requireNonNullElse(each.until(), NEVER)));
                    statement.setTimestamp(4, Timestamp.from(now));
                    statement.setLong(5, rulesStamp);
                });
        InParts.of(
                found.stream()
                        .filter(each -> !each.isGreen() && marked.contains(each.entryId()))
                        .map(Found::entryId)
                        .toList(),
                (some, args) -> sql.update(
                        "DELETE FROM stafflist_entry_name WHERE token = '" + QueueWords.LEVEL_GREEN
                                + "' AND entry_id IN " + some,
                        args));
        InParts.of(
                found.stream()
                        .filter(each -> each.isGreen() && !marked.contains(each.entryId()))
                        .map(Found::entryId)
                        .toList(),
                (some, args) -> sql.update(
                        "INSERT IGNORE INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id) SELECT agency_id, '"
                                + QueueWords.LEVEL_GREEN + "', submitted_at, id FROM stafflist_entry WHERE id IN "
                                + some,
                        args));
    }

    /** What is kept of open entries of the actor's agency, and holds still; the caller keeps on record that somebody looked. */
    @Requires(Permission.REVIEW_ENTRIES)
    public Map<Long, String> known(Actor actor, List<Long> entryIds) {
        Map<Long, String> known = new HashMap<>();
        InParts.of(
                entryIds,
                List.of(actor.agencyId(), clock.instant()),
                (some, args) -> sql.list(
                                "SELECT l.entry_id, l.level FROM stafflist_entry_level l JOIN stafflist_entry e ON e.id = l.entry_id"
                                        + " WHERE e.agency_id = ? AND l.until > ? AND l.level <> '' AND l.entry_id IN "
                                        + some,
                                row -> Map.entry(row.getLong(1), row.getString(2)),
                                args)
                        .forEach(each -> known.put(each.getKey(), each.getValue())));
        return known;
    }

    /** Whom a decision on these entries of the queue would be about. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, Asked> of(Actor portal, List<Long> entryIds) {
        Map<Long, Asked> asked = new HashMap<>();
        InParts.of(
                entryIds,
                (some, args) -> sql.list(
                                "SELECT id, person_id, area_id FROM stafflist_entry WHERE id IN " + some,
                                row -> new Asked(row.getLong(1), row.getLong(2), row.getLong(3)),
                                args)
                        .forEach(each -> asked.put(each.entryId(), each)));
        return asked;
    }

    /** What is not open any more needs no level. */
    static void forget(Sql sql, List<Long> entryIds) {
        InParts.of(
                entryIds,
                (some, args) -> sql.update("DELETE FROM stafflist_entry_level WHERE entry_id IN " + some, args));
    }

    /** Nothing is known of their levels. */
    static void unmark(Sql sql, List<Long> entryIds) {
        forget(sql, entryIds);
        InParts.of(
                entryIds,
                (some, args) -> sql.update(
                        "DELETE FROM stafflist_entry_name WHERE token = '" + QueueWords.LEVEL_GREEN
                                + "' AND entry_id IN " + some,
                        args));
    }

    /** Before they go to another agency: there the mark is set anew, so that two who do so at once leave no second one. */
    static void move(Sql sql, List<Long> entryIds) {
        unmark(sql, entryIds);
        mark(sql, entryIds);
    }
}
