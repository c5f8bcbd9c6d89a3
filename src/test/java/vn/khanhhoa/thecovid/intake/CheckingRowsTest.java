package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.card.token.CardClaims;

class CheckingRowsTest {
    private final RowChecker checker = checker();

    private static RowChecker checker() {
        return new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
    }

    private static List<String> good() {
        return ListFiles.row(Map.of(
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
    }

    private static CheckedRow check(List<String> cells) {
        return checker().check(new ListRow(2, cells, List.of()));
    }

    private static CheckedRow checkWith(String column, String text) {
        List<String> row = good();
        ListFiles.set(row, column, text);
        return check(row);
    }

    private static String found(CheckedRow row) {
        return row.problems().stream()
                .map(problem -> problem.columnKey() + ":" + problem.code())
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_good_row_has_its_values_and_no_problem() {
        CheckedRow row = check(good());
        assertThat(row.problems()).isEmpty();
        assertThat(row.isGood()).isTrue();
        assertThat(row.text("full_name")).contains("Lê Thị Hòa");
        assertThat(row.text("nationality")).contains("Việt Nam");
        assertThat(row.text("sex")).contains("FEMALE");
        assertThat(row.text("residence")).contains("22327");
        assertThat(row.text("workplace")).contains("w1");
        assertThat(row.codes("activities")).containsExactly("LV_DN");
        assertThat(row.day("valid_to")).contains(LocalDate.of(2021, 11, 30));
        assertThat(row.identity()).contains(new IdentityDocument(DocumentKind.CCCD, "056185001234"));
        assertThat(row.identity().orElseThrow()).hasToString("CCCD ••••••••1234");
    }

    @Test
    void tells_all_problems_of_a_row_at_once() {
        List<String> row = ListFiles.row(Map.of(
                "full_name", "Lê 2",
                "birth_date", "31/02/1990",
                "document_kind", "CCCD",
                "document_number", "56185001234",
                "phone", "12",
                "residence", "Vạn Thắng",
                "valid_from", "05/10/2021",
                "valid_to", "01/10/2021"));
        assertThat(found(check(row)))
                .isEqualTo("full_name:NAME_HAS_DIGITS birth_date:BIRTH_DATE_INVALID sex:REQUIRED_MISSING"
                        + " phone:PHONE_INVALID residence:AREA_AMBIGUOUS workplace:REQUIRED_MISSING"
                        + " activities:REQUIRED_MISSING valid_to:PERIOD_OVER valid_to:PERIOD_REVERSED"
                        + " document_number:IDENTITY_ZERO_LOST");
    }

    @Test
    void text_and_value_are_composed_and_what_was_given_stays_beside_them() {
        CheckedRow row = checkWith("full_name", "  Le\u0302\u00A0Thi\u0323 \u200B Ho\u0300a\t");
        assertThat(row.text("full_name")).contains("Lê Thị Hòa");
        assertThat(row.cells()).containsEntry("full_name", "Lê Thị Hòa");
        assertThat(row.repairs())
                .extracting(Repair::given)
                .containsExactly("  Le\u0302\u00A0Thi\u0323 \u200B Ho\u0300a\t");
    }

    @ParameterizedTest
    @CsvSource({
        "Y Bih Êban,''",
        "Mấu Thị Bích-Phanh,''",
        "J.R. Smith,''",
        "A,full_name:NAME_TOO_SHORT",
        "Vietcombank báo tại vcb-nhanqua.top,full_name:NAME_ADDRESS",
        "Nhận tại https://vcb,full_name:NAME_ADDRESS",
        "NguyÔn V¨n,full_name:NAME_CHARACTERS full_name:OLD_FONT_TEXT",
        "'',full_name:REQUIRED_MISSING"
    })
    void names(String text, String problem) {
        assertThat(found(checkWith("full_name", text))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "9/2/1985,1985-02-09,DAY",
        "09-02-1985,1985-02-09,DAY",
        "1985-02-09,1985-02-09,DAY",
        "02/1985,1985-02-01,MONTH",
        "1985,1985-01-01,YEAR",
        "00/00/1985,1985-01-01,YEAR"
    })
    void birth_dates_as_far_as_they_are_known(String text, LocalDate from, CellValue.BirthDate.Precision precision) {
        CheckedRow row = checkWith("birth_date", text);
        assertThat(row.birthDate("birth_date")).contains(new CellValue.BirthDate(from, precision));
        assertThat(row.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "06/10/2021,BIRTH_DATE_FUTURE",
        "08/06/1905,BIRTH_DATE_TOO_OLD",
        "9/2/86,BIRTH_YEAR_TWO_DIGITS",
        "13/13/1985,BIRTH_DATE_INVALID",
        "85,BIRTH_DATE_INVALID",
        "31087,BIRTH_DATE_INVALID",
        "x,BIRTH_DATE_INVALID",
        "1/2/3/1985,BIRTH_DATE_INVALID",
        "029/2/1985,BIRTH_DATE_INVALID"
    })
    void birth_dates_that_cannot_be(String text, ProblemCode problem) {
        assertThat(found(checkWith("birth_date", text))).isEqualTo("birth_date:" + problem);
    }

    @ParameterizedTest
    @CsvSource({"nữ,FEMALE", "NU,FEMALE", "F,FEMALE", "Female,FEMALE", "FEMALE,FEMALE"})
    void sexes_as_people_write_them(String text, String code) {
        assertThat(checkWith("sex", text).text("sex")).contains(code);
    }

    @Test
    void a_sex_that_is_none_names_the_choices() {
        assertThat(checkWith("sex", "?").problems())
                .containsExactly(new RowProblem(2, "sex", ProblemCode.VALUE_NOT_ALLOWED, List.of("Nam; Nữ")));
    }

    @ParameterizedTest
    @CsvSource({
        "CCCD,056 185 001 234,''", "Căn cước,’056185001234,''", "CCCD,56285001234,IDENTITY_ZERO_LOST",
        "CCCD,1085001234,IDENTITY_ZERO_LOST", "CCCD,225123456,IDENTITY_OTHER_KIND", "CCCD,B1234567,IDENTITY_OTHER_KIND",
        "CCCD,0561850012345,IDENTITY_LENGTH", "CCCD,5.60880E+10,SCIENTIFIC_NOTATION",
                "CCCD,05618500123O,IDENTITY_CHARACTERS",
        "CMND,225123456,''", "CMND,25123456,IDENTITY_ZERO_LOST", "CMND,056185001234,IDENTITY_OTHER_KIND",
        "Hộ chiếu,b1234567,''", "Passport,056185001234,IDENTITY_OTHER_KIND", "Hộ chiếu,B12,PASSPORT_INVALID",
        "Hộ chiếu,B12/4567,IDENTITY_CHARACTERS"
    })
    void documents(String kind, String number, String problem) {
        List<String> row = good();
        ListFiles.set(row, "document_kind", kind);
        ListFiles.set(row, "document_number", number);
        CheckedRow checked = check(row);
        assertThat(found(checked)).isEqualTo(problem.isEmpty() ? "" : "document_number:" + problem);
        assertThat(checked.identity().isPresent()).isEqualTo(problem.isEmpty());
    }

    @Test
    void a_personal_number_that_tells_another_sex_or_year_is_a_warning() {
        CheckedRow row = checkWith("document_number", "056285001234");
        assertThat(found(row)).isEqualTo("document_number:IDENTITY_SEX_DIFFERS document_number:IDENTITY_YEAR_DIFFERS");
        assertThat(row.isGood()).isTrue();
    }

    @Test
    void the_later_of_two_rows_with_one_document_names_the_first() {
        assertThat(checker.check(new ListRow(7, good(), List.of())).isGood()).isTrue();
        CheckedRow second = checker.check(new ListRow(90, good(), List.of()));
        assertThat(second.problems())
                .containsExactly(new RowProblem(90, "document_number", ProblemCode.DUPLICATE_IN_FILE, List.of(7)));
    }

    @Test
    void one_number_in_two_rows_is_one_document_whatever_its_kind_is_called() {
        List<String> old = good();
        ListFiles.set(old, "document_kind", "CMND");
        ListFiles.set(old, "document_number", "225678901");
        List<String> passport = good();
        ListFiles.set(passport, "document_kind", "Hộ chiếu");
        ListFiles.set(passport, "document_number", "225678901");

        assertThat(checker.check(new ListRow(7, old, List.of())).isGood()).isTrue();
        assertThat(checker.check(new ListRow(8, passport, List.of())).problems())
                .contains(new RowProblem(8, "document_number", ProblemCode.DUPLICATE_IN_FILE, List.of(7)));
    }

    @Test
    void a_person_asks_for_as_many_activities_as_a_card_holds() {
        List<Choice> activities = IntStream.rangeClosed(1, 17)
                .mapToObj(number -> Choice.of("HD_%02d".formatted(number), "Hoạt động số " + number))
                .toList();
        ReferenceLists lists = new ReferenceLists(ListFiles.LISTS.communes(), ListFiles.LISTS.workplaces(), activities);
        RowChecker ofMany = new RowChecker(ListFiles.form(), lists, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<String> codes = activities.stream().map(Choice::code).toList();
        List<String> row = good();

        ListFiles.set(row, "activities", String.join(";", codes.subList(0, CardClaims.MAX_ACTIVITIES)));
        assertThat(ofMany.check(new ListRow(2, row, List.of())).codes("activities"))
                .hasSize(16);
        ListFiles.set(row, "document_number", "056185001235");
        ListFiles.set(row, "activities", String.join(";", codes));
        assertThat(ofMany.check(new ListRow(3, row, List.of())).problems())
                .containsExactly(new RowProblem(3, "activities", ProblemCode.TOO_MANY_ACTIVITIES, List.of(17, 16)));
    }

    @ParameterizedTest
    @CsvSource({
        "0905 123.456,0905123456",
        "+84 905123456,0905123456",
        "84905123456,0905123456",
        "0084905123456,0905123456",
        "(0258) 3822222,02583822222",
        "0565123456,0565123456"
    })
    void phones(String text, String number) {
        CheckedRow row = checkWith("phone", text);
        assertThat(row.problems()).isEmpty();
        assertThat(row.text("phone")).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "905123456 máy 2,PHONE_INVALID",
        "01509123456,PHONE_INVALID",
        "0955123456,PHONE_INVALID",
        "113,PHONE_INVALID",
        "9.05123E+08,SCIENTIFIC_NOTATION"
    })
    void phones_that_are_none(String text, ProblemCode problem) {
        assertThat(found(checkWith("phone", text))).isEqualTo("phone:" + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "5612345678,''",
        "DN4565612345678,''",
        "561234567,INSURANCE_ZERO_LOST",
        "DN9565612345678,INSURANCE_INVALID"
    })
    void insurance_numbers(String text, String problem) {
        assertThat(found(checkWith("social_insurance", text)))
                .isEqualTo(problem.isEmpty() ? "" : "social_insurance:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22345 – Phường Vạn Thắng, Thành phố Nha Trang|22345",
                "22345 - Phường Vạn Thắng|22345",
                "Phường Vạn Thắng|22345",
                "xã vạn thắng|22516",
                "Vĩnh Hoà|22327",
                "Phước Tiến, Thành phố Cam Ranh|",
                "Phường Phước Tiến, Thành phố Nha Trang|22366",
                "Ngoài tỉnh|OUTSIDE"
            })
    void communes(String text, String code) {
        List<String> row = good();
        ListFiles.set(row, "residence", text);
        ListFiles.set(row, "address", "12 Trần Phú");
        assertThat(check(row).text("residence")).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void a_commune_name_that_two_have_names_the_choices() {
        assertThat(checkWith("residence", "Vạn Thắng").problems())
                .containsExactly(
                        new RowProblem(
                                2,
                                "residence",
                                ProblemCode.AREA_AMBIGUOUS,
                                List.of(
                                        "22345 – Phường Vạn Thắng, Thành phố Nha Trang; 22516 – Xã Vạn Thắng, Huyện Vạn Ninh")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"056085001234", "0905123456", "Nguyễn Văn An", "22366 – Nguyễn Văn An", "12 Trần Phú; LV_DN"})
    void what_stands_in_a_wrong_column_is_not_told_by_the_problem(String text) {
        for (String column :
                List.of("activities", "residence", "workplace", "sex", "phone", "valid_from", "document_kind")) {
            for (RowProblem problem : checkWith(column, text).problems()) {
                assertThat(problem.args())
                        .filteredOn(String.class::isInstance)
                        .noneSatisfy(
                                arg -> assertThat((String) arg).containsAnyOf("0560", "0905", "Nguyễn", "12 Trần"));
            }
        }
    }

    @Test
    void a_commune_code_with_the_name_of_another_is_a_problem() {
        assertThat(found(checkWith("residence", "22366 – Phường Tân Tiến"))).isEqualTo("residence:AREA_NAME_DIFFERS");
        assertThat(found(checkWith("residence", "99999"))).isEqualTo("residence:AREA_UNKNOWN");
    }

    @Test
    void a_residence_outside_the_province_needs_an_address() {
        assertThat(found(checkWith("residence", "ngoài tỉnh"))).isEqualTo("address:ADDRESS_NEEDED");
    }

    @Test
    void a_workplace_counts_by_its_name() {
        assertThat(checkWith("workplace", "NHÀ MÁY  Suối Dầu").text("workplace"))
                .contains("w1");
        assertThat(found(checkWith("workplace", "Kho"))).isEqualTo("workplace:WORKPLACE_UNKNOWN");
    }

    @Test
    void activities_come_alone_or_together() {
        assertThat(checkWith("activities", "LV_DN – Làm việc tại DN, nhà máy, KCN; qc_lienhuyen")
                        .codes("activities"))
                .containsExactly("LV_DN", "QC_LIENHUYEN");
        assertThat(checkWith("activities", "LV_DN, QC_LIENHUYEN").codes("activities"))
                .hasSize(2);
        assertThat(checkWith("activities", "LV_DN; BAY; LEO").problems())
                .extracting(RowProblem::args)
                .containsExactly(List.of(2), List.of(3));
    }

    @Test
    void periods_are_bounded() {
        assertThat(found(checkWith("valid_to", "04/10/2021")))
                .isEqualTo("valid_to:PERIOD_OVER valid_to:PERIOD_REVERSED");
        assertThat(found(checkWith("valid_to", "02/04/2022"))).isEmpty();
        assertThat(found(checkWith("valid_to", "03/04/2022"))).isEqualTo("valid_to:PERIOD_TOO_LONG");
        assertThat(found(checkWith("valid_to", "2022"))).isEqualTo("valid_to:DATE_INVALID");
    }

    @Test
    void keeps_what_was_wrong_in_reading() {
        RowProblem cut = new RowProblem(2, "note", ProblemCode.CELL_TOO_LONG, List.of());
        assertThat(checker.check(new ListRow(2, good(), List.of(cut))).isGood()).isFalse();
    }

    @Test
    void a_text_that_was_cut_is_said_to_be_too_long_once() {
        List<String> row = good();
        ListFiles.set(row, "note", "x".repeat(2_000));
        RowProblem cut = new RowProblem(2, "note", ProblemCode.CELL_TOO_LONG, List.of(2_000, 200));

        assertThat(found(checker.check(new ListRow(2, row, List.of(cut))))).isEqualTo("note:CELL_TOO_LONG");
        assertThat(found(checker().check(new ListRow(2, row, List.of())))).isEqualTo("note:TEXT_TOO_LONG");
    }

    /** The first day is the fifth of October 2021. */
    @ParameterizedTest
    @CsvSource({
        "05/10/2003, ''",
        "06/10/2003, WORKER_MINOR",
        "05/10/2006, WORKER_MINOR",
        "06/10/2006, WORKER_CHILD",
        "2003, ''",
        "2004, WORKER_MINOR",
        "2006, WORKER_MINOR",
        "2007, WORKER_CHILD"
    })
    void a_worker_who_is_a_child_on_the_first_day_is_pointed_out(String birth, String expected) {
        List<String> row = good();
        ListFiles.set(row, "birth_date", birth);
        ListFiles.set(row, "document_kind", "Hộ chiếu");
        ListFiles.set(row, "document_number", "C1234567");

        CheckedRow checked = check(row);

        assertThat(found(checked)).isEqualTo(expected.isEmpty() ? "" : "birth_date:" + expected);
        assertThat(checked.isGood()).isTrue();
    }

    @Test
    void learners_and_guests_may_be_children() {
        for (String code : List.of("M06", "M10", "M12")) {
            assertThat(ListFiles.forms().version(code, 1).orElseThrow().columns())
                    .noneMatch(FormColumn::isOfWorkers);
        }
        for (String code : List.of("M01", "M02", "M03", "M04", "M05", "M07", "M08", "M09", "M11")) {
            assertThat(ListFiles.forms().version(code, 1).orElseThrow().columns())
                    .anyMatch(FormColumn::isOfWorkers);
        }
    }

    @Test
    void finds_exactly_the_bad_rows_of_a_list() {
        ListFiles list = ListFiles.m01(500, 60, 11);
        List<CheckedRow> rows =
                ReadUpload.of(list.xlsx()).rows().stream().map(checker::check).toList();
        assertThat(rows.stream().filter(row -> !row.isGood()).map(CheckedRow::rowNumber))
                .containsExactlyElementsOf(list.badRows());
        assertThat(list.badRows()).hasSize(60);
        assertThat(rows.stream().filter(CheckedRow::isGood))
                .allSatisfy(row -> assertThat(row.problems()).isEmpty());
    }
}
