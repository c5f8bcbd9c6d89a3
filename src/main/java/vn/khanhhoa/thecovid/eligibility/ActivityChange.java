package vn.khanhhoa.thecovid.eligibility;

import java.util.List;
import java.util.Objects;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixCell;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;

/**
 * What people may do otherwise under one scenario than under another.
 *
 * @param levels in the order of the parts of both cells
 */
public record ActivityChange(String activity, List<String> levels, MatrixCell before, MatrixCell after) {
    static List<ActivityChange> between(ConditionMatrix matrix, Scenario before, Scenario after) {
        return matrix.rows().stream()
                .map(row -> new ActivityChange(
                        row.activity(),
                        matrix.levels(),
                        Objects.requireNonNull(row.cells().get(before.code())),
                        Objects.requireNonNull(row.cells().get(after.code()))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }
}
