package vn.khanhhoa.thecovid.eligibility.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Whoever edits, and whatever they write. */
class EmergencyCareIsNeverDeniedTest {
    private static final List<String> LEVELS = ShippedMatrix.MATRIX.levels();

    @Test
    void every_level_is_let_through_in_every_scenario() {
        for (Scenario scenario : ShippedMatrix.SCENARIOS) {
            for (String level : List.of("GREEN", "YELLOW", "RED", "HOLD", "ANYTHING")) {
                MatrixAnswer answer = ShippedMatrix.MATRIX
                        .ask(ConditionMatrix.EMERGENCY, level, ShippedMatrix.order(scenario.code()), List.of())
                        .orElseThrow();
                assertThat(answer.outcome()).isEqualTo(MatrixAnswer.Outcome.ALLOWED);
                assertThat(answer.needs()).isEmpty();
            }
        }
    }

    @Test
    void a_file_that_denies_asks_or_limits_it_is_refused_by_cell() {
        for (String cell : List.of(
                "yes/yes/yes/no",
                "no/no/no/no",
                "yes/yes/yes",
                "yes/yes/T/yes",
                "50% yes/yes/yes/yes",
                "<=5 yes/yes/yes/yes")) {
            MatrixFile.Read read = MatrixFile.read(
                    MatrixFile.shipped()
                            .replace(
                                    "YT_CAPCUU,yes/yes/yes/yes,yes/yes/yes/yes,yes/yes/yes/yes",
                                    "YT_CAPCUU,yes/yes/yes/yes,yes/yes/yes/yes," + cell),
                    ShippedMatrix.SCENARIOS);
            assertThat(read.matrix()).as(cell).isEmpty();
            assertThat(read.problems())
                    .as(cell)
                    .containsExactly(new MatrixProblem(
                            MatrixProblem.Code.EMERGENCY_DENIED, ConditionMatrix.EMERGENCY, "KB3", List.of()));
        }
    }

    @Test
    void a_file_without_it_is_refused() {
        MatrixFile.Read read =
                MatrixFile.read(MatrixFile.shipped().replaceFirst("(?m)^YT_CAPCUU.*\n", ""), ShippedMatrix.SCENARIOS);
        assertThat(read.matrix()).isEmpty();
        assertThat(read.problems())
                .extracting(MatrixProblem::code)
                .containsExactly(MatrixProblem.Code.ACTIVITY_MISSING);
    }

    @Test
    void no_matrix_can_be_made_that_denies_it() {
        for (MatrixCell.Part part :
                List.of(MatrixCell.Part.NO, new MatrixCell.Part(true, Set.of(MatrixCondition.NEGATIVE_TEST)))) {
            List<MatrixRow> rows = new ArrayList<>(ShippedMatrix.MATRIX.rows());
            rows.replaceAll(row -> row.activity().equals(ConditionMatrix.EMERGENCY) ? with(row, part) : row);
            assertThatThrownBy(() -> new ConditionMatrix(LEVELS, ShippedMatrix.SCENARIOS, rows))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("eligibility.emergency-care-denied");
        }
        assertThatThrownBy(() -> new ConditionMatrix(LEVELS, ShippedMatrix.SCENARIOS, List.of()))
                .isInstanceOf(RuleViolation.class);
    }

    private static MatrixRow with(MatrixRow row, MatrixCell.Part last) {
        Map<String, MatrixCell> cells = new LinkedHashMap<>(row.cells());
        cells.replaceAll((scenario, cell) -> {
            List<MatrixCell.Part> parts = new ArrayList<>(cell.parts());
            parts.set(parts.size() - 1, last);
            return new MatrixCell(0, 0, parts);
        });
        return new MatrixRow(row.activity(), "", "", cells);
    }
}
