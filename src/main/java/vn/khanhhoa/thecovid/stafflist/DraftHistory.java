package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What was done to a draft, and taking it back. */
@UseCase
public class DraftHistory {
    private static final int MOST = 100;
    private static final int FEW = 3;

    @Inject
    private Lists lists;

    @Inject
    private DraftUndo undo;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /** The newest first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<ChangeView> changes(Actor actor, PublicId listId) {
        return sql.list(
                "SELECT public_id, kind, about, row_count, maker, made_at, undone_at, undone_by FROM stafflist_change WHERE"
                        + " list_id = ? ORDER BY id DESC LIMIT " + MOST,
                row -> new ChangeView(
                        Sql.publicId(row, "public_id"),
                        ChangeKind.valueOf(row.getString("kind")),
                        row.getString("about"),
                        row.getInt("row_count"),
                        row.getString("maker"),
                        Objects.requireNonNull(Sql.instant(row, "made_at")),
                        Sql.instant(row, "undone_at"),
                        Objects.requireNonNullElse(row.getString("undone_by"), "")),
                lists.own(actor, listId).id());
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
     * where one is decided already, nothing happens.
     *
     * @return how many acts were undone
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public int undo(Actor actor, PublicId listId, PublicId changeId) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        long change = sql.first(
                        "SELECT id FROM stafflist_change WHERE public_id = ? AND list_id = ? AND undone_at IS NULL",
                        row -> row.getLong(1),
                        changeId,
                        list.id())
                .orElseThrow(NotFound::new);
        int undone = undo.backTo(list, change, actor);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.undone", "list", listId).with("changes", undone));
        return undone;
    }
}
