package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form has gone on to version 2: a column was added, one renamed, one dropped. */
class ReadingAnotherVersionTest {
    private final ListFiles list = ListFiles.m01(2, 0, 1);
    private final byte[] filled = ListFiles.fill(TemplateWorkbookTest.template(), list.rows());

    @Test
    void is_read_and_told_with_what_differs() {
        List<ListRow> rows = new ArrayList<>();
        FinishedReading read = (FinishedReading)
                new ListReader(ReadingLimits.DEFAULT).read(filled, secondVersion(), ReadingChoices.NONE, rows::add);
        assertThat(read.version()).contains(1);
        assertThat(read.differences())
                .containsExactlyInAnyOrder(
                        new ColumnDifference(ColumnDifference.Kind.RENAMED, "Lộ trình", "route"),
                        new ColumnDifference(ColumnDifference.Kind.MISSING, "Biển số", "plate"),
                        new ColumnDifference(ColumnDifference.Kind.UNKNOWN, "Ghi chú", ""));
        int last = rows.get(0).cells().size() - 1;
        assertThat(rows).extracting(row -> row.cells().get(last)).containsExactly("", "");
        assertThat(rows).extracting(row -> row.cells().get(1)).containsExactlyElementsOf(names());
    }

    @Test
    void does_not_excuse_a_file_that_names_no_version() {
        Reading read = new ListReader(ReadingLimits.DEFAULT).read(list.xlsx(), secondVersion(), row -> {});
        assertThat(read)
                .isEqualTo(new Unreadable(
                        UnreadableCode.MISSING_COLUMNS,
                        List.of("Biển số"),
                        new UnmatchedHeadings("Danh sách", List.of("Ghi chú"), List.of("plate"))));
    }

    @Test
    void is_refused_where_it_is_of_another_template() {
        byte[] other = ListFiles.edit(filled, "xl/sharedStrings.xml", ">M01</t>", ">M03</t>");
        assertThat(new ListReader(ReadingLimits.DEFAULT).read(other, secondVersion(), row -> {}))
                .isEqualTo(new Unreadable(
                        UnreadableCode.WRONG_TEMPLATE,
                        List.of("M03", "M01 – " + ListFiles.form().nameVi())));
    }

    @Test
    void a_sheet_that_is_not_there_cannot_be_chosen() {
        ReadingChoices choices = ReadingChoices.sheets(List.of("danh sách"));
        assertThat(new ListReader(ReadingLimits.DEFAULT).read(filled, ListFiles.form(), choices, row -> {}))
                .isEqualTo(new Unreadable(UnreadableCode.SHEET_NOT_FOUND, List.of("danh sách")));
    }

    private List<String> names() {
        return list.rows().stream().map(row -> row.get(1)).toList();
    }

    private static FormDefinition secondVersion() {
        List<FormColumn> columns = new ArrayList<>();
        for (FormColumn column : ListFiles.form().columns()) {
            if (column.key().equals("route")) {
                columns.add(ListFiles.renamed(column, "route", "Đường đi", "Way", false));
            } else if (!column.key().equals("note")) {
                columns.add(column);
            }
        }
        FormColumn text = ListFiles.form().column("note").orElseThrow();
        columns.add(ListFiles.renamed(text, "plate", "Biển số", "Plate", true));
        return ListFiles.withColumns(2, columns);
    }
}
