package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gathers the problems of one row while its cells are looked at. */
final class Findings {
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9][0-9 .-]{4,}[0-9]");

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

    void add(ProblemCode code, Object... args) {
        problems.add(new RowProblem(
                row, column, code, Stream.of(args).map(Findings::masked).toList()));
    }

    /** Problems are kept in clear, so that what stood in a wrong column must not tell a document or a phone. */
    private static Object masked(Object arg) {
        return arg instanceof String text ? LONG_NUMBER.matcher(text).replaceAll("•••") : arg;
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
