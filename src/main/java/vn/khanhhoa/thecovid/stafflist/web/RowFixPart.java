package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.FixOutcome;
import vn.khanhhoa.thecovid.stafflist.ListKeeping;
import vn.khanhhoa.thecovid.stafflist.RowColumn;
import vn.khanhhoa.thecovid.stafflist.RowEditing;
import vn.khanhhoa.thecovid.stafflist.RowFilter;
import vn.khanhhoa.thecovid.stafflist.RowFix;
import vn.khanhhoa.thecovid.stafflist.RowMark;

/** The part of the page of lines by which all that have one mark are mended at once. */
@Named
@RequestScoped
public class RowFixPart {
    private static final int PAGE = 50;
    private static final int SAMPLES = 8;

    @Inject
    private RowEditing editing;

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

    /** All cells of one mark can be put right at once. */
    public boolean isFixable() {
        return query.isOfOneMark()
                && query.total() > 0
                && !keeping.view(actor.get(), getId()).withdrawn();
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
                + (more ? query.address() : "?id=" + getId() + (wrong ? "&kind=E&column=" + filter.column() : "")));
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
            known = query.column().filter(RowColumn::isOfNames).isEmpty()
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
        return query.total() > RowEditing.MOST_LOOKED_AT ? RowEditing.MOST_LOOKED_AT : 0;
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
        return query.column().map(RowColumn::isOnesOwn).orElse(true);
    }

    /** Nothing can be done at once: each line is mended by itself. */
    public boolean isOneByOne() {
        return isOnesOwn() && !isOfRepairs() && !isOfDoubts() && !isOfLines() && !isClearable();
    }

    public boolean isClosed() {
        return query.column().map(RowColumn::isClosed).orElse(false);
    }

    /** Of what is wrong; a warning is no reason to throw a text away. */
    public boolean isClearable() {
        return query.filter().kind().equals(RowMark.ERROR)
                && query.column().map(RowColumn::isClearable).orElse(false);
    }

    public List<String> getChoices() {
        return query.column().map(RowColumn::choices).orElse(List.of());
    }

    public String getColumnLabel() {
        return query.columnLabel(query.filter().column()).orElseGet(() -> language.text("stafflist.whole-line"));
    }

    public String getMarkName() {
        return marks.name(query.filter().kind(), query.filter().code());
    }

    public long getTotal() {
        return query.total();
    }

    public String getText() {
        return text;
    }

    /** Where nothing of a drop-down is chosen, there is no text. */
    public void setText(@Nullable String text) {
        this.text = Objects.requireNonNullElse(text, "");
    }

    private PublicId getId() {
        return parameters.id("id");
    }
}
