package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.intake.Severity;

/** A line of a draft and everything wrong with it. */
public record DraftRowView(long id, int number, String name, List<Problem> problems) {
    /**
     * @param column its key; empty for the line as a whole
     * @param columnVi heading of the column; empty for the line as a whole
     * @param doubt whether it goes when the sender says that the cell, or the line, is right
     * @param key of the sentence, whose gaps the arguments fill
     */
    public record Problem(
            String column, String columnVi, String columnEn, boolean error, boolean doubt, String key, Object[] args) {}

    static DraftRowView of(DraftRow row, FormDefinition form) {
        return new DraftRowView(
                row.id(),
                row.number(),
                row.name(),
                row.problems().stream().map(problem -> of(problem, form)).toList());
    }

    static Problem of(RowProblem problem, FormDefinition form) {
        return new Problem(
                problem.columnKey(),
                form.column(problem.columnKey()).map(FormColumn::labelVi).orElse(""),
                form.column(problem.columnKey()).map(FormColumn::labelEn).orElse(""),
                problem.severity() == Severity.ERROR,
                problem.code().isDoubt(),
                problem.messageKey(),
                problem.args().toArray());
    }
}
