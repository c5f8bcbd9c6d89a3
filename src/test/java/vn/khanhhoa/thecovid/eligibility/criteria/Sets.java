package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sets that tests ask. */
final class Sets {
    static final Vocabulary VOCABULARY = Vocabulary.shipped();
    static final CriteriaSet KHANH_HOA = shipped(0);
    static final CriteriaSet DA_NANG = shipped(1);
    static final CriteriaSet HO_CHI_MINH = shipped(2);
    /** Every term, unit, parameter and way of asking. */
    static final CriteriaSet EVERYTHING = everything();

    static final List<CriteriaSet> ALL = List.of(KHANH_HOA, DA_NANG, HO_CHI_MINH, EVERYTHING);

    private Sets() {}

    static CriteriaSet shipped(int number) {
        CheckedCriteria read = CriteriaFile.read(CriteriaFile.shipped().get(number), VOCABULARY);
        return read.set().orElseThrow(() -> new AssertionError(read.problems()));
    }

    private static CriteriaSet everything() {
        List<CriteriaDraft.Column> columns = new ArrayList<>(List.of(
                column("infected"),
                column("order"),
                column("residence_zone"),
                column("contact"),
                column("valid_doses"),
                column("missing_doses"),
                column("first_dose"),
                column("last_dose"),
                new CriteriaDraft.Column("alone", "full_course", Map.of("mixed", List.of("no"))),
                new CriteriaDraft.Column("mixed", "full_course", Map.of("mixed", List.of("yes"))),
                new CriteriaDraft.Column("recovery", "recovery", Map.of("certificates", List.of("RA_VIEN"))),
                new CriteriaDraft.Column(
                        "by_result",
                        "negative_test",
                        Map.of("methods", List.of("TEST_NHANH_KN", "KHANG_THE"), "since", List.of("result"))),
                new CriteriaDraft.Column(
                        "by_day", "negative_test", Map.of("methods", List.of("RT_PCR"), "since", List.of("sampling"))),
                column("periodic_tests"),
                column("exception"),
                new CriteriaDraft.Column(
                        "exception_since", "exception_since", Map.of("exceptions", List.of("CAP_CUU", "CONG_VU"))),
                column("age"),
                column("birth_date"),
                column("time")));
        List<CriteriaDraft.Row> rows = List.of(
                row("B1", "C", true, Map.of("infected", "yes", "contact", "<= 20 days")),
                row("B2", "D", true, Map.of("order", "any of CACH_LY_TAI_NHA", "residence_zone", "none of XANH")),
                row("B3", "D", true, Map.of("residence_zone", "none", "contact", "> 3 days and < 9 days")),
                row("R1", "A", Map.of("by_result", "> 2 hours and < 48 hours", "age", ">= 12 years and < 60 years")),
                row("R2", "B", Map.of("alone", "> 1 months", "contact", "none or >= 14 days")),
                row("R3", "A", Map.of("mixed", ">= 14 days and <= 180 days", "valid_doses", ">= 2")),
                row("R4", "B", Map.of("by_day", "<= 3 days", "recovery", "none or > 6 months")),
                row("R5", "A", Map.of("recovery", "<= 6 months", "infected", "no")),
                row("R6", "C", Map.of("missing_doses", "= 1", "last_dose", ">= 7 days")),
                row("R7", "B", Map.of("first_dose", "< 14 days", "birth_date", "< 2003-10-01")),
                row("R8", "C", Map.of("missing_doses", "none", "time", ">= 2021-10-05T08:00")),
                row("R9", "A", Map.of("exception", "any of CHONG_CHI_DINH, MANG_THAI", "periodic_tests", "no")),
                row("R10", "C", Map.of("exception_since", "<= 5 days", "age", "none or >= 18 years")),
                row("R11", "D", Map.of("order", "any", "by_day", "any")),
                row("ELSE", "D", Map.of()));
        List<Level> levels = List.of("A", "B", "C", "D").stream()
                .map(code -> new Level(code, code, code, "#000000", code))
                .toList();
        CheckedCriteria checked = CriteriaCheck.check(
                new CriteriaDraft("EVERYTHING", "x", "x", "56", "", levels, columns, rows), VOCABULARY);
        return checked.set().orElseThrow(() -> new AssertionError(checked.problems()));
    }

    private static CriteriaDraft.Column column(String term) {
        return new CriteriaDraft.Column(term, term, Map.of());
    }

    static CriteriaDraft.Row row(String code, String level, Map<String, String> cells) {
        return row(code, level, false, cells);
    }

    static CriteriaDraft.Row row(String code, String level, boolean blocking, Map<String, String> cells) {
        return new CriteriaDraft.Row(code, level, blocking, code, code, "", "", cells);
    }
}
