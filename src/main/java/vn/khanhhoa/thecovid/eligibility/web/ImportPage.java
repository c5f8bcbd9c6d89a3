package vn.khanhhoa.thecovid.eligibility.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.eligibility.ImportRowView;
import vn.khanhhoa.thecovid.eligibility.ImportView;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.SourceKeeping;
import vn.khanhhoa.thecovid.eligibility.SourceView;
import vn.khanhhoa.thecovid.eligibility.WithdrawalForeseen;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One file of records: how far it is read, the account of its rows, what is wrong with some, and its withdrawal. */
@Named
@RequestScoped
public class ImportPage {
    private static final int PAGE = 50;

    @Inject
    private RecordImports imports;

    @Inject
    private SourceKeeping keeping;

    @Inject
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private Language language;

    private @Nullable ImportView view;
    private @Nullable SourceView source;
    private @Nullable List<ImportRowView> rows;
    private @Nullable Map<String, FormColumn> columns;
    private WithdrawalForeseen foreseen = new WithdrawalForeseen(0, 0, 0, 0);
    private int ending;
    private int returning;
    private int replaced;
    private String reason = "";

    @PostConstruct
    void read() {
        ImportView read = imports.view(actor.get(), id());
        view = read;
        source = keeping.source(actor.get(), read.sourceId());
        if (read.isWithdrawable()) {
            foreseen = imports.foresee(actor.get(), id());
        }
        ending = foreseen.ending();
        returning = foreseen.returning();
        replaced = foreseen.replaced();
    }

    public void load() {
        getView();
    }

    private PublicId id() {
        return parameters.id("id");
    }

    public ImportView getView() {
        return Objects.requireNonNull(view);
    }

    public SourceView getSource() {
        return Objects.requireNonNull(source);
    }

    public WithdrawalForeseen getForeseen() {
        return foreseen;
    }

    public Paging getPaging() {
        return Paging.of(parameters.page(), PAGE, getView().bad() + getView().warned(), Map.of("id", id().toString()));
    }

    public List<ImportRowView> getRows() {
        List<ImportRowView> known = rows;
        if (known == null) {
            known = imports.rows(actor.get(), id(), getPaging().first(), PAGE);
            rows = known;
        }
        return known;
    }

    /** The column's name and what stands there, in front of what is wrong. */
    public String place(ImportRowView row, RecordProblem problem) {
        Map<String, FormColumn> known = columns;
        if (known == null) {
            known = imports.columns(actor.get(), getSource().publicId()).stream()
                    .collect(Collectors.toMap(FormColumn::key, column -> column));
            columns = known;
        }
        FormColumn column = known.get(problem.column());
        if (column == null) {
            return language.text("eligibility.import.whole-row");
        }
        String label = language.of(column.labelVi(), column.labelEn());
        String cell = row.cells().getOrDefault(problem.column(), "");
        return cell.isEmpty() ? label : language.text("eligibility.import.cell", label, cell);
    }

    public String sentence(RecordProblem problem) {
        return language.text(problem.key(), problem.args().toArray());
    }

    /** Why it was refused or stopped. */
    public String getWhy() {
        return language.text(getView().problemKey(), getView().problemArgs().toArray());
    }

    public void withdraw() {
        imports.withdraw(actor.get(), id(), new WithdrawalForeseen(ending, returning, replaced, 0), reason);
        messages.success("eligibility.import.withdrawn", ending);
        messages.go("/health-data/import?id=" + id());
    }

    public int getEnding() {
        return ending;
    }

    public void setEnding(int ending) {
        this.ending = ending;
    }

    public int getReturning() {
        return returning;
    }

    public void setReturning(int returning) {
        this.returning = returning;
    }

    public int getReplaced() {
        return replaced;
    }

    public void setReplaced(int replaced) {
        this.replaced = replaced;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
