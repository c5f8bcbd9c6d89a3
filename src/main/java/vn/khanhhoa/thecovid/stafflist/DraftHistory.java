package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    private static final String CHANGE = "SELECT public_id, kind, about, row_count, made_by, maker, made_at, undone_at,"
            + " undone_by FROM stafflist_change";
    private static final int FEW = 3;

    @Inject
    private Lists lists;

    @Inject
    private DraftUndo undo;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** An act to be undone. */
    private record Act(long id, boolean undone, int lines) {}

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
        return sql.list(
                CHANGE + " WHERE list_id = ? ORDER BY id DESC LIMIT " + MOST,
                DraftHistory::view,
                lists.own(actor, listId).id());
    }

    /** What the actor may want to take back while mending lines: the last act, if it is the actor's own and was such. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<ChangeView> last(Actor actor, PublicId listId) {
        return sql.first(
                "SELECT * FROM (" + CHANGE + " WHERE list_id = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1) newest"
                        + " WHERE made_by = ? AND kind IN ('EDIT', 'FIX_ALL', 'ADD', 'REMOVE')",
                DraftHistory::view,
                lists.own(actor, listId).id(),
                actor.accountId());
    }

    private static ChangeView view(ResultSet row) throws SQLException {
        return new ChangeView(
                Sql.publicId(row, "public_id"),
                ChangeKind.valueOf(row.getString("kind")),
                row.getString("about"),
                row.getInt("row_count"),
                row.getString("maker"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                Sql.instant(row, "undone_at"),
                Objects.requireNonNullElse(row.getString("undone_by"), ""));
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
