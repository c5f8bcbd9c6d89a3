package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Mending the lines of a draft by hand. Every act is one change that can be undone, and every line it touches is checked
 * again. Acts carry an id of the asker's, under which they are done once however often they are asked for.
 */
@UseCase
public class RowEditing {
    private static final int MOST_EDITS = 20_000;
    /** Lines of which it is told what they say. */
    public static final int MOST_LOOKED_AT = 10_000;

    private static final ReadingLimits BOUNDS = ReadingLimits.DEFAULT;
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
    private Forms forms;

    @Inject
    private Sql sql;

    @Inject
    private Event<AuditedEvent> trail;

    /**
     * Cells that have another text by now than the asker saw are left alone and told. A batch that was done before is weighed
     * against the lines as they were then: what it did itself is nobody else's change.
     */
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
        earlier.map(acts::before).orElse(List.of()).forEach(row -> stored.put(row.publicId(), row));
        Map<PublicId, DraftRow> mended = new LinkedHashMap<>();
        Set<String> columns = new HashSet<>();
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        List<EditOutcome.Conflict> conflicts = new ArrayList<>();
        for (CellEdit edit : edits) {
            if (!edit.isOfLine()) {
                requireColumn(form, edit.column());
            }
            DraftRow row = mended.getOrDefault(edit.row(), stored.get(edit.row()));
            String current = row == null ? "" : row.cells().text(edit.column());
            boolean done = edit.isTyped() && current.equals(edit.text());
            if (row == null || !done && !current.equals(edit.seen())) {
                conflicts.add(new EditOutcome.Conflict(edit.row(), edit.column(), current));
            } else if (!done) {
                DraftRow changed = row.edited(edit.column(), edit.action(), edit.text());
                requireShort(label(form, edit.column()), edit.text(), row.cells(), changed.cells());
                if (changed != row) {
                    mended.put(edit.row(), changed);
                    columns.add(edit.column());
                    kinds.add(ChangeKind.of(edit.action(), false));
                }
            }
        }
        Set<Long> touched = new HashSet<>();
        stored.values().forEach(row -> touched.add(row.id()));
        if (earlier.isPresent()) {
            acts.of(earlier.get()).forEach(row -> touched.add(row.id()));
            return new EditOutcome(earlier, mended.size(), views(rows.byId(touched)), conflicts);
        }
        ChangeKind kind = kinds.size() == 1 ? kinds.iterator().next() : ChangeKind.EDIT;
        RowActs.Act act = acts.begin(list, actor, kind, ColumnNames.keys(form, columns));
        acts.change(act, List.copyOf(mended.values()));
        Optional<PublicId> change = acts.end(act, client);
        tell(actor, listId, "stafflist.rows-edited", act);
        touched.addAll(act.rows());
        return new EditOutcome(change, mended.size(), views(rows.byId(touched)), conflicts);
    }

    /** What a file may bring in a cell and in a row, and no more; a row that is too long already may become shorter. */
    private static void requireShort(String label, String text, DraftCells before, DraftCells after) {
        if (text.length() > BOUNDS.cellLength()) {
            throw new RuleViolation("stafflist.text-too-long", label, text.length(), BOUNDS.cellLength());
        }
        int length = after.length();
        if (length > BOUNDS.rowLength() && length > before.length()) {
            throw new RuleViolation("stafflist.row-too-long", label, length, BOUNDS.rowLength());
        }
    }

    /** The same for all cells of one kind; nothing where there are more of them than the asker was told. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public FixOutcome fixAll(Actor actor, PublicId listId, PublicId client, RowFix fix) {
        StaffList list = open(actor, listId);
        FormDefinition form = forms.of(list);
        if (!fix.isOfLines() && !fix.isForAll(requireColumn(form, fix.column()))) {
            throw new RuleViolation("stafflist.not-for-all");
        }
        if (fix.action() == RowFix.Action.SET && fix.text().isEmpty()) {
            throw new RuleViolation("stafflist.fix-missing");
        }
        Optional<PublicId> earlier = acts.earlier(list, client);
        if (earlier.isPresent()) {
            List<Long> done = acts.of(earlier.get()).stream().map(DraftRow::id).toList();
            return new FixOutcome(earlier, done.size(), wrongAt(fix.column(), done));
        }
        if (rows.count(list.id(), fix.filter()) > fix.shown()) {
            throw new RuleViolation("stafflist.more-lines-meanwhile");
        }
        // All of them are looked for before the first is changed: what is changed leaves the filter.
        List<Long> ids = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        eachOf(list, fix.filter(), Integer.MAX_VALUE, row -> {
            String text = row.cells().text(fix.column());
            if (fix.isOf(text)) {
                ids.add(row.id());
                texts.add(RowFix.named(text));
            }
        });
        if (texts.size() > 1 && form.column(fix.column()).filter(fix::isOfNames).isPresent()) {
            throw new RuleViolation("stafflist.fix-differs", texts.size(), label(form, fix.column()));
        }
        RowActs.Act act = acts.begin(
                list, actor, ChangeKind.of(fix.action(), true), ColumnNames.keys(form, Set.of(fix.column())));
        acts.hold(ids);
        AtomicInteger lines = new AtomicInteger();
        InParts.of(ids, some -> {
            if (fix.action() == RowFix.Action.DROP) {
                List<DraftRow> unsent = rows.byId(some).stream()
                        .filter(row -> row.entryId() == 0)
                        .toList();
                acts.remove(act, unsent);
                lines.addAndGet(unsent.size());
                return;
            }
            List<DraftRow> mended = new ArrayList<>();
            for (DraftRow row : rows.byId(some)) {
                DraftRow changed = row.edited(fix.column(), fix.action(), fix.text());
                requireShort(label(form, fix.column()), fix.text(), row.cells(), changed.cells());
                if (changed != row) {
                    mended.add(changed);
                }
            }
            acts.change(act, mended);
            lines.addAndGet(mended.size());
        });
        Optional<PublicId> change = acts.end(act, client);
        tell(actor, listId, "stafflist.rows-fixed", act);
        return new FixOutcome(change, lines.get(), wrongAt(fix.column(), ids));
    }

    private void eachOf(StaffList list, RowFilter filter, int most, Consumer<DraftRow> taker) {
        int seen = 0;
        List<DraftRow> some;
        do {
            some = rows.page(list.id(), filter, seen, STEP);
            some.forEach(taker);
            seen += some.size();
        } while (some.size() == STEP && seen < most);
    }

    /** What several lines say in a column. */
    public record SameText(String text, int lines) {}

    /**
     * What lines say in the filter's column, the most frequent first; of many lines, the first of them. What is the same but
     * for capitals and gaps is said as it was met first.
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<SameText> texts(Actor actor, PublicId listId, RowFilter filter) {
        Map<String, SameText> lines = new HashMap<>();
        eachOf(lists.own(actor, listId), filter, MOST_LOOKED_AT, row -> {
            String text = row.cells().text(filter.column());
            lines.merge(
                    RowFix.named(text),
                    new SameText(text, 1),
                    (first, one) -> new SameText(first.text(), first.lines() + 1));
        });
        return lines.values().stream()
                .sorted(Comparator.comparingInt(SameText::lines).reversed().thenComparing(SameText::text))
                .toList();
    }

    /** A date as it is, and with day and month in each other's place. */
    public record Turned(int number, String name, String before, String after) {}

    /** What the first lines of a kind would say if day and month changed places in all of them. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<Turned> turned(Actor actor, PublicId listId, RowFilter filter, int count) {
        return rows.page(lists.own(actor, listId).id(), filter, 0, count).stream()
                .map(row -> new Turned(
                        row.number(),
                        row.name(),
                        row.cells().text(filter.column()),
                        row.edited(filter.column(), RowFix.Action.TURN, "")
                                .cells()
                                .text(filter.column())))
                .toList();
    }

    /** How many of the lines have an error in the column. */
    private int wrongAt(String column, List<Long> ids) {
        List<Long> wrong = new ArrayList<>();
        InParts.of(
                ids,
                List.of(RowMark.ERROR, column),
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
            return done(earlier.get());
        }
        if (lines.size() > STEP) {
            throw new RuleViolation("stafflist.too-many-edits", STEP);
        }
        LineCheck check = checks.begin(list);
        int number =
                (int) sql.number("SELECT IFNULL(MAX(line_number), 0) FROM stafflist_row WHERE list_id = ?", list.id());
        List<DraftRow> fresh = new ArrayList<>();
        for (Map<String, String> line : lines) {
            line.keySet().forEach(key -> requireColumn(check.form(), key));
            List<String> cells = check.form().columns().stream()
                    .map(column -> line.getOrDefault(column.key(), ""))
                    .toList();
            DraftRow row = check.fresh(new ListRow(++number, cells, List.of()), 0);
            for (int i = 0; i < cells.size(); i++) {
                requireShort(check.form().columns().get(i).labelVi(), cells.get(i), DraftCells.NONE, row.cells());
            }
            fresh.add(row);
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.ADD, "");
        acts.add(act, fresh);
        Optional<PublicId> change = acts.end(act, client);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.rows-added", "list", listId)
                .with("rows", fresh.size()));
        return new EditOutcome(
                change,
                fresh.size(),
                change.map(acts::of).map(RowEditing::views).orElse(List.of()),
                List.of());
    }

    private EditOutcome done(PublicId earlier) {
        List<DraftRow> now = acts.of(earlier);
        return new EditOutcome(Optional.of(earlier), now.size(), views(now), List.of());
    }

    /** A line whose entry is approved stays, and asks for the person to leave. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public EditOutcome remove(Actor actor, PublicId listId, PublicId client, List<PublicId> rowIds) {
        StaffList list = open(actor, listId);
        Optional<PublicId> earlier = acts.earlier(list, client);
        if (earlier.isPresent()) {
            return done(earlier.get());
        }
        RowActs.Act act = acts.begin(list, actor, ChangeKind.REMOVE, "");
        List<DraftRow> gone = rows.ofList(list.id(), rowIds);
        acts.remove(act, gone);
        Optional<PublicId> change = acts.end(act, client);
        tell(actor, listId, "stafflist.rows-removed", act);
        return new EditOutcome(change, gone.size(), views(rows.byId(act.rows())), List.of());
    }

    private static FormColumn requireColumn(FormDefinition form, String key) {
        String known = form.columns().stream().map(FormColumn::key).collect(Collectors.joining(", "));
        return form.column(key).orElseThrow(() -> new RuleViolation("stafflist.column-unknown", key, known));
    }

    /** Lines are looked for where a column, or the whole line where none is named, has something to be seen. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void requireColumn(Actor actor, PublicId listId, String column) {
        FormDefinition form = forms.of(lists.own(actor, listId));
        if (!column.isEmpty()) {
            requireColumn(form, column);
        }
    }

    /** Empty for the line as a whole. */
    private static String label(FormDefinition form, String column) {
        return form.column(column).map(FormColumn::labelVi).orElse("");
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

    private static List<RowView> views(List<DraftRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt(DraftRow::number))
                .map(RowView::of)
                .toList();
    }
}
