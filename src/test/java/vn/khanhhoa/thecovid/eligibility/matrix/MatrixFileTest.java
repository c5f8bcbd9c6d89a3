package vn.khanhhoa.thecovid.eligibility.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.khanhhoa.thecovid.platform.Texts;

/** A matrix goes through its file unharmed, and each fault is told by activity and scenario. */
class MatrixFileTest {
    private static final String SHIPPED = MatrixFile.shipped();

    private static MatrixFile.Read read(String text) {
        return MatrixFile.read(text, ShippedMatrix.SCENARIOS);
    }

    private static List<String> places(String text) {
        return read(text).problems().stream()
                .filter(MatrixProblem::isError)
                .map(problem -> problem.code() + "@" + problem.activity() + "/" + problem.scenario())
                .toList();
    }

    @Test
    void what_is_written_is_read_back_the_same() {
        assertThat(MatrixFile.write(ShippedMatrix.MATRIX)).isEqualTo(SHIPPED);
        assertThat(read("\uFEFF" + SHIPPED).matrix().orElseThrow().rows()).isEqualTo(ShippedMatrix.MATRIX.rows());
    }

    @TestFactory
    Stream<DynamicTest> a_cell_that_is_wrong_is_told_why() {
        return Stream.of(
                        "maybe/yes/yes/no>CELL_NOT_UNDERSTOOD",
                        "yes/yes/X/no>CELL_NOT_UNDERSTOOD",
                        "yes/yes/D+/no>CELL_NOT_UNDERSTOOD",
                        "yes yes yes no>CELL_NOT_UNDERSTOOD",
                        "yes/yes>PARTS_WRONG",
                        "yes/yes/yes/no/no>PARTS_WRONG",
                        "0% yes/yes/yes/no>LIMIT_WRONG",
                        "101% yes/yes/yes/no>LIMIT_WRONG",
                        "99999999999999% yes/yes/yes/no>LIMIT_WRONG",
                        "<=0 yes/yes/yes/no>LIMIT_WRONG",
                        ">CELL_EMPTY")
                .map(cell -> DynamicTest.dynamicTest(cell, () -> {
                    String[] parts = cell.split(">(?=[A-Z])");
                    assertThat(places(SHIPPED.replace("XD,yes/yes/yes/no,", "XD," + parts[0] + ",")))
                            .containsExactly(parts[1] + "@XD/KB1");
                }));
    }

    @Test
    void a_cell_may_be_written_as_people_write() {
        MatrixRow row = read(SHIPPED.replace("XD,yes/yes/yes/no,", "XD,50% <= 10 ✓/T/DT,"))
                .matrix()
                .orElseThrow()
                .row("XD")
                .orElseThrow();
        assertThat(row.cells().get("KB1")).extracting(MatrixCell::text).isEqualTo("50% <=10 yes/T/D+T/no");
    }

    @Test
    void headings_are_the_levels_and_every_scenario_once() {
        assertThat(places("")).isNotEmpty();
        assertThat(places("activity,KB1\n")).containsExactly("HEADER_WRONG@/");
        assertThat(places(SHIPPED.replaceFirst(",KB5,", ",KB6,")))
                .containsExactly("SCENARIO_UNKNOWN@/KB6", "SCENARIO_MISSING@/KB5");
        assertThat(places(SHIPPED.replaceFirst(",KB5,", ",KB4,"))).contains("SCENARIO_MISSING@/KB5");
        assertThat(places(SHIPPED + "XD,no/no/no,no/no/no,no/no/no,no/no/no,no/no/no,,\n"))
                .containsExactly("ACTIVITY_REPEATED@XD/");
        assertThat(places(SHIPPED + "BAY,no/no/no\n"))
                .containsExactly(
                        "CELL_EMPTY@BAY/KB2", "CELL_EMPTY@BAY/KB3", "CELL_EMPTY@BAY/KB4", "CELL_EMPTY@BAY/KB5");
    }

    @Test
    void what_is_odd_is_told_and_kept() {
        assertThat(read(SHIPPED).problems())
                .containsExactly(
                        new MatrixProblem(MatrixProblem.Code.STRICTER_ALLOWS_MORE, "AN_TAICHO", "KB4", List.of("RED")));
        MatrixFile.Read read = read(SHIPPED.replace("XD,yes/yes/yes/no,", "XD,T/yes/yes/no,"));
        assertThat(read.matrix()).isPresent();
        assertThat(read.problems())
                .contains(new MatrixProblem(
                        MatrixProblem.Code.LOWER_LEVEL_MAY_MORE, "XD", "KB1", List.of("YELLOW", "GREEN")));
    }

    @Test
    void every_problem_has_a_sentence_in_both_languages() {
        for (MatrixProblem.Code code : MatrixProblem.Code.values()) {
            for (Locale language : Texts.LANGUAGES) {
                assertThat(new MatrixProblem(code, "A", "S", List.of("x", "y")).text(language))
                        .contains("A", "S")
                        .doesNotContain("{");
            }
        }
    }
}
