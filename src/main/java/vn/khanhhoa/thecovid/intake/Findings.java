package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one row while its cells are looked at. */
final class Findings {
    private final int row;
    private final int inherited;
    private final List<RowProblem> problems;
    private String column = "";

    Findings(ListRow row) {
        this.row = row.number();
        this.problems = new ArrayList<>(row.problems());
        this.inherited = problems.size();
    }

    /** What is added next belongs to this column. */
    Findings at(String columnKey) {
        column = columnKey;
        return this;
    }

    /** Problems are kept in clear: an argument is a number or a word of the portal's, never the text of a cell. */
    void add(ProblemCode code, Object... args) {
        problems.add(new RowProblem(row, column, code, List.of(args)));
    }

    /** Whether a cell held what a spreadsheet shows in place of a result: then nothing is to be said of its text. */
    boolean isFormulaError(String columnKey) {
        return isFoundInReading(columnKey, ProblemCode.FORMULA_ERROR);
    }

    /** Whether a cell was so long that it was cut: then how long its column may be is told already. */
    boolean isCut(String columnKey) {
        return isFoundInReading(columnKey, ProblemCode.CELL_TOO_LONG);
    }

    private boolean isFoundInReading(String columnKey, ProblemCode code) {
        for (int i = 0; i < inherited; i++) {
            if (problems.get(i).code() == code && problems.get(i).columnKey().equals(columnKey)) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return problems.size();
    }

    /** Takes back what was found from one count up to another. */
    void takeBack(int from, int to) {
        problems.subList(from, to).clear();
    }

    /** Takes back what was found of a text that was put right since; not what was wrong in reading it. */
    void takeBack(String columnKey) {
        problems.subList(inherited, problems.size())
                .removeIf(problem -> problem.columnKey().equals(columnKey));
    }

    List<RowProblem> all() {
        return problems;
    }
}
