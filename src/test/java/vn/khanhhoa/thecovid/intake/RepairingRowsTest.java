package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairingRowsTest {
    private final Map<String, String> cells = new HashMap<>(Map.of(
            "full_name", "Lê Thị Hòa",
            "birth_date", "09/02/1985",
            "sex", "Nữ",
            "document_kind", "CCCD",
            "document_number", "056185001234",
            "residence", "22327",
            "workplace", "Nhà máy Suối Dầu",
            "activities", "LV_DN",
            "valid_from", "05/10/2021",
            "valid_to", "30/11/2021"));
    private final Map<Integer, CellHint> hints = new HashMap<>();

    private void hint(String column, CellHint hint) {
        hints.put(ListFiles.index(column), hint);
    }

    private CheckedRow check(String... kept) {
        return new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, ListFiles.row(cells), List.of(), hints, "", Set.of(kept)));
    }

    private CheckedRow checkWith(String column, String text, String... kept) {
        cells.put(column, text);
        return check(kept);
    }

    private static String found(CheckedRow row) {
        return row.problems().stream()
                .map(problem -> problem.columnKey() + ":" + problem.code())
                .collect(Collectors.joining(" "));
    }

    private static void assertRepaired(CheckedRow row, String column, RepairKind kind, String given, String repaired) {
        assertThat(row.problems())
                .as("but for the age, which some of these people have")
                .noneMatch(problem -> problem.severity() == Severity.ERROR
                        || problem.code() != ProblemCode.WORKER_CHILD && problem.code() != ProblemCode.WORKER_MINOR);
        assertThat(row.repairs()).containsExactly(new Repair(column, kind, given, repaired));
        assertThat(row.cells()).containsEntry(column, repaired);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lê\u00A0Thị Hòa",
                "Lê Thị\tHòa",
                "Lê \u200BThị Hòa",
                "\uFEFFLê Thị Hòa",
                "Lê Thị Hòa.",
                "Lê Thị\nHòa .,",
                "\uFF2Cê Thị Hòa"
            })
    void what_cannot_be_seen_is_taken_out(String name) {
        assertRepaired(checkWith("full_name", name), "full_name", RepairKind.CHARACTERS, name, "Lê Thị Hòa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"  Lê  Thị Hòa ", "Le\u0302 Thi\u0323 Ho\u0300a"})
    void composed_letters_and_spaces_too_many_are_no_repair(String name) {
        CheckedRow row = checkWith("full_name", name);
        assertThat(row.repairs()).isEmpty();
        assertThat(row.text("full_name")).contains("Lê Thị Hòa");
        assertThat(row.cells()).as("as it is kept and compared").containsEntry("full_name", "Lê Thị Hòa");
    }

    @Test
    void a_cell_of_blanks_alone_is_no_text() {
        cells.put("position", " \u00A0\u200B");
        assertThat(check().cells()).doesNotContainKey("position");
        assertThat(check("position").cells()).doesNotContainKey("position");
    }

    @Test
    void full_width_letters_are_given_back_as_they_were_but_composed() {
        CheckedRow row = checkWith("full_name", "\uFF2Ce\u0302  Thị Hòa", "full_name");
        assertThat(row.cells()).containsEntry("full_name", "\uFF2Cê Thị Hòa");
        assertThat(row.text("full_name")).contains("Lê Thị Hòa");
    }

    @Test
    void a_row_that_was_met_is_not_its_own_duplicate_and_is_met_no_more() {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        ListRow row = new ListRow(2, ListFiles.row(cells), List.of());
        checker.again(row);
        assertThat(checker.check(row).problems()).isEmpty();
        assertThat(checker.again(row).problems()).isEmpty();
        assertThat(found(checker.check(new ListRow(3, ListFiles.row(cells), List.of()))))
                .isEqualTo("document_number:DUPLICATE_IN_FILE");
    }

    @ParameterizedTest
    @CsvSource({
        "Ðặng Thị Hòa,Đặng Thị Hòa",
        "ƉẶNG THỊ HÒA,ĐẶNG THỊ HÒA",
        "Lê Thị ðào,Lê Thị đào",
        "Lê Thị Bích-Ðào,Lê Thị Bích-Đào"
    })
    void letters_that_only_look_like_d_with_stroke(String given, String repaired) {
        assertRepaired(checkWith("full_name", given), "full_name", RepairKind.LOOK_ALIKE, given, repaired);
    }

    @Test
    void an_icelander_keeps_the_letter() {
        CheckedRow row = checkWith("full_name", "Guðrún Jónsdóttir");
        assertThat(row.repairs()).isEmpty();
        assertThat(found(row)).isEqualTo("full_name:NAME_UNUSUAL");
    }

    @ParameterizedTest
    @CsvSource({
        "056185001234,56185001234,Nữ,09/02/1985",
        "001185001234,1185001234,Nữ,1985",
        "008205001234,8205001234,Nam,10/01/2005",
    })
    void zeros_of_personal_numbers(String whole, String given, String sex, String birth) {
        cells.put("sex", sex);
        cells.put("birth_date", birth);
        CheckedRow row = checkWith("document_number", given);
        assertRepaired(row, "document_number", RepairKind.ZERO_LOST, given, whole);
        assertThat(row.identity()).contains(new IdentityDocument(DocumentKind.CCCD, whole));
    }

    @ParameterizedTest
    @CsvSource({
        "56185001234,Nam,09/02/1985",
        "56185001234,Nữ,09/02/1986",
        "56185001234,Nữ,''",
        "56185001234,'',09/02/1985",
        "99185001234,Nữ,09/02/1985",
        "3185001234,Nữ,09/02/1985"
    })
    void zeros_that_not_everything_confirms_stay_lost(String given, String sex, String birth) {
        cells.put("sex", sex);
        cells.put("birth_date", birth);
        CheckedRow row = checkWith("document_number", given);
        assertThat(row.repairs()).isEmpty();
        assertThat(found(row)).contains("document_number:IDENTITY_ZERO_LOST");
    }

    @ParameterizedTest
    @CsvSource({"sex,Nam,IDENTITY_SEX_DIFFERS", "birth_date,09/02/1986,IDENTITY_YEAR_DIFFERS"})
    void a_zero_that_was_put_back_before_stays_when_something_else_is_changed(
            String column, String text, ProblemCode warning) {
        cells.put("document_number", "56185001234");
        cells.put(column, text);
        assertThat(check().repairs()).isEmpty();

        CheckedRow again = again(Map.of("document_number", "056185001234"));

        assertThat(again.repairs())
                .containsExactly(new Repair("document_number", RepairKind.ZERO_LOST, "56185001234", "056185001234"));
        assertThat(again.problems()).extracting(RowProblem::code).containsExactly(warning);
    }

    @Test
    void a_year_that_was_written_out_before_stays_when_the_number_is_changed() {
        cells.put("birth_date", "9/2/15");
        cells.put("document_number", "056085001234");
        assertThat(found(check())).contains("BIRTH_YEAR_TWO_DIGITS");

        CheckedRow again = again(Map.of("birth_date", "09/02/2015"));

        assertThat(again.cells()).containsEntry("birth_date", "09/02/2015");
        assertThat(found(again)).contains("IDENTITY_YEAR_DIFFERS");
    }

    private CheckedRow again(Map<String, String> earlier) {
        return new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, ListFiles.row(cells), List.of(), hints, "", Set.of(), earlier, List.of()));
    }

    @Test
    void a_number_that_has_its_zero_lacks_another_digit() {
        assertThat(found(checkWith("document_number", "05618501234"))).isEqualTo("document_number:IDENTITY_LENGTH");
    }

    @Test
    void the_zero_of_an_old_card_counts_as_lost_only_where_the_cell_held_a_number() {
        cells.put("document_kind", "CMND");
        assertThat(found(checkWith("document_number", "25123456"))).isEqualTo("document_number:IDENTITY_ZERO_LOST");
        hint("document_number", CellHint.NUMBER);
        assertRepaired(check(), "document_number", RepairKind.ZERO_LOST, "25123456", "025123456");
    }

    @Test
    void the_zero_of_an_insurance_number_counts_as_lost_only_where_the_cell_held_a_number() {
        assertThat(found(checkWith("social_insurance", "112345678"))).isEqualTo("social_insurance:INSURANCE_ZERO_LOST");
        hint("social_insurance", CellHint.NUMBER);
        assertRepaired(check(), "social_insurance", RepairKind.ZERO_LOST, "112345678", "0112345678");
        assertThat(found(checkWith("social_insurance", "561234567"))).isEqualTo("social_insurance:INSURANCE_ZERO_LOST");
    }

    @ParameterizedTest
    @CsvSource({
        "905123456,ZERO_LOST,0905123456",
        "2583822222,ZERO_LOST,02583822222",
        "01689123456,OLD_PHONE_NUMBER,0389123456",
        "1689123456,OLD_PHONE_NUMBER,0389123456",
        "+84 1201234567,OLD_PHONE_NUMBER,0701234567",
        "0199 123.4567,OLD_PHONE_NUMBER,0591234567"
    })
    void phones(String given, RepairKind kind, String repaired) {
        CheckedRow row = checkWith("phone", given);
        assertRepaired(row, "phone", kind, given, repaired);
        assertThat(row.text("phone")).contains(repaired);
    }

    @Test
    void a_year_typed_into_a_cell_made_for_dates() {
        hint("birth_date", CellHint.YEAR_AS_DATE);
        CheckedRow row = checkWith("birth_date", "07/06/1905");
        assertRepaired(row, "birth_date", RepairKind.YEAR_AS_DATE, "07/06/1905", "1985");
        assertThat(row.birthDate("birth_date"))
                .contains(new CellValue.BirthDate(LocalDate.of(1985, 1, 1), CellValue.BirthDate.Precision.YEAR));
        assertThat(checkWith("birth_date", "08/06/1909").cells()).containsEntry("birth_date", "1985");
    }

    @Test
    void a_year_as_date_without_the_cell_needs_the_identity_number() {
        assertRepaired(
                checkWith("birth_date", "07/06/1905"), "birth_date", RepairKind.YEAR_AS_DATE, "07/06/1905", "1985");
        assertThat(found(checkWith("birth_date", "08/06/1905"))).isEqualTo("birth_date:BIRTH_DATE_TOO_OLD");
        cells.put("document_kind", "CMND");
        cells.put("document_number", "225123456");
        assertThat(found(checkWith("birth_date", "07/06/1905"))).isEqualTo("birth_date:BIRTH_DATE_TOO_OLD");
    }

    @ParameterizedTest
    @CsvSource({
        "9/2/85,056185001234,09/02/1985",
        "02/85,056185001234,02/1985",
        "2/25/85,056185001234,25/02/1985",
        "9/2/15,056315001234,09/02/2015",
        "9/2/15,056115001234,"
    })
    void years_of_two_digits(String given, String number, String repaired) {
        cells.put("document_number", number);
        CheckedRow row = checkWith("birth_date", given);
        if (repaired == null) {
            // A woman of 1915 is 106 years old: possible, and what the number says.
            repaired = "09/02/1915";
        }
        assertRepaired(row, "birth_date", RepairKind.TWO_DIGIT_YEAR, given, repaired);
    }

    @ParameterizedTest
    @CsvSource({"9/2/85,09/02/1985", "9/2/05,09/02/2005", "9/2/15,", "9/2/30,", "31/2/85,"})
    void years_of_two_digits_without_a_personal_number(String given, String repaired) {
        cells.put("document_kind", "CMND");
        cells.put("document_number", "225123456");
        CheckedRow row = checkWith("birth_date", given);
        if (repaired == null) {
            assertThat(found(row)).isEqualTo("birth_date:BIRTH_YEAR_TWO_DIGITS");
            assertThat(row.repairs()).isEmpty();
        } else {
            assertRepaired(row, "birth_date", RepairKind.TWO_DIGIT_YEAR, given, repaired);
        }
    }

    @Test
    void a_number_without_its_zero_and_a_year_of_two_digits_confirm_each_other() {
        cells.put("birth_date", "9/2/85");
        CheckedRow row = checkWith("document_number", "56185001234");
        assertThat(row.problems()).isEmpty();
        assertThat(row.cells())
                .containsEntry("birth_date", "09/02/1985")
                .containsEntry("document_number", "056185001234");
        assertThat(found(checkWith("birth_date", "9/2/86")))
                .isEqualTo("birth_date:BIRTH_YEAR_TWO_DIGITS document_number:IDENTITY_ZERO_LOST");
    }

    @ParameterizedTest
    @CsvSource({"birth_date,02/25/1985,25/02/1985", "valid_to,11-30-2021,30/11/2021", "birth_date,1985-25-02,25/02/1985"
    })
    void dates_that_can_only_be_month_first(String column, String given, String repaired) {
        assertRepaired(checkWith(column, given), column, RepairKind.DAY_AND_MONTH_TURNED, given, repaired);
    }

    @ParameterizedTest
    @CsvSource({
        "birth_date,9/2/85,BIRTH_YEAR_TWO_DIGITS",
        "birth_date,02/25/1985,BIRTH_DATE_INVALID",
        "phone,905123456,PHONE_ZERO_LOST",
        "phone,01689123456,PHONE_OLD_NUMBER",
        "document_number,56185001234,IDENTITY_ZERO_LOST",
        "valid_to,11/30/2021,DATE_INVALID"
    })
    void what_the_sender_wants_kept_is_a_problem_again(String column, String text, ProblemCode problem) {
        CheckedRow row = checkWith(column, text, column);
        assertThat(row.repairs()).isEmpty();
        assertThat(found(row)).isEqualTo(column + ":" + problem);
        assertThat(row.cells()).containsEntry(column, text);
    }

    @Test
    void a_kept_letter_stays() {
        CheckedRow row = checkWith("full_name", "Ðặng Thị Hòa", "full_name");
        assertThat(row.text("full_name")).contains("Ðặng Thị Hòa");
        assertThat(found(row)).isEqualTo("full_name:NAME_UNUSUAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyeãn Vaên An",
                "Leâ Thò Hoàng",
                "Phöông",
                "NguyÔn Th Hoa",
                "TrÇn Hïng",
                "Lª Hoa",
                "MÊu Hoa",
                "Vâ An"
            })
    void names_that_look_like_an_old_font_are_pointed_out(String name) {
        assertThat(found(checkWith("full_name", name))).isIn("full_name:NAME_UNUSUAL", "full_name:OLD_FONT_TEXT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hoàng Thúy Uyên",
                "QUẢNG ĐẠI NGHĨA",
                "Y Bih Êban",
                "Nguyễn Thị Oanh Đào",
                "Mã Khuê",
                "Huỳnh Thuở Ươm"
            })
    void names_that_are_vietnamese_are_not(String name) {
        assertThat(checkWith("full_name", name).problems()).isEmpty();
    }

    @Test
    void letters_of_another_alphabet_are_an_error() {
        assertThat(found(checkWith("full_name", "Lê Thị Ho\u0430"))).isEqualTo("full_name:NAME_CHARACTERS");
    }

    @Test
    void a_number_of_no_province_is_pointed_out() {
        assertThat(found(checkWith("document_number", "099185001234")))
                .isEqualTo("document_number:IDENTITY_PLACE_UNKNOWN");
        assertThat(checkWith("document_number", "101185001234").problems()).isEmpty();
    }

    @Test
    void a_passport_of_another_shape_is_pointed_out_for_vietnamese_only() {
        cells.put("document_kind", "Hộ chiếu");
        assertThat(checkWith("document_number", "C1234567").problems()).isEmpty();
        assertThat(found(checkWith("document_number", "C123456"))).isEqualTo("document_number:PASSPORT_UNUSUAL");
        cells.put("nationality", "Pháp");
        assertThat(check().problems()).isEmpty();
    }

    @Test
    void checking_again_what_was_repaired_finds_nothing_more() {
        cells.putAll(Map.of(
                "birth_date",
                "9/2/85",
                "phone",
                "1689123456",
                "document_number",
                "56185001234",
                "full_name",
                "Ðặng\u00A0Hoa."));
        CheckedRow first = check();
        assertThat(first.repairs()).hasSize(4);
        cells.putAll(first.cells());
        CheckedRow second = check();
        assertThat(second.repairs()).isEmpty();
        assertThat(second.problems()).isEqualTo(first.problems());
        assertThat(second.values()).isEqualTo(first.values());
    }

    @Test
    void dates_in_a_column_that_is_month_first_are_pointed_out() {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<CheckedRow> rows = new ArrayList<>();
        for (String birth : List.of("02/25/1985", "03/04/1985", "05/05/1985", "1985")) {
            cells.put("birth_date", birth);
            cells.put("document_number", "05618500123" + rows.size());
            rows.add(checker.check(new ListRow(2 + rows.size(), ListFiles.row(cells), List.of())));
        }
        assertThat(concluded(checker, rows))
                .extracting(RepairingRowsTest::found)
                .containsExactly("", "birth_date:DATE_MAYBE_TURNED", "", "");
    }

    @Test
    void days_that_an_american_spreadsheet_may_have_turned_are_pointed_out() {
        assertThat(turned("25/02/1985", "04/03/1985")).containsExactly("", "birth_date:DATE_MAYBE_TURNED");
        assertThat(turned("25/02/1985", "04/03/1985", "13/03/1985")).containsExactly("", "", "");
        assertThat(turned("03/04/1985", "04/03/1985")).containsExactly("", "");
    }

    /** The first is a text, the others are days of the spreadsheet. */
    private List<String> turned(String... births) {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<CheckedRow> rows = new ArrayList<>();
        for (String birth : births) {
            cells.put("birth_date", birth);
            cells.put("document_number", "05618500123" + rows.size());
            Map<Integer, CellHint> day =
                    rows.isEmpty() ? Map.of() : Map.of(ListFiles.index("birth_date"), CellHint.DATE);
            rows.add(checker.check(new ListRow(2 + rows.size(), ListFiles.row(cells), List.of(), day, "", Set.of())));
        }
        return concluded(checker, rows).stream().map(RepairingRowsTest::found).toList();
    }

    private static List<CheckedRow> concluded(RowChecker checker, List<CheckedRow> rows) {
        return checker.conclude(rows);
    }

    @Test
    void what_the_reader_converted_is_told_with_what_stood_in_the_file() {
        Repair converted = new Repair("full_name", RepairKind.OLD_FONT, "Leâ Thò Hoøa.", "Lê Thị Hòa.");
        cells.put("full_name", "Lê Thị Hòa.");
        CheckedRow row = new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(
                        2, ListFiles.row(cells), List.of(), Map.of(), "", Set.of(), Map.of(), List.of(converted)));
        assertThat(row.repairs())
                .containsExactly(new Repair("full_name", RepairKind.OLD_FONT, "Leâ Thò Hoøa.", "Lê Thị Hòa"));
        assertThat(row.cells()).containsEntry("full_name", "Lê Thị Hòa");
    }

    @Test
    void the_tax_code_that_lost_its_zero_passes_its_check_digit() {
        FormColumn column = new FormColumn(
                "tax", ColumnType.TAX_CODE, true, List.of(), "", "MST", "Tax code", List.of(), "", "", 20, "");
        FormDefinition form = new FormDefinition("M99", 1, "Thử", "Test", LocalDate.of(2021, 1, 1), List.of(column));
        RowChecker checker = new RowChecker(form, ListFiles.LISTS, ListFiles.TODAY, 1);
        ListRow typed = new ListRow(2, List.of("100233488"), List.of());
        assertThat(found(checker.check(typed))).isEqualTo("tax:TAX_CODE_ZERO_LOST");
        ListRow number = new ListRow(2, List.of("100233488"), List.of(), Map.of(0, CellHint.NUMBER), "", Set.of());
        assertThat(Objects.requireNonNull(checker.check(number).cells().get("tax")))
                .isEqualTo("0100233488");
    }
}
