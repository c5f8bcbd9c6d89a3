package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What was done to a draft, and taking it back. */
@UseCase
public class DraftHistory {
    private static final int MOST = 100;
    private static final String CHANGE =
            "SELECT id, public_id, kind, about, row_count, made_by, maker, made_at, undone_at,"
                    + " undone_by FROM stafflist_change";
    private static final int FEW = 3;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private DraftUndo undo;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** An act to be undone. */
    private record Act(long id, boolean undone, int lines) {}

    private record Listed(long id, ChangeView view) {}

    /**
     * What became of undoing an act.
     *
     * @param changes how many acts were undone, 0 where it was done before
     * @param lines that the act had changed
     */
    public record Undone(int changes, int lines) {}

    /** The newest first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<ChangeView> changes(Actor actor, PublicId listId) {
        StaffList own = lists.own(actor, listId);
        long list = own.id();
        ColumnNames names = new ColumnNames(forms.of(own));
        Map<Long, List<ChangeView.Line>> lines = lines(list);
        List<Listed> acts = sql.list(
                CHANGE + " WHERE list_id = ? ORDER BY id DESC LIMIT " + MOST,
                row -> new Listed(
                        row.getLong("id"), view(row, names, lines.getOrDefault(row.getLong("id"), List.of()))),
                list);
        long oldest = oldestUndoable(list, acts);
        return acts.stream()
                .map(act -> act.id() < oldest ? act.view().fixed() : act.view())
                .toList();
    }

    /** What is decided of an act is decided of every earlier one that would be undone with it. */
    private long oldestUndoable(long list, List<Listed> acts) {
        List<Long> open = acts.stream()
                .filter(act -> act.view().undoable())
                .map(Listed::id)
                .toList();
        int undoable = 0;
        int above = open.size();
        while (undoable < above) {
            int middle = (undoable + above) / 2;
            if (undo.decided(list, open.get(middle)) == 0) {
                undoable = middle + 1;
            } else {
                above = middle;
            }
        }
        return undoable == 0 ? Long.MAX_VALUE : open.get(undoable - 1);
    }

    /** By acts that changed few lines. */
    private Map<Long, List<ChangeView.Line>> lines(long list) {
        Map<Long, List<ChangeView.Line>> lines = new HashMap<>();
        sql.list(
                        "SELECT b.change_id, IFNULL(r.line_number, b.line_number), IFNULL(r.name, b.name) FROM (SELECT id FROM"
                                + " stafflist_change WHERE list_id = ? AND row_count <= " + FEW
                                + " ORDER BY id DESC LIMIT " + MOST
                                + ") c JOIN stafflist_row_before b ON b.change_id = c.id LEFT JOIN stafflist_row r ON r.id ="
                                + " b.row_id ORDER BY b.change_id, 2, b.row_id",
                        row -> Map.entry(
                                row.getLong(1),
                                new ChangeView.Line(row.getInt(2), Objects.requireNonNullElse(row.getString(3), ""))),
                        list)
                .forEach(line -> {
                    if (line.getValue().number() > 0) {
                        lines.computeIfAbsent(line.getKey(), unused -> new ArrayList<>())
                                .add(line.getValue());
                    }
                });
        return lines;
    }

    /** What the actor may want to take back while mending lines: the last act, if it is the actor's own and was such. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<ChangeView> last(Actor actor, PublicId listId) {
        StaffList own = lists.own(actor, listId);
        ColumnNames names = new ColumnNames(forms.of(own));
        return sql.first(
                "SELECT * FROM (" + CHANGE + " WHERE list_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1) newest"
                        + " WHERE made_by = ? AND kind IN ('EDIT', 'ACCEPT', 'KEEP_GIVEN', 'FIX_ALL', 'CLEAR_ALL', 'TURN_ALL',"
                        + " 'ADD', 'REMOVE')",
                row -> view(row, names, List.of()),
                own.id(),
                actor.accountId());
    }

    private static ChangeView view(ResultSet row, ColumnNames names, List<ChangeView.Line> lines) throws SQLException {
        ChangeKind kind = ChangeKind.valueOf(row.getString("kind"));
        String about = row.getString("about");
        return new ChangeView(
                Sql.publicId(row, "public_id"),
                kind,
                kind == ChangeKind.UPLOAD ? about : names.of(about, false),
                kind == ChangeKind.UPLOAD ? about : names.of(about, true),
                row.getInt("row_count"),
                row.getString("maker"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                Sql.instant(row, "undone_at"),
                Objects.requireNonNullElse(row.getString("undone_by"), ""),
                lines,
                kind != ChangeKind.WITHDRAW_LIST && row.getTimestamp("undone_at") == null);
    }

    /** A line that an act changed, and that is there still or again. */
    public record Line(PublicId id, int number, String name) {}

    /** Of one act, the first of them in the order of the list. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<Line> lines(Actor actor, PublicId listId, PublicId changeId) {
        return sql.list(
                "SELECT r.public_id, r.line_number, r.name FROM stafflist_change c JOIN stafflist_row_before b ON b.change_id ="
                        + " c.id JOIN stafflist_row r ON r.id = b.row_id WHERE c.public_id = ? AND c.list_id = ?"
                        + " ORDER BY r.line_number, r.id LIMIT " + FEW,
                row -> new Line(PublicId.ofBytes(row.getBytes(1)), row.getInt(2), row.getString(3)),
                changeId,
                lists.own(actor, listId).id());
    }

    /** How many entries that wait would be withdrawn if this act and every later one were undone. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public long withdrawnWith(Actor actor, PublicId listId, PublicId changeId) {
        long list = lists.own(actor, listId).id();
        return sql.first(
                        "SELECT id FROM stafflist_change WHERE public_id = ? AND list_id = ?",
                        row -> row.getLong(1),
                        changeId,
                        list)
                .map(change -> undo.waiting(list, change))
                .orElse(0L);
    }

    /**
     * Puts the lines back as they were before this act and every later one. Entries that came of it and wait are withdrawn;
     * where one is decided already, nothing happens. Asked for once more, it changes nothing.
     *
     * @param later acts that the actor knows of and wants undone with it; where there are more, nothing happens either
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Undone undo(Actor actor, PublicId listId, PublicId changeId, int later) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        Act act = sql.first(
                        "SELECT id, undone_at IS NOT NULL, row_count FROM stafflist_change WHERE public_id = ? AND list_id = ?",
                        row -> new Act(row.getLong(1), row.getBoolean(2), row.getInt(3)),
                        changeId,
                        list.id())
                .orElseThrow(NotFound::new);
        if (act.undone()) {
            return new Undone(0, act.lines());
        }
        List<String> since = sql.list(
                "SELECT maker FROM stafflist_change WHERE list_id = ? AND id > ? AND undone_at IS NULL ORDER BY id DESC",
                row -> row.getString(1),
                list.id(),
                act.id());
        if (since.size() > later) {
            throw new RuleViolation("stafflist.undo-not-last", since.get(0));
        }
        int undone = undo.backTo(list, act.id(), actor);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.undone", "list", listId).with("changes", undone));
        return new Undone(undone, act.lines());
    }
}
