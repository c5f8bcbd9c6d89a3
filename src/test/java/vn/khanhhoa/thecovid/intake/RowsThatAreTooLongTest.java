package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row of 27 cells of up to 2,000 characters each, of which 8,000 are kept. */
class RowsThatAreTooLongTest {
    private final ListFiles list = ListFiles.m01(3, 0, 1);
    private final List<String> row = list.rows().get(1);

    @Test
    void lose_the_ends_of_cells_that_are_too_long_for_their_columns_and_nothing_else() {
        for (String column : List.of("address", "position", "note", "route", "phone")) {
            ListFiles.set(row, column, "ế".repeat(1_900));
        }

        ReadUpload read = ReadUpload.of(list.xlsx());

        assertThat(read.cell(1, "address")).isEqualTo("ế".repeat(200));
        assertThat(read.cell(1, "position")).isEqualTo("ế".repeat(100));
        assertThat(read.cell(1, "full_name")).isEqualTo(ListFiles.get(row, "full_name"));
        assertThat(read.rows().get(1).problems())
                .hasSize(5)
                .contains(new RowProblem(3, "address", ProblemCode.ROW_TOO_LONG, List.of(1_900, 8_000, 200)))
                .contains(new RowProblem(3, "position", ProblemCode.ROW_TOO_LONG, List.of(1_900, 8_000, 100)));
        assertThat(read.rows().get(0).problems()).isEmpty();
        assertThat(read.rows().get(2).problems()).isEmpty();
        assertThat(read.cell(2, "address")).isEqualTo(ListFiles.get(list.rows().get(2), "address"));
    }

    @Test
    void stay_as_they_are_up_to_their_bound() {
        for (String column : List.of("address", "note", "route")) {
            ListFiles.set(row, column, "x".repeat(2_000));
        }

        ReadUpload read = ReadUpload.of(list.csv(',', true));

        assertThat(read.cell(1, "address")).hasSize(2_000);
        assertThat(read.rows().get(1).problems()).isEmpty();
    }

    @Test
    void are_as_short_where_a_form_from_before_allows_more_than_a_row_holds() {
        List<FormColumn> columns = new ArrayList<>(ListFiles.form().columns());
        for (int i = 0; i < columns.size(); i++) {
            columns.set(i, longer(columns.get(i)));
            row.set(i, "y".repeat(500));
        }

        List<ListRow> rows = new ArrayList<>();
        new ListReader(ReadingLimits.DEFAULT).read(list.xlsx(), ListFiles.withColumns(1, columns), rows::add);

        int length = rows.get(1).cells().stream().mapToInt(String::length).sum();
        assertThat(length).isBetween(7_000, 8_000);
        assertThat(rows.get(1).problems()).extracting(RowProblem::code).containsOnly(ProblemCode.ROW_TOO_LONG);
    }

    private static FormColumn longer(FormColumn column) {
        return new FormColumn(
                column.key(),
                column.type(),
                column.required(),
                column.values(),
                column.valueList(),
                column.labelVi(),
                column.labelEn(),
                column.aliases(),
                column.noteVi(),
                column.noteEn(),
                500,
                column.defaultValue());
    }

    @Test
    void are_not_cut_within_a_letter() {
        for (String column : List.of("address", "position", "note", "route", "phone")) {
            ListFiles.set(row, column, "a" + "𠮷".repeat(900));
        }

        ReadUpload read = ReadUpload.of(list.xlsx());

        assertThat(read.cell(1, "address")).isEqualTo("a" + "𠮷".repeat(99));
    }

    @Test
    void a_sheet_whose_name_nobody_can_have_typed_is_known_by_its_beginning() {
        String name = "Danh sách " + "x".repeat(3_000);
        byte[] workbook = ListFiles.edit(
                ReadingAWorkbookTest.sheet("<row><c r=\"B2\" t=\"inlineStr\"><is><t>An</t></is></c></row>"),
                "xl/workbook.xml",
                "name=\"A\"",
                "name=\"" + name + "\"");

        assertThat(ReadUpload.of(workbook).finished().sheet()).isEqualTo(name.substring(0, 100));
        Reading chosen = new ListReader(ReadingLimits.DEFAULT)
                .read(workbook, ListFiles.form(), ReadingChoices.sheets(List.of(name.substring(0, 100))), each -> {});
        assertThat(chosen).isInstanceOf(FinishedReading.class);
    }
}
