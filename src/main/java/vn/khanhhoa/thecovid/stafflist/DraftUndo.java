package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Puts the lines of a draft, which the caller holds, back as they were. */
@ApplicationScoped
class DraftUndo {
    private static final int STEP = 1_000;
    private static final String SINCE =
            " FROM stafflist_row_before b JOIN (SELECT i.row_id, MIN(i.change_id) AS change_id"
                    + " FROM stafflist_row_before i JOIN stafflist_change c ON c.id = i.change_id WHERE c.list_id = ? AND c.id >= ?"
                    + " AND c.undone_at IS NULL GROUP BY i.row_id) f ON f.row_id = b.row_id AND f.change_id = b.change_id";

    @Inject
    private Sql sql;

    @Inject
    private DraftRows rows;

    @Inject
    private OpenEntries entries;

    @Inject
    private Clock clock;

    int backTo(StaffList list, long change, Actor actor) {
        requireUndecided(list.id(), change);
        List<Long> brought = sql.list(
                "SELECT b.row_id" + SINCE + " WHERE b.existed = FALSE ORDER BY b.row_id",
                row -> row.getLong(1),
                list.id(),
                change);
        List<Long> existed = sql.list(
                "SELECT b.row_id" + SINCE + " WHERE b.existed = TRUE ORDER BY b.row_id",
                row -> row.getLong(1),
                list.id(),
                change);
        steps(brought, some -> {
            List<DraftRow> there = rows.byId(some);
            entries.withdraw(there);
            rows.delete(some);
        });
        letGoOfKeys(list.id(), change);
        steps(existed, some -> putBack(list.id(), change, some));
        return markUndone(list.id(), change, actor);
    }

    private void requireUndecided(long listId, long change) {
        long decided = decided(listId, change);
        if (decided > 0) {
            throw new RuleViolation("stafflist.undo-decided", decided);
        }
    }

    /**
     * How many of the entries that came of this act and the later ones are decided: those that the lines did not stand for
     * before, or that were submitted anew with what they are now.
     */
    long decided(long listId, long change) {
        return sql.number(
                "SELECT COUNT(*)" + SINCE
                        + " JOIN stafflist_change c ON c.id = b.change_id JOIN stafflist_row r ON r.id ="
                        + " b.row_id JOIN stafflist_entry e ON e.id = r.entry_id WHERE e.decided_at IS NOT NULL AND e.state NOT"
                        + " IN ('WAITING', 'PENDING', 'RETURNED', 'WITHDRAWN') AND (b.entry_id IS NULL OR b.entry_id <>"
                        + " r.entry_id OR r.state = 'SUBMITTED' AND e.submitted_at >= c.made_at)",
                listId,
                change);
    }

    /** Lines may have changed their documents with each other. */
    private void letGoOfKeys(long listId, long change) {
        sql.update(
                "UPDATE stafflist_row r JOIN (SELECT b.row_id, b.row_key" + SINCE
                        + " WHERE b.existed = TRUE) o ON o.row_id ="
                        + " r.id SET r.row_key = UNHEX(SHA2(r.public_id, 256)) WHERE r.row_key <> o.row_key",
                listId,
                change);
    }

    private void putBack(long listId, long change, List<Long> some) {
        Object[] args = new Object[some.size() + 2];
        args[0] = listId;
        args[1] = change;
        for (int i = 0; i < some.size(); i++) {
            args[i + 2] = some.get(i);
        }
        List<DraftRow> before = sql.list(
                "SELECT b.row_id AS id, b.public_id, b.upload_id, b.line_number, b.row_key, b.alike_key, b.state, b.intent,"
                        + " b.entry_id, b.leave_on, b.name, b.cells, b.problems" + SINCE + " WHERE b.row_id IN ("
                        + Sql.marks(some.size()) + ")",
                rows::row,
                args);
        Map<Long, DraftRow> present = new HashMap<>();
        rows.byId(some).forEach(row -> present.put(row.id(), row));
        List<Long> since = present.values().stream()
                .filter(row -> row.entryId() != 0
                        && before.stream().noneMatch(old -> old.id() == row.id() && old.entryId() == row.entryId()))
                .map(DraftRow::entryId)
                .toList();
        entries.withdrawById(since);
        Map<Long, OpenEntries.Held> states = entries.held(before);
        List<DraftRow> restored = new ArrayList<>();
        List<DraftRow> missing = new ArrayList<>();
        for (DraftRow old : before) {
            DraftRow now = present.get(old.id());
            (now == null ? missing : restored).add(submittable(old, now, states.get(old.entryId())));
        }
        rows.update(listId, restored);
        rows.insert(listId, missing);
    }

    /** What its entry does not say any more, a line has to be submitted for again. */
    private static DraftRow submittable(DraftRow old, @Nullable DraftRow now, OpenEntries.@Nullable Held entry) {
        if (old.state() != RowState.SUBMITTED || entry == null) {
            return old;
        }
        boolean withdrawn = entry.state() == EntryState.WITHDRAWN && (now == null || now.entryId() != old.entryId());
        boolean submittedAnew = now != null
                && now.state() == RowState.SUBMITTED
                && entry.state().isOpen();
        return withdrawn || submittedAnew ? old.as(RowState.GOOD, entry.asking()) : old;
    }

    private int markUndone(long listId, long change, Actor actor) {
        sql.update(
                "UPDATE stafflist_upload u JOIN stafflist_change c ON c.id = u.change_id SET u.state = 'UNDONE', u.version ="
                        + " u.version + 1 WHERE c.list_id = ? AND c.id >= ? AND c.undone_at IS NULL",
                listId,
                change);
        return sql.update(
                "UPDATE stafflist_change SET undone_at = ?, undone_by = ? WHERE list_id = ? AND id >= ? AND undone_at IS NULL",
                clock.instant(),
                actor.name(),
                listId,
                change);
    }

    private static void steps(List<Long> ids, Consumer<List<Long>> step) {
        for (int from = 0; from < ids.size(); from += STEP) {
            step.accept(ids.subList(from, Math.min(ids.size(), from + STEP)));
        }
    }
}
