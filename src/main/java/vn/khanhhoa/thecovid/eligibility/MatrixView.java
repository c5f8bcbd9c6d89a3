package vn.khanhhoa.thecovid.eligibility;

import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixDraft;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixProblem;

/**
 * One version of the condition matrix.
 *
 * @param matrix there unless a problem is an error
 * @param attestable whether the actor may attest it
 */
public record MatrixView(
        RuleSetSummary summary,
        MatrixDraft table,
        Optional<ConditionMatrix> matrix,
        List<MatrixProblem> problems,
        boolean attestable) {
    public MatrixView {
        problems = List.copyOf(problems);
    }
}
