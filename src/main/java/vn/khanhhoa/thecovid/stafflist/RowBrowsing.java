package vn.khanhhoa.thecovid.stafflist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.AuditedEvent;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.intake.ColumnType;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ReferenceLists;

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
        return rows.count(lists.own(actor, listId).id(), filter);
    }

    /** How many lines are in each state; a state without any is absent. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public Map<RowState, Long> states(Actor actor, PublicId listId) {
        Map<RowState, Long> states = new EnumMap<>(RowState.class);
        sql.list(
                        "SELECT state, COUNT(*) FROM stafflist_row WHERE list_id = ? GROUP BY state",
                        row -> Map.entry(RowState.valueOf(row.getString(1)), row.getLong(2)),
                        lists.own(actor, listId).id())
                .forEach(state -> states.put(state.getKey(), state.getValue()));
        return states;
    }

    /** Errors first, the most frequent ones first. */
    @Requires(Permission.KEEP_OWN_LISTS)
    public List<RowMark> marks(Actor actor, PublicId listId) {
        return rows.marks(lists.own(actor, listId).id());
    }

    @Requires(Permission.KEEP_OWN_LISTS)
    public RowView row(Actor actor, PublicId listId, PublicId rowId) {
        return rows.ofList(lists.own(actor, listId).id(), List.of(rowId)).stream()
                .findFirst()
                .map(RowView::of)
                .orElseThrow(NotFound::new);
    }
}
