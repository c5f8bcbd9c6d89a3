package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class ReadingSectorsTest {
    private static final String RETAIL = "47 – Bán lẻ (trừ ô tô, mô tô, xe máy và xe có động cơ khác)";

    private static CheckedRow check(String sector, Map<Integer, CellHint> hints) {
        return new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD)
                .check(new ListRow(2, ListFiles.row(Map.of("sector", sector)), List.of(), hints, "", Set.of()));
    }

    private static CheckedRow check(String sector) {
        return check(sector, Map.of());
    }

    private static List<ProblemCode> problems(CheckedRow row) {
        return row.problems().stream()
                .filter(problem -> problem.columnKey().equals("sector"))
                .map(RowProblem::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "47|47",
                "4781|4781",
                "85 - Giáo dục và đào tạo|85",
                "giao duc va dao tao|85",
                "KHAI THÁC, NUÔI TRỒNG THỦY SẢN|03",
                "Khai thác, nuôi trồng thuỷ sản|03"
            })
    void by_code_or_name_with_or_without_marks(String text, String code) {
        assertThat(check(text).text("sector")).contains(code);
        assertThat(problems(check(text))).isEmpty();
    }

    @Test
    void every_one_that_the_drop_down_offers_by_its_code_its_name_and_its_name_without_marks() {
        for (Choice sector : ListFiles.LISTS.sectors()) {
            String plain = Normalizer.normalize(sector.name(), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace('đ', 'd')
                    .replace('Đ', 'D');
            for (String text : List.of(sector.label(), sector.code(), sector.name(), plain.toUpperCase(Locale.ROOT))) {
                assertThat(check(text).text("sector")).contains(sector.code());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Công nhân may", "G", "4", "99999", "47 – Giáo dục và đào tạo", "Bán lẻ", "47;85", "00"})
    void what_is_none_is_pointed_out(String text) {
        assertThat(problems(check(text))).containsExactly(ProblemCode.SECTOR_UNKNOWN);
        assertThat(check(text).values()).doesNotContainKey("sector");
    }

    @Test
    void gets_the_zero_back_that_a_spreadsheet_dropped() {
        CheckedRow row = check("3", Map.of(ListFiles.index("sector"), CellHint.NUMBER));
        assertThat(row.text("sector")).contains("03");
        assertThat(row.repairs()).containsExactly(new Repair("sector", RepairKind.ZERO_LOST, "3", "03"));
    }

    @Test
    void a_form_with_such_a_column_offers_them_in_its_workbook_and_reads_them_back() throws IOException {
        List<FormColumn> columns = new ArrayList<>(ListFiles.form().columns());
        columns.removeIf(column -> column.type() == ColumnType.SECTOR);
        columns.add(column("trade", "sectors", 250));
        FormDefinition form = ListFiles.withColumns(7, columns);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        new TemplateWorkbook(form, ListFiles.LISTS).write(workbook);
        String sheet = ListFiles.part(workbook.toByteArray(), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<formula1>'_lists'!$W$1:$W$"
                        + ListFiles.LISTS.sectors().size() + "</formula1>")
                .contains("sqref=\"W7:W100006\"");
        assertThat(ListFiles.texts(workbook.toByteArray())).contains(RETAIL);

        List<String> cells = new ArrayList<>(ListFiles.m01(1, 0, 1).rows().get(0));
        cells.remove(ListFiles.index("sector"));
        cells.add(RETAIL);
        List<ListRow> rows = new ArrayList<>();
        new ListReader(ReadingLimits.DEFAULT)
                .read(ListFiles.fill(workbook.toByteArray(), List.of(cells)), form, rows::add);
        CheckedRow read =
                new RowChecker(form, ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD).check(rows.get(0));
        assertThat(read.problems()).isEmpty();
        assertThat(read.text("trade")).contains("47");
    }

    @Test
    void an_administrator_may_add_one_that_takes_the_catalogue_and_is_wide_enough_for_it() {
        FormTemplate form = ListFiles.forms().templates().get(1);
        assertThatCode(() -> FormRules.check(with(form, column("trade", "sectors", 250))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> FormRules.check(with(form, column("trade", "activities", 250))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("forms.value-list");
        assertThatThrownBy(() -> FormRules.check(with(form, column("trade", "sectors", 100))))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("forms.max-length-unclear");
    }

    private static FormTemplate with(FormTemplate form, FormColumn added) {
        List<FormColumn> columns = new ArrayList<>(form.columns());
        columns.add(added);
        return form.with(columns);
    }

    private static FormColumn column(String key, String list, int longest) {
        return new FormColumn(
                key,
                ColumnType.SECTOR,
                false,
                List.of(),
                list,
                "Nghề kinh doanh",
                "Trade",
                List.of(),
                "",
                "",
                longest,
                "");
    }
}
