package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one row while its cells are looked at. */
final class Findings {
    private final int row;
    private final List<RowProblem> problems;
    private String column = "";

    Findings(ListRow row) {
        this.row = row.number();
        this.problems = new ArrayList<>(row.problems());
    }

    /** What is added next belongs to this column. */
    Findings at(String columnKey) {
        column = columnKey;
        return this;
    }

    void add(ProblemCode code, Object... args) {
        problems.add(new RowProblem(row, column, code, List.of(args)));
    }

    List<RowProblem> all() {
        return problems;
    }
}
