package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInOneCaseTest {
    private static final FormDefinition FORM = ListFiles.withColumns(
            1, List.of(ListFiles.form().column("full_name").orElseThrow()));

    private static CheckedRow check(String name, Set<String> kept) {
        return new RowChecker(FORM, ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, List.of(name), List.of(), Map.of(), "", kept));
    }

    @ParameterizedTest
    @CsvSource({"nguyễn thị ánh,Nguyễn Thị Ánh", "đặng quốc y,Đặng Quốc Y", "y bôn,Y Bôn"})
    void small_letters_alone_get_their_capitals_and_can_have_them_taken_back(String given, String repaired) {
        CheckedRow row = check(given, Set.of());
        assertThat(row.repairs()).containsExactly(new Repair("full_name", RepairKind.NAME_CASE, given, repaired));
        assertThat(row.text("full_name")).contains(repaired);
        assertThat(row.problems()).isEmpty();

        CheckedRow undone = check(given, Set.of("full_name"));
        assertThat(undone.repairs()).isEmpty();
        assertThat(undone.text("full_name")).contains(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301a bình", "ńa bình"})
    void a_mark_that_stands_on_no_vowel_makes_no_vietnamese_name(String given) {
        assertThat(check(given, Set.of()).repairs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k'brăm", "h'hen niê", "cao k'sơn", "kim min-jun", "van der berg"})
    void where_capitals_belong_in_other_names_is_asked_and_nothing_changed(String given) {
        CheckedRow row = check(given, Set.of());
        assertThat(row.repairs()).isEmpty();
        assertThat(row.text("full_name")).contains(given);
        assertThat(row.problems()).extracting(RowProblem::code).containsExactly(ProblemCode.NAME_LOWER_CASE);
        assertThat(row.isGood()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NGUYỄN THỊ ÁNH", "Nguyễn thị Ánh", "K'Brăm", "H'Hen Niê", "K'BRĂM", "LI WEI"})
    void all_others_stay_as_they_were_typed(String given) {
        CheckedRow row = check(given, Set.of());
        assertThat(row.repairs()).isEmpty();
        assertThat(row.problems()).isEmpty();
        assertThat(row.text("full_name")).contains(given);
    }

    @Test
    void text_of_an_old_font_in_one_cell_is_pointed_out_with_its_reading() {
        String vni = OldFontTest.toVni("Nguyễn Văn Đức");

        assertThat(check(vni, Set.of()).problems()).extracting(RowProblem::code).contains(ProblemCode.OLD_FONT_TEXT);
        assertThat(OldFontWords.reading(vni)).contains("Nguyễn Văn Đức");
        assertThat(OldFontWords.reading(OldFontTest.toTcvn3("Nguyễn Văn Đức"))).contains("Nguyễn Văn Đức");
        assertThat(OldFontWords.reading("José Álvarez")).isEmpty();
        assertThat(OldFontWords.reading("Lê Công Hòa")).isEmpty();
    }
}
