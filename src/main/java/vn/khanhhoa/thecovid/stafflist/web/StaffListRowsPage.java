package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.ChangeView;
import vn.khanhhoa.thecovid.stafflist.DraftHistory;
import vn.khanhhoa.thecovid.stafflist.FixOutcome;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowColumn;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowFix;
import vn.khanhhoa.thecovid.stafflist.RowMark;
import vn.khanhhoa.thecovid.stafflist.RowPlace;
import vn.khanhhoa.thecovid.stafflist.RowView;
import vn.khanhhoa.thecovid.stafflist.StaffListView;

/** The lines of a draft: a plain list for everyone, in whose place the script puts a grid where there is room. */
@Named
@RequestScoped
public class StaffListRowsPage {
    private static final int PAGE = 50;
    private static final int SAMPLES = 8;

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

    @Inject
    private DraftHistory history;

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

    private String text = "";
    private String given = "";
    private @Nullable List<SelectItem> texts;
    private @Nullable StaffListView list;
    private @Nullable Long total;
    private @Nullable List<RowMarkList.Chip> chips;
    private @Nullable List<RowView> rows;
    private @Nullable List<RowColumn> columns;
    private @Nullable Optional<ChangeView> undoable;
    private @Nullable Map<PublicId, RowEntry> entries;

    public void load() {
        browsing.opened(actor.get(), getId());
    }

    public void set() {
        fix(RowFix.Action.SET);
    }

    public void clear() {
        fix(RowFix.Action.CLEAR);
    }

    public void keepGiven() {
        fix(RowFix.Action.KEEP_GIVEN);
    }

    public void turn() {
        fix(RowFix.Action.TURN);
    }

    public void accept() {
        fix(RowFix.Action.ACCEPT);
    }

    public void drop() {
        fix(RowFix.Action.DROP);
    }

    private void fix(RowFix.Action action) {
        RowFilter filter = query.filter();
        long shown = Long.parseLong(parameters.text("shown"));
        FixOutcome done = editing.fixAll(
                actor.get(),
                getId(),
                PublicId.random(),
                new RowFix(
                        filter.state(),
                        filter.kind(),
                        filter.code(),
                        filter.column(),
                        action,
                        action == RowFix.Action.SET ? getGiven().map(given -> given.substring(1)) : Optional.empty(),
                        text.strip(),
                        shown));
        boolean wrong = action != RowFix.Action.ACCEPT && done.wrong() > 0;
        if (wrong && done.lines() == 0) {
            messages.error("stafflist.fixed-none-wrong", done.wrong(), getColumnLabel());
        } else if (wrong) {
            messages.success("stafflist.fixed-wrong", done.lines(), done.wrong(), getColumnLabel());
        } else {
            messages.success(done.lines() == 0 ? "stafflist.fixed-none" : fixed(action), done.lines());
        }
        boolean more = !wrong && action == RowFix.Action.SET && getTexts().size() > 1;
        messages.go("/organisation/staff-list-rows"
                + (more ? getAddress() : "?id=" + getId() + (wrong ? "&kind=E&column=" + filter.column() : "")));
    }

    private static String fixed(RowFix.Action action) {
        return switch (action) {
            case ACCEPT -> "stafflist.accepted";
            case TURN -> "stafflist.turned";
            case DROP -> "stafflist.hidden-dropped";
            default -> "stafflist.fixed";
        };
    }

    /** Dates of which day and month can change places in all lines at once. */
    public boolean isOfTurnedDates() {
        return query.isOfTurnedDates();
    }

    /** What some of the lines would say. */
    public List<RowEditing.Turned> getTurned() {
        return editing.turned(actor.get(), getId(), query.filter(), SAMPLES);
    }

    /** Lines that the workbook hides can be dropped all at once. */
    public boolean isOfHiddenLines() {
        return isOfLines() && query.filter().code().equals(ProblemCode.ROW_HIDDEN.name());
    }

    /** Where the lines name different things, each of the names is put right by itself. */
    public List<SelectItem> getTexts() {
        List<SelectItem> known = texts;
        if (known == null) {
            known = column().filter(RowColumn::isOfNames).isEmpty()
                    ? List.of()
                    : editing.texts(actor.get(), getId(), query.filter()).stream()
                            .map(same -> new SelectItem(
                                    "=" + same.text(),
                                    language.text(
                                            same.text().isEmpty() ? "stafflist.fix-blank" : "stafflist.fix-given",
                                            same.lines(),
                                            same.text())))
                            .toList();
            texts = known;
        }
        return known;
    }

    /** Where there are more lines than were looked at for it, how many they were; 0 otherwise. */
    public int getLookedAt() {
        return getTotal() > RowEditing.MOST_LOOKED_AT ? RowEditing.MOST_LOOKED_AT : 0;
    }

    /** As many as are shown. */
    public List<SelectItem> getFirstTexts() {
        return getTexts().subList(0, Math.min(PAGE, getTexts().size()));
    }

    /** The one of them that is meant, behind a sign: it may be blank. Where there is one, that. */
    public Optional<String> getGiven() {
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    public String getChosenText() {
        return given;
    }

    public void setChosenText(@Nullable String chosen) {
        given = Objects.requireNonNullElse(chosen, "");
    }

    public void add() {
        PublicId row = editing.add(actor.get(), getId(), PublicId.random(), List.of(Map.of()))
                .rows()
                .get(0)
                .id();
        messages.go("/organisation/staff-list-row?id=" + getId() + "&row=" + row);
    }

    /** The act that was shown: sent twice, it is undone once. */
    public void undo() {
        DraftHistory.Undone undone = history.undo(actor.get(), getId(), parameters.id("act"), 0);
        messages.success("stafflist.rows-undone", undone.lines());
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

    public List<RowMarkList.Chip> getMainChips() {
        return getChips().stream().filter(chip -> !chip.mark()).toList();
    }

    public List<RowMarkList.Chip> getMarkChips() {
        return getChips().stream().filter(RowMarkList.Chip::mark).toList();
    }

    public boolean isMarkChosen() {
        return getMarkChips().stream().anyMatch(this::isChosen);
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
            parts.add(getColumnLabel());
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
        Long known = total;
        if (known == null) {
            known = browsing.count(actor.get(), getId(), query.filter());
            total = known;
        }
        return known;
    }

    public Paging getPaging() {
        int page = parameters.text("page").isEmpty() ? getAt() / PAGE + 1 : parameters.page();
        return Paging.of(page, PAGE, getTotal(), query.parts());
    }

    /** All cells of one mark can be put right at once. */
    public boolean isFixable() {
        return query.isOfOneMark() && getTotal() > 0 && !getList().withdrawn();
    }

    public boolean isFiltered() {
        return query.isFiltering();
    }

    public boolean isOfRepairs() {
        return query.isOfRepairs();
    }

    /** What can only be looked at and accepted. */
    public boolean isOfDoubts() {
        return query.isOfDoubts();
    }

    /** Marks of whole lines have no cell to type into. */
    public boolean isOfLines() {
        return query.filter().column().isEmpty();
    }

    /** What everybody has their own of can only be emptied for all. */
    public boolean isOnesOwn() {
        return column().map(RowColumn::isOnesOwn).orElse(true);
    }

    public boolean isClosed() {
        return column().map(RowColumn::isClosed).orElse(false);
    }

    /** Of what is wrong; a warning is no reason to throw a text away. */
    public boolean isClearable() {
        return query.filter().kind().equals(RowMark.ERROR)
                && column().map(RowColumn::isClearable).orElse(false);
    }

    public List<String> getChoices() {
        return column().map(RowColumn::choices).orElse(List.of());
    }

    public String getColumnLabel() {
        return column().map(this::label).orElseGet(() -> language.text("stafflist.whole-line"));
    }

    public String getMarkName() {
        return marks.name(query.filter().kind(), query.filter().code());
    }

    private List<RowColumn> columns() {
        List<RowColumn> known = columns;
        if (known == null) {
            known = browsing.columns(actor.get(), getId());
            columns = known;
        }
        return known;
    }

    private Optional<RowColumn> column() {
        return columns().stream()
                .filter(column -> column.key().equals(query.filter().column()))
                .findFirst();
    }

    private String label(RowColumn column) {
        return language.of(column.column().labelVi(), column.column().labelEn());
    }

    /** Heading of the column of a mark, with what separates it from the sentence. */
    public String place(RowView.Mark mark) {
        return columns().stream()
                .filter(column -> column.key().equals(mark.column()))
                .map(column -> " · " + label(column))
                .findFirst()
                .orElse("");
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

    public String getText() {
        return text;
    }

    /** Where nothing of a drop-down is chosen, there is no text. */
    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
