package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Puts lines of a draft, which the caller holds, back as they were before some acts on it. */
@ApplicationScoped
class DraftUndo {
    /** Lines as they were, for {@link DraftRows#row}. */
    private static final String IMAGE = "SELECT b.row_id AS id, b." + DraftChanges.IMAGE.replace(", ", ", b.");

    /** Behind the entry of a line stands the one that it amends: what is in force is decided, whatever is asked of it since. */
    private static final String DECIDED =
            " JOIN stafflist_change c ON c.id = b.change_id JOIN stafflist_row r ON r.id ="
                    + " b.row_id JOIN stafflist_entry e ON e.id = r.entry_id LEFT JOIN stafflist_entry g ON g.id = e.amends_id WHERE ("
                    + decidedSince("e") + " OR " + decidedSince("g") + ")";

    private static String decidedSince(String entry) {
        return "%1$s.decided_at >= c.made_at AND %1$s.state NOT IN ('WAITING', 'PENDING', 'RETURNED', 'WITHDRAWN') AND"
                        .formatted(entry)
                + " (b.entry_id IS NULL OR b.entry_id <> %1$s.id OR %1$s.submitted_at >= c.made_at)".formatted(entry);
    }

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
    private UndoReach reach;

    @Inject
    private RowActs acts;

    @Inject
    private DraftChecks checks;

    @Inject
    private Clock clock;

    /** Puts the lines back to what they were before some acts, which is an act too. */
    void undo(StaffList list, List<Long> undone, Actor actor) {
        DraftChanges.Change undoing = putBack(list, undone, actor);
        String those = UndoReach.in(undone);
        sql.update("UPDATE stafflist_upload SET state = 'UNDONE', version = version + 1 WHERE change_id IN " + those);
        sql.update(
                "UPDATE stafflist_change SET undone_at = ?, undone_by = ?, undone_in = ? WHERE id IN " + those,
                clock.instant(),
                actor.name(),
                undoing.id());
    }

    /** Puts the lines back to what they were before an undoing, and says how many acts are done again. */
    int redo(StaffList list, long undoing, Actor actor) {
        DraftChanges.Change again = putBack(list, List.of(undoing), actor);
        // What was done again is undone by its own images: those of doing it again tell nothing new.
        sql.update("DELETE FROM stafflist_change WHERE id = ?", again.id());
        sql.update(
                "UPDATE stafflist_upload u JOIN stafflist_change c ON c.id = u.change_id SET u.state = 'TAKEN', u.version ="
                        + " u.version + 1 WHERE c.undone_in = ?",
                undoing);
        int done = sql.update(
                "UPDATE stafflist_change SET undone_at = NULL, undone_by = NULL, undone_in = NULL WHERE undone_in = ?",
                undoing);
        // Later undoings of the same lines would put them back to what they were without what is done again.
        sql.update(
                "UPDATE stafflist_change u SET u.undone_at = ?, u.undone_by = ? WHERE u.list_id = ? AND u.kind = 'UNDO' AND"
                        + " u.undone_at IS NULL AND u.id >= ? AND EXISTS (SELECT 1 FROM stafflist_row_before b JOIN"
                        + " stafflist_row_before o ON o.row_id = b.row_id AND o.change_id = u.id WHERE b.change_id = ?)",
                clock.instant(),
                actor.name(),
                list.id(),
                undoing,
                undoing);
        return done;
    }

    private DraftChanges.Change putBack(StaffList list, List<Long> undone, Actor actor) {
        String before = UndoReach.before(undone);
        List<Long> brought = new ArrayList<>();
        List<Long> existed = new ArrayList<>();
        sql.list(
                "SELECT b.row_id, b.existed" + before + " ORDER BY b.row_id",
                row -> (row.getBoolean(2) ? existed : brought).add(row.getLong(1)));
        Set<Long> touched = new LinkedHashSet<>(brought);
        touched.addAll(existed);
        entries.hold(List.copyOf(touched));
        requireUndecided(undone);
        boolean asBefore = reach.isAsBefore(list.id(), undone);
        List<Known> present = asBefore ? List.of() : known(List.copyOf(touched));
        DraftChanges.Change undoing = changes.begin(list.id(), ChangeKind.UNDO, "", actor);
        changes.keepAll(undoing, List.copyOf(touched));
        InParts.of(brought, some -> {
            entries.withdraw(actor, rows.byId(some));
            rows.delete(some);
        });
        letGoOfKeys(before);
        LineCheck check = checks.begin(list);
        InParts.of(existed, (some, args) -> putBack(check, actor, before, touched, some, args));
        if (!asBefore) {
            settle(new RowActs.Act(undoing, list, touched, new HashSet<>()), present);
        }
        changes.end(undoing);
        return undoing;
    }

    /** The rest of the list is another one by now than when the lines were what they are again. */
    private void settle(RowActs.Act act, List<Known> before) {
        InParts.of(List.copyOf(act.rows()), some -> {
            List<DraftRow> unsent = rows.byId(some).stream()
                    .filter(row -> row.state() == RowState.GOOD || row.state() == RowState.BAD)
                    .filter(row -> row.intent() != EntryKind.LEAVE)
                    .toList();
            acts.change(act, unsent);
        });
        Map<Long, byte[]> keys = new HashMap<>();
        known(before.stream().map(Known::id).toList()).forEach(row -> keys.put(row.id(), row.key()));
        before.stream()
                .filter(row -> !Arrays.equals(row.key(), keys.get(row.id())))
                .forEach(row -> act.freed().add(row.number()));
        acts.checkDuplicates(act);
    }

    /** Which document a line has. */
    private record Known(long id, int number, byte[] key) {}

    private List<Known> known(List<Long> ids) {
        List<Known> known = new ArrayList<>();
        InParts.of(
                ids,
                (some, args) -> known.addAll(sql.list(
                        "SELECT id, line_number, row_key FROM stafflist_row WHERE id IN " + some,
                        row -> new Known(row.getLong(1), row.getInt(2), row.getBytes(3)),
                        args)));
        return known;
    }

    private void requireUndecided(List<Long> undone) {
        long decided = decided(undone);
        if (decided > 0) {
            throw new RuleViolation("stafflist.undo-decided", decided);
        }
    }

    /**
     * How many of the entries that came of these acts are decided: those that the lines did not stand for before, or that
     * were submitted anew with what they are now. What was decided before is none of these: a line was put back to it.
     */
    long decided(List<Long> undone) {
        return sql.number("SELECT COUNT(*)" + UndoReach.before(undone) + DECIDED);
    }

    /** Those of the acts of which something is decided. */
    Set<Long> ofDecided(List<Long> undone) {
        return undone.isEmpty()
                ? Set.of()
                : new HashSet<>(sql.list(
                        "SELECT DISTINCT b.change_id FROM stafflist_row_before b" + DECIDED + " AND b.change_id IN "
                                + UndoReach.in(undone),
                        row -> row.getLong(1)));
    }

    /** A line that stays, as it is and as it would be. */
    record Turning(DraftRow now, DraftRow then) {}

    /** The first of these in the order of the list. */
    List<Turning> turning(List<Long> undone, int most) {
        List<DraftRow> before = sql.list(
                IMAGE + UndoReach.before(undone)
                        + " JOIN stafflist_row r ON r.id = b.row_id WHERE b.existed = TRUE ORDER BY r.line_number, r.id LIMIT ?",
                rows::row,
                most);
        Map<Long, DraftRow> present = present(before);
        return before.stream()
                .map(then -> new Turning(Objects.requireNonNull(present.get(then.id())), then))
                .toList();
    }

    private Map<Long, DraftRow> present(List<DraftRow> lines) {
        return rows.byId(lines.stream().map(DraftRow::id).toList()).stream()
                .collect(Collectors.toMap(DraftRow::id, Function.identity()));
    }

    /** How many entries wait that came of these acts, and are withdrawn with them. */
    long waiting(List<Long> undone) {
        return sql.number("SELECT COUNT(DISTINCT e.id)" + UndoReach.before(undone)
                + " JOIN stafflist_row r ON r.id = b.row_id JOIN stafflist_entry e ON e.id = r.entry_id WHERE e.state"
                + " IN ('WAITING', 'PENDING', 'RETURNED') AND (b.existed = FALSE OR b.entry_id IS NULL OR b.entry_id <>"
                + " r.entry_id)");
    }

    /** How many lines come back that were sent before these acts, and whose entries were withdrawn with them. */
    long toSend(List<Long> undone) {
        return sql.number("SELECT COUNT(*)" + UndoReach.before(undone)
                + " JOIN stafflist_entry e ON e.id = b.entry_id LEFT JOIN stafflist_row r ON r.id = b.row_id WHERE b.state ="
                + " 'SUBMITTED' AND e.state = 'WITHDRAWN' AND (r.entry_id IS NULL OR r.entry_id <> b.entry_id)");
    }

    /** Lines may have changed their documents with each other. */
    private void letGoOfKeys(String imagesBefore) {
        sql.update("UPDATE stafflist_row r JOIN (SELECT b.row_id, b.row_key" + imagesBefore
                + " WHERE b.existed = TRUE) o ON o.row_id = r.id SET r.row_key = UNHEX(SHA2(r.public_id, 256)) WHERE r.row_key"
                + " <> o.row_key");
    }

    private void putBack(
            LineCheck check, Actor actor, String imagesBefore, Set<Long> touched, String some, Object[] args) {
        List<DraftRow> before = sql.list(IMAGE + imagesBefore + " WHERE b.row_id IN " + some, rows::row, args);
        Set<ByteBuffer> taken = takenByOthers(check.listId(), before, touched);
        Map<Long, DraftRow> present = present(before);
        entries.withdraw(
                actor,
                before.stream()
                        .map(old -> present.get(old.id()))
                        .filter(Objects::nonNull)
                        .filter(row -> before.stream()
                                .noneMatch(old -> old.id() == row.id() && old.entryId() == row.entryId()))
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
            DraftRow again = submittable(held(old), now, entry);
            (now == null ? missing : restored)
                    .add(taken.contains(ByteBuffer.wrap(old.key())) ? check.withoutDocument(again) : again);
        }
        rows.update(check.listId(), restored);
        rows.insert(check.listId(), numbered(check.listId(), missing));
        lines.putBack(refused);
    }

    /** A line whose number another one has by now comes back at the end. */
    private List<DraftRow> numbered(long listId, List<DraftRow> missing) {
        Set<Integer> taken = new HashSet<>();
        InParts.of(
                missing.stream().map(DraftRow::number).toList(),
                List.of(listId),
                (some, args) -> taken.addAll(sql.list(
                        "SELECT line_number FROM stafflist_row WHERE list_id = ? AND line_number IN " + some,
                        row -> row.getInt(1),
                        args)));
        if (taken.isEmpty()) {
            return missing;
        }
        long last = sql.number("SELECT MAX(line_number) FROM stafflist_row WHERE list_id = ?", listId);
        int next = Math.max(
                (int) last, missing.stream().mapToInt(DraftRow::number).max().orElse(0));
        List<DraftRow> numbered = new ArrayList<>();
        for (DraftRow row : missing) {
            numbered.add(taken.contains(row.number()) ? row.numbered(++next, Map.of()) : row);
        }
        return numbered;
    }

    /** Documents that other lines have by now: they keep them. */
    private Set<ByteBuffer> takenByOthers(long listId, List<DraftRow> before, Set<Long> touched) {
        Set<ByteBuffer> taken = new HashSet<>();
        InParts.of(
                before.stream().map(DraftRow::key).toList(),
                List.of(listId),
                (some, args) -> sql.list(
                        "SELECT id, row_key FROM stafflist_row WHERE list_id = ? AND row_key IN " + some,
                        row -> !touched.contains(row.getLong(1)) && taken.add(ByteBuffer.wrap(row.getBytes(2))),
                        args));
        return taken;
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
}
