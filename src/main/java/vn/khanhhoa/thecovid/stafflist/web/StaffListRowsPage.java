package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ChangeView;
import vn.khanhhoa.thecovid.stafflist.DraftHistory;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowMark;
import vn.khanhhoa.thecovid.stafflist.RowPlace;
import vn.khanhhoa.thecovid.stafflist.RowView;
import vn.khanhhoa.thecovid.stafflist.StaffListView;
import vn.khanhhoa.thecovid.stafflist.UndoPlan;

/** The lines of a draft: a plain list for everyone, in whose place the script puts a grid where there is room. */
@Named
@RequestScoped
public class StaffListRowsPage {
    private static final int PAGE = 50;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private DraftHistory history;

    @Inject
    private DraftChangesPart changes;

    @Inject
    private ListKeeping keeping;

    @Inject
    private RowMarkList marks;

    @Inject
    private RowQuery query;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable StaffListView list;
    private @Nullable List<RowMarkList.Chip> chips;
    private @Nullable List<RowView> rows;
    private @Nullable Optional<ChangeView> undoable;
    private @Nullable Map<PublicId, RowEntry> entries;

    public void load() {
        browsing.opened(actor.get(), getId());
    }

    public void add() {
        PublicId row = editing.add(actor.get(), getId(), PublicId.random(), List.of(Map.of()))
                .rows()
                .get(0)
                .id();
        messages.go("/organisation/staff-list-row?id=" + getId() + "&row=" + row);
    }

    /** The act that was shown: sent twice, it is undone once. Where it withdraws entries, the history asks first. */
    public void undo() {
        PublicId act = parameters.id("act");
        if (history.plan(actor.get(), getId(), act)
                .filter(UndoPlan::isAskedFirst)
                .isPresent()) {
            messages.go("/organisation/staff-list?id=" + getId() + "&undo=" + act + "#undo");
            return;
        }
        DraftHistory.Undone undone = history.undo(actor.get(), getId(), act, 0);
        messages.success("stafflist.rows-undone", undone.lines());
        changes.tell(undone);
        messages.go("/organisation/staff-list-rows" + getAddress());
    }

    /** What the button to undo is about, or null where there is nothing. */
    public @Nullable ChangeView getUndoable() {
        Optional<ChangeView> known = undoable;
        if (known == null) {
            known = history.last(actor.get(), getId());
            undoable = known;
        }
        return known.orElse(null);
    }

    public StaffListView getList() {
        StaffListView known = list;
        if (known == null) {
            known = keeping.view(actor.get(), getId());
            list = known;
        }
        return known;
    }

    public List<RowMarkList.Chip> getChips() {
        List<RowMarkList.Chip> known = chips;
        if (known == null) {
            known = marks.chips(getId());
            chips = known;
        }
        return known;
    }

    /** What is chosen stands among them: the many kinds are folded away, so that the lines are on the first screen. */
    public List<RowMarkList.Chip> getMainChips() {
        return getChips().stream()
                .filter(chip -> !chip.mark() || isChosen(chip))
                .toList();
    }

    public List<RowMarkList.Chip> getMarkChips() {
        return getChips().stream()
                .filter(chip -> chip.mark() && !isChosen(chip))
                .toList();
    }

    /** What of the lines is shown, where no chip says it; empty otherwise. */
    public String getShownOnly() {
        RowFilter filter = query.filter();
        if (getChips().stream().anyMatch(this::isChosen)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        filter.state()
                .ifPresent(state -> parts.add(language.text(
                        switch (state) {
                            case BAD -> "stafflist.with-errors";
                            case GOOD -> "stafflist.ready";
                            case SENDING -> "stafflist.state-sending";
                            case SUBMITTED -> "stafflist.state-submitted";
                        })));
        switch (filter.kind()) {
            case RowFilter.AMENDMENT -> parts.add(language.text("stafflist.unsent"));
            case RowMark.ERROR -> parts.add(language.text("stafflist.error"));
            case RowMark.WARNING -> parts.add(language.text("stafflist.warning"));
            case RowMark.REPAIR -> parts.add(language.text("stafflist.repaired"));
            default -> {}
        }
        if (!filter.column().isEmpty()) {
            query.columnLabel(filter.column()).ifPresent(parts::add);
        }
        return String.join(" · ", parts);
    }

    /** How many lines come before the one that the address names. */
    public int getAt() {
        return PublicId.parse(parameters.text("row"))
                .map(row -> browsing.position(actor.get(), getId(), query.filter(), row))
                .flatMap(at -> at.isPresent() ? Optional.of(at.getAsInt()) : Optional.empty())
                .orElse(0);
    }

    public boolean isChosen(RowMarkList.Chip chip) {
        return chip.address().equals(getAddress());
    }

    public List<RowView> getRows() {
        List<RowView> known = rows;
        if (known == null) {
            RowPlace place = RowPlace.at(getPaging().first());
            known = browsing.window(actor.get(), getId(), query.filter(), place, PAGE);
            rows = known;
        }
        return known;
    }

    /** Why the entry of the line came back or was refused; empty otherwise. */
    public String reason(RowEntry entry) {
        return marks.reason(entry);
    }

    /** For how long the card of a line holds, where the line says something else; empty otherwise. */
    public String holds(RowView row) {
        return marks.holds(row, entryOf(row));
    }

    /** The line that the address names, or nothing. */
    public String getNamed() {
        return PublicId.parse(parameters.text("row")).map(PublicId::toString).orElse("");
    }

    /** Null where the line was never submitted. */
    public @Nullable RowEntry entryOf(RowView row) {
        Map<PublicId, RowEntry> known = entries;
        if (known == null) {
            known = browsing.entries(
                    actor.get(), getId(), getRows().stream().map(RowView::id).toList());
            entries = known;
        }
        return known.get(row.id());
    }

    public long getTotal() {
        return query.total();
    }

    public Paging getPaging() {
        int page = parameters.text("page").isEmpty() ? getAt() / PAGE + 1 : parameters.page();
        return Paging.of(page, PAGE, getTotal(), query.parts());
    }

    public boolean isFiltered() {
        return query.isFiltering();
    }

    /** Heading of the column of a mark, with what separates it from the sentence. */
    public String place(RowView.Mark mark) {
        return query.columnLabel(mark.column()).map(label -> " · " + label).orElse("");
    }

    /** What a prepared amendment of the line asks for; empty where there is none. */
    public String unsent(RowView row) {
        return marks.unsent(row);
    }

    public String state(RowView row) {
        return language.text("stafflist.state-" + row.state().name().toLowerCase(Locale.ROOT));
    }

    public String sentence(RowView.Mark mark) {
        return marks.sentence(getId(), mark);
    }

    public String getAddress() {
        return query.address();
    }

    public RowFilter getFilter() {
        return query.filter();
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
