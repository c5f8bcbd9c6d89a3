package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.CellEdit;
import vn.khanhhoa.thecovid.stafflist.EditOutcome;
import vn.khanhhoa.thecovid.stafflist.RowBrowsing;
import vn.khanhhoa.thecovid.stafflist.RowColumn;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowEntry;
import vn.khanhhoa.thecovid.stafflist.RowPlace;
import vn.khanhhoa.thecovid.stafflist.RowState;
import vn.khanhhoa.thecovid.stafflist.RowView;

/** One line of a draft as a form. */
@Named
@RequestScoped
public class StaffListRowPage {
    private static final String CELL = "cell-";
    private static final String SEEN = "seen-";
    private static final String KEEP = "keep-";
    private static final String ACCEPT = "accept-";

    /**
     * A cell with all that is to be said of it.
     *
     * @param text to stand in its field: what was typed, if that was not taken
     */
    public record Cell(
            RowColumn column, String label, String hint, String text, String seen, List<RowView.Mark> marks) {
        public boolean isWrong() {
            return marks.stream().anyMatch(mark -> mark.kind().equals("E"));
        }

        public List<RowView.Mark> problems() {
            return marks.stream().filter(mark -> !mark.isRepair()).toList();
        }

        public List<RowView.Mark> repairs() {
            return marks.stream().filter(RowView.Mark::isRepair).toList();
        }

        public boolean isDoubted() {
            return marks.stream().anyMatch(RowView.Mark::isDoubt);
        }
    }

    @Inject
    private RowBrowsing browsing;

    @Inject
    private RowEditing editing;

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

    private @Nullable RowView row;
    private @Nullable List<Cell> cells;
    private @Nullable Optional<RowView> next;
    private boolean conflicting;

    public void load() {
        getRow();
        browsing.opened(actor.get(), getId());
    }

    public void save() {
        List<CellEdit> edits = new ArrayList<>();
        for (RowColumn column : browsing.columns(actor.get(), getId())) {
            String seen = parameters.text(SEEN + column.key());
            String typed = parameters.text(CELL + column.key()).strip();
            if (!typed.equals(seen.strip())) {
                edits.add(CellEdit.typed(rowId(), column.key(), seen, typed));
            } else if (!parameters.text(KEEP + column.key()).isEmpty()) {
                edits.add(CellEdit.keepGiven(rowId(), column.key(), seen));
            } else if (!parameters.text(ACCEPT + column.key()).isEmpty()) {
                edits.add(CellEdit.accept(rowId(), column.key(), seen));
            }
        }
        if (!parameters.text(ACCEPT).isEmpty()) {
            edits.add(CellEdit.accept(rowId(), "", ""));
        }
        boolean sent = getRow().state() == RowState.SENDING;
        EditOutcome outcome = editing.edit(actor.get(), getId(), PublicId.random(), edits);
        if (!outcome.conflicts().isEmpty()) {
            conflicting = true;
            outcome.conflicts()
                    .forEach(conflict -> messages.errorAt(
                            CELL + conflict.column(), "stafflist.cell-changed", label(conflict.column())));
            return;
        }
        RowView now = browsing.row(actor.get(), getId(), rowId());
        if (sent && now.state() == RowState.GOOD) {
            messages.success("stafflist.row-saved-unsent", now.number());
        } else {
            messages.success(
                    now.state() == RowState.BAD ? "stafflist.row-saved-wrong" : "stafflist.row-saved", now.number());
        }
        messages.go("/organisation/staff-list-row" + getAddress() + "&row=" + rowId());
    }

    public void remove() {
        RowView before = getRow();
        RowEntry entry = getEntry();
        EditOutcome outcome = editing.remove(actor.get(), getId(), PublicId.random(), List.of(rowId()));
        messages.success("stafflist.said", marks.removed(before, entry, outcome));
        messages.go("/organisation/staff-list-rows" + getAddress());
    }

    public String getRemovalQuestion() {
        return marks.removalQuestion(getRow());
    }

    public String getRemoval() {
        return marks.removal(getEntry());
    }

    public RowView getRow() {
        RowView known = row;
        if (known == null) {
            known = browsing.row(actor.get(), getId(), rowId());
            row = known;
        }
        return known;
    }

    /** Where the line comes from; empty where it was typed. */
    public String getOrigin() {
        return marks.origin(getId(), getRow());
    }

    /** What a prepared amendment of the line asks for; empty where there is none. */
    public String getUnsent() {
        return marks.unsent(getRow());
    }

    /** Why its entry came back or was refused; empty otherwise. */
    public String getReason() {
        RowEntry entry = getEntry();
        return entry == null ? "" : marks.reason(entry);
    }

    /** For how long its card holds, where the line says something else; empty otherwise. */
    public String getHolds() {
        return marks.holds(getRow(), getEntry());
    }

    /** Null where the line was never submitted. */
    public @Nullable RowEntry getEntry() {
        return browsing.entries(actor.get(), getId(), List.of(rowId())).get(rowId());
    }

    public List<Cell> getCells() {
        List<Cell> known = cells;
        if (known == null) {
            known = browsing.columns(actor.get(), getId()).stream()
                    .map(this::cell)
                    .toList();
            cells = known;
        }
        return known;
    }

    private Cell cell(RowColumn column) {
        String stored = getRow().text(column.key());
        String typed = conflicting ? parameters.text(CELL + column.key()) : stored;
        return new Cell(
                column,
                label(column),
                column.column().noteEn().equals("Optional")
                        ? ""
                        : language.of(column.column().noteVi(), column.column().noteEn()),
                typed,
                stored,
                getRow().marksAt(column.key()));
    }

    public List<RowView.Mark> getRowMarks() {
        return getRow().marksAt("");
    }

    public boolean isDoubted() {
        return getRowMarks().stream().anyMatch(RowView.Mark::isDoubt);
    }

    /** The next line of the same filter, for going on. */
    public Optional<RowView> getNext() {
        Optional<RowView> known = next;
        if (known == null) {
            known = browsing.window(actor.get(), getId(), query.filter(), RowPlace.after(rowId(), 0), 1).stream()
                    .findFirst();
            next = known;
        }
        return known;
    }

    public String sentence(RowView.Mark mark) {
        return marks.sentence(getId(), mark);
    }

    private String label(String key) {
        return browsing.columns(actor.get(), getId()).stream()
                .filter(column -> column.key().equals(key))
                .map(this::label)
                .findFirst()
                .orElse(key);
    }

    private String label(RowColumn column) {
        return language.of(column.column().labelVi(), column.column().labelEn());
    }

    private PublicId rowId() {
        return parameters.id("row");
    }

    public String getAddress() {
        return query.address();
    }

    public PublicId getId() {
        return parameters.id("id");
    }
}
