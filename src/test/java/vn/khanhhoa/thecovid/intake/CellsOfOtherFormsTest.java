package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsOfOtherFormsTest {
    private static CheckedRow check(ColumnType type, String bounds, String text) {
        return check(type, bounds, text, ListFiles.TODAY);
    }

    private static CheckedRow check(ColumnType type, String bounds, String text, LocalDate today) {
        FormColumn column =
                new FormColumn("it", type, true, List.of(), bounds, "Cột", "Column", List.of(), "", "", 60, "");
        FormDefinition form = new FormDefinition("M99", 1, "Thử", "Test", LocalDate.of(2021, 1, 1), List.of(column));
        return new RowChecker(form, ListFiles.LISTS, today, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, List.of(text), List.of()));
    }

    /** The value, or the problems. */
    private static String outcome(CheckedRow row) {
        return row.problems().isEmpty()
                ? String.valueOf(row.values().get("it")).replaceAll(".*\\[(?:\\w+=)?(.*)]", "$1")
                : row.problems().stream().map(problem -> problem.code().name()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "79C-123.45,79C12345",
        "79c12345,79C12345",
        "79N-1234,79N1234",
        "79-X1 123.45,79X112345",
        "51LD-012.34,51LD01234",
        "TH-12-34,TH1234",
        "80-011-NG-01,80011NG01",
        "29-MĐ1 234.56,29MĐ123456",
        "79C-12,PLATE_INVALID",
        "C-123.45,PLATE_INVALID",
        "07C-123.45,PLATE_INVALID",
        "xe nhà,PLATE_INVALID"
    })
    void plates(String text, String outcome) {
        assertThat(outcome(check(ColumnType.PLATE, "", text))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "KH-12345-TS,KH-12345-TS",
        "kh 96789 ts,KH-96789-TS",
        "BĐ-9123-TS,BĐ-9123-TS",
        "QNg-95234-TS,QNG-95234-TS",
        "KH-12345,VESSEL_NUMBER_INVALID",
        "12345,VESSEL_NUMBER_INVALID"
    })
    void fishing_boats(String text, String outcome) {
        assertThat(outcome(check(ColumnType.VESSEL_NUMBER, "", text))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "4200338918,4200338918", "42 0033 8918,4200338918", "4200338918-001,4200338918001",
        "4200338919,TAX_CODE_WRONG", "420033891,TAX_CODE_INVALID", "4200338918000,TAX_CODE_WRONG",
        "x,TAX_CODE_INVALID", "4.20034E+09,SCIENTIFIC_NOTATION", "056185001234,TAX_CODE_INVALID"
    })
    void tax_codes(String text, String outcome) {
        assertThat(outcome(check(ColumnType.TAX_CODE, "", text))).isEqualTo(outcome);
    }

    @Test
    void a_personal_number_is_a_tax_code_since_july_2025() {
        assertThat(outcome(check(ColumnType.TAX_CODE, "", "056185001234", LocalDate.of(2025, 7, 1))))
                .isEqualTo("056185001234");
    }

    @ParameterizedTest
    @CsvSource({
        "1..500,120,120", "1..500,1,1", "1..500,0,NUMBER_TOO_SMALL", "1..500,501,NUMBER_TOO_LARGE",
        "'',1.200,1200", "'',1 200 000,1200000", "'',12.5,NUMBER_INVALID", "'',-3,NUMBER_INVALID",
        "'',chục,NUMBER_INVALID", "'',1.2.345,NUMBER_INVALID", "..10,9999999999999999,NUMBER_INVALID"
    })
    void whole_numbers(String bounds, String text, String outcome) {
        assertThat(outcome(check(ColumnType.NUMBER, bounds, text))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "08:30,08:30",
        "8h30,08:30",
        "8h,08:00",
        "8 giờ 30 phút,08:30",
        "13:05:59,13:05:59",
        "02:30 CH,14:30",
        "12:00 SA,00:00",
        "12:15 PM,12:15",
        "24:00,TIME_INVALID",
        "8,TIME_INVALID",
        "13:00 PM,TIME_INVALID",
        "8h75,TIME_INVALID",
        "sáng,TIME_INVALID"
    })
    void times_of_day(String text, String outcome) {
        assertThat(outcome(check(ColumnType.TIME_OF_DAY, "", text))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "05/10/2021 08:30,2021-10-05T08:30", "'08:30, 05/10/2021',2021-10-05T08:30",
                "8h30 ngày 5/10/2021,2021-10-05T08:30",
        "2021-10-05T08:30:00,2021-10-05T08:30", "05/10/2021,2021-10-05T00:00",
                "'8h30, ngày 05/10/2021',2021-10-05T08:30",
        "08:30,DATE_TIME_INVALID", "31/02/2021 08:30,DATE_TIME_INVALID", "05/10/2021 25:00,DATE_TIME_INVALID",
        "06/10/2021 08:30,DATE_TOO_LATE", "01/10/2021 08:30,DATE_TOO_EARLY"
    })
    void days_with_a_time(String text, String outcome) {
        assertThat(outcome(check(ColumnType.DATE_TIME, "today-3..today", text)).replaceAll(", timeKnown.*", ""))
                .isEqualTo(outcome);
    }

    @Test
    void a_day_without_a_time_says_so() {
        assertThat(check(ColumnType.DATE_TIME, "", "05/10/2021").moment("it"))
                .hasValueSatisfying(moment -> assertThat(moment.timeKnown()).isFalse());
    }

    @Test
    void days_between_fixed_ones() {
        assertThat(check(ColumnType.DATE, "2021-03-08..", "07/03/2021").problems())
                .containsExactly(new RowProblem(2, "it", ProblemCode.DATE_TOO_EARLY, List.of("08/03/2021")));
        assertThat(check(ColumnType.DATE, "2021-03-08..", "08/03/2021").day("it"))
                .contains(LocalDate.of(2021, 3, 8));
        assertThat(check(ColumnType.DATE, "..today+30", "04/11/2021").problems())
                .isEmpty();
        assertThat(outcome(check(ColumnType.DATE, "..today+30", "05/11/2021"))).isEqualTo("DATE_TOO_LATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5..1", "a..b", "2021-10-01..2021-09-01", "today..today-1", "1234567890123.."})
    void bounds_that_are_none_are_refused(String bounds) {
        ColumnType type = bounds.matches(".*(2021|today).*") ? ColumnType.DATE : ColumnType.NUMBER;
        assertThatThrownBy(() -> ColumnBounds.parse(type, bounds)).isInstanceOf(IllegalArgumentException.class);
    }
}
