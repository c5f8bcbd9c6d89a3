package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Puts the lines of a draft, which the caller holds, back as they were. */
@ApplicationScoped
class DraftUndo {
    private static final String SINCE =
            " FROM stafflist_row_before b JOIN (SELECT i.row_id, MIN(i.change_id) AS change_id"
                    + " FROM stafflist_row_before i JOIN stafflist_change c ON c.id = i.change_id WHERE c.list_id = ? AND c.id >= ?"
                    + " AND c.undone_at IS NULL GROUP BY i.row_id) f ON f.row_id = b.row_id AND f.change_id = b.change_id";

    @Inject
    private Sql sql;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChanges changes;

    @Inject
    private OpenEntries entries;

    @Inject
    private EntryLines lines;

    @Inject
    private SamePeople samePeople;

    @Inject
    private Clock clock;

    int backTo(StaffList list, long change, Actor actor) {
        List<Long> brought = new ArrayList<>();
        List<Long> existed = new ArrayList<>();
        sql.list(
                "SELECT b.row_id, b.existed" + SINCE + " ORDER BY b.row_id",
                row -> (row.getBoolean(2) ? existed : brought).add(row.getLong(1)),
                list.id(),
                change);
        List<Long> touched = new ArrayList<>(brought);
        touched.addAll(existed);
        entries.hold(touched);
        requireUndecided(list.id(), change);
        Set<ByteBuffer> alike = samePeople.keys(touched);
        InParts.of(brought, some -> {
            entries.withdraw(rows.byId(some));
            rows.delete(some);
        });
        letGoOfKeys(list.id(), change);
        InParts.of(existed, List.of(list.id(), change), (some, args) -> putBack(list.id(), some, args));
        alike.addAll(samePeople.keys(existed));
        samePeople.settle(list.id(), alike);
        changes.moveOn(list.id());
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
     * before, or that were submitted anew with what they are now. What was decided before is none of these: a line was put
     * back to it.
     */
    long decided(long listId, long change) {
        return sql.number(
                "SELECT COUNT(*)" + SINCE
                        + " JOIN stafflist_change c ON c.id = b.change_id JOIN stafflist_row r ON r.id ="
                        + " b.row_id JOIN stafflist_entry e ON e.id = r.entry_id WHERE e.decided_at >= c.made_at AND e.state"
                        + " NOT IN ('WAITING', 'PENDING', 'RETURNED', 'WITHDRAWN') AND (b.entry_id IS NULL OR b.entry_id <>"
                        + " r.entry_id OR r.state = 'SUBMITTED' AND e.submitted_at >= c.made_at)",
                listId,
                change);
    }

    /** How many entries wait that came of this act and the later ones, and are withdrawn with it. */
    long waiting(long listId, long change) {
        return sql.number(
                "SELECT COUNT(DISTINCT e.id)" + SINCE
                        + " JOIN stafflist_row r ON r.id = b.row_id JOIN stafflist_entry e ON e.id = r.entry_id WHERE e.state"
                        + " IN ('WAITING', 'PENDING', 'RETURNED') AND (b.existed = FALSE OR b.entry_id IS NULL OR b.entry_id <>"
                        + " r.entry_id)",
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

    private void putBack(long listId, String some, Object[] args) {
        List<DraftRow> before = sql.list(
                "SELECT b.row_id AS id, b.public_id, b.upload_id, b.line_number, b.file_row, b.row_key, b.alike_key, b.workplace_id, b.state, b.intent,"
                        + " b.entry_id, b.leave_on, b.name, b.cells, b.problems" + SINCE + " WHERE b.row_id IN " + some,
                rows::row,
                args);
        Map<Long, DraftRow> present = new HashMap<>();
        rows.byId(before.stream().map(DraftRow::id).toList()).forEach(row -> present.put(row.id(), row));
        entries.withdraw(before.stream()
                .map(old -> present.get(old.id()))
                .filter(Objects::nonNull)
                .filter(row -> before.stream().noneMatch(old -> old.id() == row.id() && old.entryId() == row.entryId()))
                .toList());
        Map<Long, OpenEntries.Held> states = entries.held(before);
        List<DraftRow> restored = new ArrayList<>();
        List<DraftRow> missing = new ArrayList<>();
        List<EntryLines.Amended> refused = new ArrayList<>();
        for (DraftRow old : before) {
            DraftRow now = present.get(old.id());
            OpenEntries.Held entry = states.get(old.entryId());
            if (entry != null && entry.isRefusedAmendment() && old.state() == RowState.SUBMITTED) {
                refused.add(new EntryLines.Amended(old.id(), old.entryId(), entry.amendsId()));
            }
            (now == null ? missing : restored).add(submittable(held(old), now, entry));
        }
        rows.update(listId, restored);
        rows.insert(listId, missing);
        lines.putBack(refused);
    }

    /** What was on its way before the act is not put on it again. */
    private static DraftRow held(DraftRow old) {
        return old.state() == RowState.SENDING ? old.found(old.key(), RowState.GOOD, old.problems()) : old;
    }

    /** What its entry does not say any more, a line has to be submitted for again. */
    private static DraftRow submittable(DraftRow old, @Nullable DraftRow now, OpenEntries.@Nullable Held entry) {
        if (entry == null) {
            return old;
        }
        if (entry.isRefusedAmendment()) {
            return old.standingFor(entry.amendsId());
        }
        if (old.state() != RowState.SUBMITTED) {
            return old;
        }
        if (entry.state() == EntryState.WITHDRAWN && (now == null || now.entryId() != old.entryId())) {
            return entry.kind() == EntryKind.LEAVE
                    ? old.leaving(entry.amendsId(), entry.from())
                    : old.as(RowState.GOOD, entry.asking());
        }
        boolean submittedAnew = now != null
                && now.state() == RowState.SUBMITTED
                && entry.state().isOpen();
        return submittedAnew ? old.as(RowState.GOOD, entry.asking()) : old;
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
}
