package vn.khanhhoa.thecovid.eligibility.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import vn.khanhhoa.thecovid.platform.Texts;

/** Each kind of fault is found, by row and column. */
class CheckingACriteriaSetTest {
    private static final CriteriaDraft DRAFT = Sets.KHANH_HOA.draft();

    private static List<CriteriaProblem> problems(CriteriaDraft draft) {
        return CriteriaCheck.check(draft, Sets.VOCABULARY).problems();
    }

    private static List<String> places(CriteriaDraft draft) {
        return problems(draft).stream()
                .map(problem -> problem.code() + "@" + problem.row() + "/" + problem.column())
                .toList();
    }

    private record Cell(String row, String column, String text, ProblemCode code) {}

    @TestFactory
    Stream<DynamicTest> a_cell_that_is_wrong_is_told_why() {
        return Stream.of(
                        new Cell("G_FULL", "full_course", ">= 14", ProblemCode.UNIT_MISSING),
                        new Cell("G_FULL", "full_course", ">= 14 hours", ProblemCode.UNIT_WRONG),
                        new Cell("G_FULL", "full_course", ">= 14 fortnights", ProblemCode.UNIT_WRONG),
                        new Cell("G_FULL", "full_course", ">= 14.5 days", ProblemCode.CELL_NOT_UNDERSTOOD),
                        new Cell("G_FULL", "full_course", ">= -14 days", ProblemCode.CELL_NOT_UNDERSTOOD),
                        new Cell("G_FULL", "full_course", "at least 14 days", ProblemCode.CELL_NOT_UNDERSTOOD),
                        new Cell("G_FULL", "full_course", "=> 14 days", ProblemCode.CELL_NOT_UNDERSTOOD),
                        new Cell("G_FULL", "full_course", ">= 14 days or none", ProblemCode.CELL_NOT_UNDERSTOOD),
                        new Cell("G_FULL", "full_course", ">= 3 days and >= 4 days", ProblemCode.CELL_NOT_UNDERSTOOD),
                        new Cell("G_FULL", "full_course", ">= 1 days and <= 2 months", ProblemCode.UNITS_MIXED),
                        new Cell("G_FULL", "full_course", "> 13 days and < 14 days", ProblemCode.RANGE_EMPTY),
                        new Cell("G_FULL", "full_course", "< 0 days", ProblemCode.RANGE_EMPTY),
                        new Cell("G_FULL", "full_course", ">= 99999999 days", ProblemCode.NUMBER_TOO_LARGE),
                        new Cell("G_FULL", "full_course", "yes", ProblemCode.CELL_OF_WRONG_TYPE),
                        new Cell("G_FULL", "full_course", "any of AZ", ProblemCode.CELL_OF_WRONG_TYPE),
                        new Cell("Y_PCR", "pcr", "<= 72 months", ProblemCode.UNIT_WRONG),
                        new Cell("Y_PCR", "pcr", "<= 180 years", ProblemCode.UNIT_WRONG),
                        new Cell("G_CHILD", "age", "< 18 days", ProblemCode.UNIT_WRONG),
                        new Cell("HOLD_F0", "infected", "= 1", ProblemCode.CELL_OF_WRONG_TYPE),
                        new Cell("HOLD_F0", "infected", "none", ProblemCode.CELL_OF_WRONG_TYPE),
                        new Cell("HOLD_F1", "order", ">= 3 days", ProblemCode.CELL_OF_WRONG_TYPE),
                        new Cell("HOLD_F1", "order", "any of NHA_TU", ProblemCode.CODE_UNKNOWN),
                        new Cell("HOLD_AREA", "zone", "any of PHONG_TOA, RED", ProblemCode.CODE_UNKNOWN),
                        new Cell("HOLD_AREA", "nowhere", "yes", ProblemCode.COLUMN_UNKNOWN),
                        // Another unit than the cells above it in the same column.
                        new Cell("Y_ONE", "full_course", "> 1 months", ProblemCode.UNIT_WRONG))
                .map(cell -> DynamicTest.dynamicTest(cell.text(), () -> {
                    CheckedCriteria checked =
                            CriteriaCheck.check(DRAFT.with(cell.row(), cell.column(), cell.text()), Sets.VOCABULARY);
                    assertThat(checked.set()).isEmpty();
                    assertThat(checked.problems())
                            .anyMatch(problem -> problem.code() == cell.code()
                                    && problem.row().equals(cell.row())
                                    && problem.column().equals(cell.column()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_cell_may_be_written_as_a_vietnamese_document_says_it() {
        return Map.ofEntries(
                        Map.entry("Từ 14 ngày", ">= 14 days"),
                        Map.entry("không có hoặc ít nhất 14 ngày", "none or >= 14 days"),
                        Map.entry("trên 6 tháng và không quá 12 tháng", "> 6 months and <= 12 months"),
                        Map.entry("KHÔNG CÓ", "none"),
                        Map.entry("bất kỳ", "any"),
                        Map.entry("có", "yes"),
                        Map.entry("không", "no"),
                        Map.entry("dưới 18 tuổi", "< 18 years"),
                        Map.entry("tối đa 72 giờ", "<= 72 hours"),
                        Map.entry("một trong AZ, SP", "any of AZ, SP"),
                        Map.entry("không thuộc AZ", "none of AZ"),
                        Map.entry("từ 1/10/2003", ">= 2003-10-01"),
                        Map.entry("từ 00:00 01/10/2021", ">= 2021-10-01T00:00"),
                        Map.entry("từ 01/10/2021 00:00", ">= 2021-10-01T00:00"),
                        Map.entry("any of NHA_CO_SO", "any of NHA_CO_SO"))
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.getKey(),
                        () -> assertThat(VietnameseCells.understood(each.getKey()))
                                .isEqualTo(each.getValue())));
    }

    @Test
    void a_cell_may_be_written_as_people_write() {
        for (String text : List.of(
                "≥ 14 days",
                ">=14 days",
                ">  13 DAYS",
                ">= 14 day",
                "> 13 days",
                "từ 14 ngày",
                "trên 13 ngày",
                "≥14 ngày")) {
            CriteriaSet set = CriteriaCheck.check(DRAFT.with("G_FULL", "full_course", text), Sets.VOCABULARY)
                    .set()
                    .orElseThrow();
            assertThat(set.rows().get(3).cells().get("full_course"))
                    .as(text)
                    .extracting(Condition::least)
                    .isEqualTo(14L);
        }
    }

    @Test
    void counts_have_no_unit_and_dates_are_dates() {
        CriteriaDraft draft = DRAFT.withColumns(with(
                DRAFT.columns(),
                new CriteriaDraft.Column("doses", "valid_doses", Map.of()),
                new CriteriaDraft.Column("born", "birth_date", Map.of()),
                new CriteriaDraft.Column("now", "time", Map.of())));
        assertThat(places(draft.with("G_FULL", "doses", ">= 2 days"))).contains("UNIT_WRONG@G_FULL/doses");
        assertThat(places(draft.with("G_FULL", "doses", "none"))).contains("CELL_OF_WRONG_TYPE@G_FULL/doses");
        assertThat(places(draft.with("G_FULL", "born", ">= 14"))).contains("CELL_NOT_UNDERSTOOD@G_FULL/born");
        assertThat(places(draft.with("G_FULL", "born", ">= 2021-02-30"))).contains("CELL_NOT_UNDERSTOOD@G_FULL/born");
        assertThat(places(draft.with("G_FULL", "now", ">= 2021-10-16"))).contains("CELL_NOT_UNDERSTOOD@G_FULL/now");
        assertThat(problems(draft.with("G_FULL", "now", ">= 2021-10-16T00:00")
                        .with("G_FULL", "born", "< 2004-01-01")
                        .with("G_FULL", "doses", ">= 2")))
                .isEmpty();
    }

    @Test
    void an_unused_column_is_told_and_does_no_harm() {
        CheckedCriteria checked = CriteriaCheck.check(
                DRAFT.withColumns(with(DRAFT.columns(), new CriteriaDraft.Column("doses", "valid_doses", Map.of()))),
                Sets.VOCABULARY);
        assertThat(checked.problems())
                .singleElement()
                .matches(problem -> problem.code() == ProblemCode.COLUMN_UNUSED
                        && problem.column().equals("doses")
                        && !problem.isError());
        assertThat(checked.set()).isPresent();
    }

    @Test
    void columns_are_of_known_terms_with_their_parameters() {
        assertThat(places(column("temperature", Map.of()))).contains("TERM_UNKNOWN@/pcr");
        assertThat(places(column("negative_test", Map.of()))).contains("PARAMETER_MISSING@/pcr");
        assertThat(places(column("negative_test", Map.of("methods", List.of("SMELL")))))
                .contains("PARAMETER_VALUE_UNKNOWN@/pcr");
        assertThat(places(column(
                        "negative_test", Map.of("methods", List.of("RT_PCR"), "since", List.of("sampling", "result")))))
                .contains("PARAMETER_MISSING@/pcr");
        assertThat(places(column("first_dose", Map.of("methods", List.of("RT_PCR")))))
                .contains("PARAMETER_UNKNOWN@/pcr");
    }

    private static CriteriaDraft column(String term, Map<String, List<String>> parameters) {
        return DRAFT.withColumns(DRAFT.columns().stream()
                .map(column -> column.key().equals("pcr") ? new CriteriaDraft.Column("pcr", term, parameters) : column)
                .toList());
    }

    private static List<CriteriaDraft.Column> with(List<CriteriaDraft.Column> all, CriteriaDraft.Column... more) {
        List<CriteriaDraft.Column> longer = new ArrayList<>(all);
        longer.addAll(List.of(more));
        return longer;
    }

    @Test
    void blocking_rows_stand_first_and_the_last_answers_for_everybody_else() {
        List<CriteriaDraft.Row> rows = DRAFT.rows();
        List<CriteriaDraft.Row> blockingLast = new ArrayList<>(rows);
        blockingLast.add(5, blockingLast.remove(0));
        assertThat(places(DRAFT.withRows(blockingLast))).contains("BLOCKING_TOO_LATE@HOLD_F0/");
        assertThat(places(DRAFT.withRows(rows.subList(0, rows.size() - 1))))
                .contains("OTHERWISE_MISSING@/", "NOBODY_ANSWERS_FOR@/");
        assertThat(places(DRAFT.with("Y_ONE", "first_dose", "")))
                .contains("OTHERWISE_TOO_EARLY@Y_ONE/", "ROW_UNREACHABLE@Y_PCR/", "ROW_UNREACHABLE@R_ELSE/");
    }

    @Test
    void levels_and_codes_are_known_and_there_once() {
        CriteriaDraft.Row row = Sets.row("G_FULL", "PURPLE", Map.of("full_course", "any"));
        assertThat(places(DRAFT.withRows(
                        List.of(row, DRAFT.rows().get(3), DRAFT.rows().get(14)))))
                .contains("LEVEL_UNKNOWN@G_FULL/", "CODE_REPEATED@G_FULL/");
        assertThat(places(new CriteriaDraft("mã số", "x", "", "", "", List.of(), List.of(), List.of())))
                .contains("CODE_MALFORMED@/", "NAME_MISSING@/", "NO_LEVEL@/", "OTHERWISE_MISSING@/");
        assertThat(places(new CriteriaDraft(
                        "X",
                        "x",
                        "x",
                        "",
                        "",
                        List.of(new Level("RED", "Đỏ", "Red", "red", "RED")),
                        List.of(),
                        List.of(Sets.row("ELSE", "RED", Map.of())))))
                .containsExactly("COLOUR_MALFORMED@/");
    }

    @Test
    void a_row_that_earlier_ones_leave_nothing_is_named_with_its_cell() {
        CriteriaDraft draft = DRAFT.withRows(List.of(
                Sets.row("GREEN", "GREEN", Map.of("full_course", ">= 14 days")),
                Sets.row("LATER", "YELLOW", Map.of("full_course", ">= 20 days", "infected", "no")),
                DRAFT.rows().get(14)));
        assertThat(problems(draft))
                .anyMatch(problem -> problem.code() == ProblemCode.ROW_UNREACHABLE
                        && problem.row().equals("LATER")
                        && problem.column().equals("full_course")
                        && problem.args().equals(List.of("GREEN")));
    }

    @Test
    void a_row_that_several_together_leave_nothing_is_found() {
        CriteriaDraft draft = DRAFT.withRows(List.of(
                Sets.row("YOUNG", "GREEN", Map.of("age", "< 18 years")),
                Sets.row("OLD", "GREEN", Map.of("age", ">= 18 years")),
                Sets.row("UNKNOWN", "YELLOW", Map.of("age", "none", "infected", "yes")),
                Sets.row("NEVER", "YELLOW", Map.of("infected", "yes")),
                Sets.row("STILL", "YELLOW", Map.of("infected", "no")),
                DRAFT.rows().get(14)));
        assertThat(problems(draft).stream()
                        .filter(problem -> problem.code() == ProblemCode.ROW_UNREACHABLE)
                        .map(problem -> problem.row() + " by " + problem.args()))
                .containsExactly("NEVER by [YOUNG, OLD, UNKNOWN]", "R_ELSE by [YOUNG, OLD, UNKNOWN, NEVER, STILL]");
    }

    @Test
    void whom_no_row_answers_for_is_named_by_values() {
        CriteriaDraft draft = DRAFT.withRows(List.of(
                Sets.row("YOUNG", "GREEN", Map.of("age", "< 18 years")),
                Sets.row("OLD", "YELLOW", Map.of("age", "> 18 years"))));
        assertThat(problems(draft))
                .anyMatch(problem -> problem.code() == ProblemCode.NOBODY_ANSWERS_FOR
                        && problem.args().get(0).contains("age: "));
    }

    @Test
    void a_value_left_out_between_two_cells_is_told() {
        CriteriaDraft draft = DRAFT.withRows(List.of(
                Sets.row("EARLY", "YELLOW", Map.of("full_course", "< 14 days")),
                Sets.row("LATE", "GREEN", Map.of("full_course", "> 14 days")),
                DRAFT.rows().get(14)));
        assertThat(problems(draft).stream().filter(problem -> problem.code() == ProblemCode.GAP))
                .containsExactly(
                        new CriteriaProblem(ProblemCode.GAP, "LATE", "full_course", List.of("EARLY", "14 days")));
        assertThat(problems(draft.with("LATE", "full_course", ">= 14 days")))
                .noneMatch(problem -> problem.code() == ProblemCode.GAP);
    }

    @Test
    void hours_leave_out_what_lies_between_whole_ones() {
        CriteriaDraft draft = DRAFT.withRows(List.of(
                Sets.row("FRESH", "GREEN", Map.of("pcr", "<= 71 hours")),
                Sets.row("STALE", "YELLOW", Map.of("pcr", ">= 72 hours")),
                DRAFT.rows().get(14)));
        assertThat(problems(draft).stream().filter(problem -> problem.code() == ProblemCode.GAP))
                .containsExactly(new CriteriaProblem(ProblemCode.GAP, "STALE", "pcr", List.of("FRESH", "71.5 hours")));
    }

    @Test
    void cells_of_different_levels_that_meet_in_a_column_are_told() {
        CriteriaDraft draft = DRAFT.withRows(List.of(
                Sets.row("ONE", "GREEN", Map.of("full_course", ">= 14 days")),
                Sets.row("TWO", "YELLOW", Map.of("full_course", ">= 7 days and <= 20 days")),
                DRAFT.rows().get(14)));
        assertThat(problems(draft).stream().filter(problem -> problem.code() == ProblemCode.OVERLAP))
                .containsExactly(
                        new CriteriaProblem(ProblemCode.OVERLAP, "TWO", "full_course", List.of("ONE", "14 days")));
    }

    @Test
    void every_problem_has_a_sentence_in_both_languages() {
        for (ProblemCode code : ProblemCode.values()) {
            for (Locale language : Texts.LANGUAGES) {
                assertThat(new CriteriaProblem(code, "R", "c", List.of("a", "b", "c")).text(language))
                        .contains("R", "c")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void numbers_of_a_problem_are_told_in_the_reader_s_words_with_what_is_to_be_typed() {
        CriteriaDraft gap = DRAFT.withRows(List.of(
                Sets.row("EARLY", "YELLOW", Map.of("full_course", "< 14 days")),
                Sets.row("LATE", "GREEN", Map.of("full_course", "> 14 days")),
                DRAFT.rows().get(14)));
        assertThat(told(gap, ProblemCode.GAP)).contains("giá trị 14 ngày").doesNotContain("days");
        assertThat(told(gap.withRows(gap.rows().subList(0, 2)), ProblemCode.NOBODY_ANSWERS_FOR))
                .contains("full_course: không có", "infected: có")
                .doesNotContain("days", "none");
        assertThat(told(
                        DRAFT.withRows(List.of(
                                Sets.row("FRESH", "GREEN", Map.of("pcr", "<= 71 hours")),
                                Sets.row("STALE", "YELLOW", Map.of("pcr", ">= 72 hours")),
                                DRAFT.rows().get(14))),
                        ProblemCode.GAP))
                .contains("giá trị 71,5 giờ");
        assertThat(told(DRAFT.with("G_FULL", "full_course", ">= 14"), ProblemCode.UNIT_MISSING))
                .contains("ngày (days), tháng (months)");
        assertThat(told(DRAFT.with("Y_PCR", "pcr", "<= 3 months"), ProblemCode.UNIT_WRONG))
                .contains("Đơn vị tháng (months)", "ngày (days), giờ (hours)");
        assertThat(told(DRAFT.with("Y_PCR", "pcr", "trong 3 ngày"), ProblemCode.CELL_NOT_UNDERSTOOD))
                .contains("không quá 72 giờ (hoặc <= 72 hours)");
    }

    private static String told(CriteriaDraft draft, ProblemCode code) {
        return problems(draft).stream()
                .filter(problem -> problem.code() == code)
                .findFirst()
                .orElseThrow()
                .text(Texts.VIETNAMESE);
    }

    @Test
    void a_name_that_keeps_the_number_of_a_condition_that_was_changed_is_told_and_does_no_harm() {
        CheckedCriteria changed =
                CriteriaCheck.check(DRAFT.with("G_FULL", "full_course", ">= 21 days"), Sets.VOCABULARY);
        assertThat(changed.set()).isPresent();
        assertThat(changed.problems())
                .filteredOn(problem -> problem.code() == ProblemCode.ROW_NAME_NUMBER)
                .containsExactly(
                        new CriteriaProblem(ProblemCode.ROW_NAME_NUMBER, "G_FULL", "", List.of("14 ngày")),
                        new CriteriaProblem(ProblemCode.ROW_NAME_NUMBER, "G_FULL", "", List.of("14 days")));
        assertThat(places(DRAFT.with("G_CHILD", "age", "<= 17 years"))).isEmpty();
        assertThat(places(DRAFT.with("G_CHILD", "age", "< 16 years"))).contains("ROW_NAME_NUMBER@G_CHILD/");
        assertThat(places(DRAFT.with("G_FULL", "full_course", "> 13 days")))
                .as("the same in other words")
                .isEmpty();
        assertThat(places(DRAFT.with("Y_PCR", "pcr", "<= 3 days")))
                .as("another unit is another number to whoever reads it")
                .contains("ROW_NAME_NUMBER@Y_PCR/");
    }

    @Test
    void a_cell_is_understood_whatever_is_wrong_with_others() {
        CriteriaDraft wrong = DRAFT.with("Y_PCR", "pcr", "bao giờ");
        CriteriaDraft.Column column = wrong.columns().stream()
                .filter(each -> each.key().equals("full_course"))
                .findFirst()
                .orElseThrow();
        CriteriaColumn known = CriteriaCheck.column(column, Sets.VOCABULARY).orElseThrow();

        assertThat(CriteriaCheck.check(wrong, Sets.VOCABULARY).set()).isEmpty();
        assertThat(CriteriaCheck.cell(known, ">= 14 days", Sets.VOCABULARY)).isPresent();
        assertThat(CriteriaCheck.cell(known, "bao giờ", Sets.VOCABULARY)).isEmpty();
        assertThat(CriteriaCheck.cell(known, " ", Sets.VOCABULARY)).isEmpty();
    }

    /** Some seconds; without a bound it would take days. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void a_large_table_is_looked_through_in_time() {
        List<CriteriaDraft.Row> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            rows.add(Sets.row(
                    "R" + i,
                    i % 2 == 0 ? "GREEN" : "YELLOW",
                    Map.of(
                            "full_course", ">= " + i + " days and <= " + (i + 9) + " days",
                            "age", ">= " + i % 90 + " years",
                            "pcr", "<= " + (200 - i) + " hours",
                            "first_dose", ">= " + i * 2 + " days",
                            "exception", "none of TRE_EM, MANG_THAI")));
        }
        rows.add(DRAFT.rows().get(14));
        assertThat(problems(DRAFT.withRows(rows))).isNotEmpty();
    }
}
