package vn.khanhhoa.thecovid.eligibility.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.khanhhoa.thecovid.eligibility.matrix.MatrixCondition.NEGATIVE_TEST;
import static vn.khanhhoa.thecovid.eligibility.matrix.MatrixCondition.REGISTRATION;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.eligibility.matrix.MatrixAnswer.Outcome;
import vn.khanhhoa.thecovid.platform.Texts;

/** What the shipped matrix answers, and how it is told. */
class AskingTheMatrixTest {
    private static MatrixAnswer ask(String activity, String level, String scenario, MatrixCondition... met) {
        return ShippedMatrix.MATRIX
                .ask(activity, level, ShippedMatrix.order(scenario), List.of(met))
                .orElseThrow();
    }

    @Test
    void a_level_alone_may_be_enough_or_not() {
        assertThat(ask("QC_LIENHUYEN", "GREEN", "KB3").outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(ask("QC_LIENHUYEN", "YELLOW", "KB3").missing()).containsExactly(NEGATIVE_TEST);
        assertThat(ask("QC_LIENHUYEN", "RED", "KB3").missing()).containsExactly(REGISTRATION, NEGATIVE_TEST);
        assertThat(ask("QC_LIENHUYEN", "RED", "KB4").outcome()).isEqualTo(Outcome.DENIED);
        assertThat(ask("QC_LIENHUYEN", "GREEN", "KB5").outcome()).isEqualTo(Outcome.DENIED);
    }

    @Test
    void only_what_is_missing_is_asked_for() {
        assertThat(ask("QC_LIENHUYEN", "RED", "KB3", REGISTRATION).missing()).containsExactly(NEGATIVE_TEST);
        MatrixAnswer both = ask("QC_LIENHUYEN", "RED", "KB3", REGISTRATION, NEGATIVE_TEST);
        assertThat(both.outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(both.needs()).containsExactly(REGISTRATION, NEGATIVE_TEST);
    }

    @Test
    void limits_go_with_the_answer() {
        assertThat(ask("LV_CQNN", "GREEN", "KB3").capacity()).isEqualTo(50);
        assertThat(ask("HOINGHI", "YELLOW", "KB3").maxPeople()).isEqualTo(30);
        assertThat(ask("DL_THAMQUAN", "GREEN", "KB2").maxPeople()).isEqualTo(10);
    }

    @Test
    void somebody_held_may_nothing_but_medical_care() {
        for (MatrixRow row : ShippedMatrix.MATRIX.rows()) {
            for (Scenario scenario : ShippedMatrix.SCENARIOS) {
                boolean medical = Set.of("YT_KHAM", "YT_CAPCUU").contains(row.activity());
                assertThat(ask(row.activity(), "HOLD", scenario.code()).outcome() == Outcome.DENIED)
                        .as(row.activity() + " in " + scenario.code())
                        .isNotEqualTo(medical);
            }
        }
    }

    @Test
    void a_sealed_zone_is_left_for_goods_and_medical_care_only() {
        assertThat(ShippedMatrix.MATRIX.rows().stream()
                        .map(MatrixRow::activity)
                        .filter(activity -> ask(activity, "GREEN", "KB5").outcome() != Outcome.DENIED))
                .containsExactly("VT_HANG", "YT_KHAM", "YT_CAPCUU");
    }

    @Test
    void an_activity_that_it_does_not_have_has_no_answer_and_a_strange_level_is_a_fault() {
        assertThat(ShippedMatrix.MATRIX.ask("BAY", "GREEN", ShippedMatrix.order("KB1"), List.of()))
                .isEmpty();
        assertThatThrownBy(() -> ask("CHO", "PURPLE", "KB1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ask("CHO", "GREEN", "KB9")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_answer_names_row_scenario_document_and_what_is_missing() {
        MatrixAnswer answer = ask("QC_LIENHUYEN", "RED", "KB3");
        assertThat(new MatrixWords(Locale.ENGLISH, code -> "Passing checkpoints between districts").answer(answer))
                .isEqualTo(
                        "Passing checkpoints between districts: still needed: an approved registration in the portal,"
                                + " a negative test that is still good. By scenario KB3 – High risk, document"
                                + " 9696/KH-UBND.");
        assertThat(new MatrixWords(Texts.VIETNAMESE, code -> "Qua chốt liên huyện").answer(answer))
                .isEqualTo("Qua chốt liên huyện: cần thêm: đăng ký đã được duyệt trên cổng, "
                        + "kết quả xét nghiệm âm tính còn trong thời hạn. "
                        + "Theo kịch bản KB3 – Nguy cơ cao, văn bản 9696/KH-UBND.");
        for (MatrixRow row : ShippedMatrix.MATRIX.rows()) {
            for (Locale language : Texts.LANGUAGES) {
                assertThat(new MatrixWords(language, code -> code).answer(ask(row.activity(), "GREEN", "KB3")))
                        .contains(row.activity(), "KB3", "9696/KH-UBND")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void its_rows_are_the_activities_of_the_catalogue() throws IOException {
        try (CsvReader<NamedCsvRecord> catalogue =
                CsvReader.builder().ofNamedCsvRecord(Path.of("sql/reference/common/activity.csv"))) {
            assertThat(ShippedMatrix.MATRIX.rows().stream().map(MatrixRow::activity))
                    .containsExactlyElementsOf(catalogue.stream()
                            .map(line -> line.getField("code"))
                            .toList());
        }
    }
}
