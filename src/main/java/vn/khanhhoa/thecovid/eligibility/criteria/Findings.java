package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.ArrayList;
import java.util.List;

/** Problems as they are found, of the place that is looked at. */
final class Findings {
    private final List<CriteriaProblem> problems = new ArrayList<>();

    void add(ProblemCode code, String row, String column, Object... args) {
        problems.add(new CriteriaProblem(
                code, row, column, List.of(args).stream().map(String::valueOf).toList()));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(CriteriaProblem::isError);
    }

    List<CriteriaProblem> all() {
        return List.copyOf(problems);
    }
}
