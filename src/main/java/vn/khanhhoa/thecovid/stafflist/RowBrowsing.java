package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.intake.ColumnType;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.Period;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The lines of an organisation's own draft in full, for its officers to mend. */
@UseCase
public class RowBrowsing {
    private static final int MOST = 200;

    @Inject
    private Lists lists;

    @Inject
    private DraftRows rows;

    @Inject
    private RowWindows windows;

    @Inject
    private RowFigures figures;

    @Inject
    private Forms forms;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditedEvent> trail;

    /** Once for each look at the lines, whatever is scrolled through afterwards. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public void opened(Actor actor, PublicId listId) {
        lists.own(actor, listId);
        trail.fire(new StaffListEvent(actor.accountId(), "stafflist.rows-opened", "list", listId));
    }

    /** Without the running number, which says nothing. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<RowColumn> columns(Actor actor, PublicId listId) {
        StaffList list = lists.own(actor, listId);
        FormDefinition form = forms.of(list);
        ReferenceLists references = forms.references(list.organisationId(), LocalDate.now(clock));
        return form.columns().stream()
                .filter(column -> column.type() != ColumnType.ORDINAL)
                .map(column -> new RowColumn(column, references.choices(column)))
                .toList();
    }

    /** In the order of the file. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<RowView> window(Actor actor, PublicId listId, RowFilter filter, RowPlace place, int count) {
        return windows.at(lists.own(actor, listId).id(), filter, place, Math.max(1, Math.min(count, MOST))).stream()
                .map(RowView::of)
                .toList();
    }

    /** A page of lines, and where the next one begins; empty where there is none. */
    public record Page(List<RowView> rows, String next) {}

    /**
     * Page by page through all lines. However many are mended or removed meanwhile, none comes twice and none is left out.
     *
     * @param from empty, or what a page before said
     */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Page page(Actor actor, PublicId listId, RowFilter filter, String from, int count) {
        long list = lists.own(actor, listId).id();
        int most = Math.min(count, MOST);
        List<DraftRow> found =
                from.isEmpty() ? rows.page(list, filter, 0, most) : windows.after(list, filter, from, most);
        return new Page(
                found.stream().map(RowView::of).toList(),
                found.size() < most ? "" : windows.mark(list, found.get(most - 1)));
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public long count(Actor actor, PublicId listId, RowFilter filter) {
        long list = lists.own(actor, listId).id();
        return filter.equals(RowFilter.ALL) ? figures.of(list).lines() : rows.count(list, filter);
    }

    /** How many lines are in each state; a state without any is absent. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<RowState, Long> states(Actor actor, PublicId listId) {
        return figures.of(lists.own(actor, listId).id()).states();
    }

    /** How many changes and leaves wait to be sent; what there is none of is absent. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<EntryKind, Long> amendments(Actor actor, PublicId listId) {
        return figures.of(lists.own(actor, listId).id()).amendments();
    }

    /** Errors first, the most frequent ones first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<RowMark> marks(Actor actor, PublicId listId) {
        return figures.of(lists.own(actor, listId).id()).marks();
    }

    /** The entries of those of the lines that stand for one; by line. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<PublicId, RowEntry> entries(Actor actor, PublicId listId, Collection<PublicId> rowIds) {
        Map<PublicId, RowEntry> entries = new HashMap<>();
        InParts.of(
                rowIds.stream().map(PublicId::bytes).toList(),
                List.of(lists.own(actor, listId).id()),
                (some, args) -> sql.list(
                                "SELECT r.public_id, e.public_id, e.state, e.reopened, e.kind, IFNULL(e.reason_code, ''),"
                                        + " IFNULL(e.reason_text, ''), e.valid_from, e.valid_to FROM stafflist_row r JOIN stafflist_entry e"
                                        + " ON e.id = r.entry_id WHERE r.list_id = ? AND r.public_id IN " + some,
                                row -> Map.entry(
                                        PublicId.ofBytes(row.getBytes(1)),
                                        new RowEntry(
                                                PublicId.ofBytes(row.getBytes(2)),
                                                EntryState.valueOf(row.getString(3)),
                                                row.getBoolean(4),
                                                EntryKind.valueOf(row.getString(5)),
                                                OutwardReason.code(row.getString(6)),
                                                OutwardReason.note(row.getString(6), row.getString(7)),
                                                new Period(
                                                        row.getObject(8, LocalDate.class),
                                                        row.getObject(9, LocalDate.class)))),
                                args)
                        .forEach(entry -> entries.put(entry.getKey(), entry.getValue())));
        return entries;
    }

    /** Names of the files that the lines came with last, by line; lines that were typed are absent. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<PublicId, String> files(Actor actor, PublicId listId, Collection<PublicId> rowIds) {
        Map<PublicId, String> files = new HashMap<>();
        InParts.of(
                rowIds.stream().map(PublicId::bytes).toList(),
                List.of(lists.own(actor, listId).id()),
                (some, args) -> sql.list(
                                "SELECT r.public_id, u.file_name FROM stafflist_row r JOIN stafflist_upload u ON u.id ="
                                        + " r.upload_id WHERE r.list_id = ? AND r.file_row > 0 AND r.public_id IN "
                                        + some,
                                row -> Map.entry(PublicId.ofBytes(row.getBytes(1)), row.getString(2)),
                                args)
                        .forEach(file -> files.put(file.getKey(), file.getValue())));
        return files;
    }

    /** The line of an entry; empty where it has left the list. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Optional<PublicId> lineOf(Actor actor, PublicId listId, PublicId entryId) {
        return sql.first(
                "SELECT r.public_id FROM stafflist_row r JOIN stafflist_entry e ON e.id = r.entry_id WHERE r.list_id = ? AND"
                        + " e.public_id = ?",
                row -> PublicId.ofBytes(row.getBytes(1)),
                lists.own(actor, listId).id(),
                entryId);
    }

    /** How many lines come before this one; empty where it is not among those that the filter lets through. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public OptionalInt position(Actor actor, PublicId listId, RowFilter filter, PublicId rowId) {
        return windows.position(lists.own(actor, listId).id(), filter, rowId);
    }

    /** Of the person in a line; empty where there is none. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public String nameAt(Actor actor, PublicId listId, int number) {
        return rows.nameAt(lists.own(actor, listId).id(), number);
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public RowView row(Actor actor, PublicId listId, PublicId rowId) {
        return rows.ofList(lists.own(actor, listId).id(), List.of(rowId)).stream()
                .findFirst()
                .map(RowView::of)
                .orElseThrow(NotFound::new);
    }
}
