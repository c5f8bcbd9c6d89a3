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
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.FormDefinition;
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
            "SELECT c.id, c.public_id, c.kind, c.about, c.row_count, c.made_by, c.maker, c.made_at, c.undone_at, c.undone_by,"
                    + " (SELECT u.public_id FROM stafflist_change u WHERE u.id = c.undone_in AND u.undone_at IS NULL) AS redo"
                    + " FROM stafflist_change c";
    private static final String HANDS =
            "'EDIT', 'ACCEPT', 'KEEP_GIVEN', 'FIX_ALL', 'CLEAR_ALL', 'TURN_ALL', 'ADD', 'REMOVE'";
    private static final int FEW = 3;
    private static final int TURNS = 20;

    @Inject
    private Lists lists;

    @Inject
    private Forms forms;

    @Inject
    private DraftUndo undo;

    @Inject
    private UndoReach reach;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** An act to be undone. */
    private record Act(long id, ChangeKind kind, boolean undone, int lines) {}

    private record Listed(long id, ChangeView view) {}

    /**
     * What became of undoing an act, or of doing it again.
     *
     * @param changes how many acts were undone or done again, 0 where it was done before
     * @param lines that the act had changed
     * @param withdrawn entries that waited and were withdrawn with it
     * @param toSend lines that came back and have to be sent again, for their entries were withdrawn
     */
    public record Undone(int changes, int lines, long withdrawn, long toSend) {}

    /** The newest first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<ChangeView> changes(Actor actor, PublicId listId) {
        StaffList own = lists.own(actor, listId);
        long list = own.id();
        ColumnNames names = new ColumnNames(forms.of(own));
        Map<Long, List<ChangeView.Line>> lines = lines(list);
        List<Listed> acts = sql.list(
                CHANGE + " WHERE c.list_id = ? AND c.kind <> 'UNDO' ORDER BY c.id DESC LIMIT " + MOST,
                row -> new Listed(
                        row.getLong("id"), view(row, names, lines.getOrDefault(row.getLong("id"), List.of()))),
                list);
        Set<Long> decided = undo.ofDecided(acts.stream()
                .filter(act -> act.view().undoable())
                .map(Listed::id)
                .toList());
        return acts.stream()
                .map(act -> decided.contains(act.id()) ? act.view().fixed() : act.view())
                .toList();
    }

    /** By acts that changed few lines. */
    private Map<Long, List<ChangeView.Line>> lines(long list) {
        Map<Long, List<ChangeView.Line>> lines = new HashMap<>();
        sql.list(
                        "SELECT b.change_id, IFNULL(r.line_number, b.line_number), IFNULL(r.name, b.name) FROM (SELECT id FROM"
                                + " stafflist_change WHERE list_id = ? AND kind <> 'UNDO' AND row_count <= " + FEW
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

    /** What the actor may want to take back while mending lines: the actor's own last act, if it was such. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<ChangeView> last(Actor actor, PublicId listId) {
        return own(actor, listId, " AND c.kind <> 'UNDO'", HANDS);
    }

    /** What the actor may want to do again: the actor's last act was to undo it. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<ChangeView> lastUndone(Actor actor, PublicId listId) {
        return own(actor, listId, "", "'UNDO'");
    }

    private Optional<ChangeView> own(Actor actor, PublicId listId, String which, String kinds) {
        StaffList own = lists.own(actor, listId);
        ColumnNames names = new ColumnNames(forms.of(own));
        return sql.first(
                "SELECT * FROM (" + CHANGE + " WHERE c.list_id = ? AND c.made_by = ? AND c.undone_at IS NULL" + which
                        + " ORDER BY c.id DESC LIMIT 1) newest WHERE kind IN (" + kinds + ")",
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
                row.getBytes("redo") == null ? null : Sql.publicId(row, "redo"),
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

    /** What undoing an act, or doing again what was undone, would do; empty where there is nothing of the kind. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<UndoPlan> plan(Actor actor, PublicId listId, PublicId changeId) {
        StaffList own = lists.own(actor, listId);
        return act(own, changeId)
                .filter(act -> !act.undone() && act.kind() != ChangeKind.WITHDRAW_LIST)
                .map(act -> act.kind() == ChangeKind.UNDO ? again(own, act) : back(own, act));
    }

    private UndoPlan back(StaffList list, Act act) {
        UndoReach.Reach together = reach.of(list.id(), act.id());
        return new UndoPlan(
                false,
                views(list, UndoReach.in(together.acts())),
                together.lines(),
                turns(list, together.acts()),
                undo.waiting(together.acts()),
                undo.toSend(together.acts()),
                undo.decided(together.acts()),
                List.of());
    }

    private UndoPlan again(StaffList list, Act act) {
        List<Long> since = reach.since(list.id(), act.id());
        return new UndoPlan(
                true,
                views(list, "(SELECT id FROM stafflist_change WHERE undone_in = " + act.id() + ")"),
                act.lines(),
                turns(list, List.of(act.id())),
                undo.waiting(List.of(act.id())),
                undo.toSend(List.of(act.id())),
                undo.decided(List.of(act.id())),
                since.isEmpty() ? List.of() : views(list, UndoReach.in(since)));
    }

    private List<UndoPlan.Turn> turns(StaffList list, List<Long> acts) {
        FormDefinition form = forms.of(list);
        return undo.turning(acts, TURNS).stream()
                .map(line -> new UndoPlan.Turn(
                        line.now().number(),
                        line.now().name(),
                        form.columns().stream()
                                .map(column -> StagedRowView.Difference.of(column, line.now(), line.then()))
                                .filter(cell -> !cell.before().equals(cell.after()))
                                .toList()))
                .filter(turn -> !turn.cells().isEmpty())
                .toList();
    }

    /** The earliest first. */
    private List<ChangeView> views(StaffList list, String which) {
        ColumnNames names = new ColumnNames(forms.of(list));
        Map<Long, List<ChangeView.Line>> lines = lines(list.id());
        return sql.list(
                CHANGE + " WHERE c.list_id = ? AND c.id IN " + which + " ORDER BY c.id",
                row -> view(row, names, lines.getOrDefault(row.getLong("id"), List.of())),
                list.id());
    }

    private Optional<Act> act(StaffList list, PublicId changeId) {
        return sql.first(
                "SELECT id, kind, undone_at IS NOT NULL, row_count FROM stafflist_change WHERE public_id = ? AND list_id = ?",
                row -> new Act(row.getLong(1), ChangeKind.valueOf(row.getString(2)), row.getBoolean(3), row.getInt(4)),
                changeId,
                list.id());
    }

    /**
     * Puts the lines back as they were before this act, with the later ones that it takes along: those on the same lines.
     * Entries that came of it and wait are withdrawn; where one is decided already, nothing happens. Asked for once more, it
     * changes nothing. To undo an undoing is to do again what was undone; it takes nothing along.
     *
     * @param later acts that the actor knows of and wants undone with it; where there are more, nothing happens either
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Undone undo(Actor actor, PublicId listId, PublicId changeId, int later) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        Act act = act(list, changeId).orElseThrow(NotFound::new);
        if (act.undone()) {
            return new Undone(0, act.lines(), 0, 0);
        }
        if (act.kind() == ChangeKind.UNDO) {
            List<Long> since = reach.since(list.id(), act.id());
            if (!since.isEmpty()) {
                throw new RuleViolation("stafflist.redo-not-now", maker(since.get(since.size() - 1)));
            }
            long withdrawn = undo.waiting(List.of(act.id()));
            long toSend = undo.toSend(List.of(act.id()));
            int again = undo.redo(list, act.id(), actor);
            trail.fire(
                    new StaffListEvent(actor.accountId(), "stafflist.redone", "list", listId).with("changes", again));
            return new Undone(again, act.lines(), withdrawn, toSend);
        }
        List<Long> together = reach.of(list.id(), act.id()).acts();
        if (together.size() - 1 > later) {
            throw new RuleViolation("stafflist.undo-not-last", maker(together.get(together.size() - 1)));
        }
        long withdrawn = undo.waiting(together);
        long toSend = undo.toSend(together);
        undo.undo(list, together, actor);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.undone", "list", listId)
                .with("changes", together.size()));
        return new Undone(together.size(), act.lines(), withdrawn, toSend);
    }

    private String maker(long change) {
        return sql.first("SELECT maker FROM stafflist_change WHERE id = ?", row -> row.getString(1), change)
                .orElseThrow();
    }
}
