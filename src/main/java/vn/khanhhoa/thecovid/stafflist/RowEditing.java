package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ListRow;

/**
 * Mending the lines of a draft by hand. Every act is one change that can be undone, and every line it touches is checked
 * again. Acts carry an id of the asker's, under which they are done once however often they are asked for.
 */
@UseCase
public class RowEditing {
    private static final int MOST_EDITS = 20_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_BYTES = 15_000;
    private static final int STEP = 1_000;

    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private DraftChecks checks;

    @Inject
    private RowActs acts;

    @Inject
    private DraftUndo undo;

    @Inject
    private Forms forms;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    private record Undoable(long id, ChangeKind kind, long madeBy, String maker) {
        /** Why the actor does not undo it by the way. */
        RuleViolation refusal(Actor actor) {
            if (kind == ChangeKind.UPLOAD) {
                return new RuleViolation("stafflist.undo-upload");
            }
            return madeBy == actor.accountId()
                    ? new RuleViolation("stafflist.undo-elsewhere")
                    : new RuleViolation("stafflist.undo-not-last", maker);
        }
    }

    /** Cells that have another text by now than the asker saw are left alone and told. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public EditOutcome edit(Actor actor, PublicId listId, PublicId client, List<CellEdit> edits) {
        StaffList list = open(actor, listId);
        if (edits.size() > MOST_EDITS) {
            throw new RuleViolation("stafflist.too-many-edits", MOST_EDITS);
        }
        FormDefinition form = forms.of(list);
        Map<PublicId, DraftRow> stored = new LinkedHashMap<>();
        rows.ofList(list.id(), edits.stream().map(CellEdit::row).distinct().toList())
                .forEach(row -> stored.put(row.publicId(), row));
        Optional<PublicId> earlier = acts.earlier(list, client);
        Map<PublicId, DraftRow> mended = new LinkedHashMap<>();
        Set<String> columns = new HashSet<>();
        List<EditOutcome.Conflict> conflicts = new ArrayList<>();
        for (CellEdit edit : edits) {
            FormColumn column = form.column(edit.column()).orElseThrow(NotFound::new);
            DraftRow row = mended.getOrDefault(edit.row(), stored.get(edit.row()));
            String current = row == null ? "" : row.cells().texts().getOrDefault(column.key(), "");
            if (row == null || !current.equals(edit.seen())) {
                if (row == null || edit.keepGiven() || !current.equals(edit.text())) {
                    conflicts.add(new EditOutcome.Conflict(edit.row(), column.key(), current));
                }
            } else if (earlier.isEmpty() && (edit.keepGiven() || !current.equals(edit.text()))) {
                mended.put(edit.row(), row.with(edited(row.cells(), edit)));
                columns.add(column.key());
            }
        }
        if (earlier.isPresent()) {
            return new EditOutcome(earlier, views(acts.of(earlier.get())), List.of());
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.EDIT, about(form, columns));
        columns.add("");
        acts.change(act, List.copyOf(mended.values()), columns);
        Optional<PublicId> change = acts.end(act, client);
        tell(actor, listId, "stafflist.rows-edited", act);
        Set<Long> touched = new HashSet<>(act.rows());
        stored.values().forEach(row -> touched.add(row.id()));
        return new EditOutcome(change, views(rows.byId(touched)), conflicts);
    }

    private static DraftCells edited(DraftCells cells, CellEdit edit) {
        DraftCells changed =
                edit.keepGiven() ? cells.keepingGiven(edit.column()) : cells.typed(edit.column(), edit.text());
        requireShort(edit.text(), changed);
        return changed;
    }

    private static void requireShort(String text, DraftCells cells) {
        if (text.length() > LONGEST_TEXT || cells.write().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new RuleViolation("stafflist.text-too-long", LONGEST_TEXT);
        }
    }

    /** The same for all cells of one kind; nothing where there are more of them than the asker was told. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public FixOutcome fixAll(Actor actor, PublicId listId, PublicId client, RowFix fix) {
        StaffList list = open(actor, listId);
        FormDefinition form = forms.of(list);
        FormColumn column = form.column(fix.column()).orElseThrow(NotFound::new);
        Optional<PublicId> earlier = acts.earlier(list, client);
        if (earlier.isPresent()) {
            List<Long> done = acts.of(earlier.get()).stream().map(DraftRow::id).toList();
            return new FixOutcome(earlier, done.size(), wrongAt(column, done));
        }
        requireFit(fix, new RowColumn(column, List.of()));
        if (rows.count(list.id(), fix.filter()) > fix.shown()) {
            throw new RuleViolation("stafflist.more-lines-meanwhile");
        }
        // All of them are looked for before the first is changed: what is changed leaves the filter.
        List<Long> ids = new ArrayList<>();
        for (List<DraftRow> some = rows.page(list.id(), fix.filter(), 0, STEP);
                !some.isEmpty();
                some = rows.page(list.id(), fix.filter(), ids.size(), STEP)) {
            some.forEach(row -> ids.add(row.id()));
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.FIX_ALL, about(form, Set.of(column.key())));
        for (int from = 0; from < ids.size(); from += STEP) {
            List<DraftRow> mended = new ArrayList<>();
            for (DraftRow row : rows.byId(ids.subList(from, Math.min(ids.size(), from + STEP)))) {
                DraftCells cells = fix.apply(row.cells());
                requireShort(fix.text(), cells);
                mended.add(row.with(cells));
            }
            acts.change(act, mended, Set.of(column.key()));
        }
        Optional<PublicId> change = acts.end(act, client);
        tell(actor, listId, "stafflist.rows-fixed", act);
        return new FixOutcome(change, ids.size(), wrongAt(column, ids));
    }

    private static void requireFit(RowFix fix, RowColumn column) {
        boolean fits = switch (fix.action()) {
            case SET -> !column.isOnesOwn();
            case CLEAR -> column.isClearable();
            case KEEP_GIVEN, ACCEPT -> true;
        };
        if (!fits || fix.isOfRepair() != fix.kind().equals(RowMark.REPAIR)) {
            throw new RuleViolation("stafflist.not-for-all");
        }
        if (fix.action() == RowFix.Action.SET && fix.text().isEmpty()) {
            throw new RuleViolation("stafflist.fix-missing");
        }
    }

    private int wrongAt(FormColumn column, List<Long> ids) {
        List<Long> wrong = new ArrayList<>();
        InParts.of(
                ids,
                List.of(RowMark.ERROR, column.key()),
                (some, args) -> wrong.add(sql.number(
                        "SELECT COUNT(DISTINCT row_id) FROM stafflist_row_mark WHERE kind = ? AND column_key = ? AND row_id"
                                + " IN " + some,
                        args)));
        return (int) wrong.stream().mapToLong(Long::longValue).sum();
    }

    /** New lines at the end, with what is known of them by column key. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public EditOutcome add(Actor actor, PublicId listId, PublicId client, List<Map<String, String>> lines) {
        StaffList list = open(actor, listId);
        Optional<PublicId> earlier = acts.earlier(list, client);
        if (earlier.isPresent()) {
            return new EditOutcome(earlier, views(acts.of(earlier.get())), List.of());
        }
        if (lines.size() > STEP) {
            throw new RuleViolation("stafflist.too-many-edits", STEP);
        }
        LineCheck check = checks.begin(list);
        int number =
                (int) sql.number("SELECT IFNULL(MAX(line_number), 0) FROM stafflist_row WHERE list_id = ?", list.id());
        List<DraftRow> fresh = new ArrayList<>();
        for (Map<String, String> line : lines) {
            List<String> cells = check.form().columns().stream()
                    .map(column -> line.getOrDefault(column.key(), ""))
                    .toList();
            DraftRow row = check.fresh(new ListRow(++number, cells, List.of()), 0);
            cells.forEach(text -> requireShort(text, row.cells()));
            fresh.add(row);
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.ADD, "");
        acts.add(act, fresh);
        Optional<PublicId> change = acts.end(act, client);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.rows-added", "list", listId)
                .with("rows", fresh.size()));
        return new EditOutcome(
                change, change.map(acts::of).map(RowEditing::views).orElse(List.of()), List.of());
    }

    /** A line whose entry is approved stays, and asks for the person to leave. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public EditOutcome remove(Actor actor, PublicId listId, PublicId client, List<PublicId> rowIds) {
        StaffList list = open(actor, listId);
        Optional<PublicId> earlier = acts.earlier(list, client);
        if (earlier.isPresent()) {
            return new EditOutcome(earlier, views(acts.of(earlier.get())), List.of());
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.REMOVE, "");
        acts.remove(act, rows.ofList(list.id(), rowIds));
        Optional<PublicId> change = acts.end(act, client);
        tell(actor, listId, "stafflist.rows-removed", act);
        return new EditOutcome(change, views(rows.byId(act.rows())), List.of());
    }

    /**
     * Takes back an act of the actor's own, the last one if none is named. What somebody did since, or a file brought, is
     * not undone by the way.
     *
     * @return lines that it had changed
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public int undo(Actor actor, PublicId listId, Optional<PublicId> change) {
        StaffList list = open(actor, listId);
        Undoable last = sql.first(
                        "SELECT id, made_by, maker, kind FROM stafflist_change WHERE list_id = ? AND undone_at IS NULL"
                                + " ORDER BY id DESC LIMIT 1",
                        row -> new Undoable(
                                row.getLong(1), ChangeKind.valueOf(row.getString(4)), row.getLong(2), row.getString(3)),
                        list.id())
                .orElseThrow(() -> new RuleViolation("stafflist.nothing-to-undo"));
        boolean isLast = change.isEmpty()
                || sql.number(
                                "SELECT COUNT(*) FROM stafflist_change WHERE public_id = ? AND id = ?",
                                change.get(),
                                last.id())
                        == 1;
        if (!isLast || last.kind() == ChangeKind.UPLOAD || last.madeBy() != actor.accountId()) {
            throw last.refusal(actor);
        }
        int count = (int) sql.number("SELECT row_count FROM stafflist_change WHERE id = ?", last.id());
        undo.backTo(list, last.id(), actor);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.undone", "list", listId).with("rows", count));
        return count;
    }

    private StaffList open(Actor actor, PublicId listId) {
        StaffList list = lists.ownLocked(actor, listId);
        list.requireOpen();
        return list;
    }

    private void tell(Actor actor, PublicId listId, String action, RowActs.Act act) {
        if (!act.rows().isEmpty()) {
            trail.fire(new StaffListEvent(actor.accountId(), action, "list", listId)
                    .with("rows", act.rows().size()));
        }
    }

    private static String about(FormDefinition form, Set<String> columns) {
        return form.columns().stream()
                .filter(column -> columns.contains(column.key()))
                .map(FormColumn::labelVi)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static List<RowView> views(List<DraftRow> rows) {
        return rows.stream()
                .sorted(java.util.Comparator.comparingInt(DraftRow::number))
                .map(RowView::of)
                .toList();
    }
}
