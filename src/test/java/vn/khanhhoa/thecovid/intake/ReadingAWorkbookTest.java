package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingAWorkbookTest {
    @Test
    void gives_every_row_with_the_number_that_the_spreadsheet_shows() {
        ListFiles list = ListFiles.m01(25, 0, 1);
        ReadUpload read = ReadUpload.of(list.xlsx());
        assertThat(read.finished())
                .isEqualTo(new FinishedReading(
                        25, 1, List.of(), "Danh sách", Optional.empty(), false, List.of(), List.of(), List.of()));
        assertThat(read.rows()).extracting(ListRow::number).startsWith(2, 3, 4).endsWith(26);
        assertThat(read.rows()).extracting(ListRow::cells).isEqualTo(list.rows());
    }

    @Test
    void finds_columns_by_their_headings_in_any_order() {
        ListFiles list = ListFiles.m01(3, 0, 1);
        List<String> headings = new ArrayList<>(ListFiles.headings());
        Collections.reverse(headings);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : list.rows()) {
            List<String> turned = new ArrayList<>(row);
            Collections.reverse(turned);
            rows.add(turned);
        }
        assertThat(ReadUpload.of(ListFiles.xlsx(headings, rows)).rows())
                .extracting(ListRow::cells)
                .isEqualTo(list.rows());
    }

    @Test
    void knows_headings_without_marks_with_remarks_and_in_english() {
        List<String> headings = new ArrayList<>(ListFiles.headings());
        headings.set(ListFiles.index("full_name"), "HO VA  TEN (ghi đủ) *");
        headings.set(ListFiles.index("birth_date"), "Date of birth");
        headings.set(ListFiles.index("route"), "Lộ\u00A0trình");
        ListFiles list = ListFiles.m01(2, 0, 1);
        assertThat(ReadUpload.of(ListFiles.xlsx(headings, list.rows())).rows())
                .extracting(ListRow::cells)
                .isEqualTo(list.rows());
    }

    @Test
    void names_the_columns_that_it_leaves_out() {
        List<String> headings = new ArrayList<>(ListFiles.headings());
        headings.add("Nhóm máu");
        ListFiles list = ListFiles.m01(1, 0, 1);
        list.rows().get(0).add("O");
        assertThat(ReadUpload.of(ListFiles.xlsx(headings, list.rows()))
                        .finished()
                        .ignoredColumns())
                .containsExactly("Nhóm máu");
    }

    @Test
    void skips_blank_rows_and_rows_with_a_running_number_only() {
        ListFiles list = ListFiles.m01(2, 0, 1);
        list.rows().add(1, ListFiles.row(Map.of()));
        list.rows().add(1, ListFiles.row(Map.of("ordinal", "2", "note", " \u00A0\u200B")));
        ReadUpload read = ReadUpload.of(list.xlsx());
        assertThat(read.rows()).extracting(ListRow::number).containsExactly(2, 5);
    }

    @Test
    void tells_of_cells_beside_the_table_as_of_a_column_without_a_heading() {
        ListFiles list = ListFiles.m01(3, 0, 1);
        list.rows().get(1).addAll(List.of("", "cộng: 2"));
        ReadUpload read = ReadUpload.of(list.xlsx());
        String letter = UnnamedColumn.letterOf(ListFiles.headings().size() + 1);
        assertThat(read.finished().unnamedColumns()).containsExactly(new UnnamedColumn(letter, 1));
        assertThat(read.rows()).allSatisfy(row -> assertThat(row.problems()).isEmpty());
    }

    @Test
    void a_last_column_without_a_heading_is_given_to_a_column_of_the_form_by_hand() {
        ListFiles list = ListFiles.m01(3, 0, 1);
        List<String> headings = new ArrayList<>(ListFiles.headings());
        int workplace = headings.indexOf("Nơi làm việc");
        headings.set(workplace, "");
        list.rows().forEach(row -> row.add(row.set(workplace, "")));
        byte[] file = ListFiles.xlsx(headings, list.rows());
        String name = new UnnamedColumn(UnnamedColumn.letterOf(headings.size()), 3).name();

        assertThat(ReadUpload.of(file).refusal().unmatched().headings()).contains(name);

        List<ListRow> rows = new ArrayList<>();
        ReadingChoices choices = new ReadingChoices(List.of(), Optional.empty(), Map.of(name, "workplace"));
        assertThat(new ListReader(ReadingLimits.DEFAULT).read(file, ListFiles.form(), choices, rows::add))
                .isInstanceOf(FinishedReading.class);
        assertThat(rows)
                .extracting(row -> row.cells().get(workplace))
                .doesNotContain("")
                .hasSize(3);
    }

    @Test
    void gives_whole_numbers_exactly_and_dates_as_written_in_vietnam() {
        ReadUpload read = ReadUpload.of(sheet("""
            <row r="4"><c r="B4" t="inlineStr"><is><r><t>Lê </t></r><r><t>Hòa</t></r></is></c>\
            <c r="C4" s="2"><v>31087</v></c><c r="G4"><v>5.6085001234E10</v></c><c r="H4"><v>905123456</v></c>\
            <c r="P4" s="1"><v>44470</v></c><c r="R4" t="str"><f>1+1</f><v>ca 2</v></c><c r="S4" s="1"><v>0.25</v></c>\
            <c r="W4"><v>0.30000000000000004</v></c></row>\
            """));
        assertThat(read.rows().get(0).number()).isEqualTo(4);
        assertThat(read.cell(0, "full_name")).isEqualTo("Lê Hòa");
        assertThat(read.cell(0, "birth_date")).isEqualTo("09/02/1985");
        assertThat(read.cell(0, "document_number")).isEqualTo("56085001234");
        assertThat(read.cell(0, "phone")).isEqualTo("905123456");
        assertThat(read.cell(0, "valid_from")).isEqualTo("01/10/2021");
        assertThat(read.cell(0, "shift")).isEqualTo("ca 2");
        assertThat(read.cell(0, "hours")).isEqualTo("06:00");
        assertThat(read.cell(0, "note")).isEqualTo("0.3");
    }

    @Test
    void counts_the_days_of_workbooks_that_start_in_1904() {
        Map<String, byte[]> parts = ListFiles.parts("<row><c r=\"C2\" s=\"1\"><v>29625</v></c></row>");
        byte[] workbook = ListFiles.edit(
                ListFiles.zip(parts), "xl/workbook.xml", "<workbookPr/>", "<workbookPr date1904=\"1\"/>");
        assertThat(ReadUpload.of(workbook).cell(0, "birth_date")).isEqualTo("09/02/1985");
    }

    @Test
    void takes_the_text_of_comments_sections_and_escapes_as_it_is_meant() {
        ReadUpload read =
                ReadUpload.of(sheet("<row><!-- <c> --><c r=\"J2\" t=\"inlineStr\"><is><t>5 &lt;<![CDATA[&A]]]>"
                        + "<!--x-->&#x110;_x000D_\u1ED9</t><rPh><t>no</t></rPh></is></c></row>"));
        assertThat(read.cell(0, "address")).isEqualTo("5 <&A]Đ\rộ");
    }

    @Test
    void points_at_formula_errors_and_cells_that_are_too_long() {
        ReadUpload read = ReadUpload.of(sheet("<row r=\"2\"><c r=\"B2\" t=\"e\"><v>#N/A</v></c>"
                + "<c r=\"J2\" t=\"inlineStr\"><is><t>" + "a".repeat(40_000) + "</t></is></c></row>"));
        assertThat(read.rows().get(0).problems())
                .containsExactly(
                        new RowProblem(2, "full_name", ProblemCode.FORMULA_ERROR, List.of()),
                        new RowProblem(2, "address", ProblemCode.CELL_TOO_LONG, List.of(2_000, 200)));
        assertThat(read.cell(0, "address")).hasSize(ReadingLimits.DEFAULT.cellLength());
    }

    @Test
    void looks_past_hidden_sheets_and_sheets_without_headings() {
        byte[] template = TemplateWorkbookTest.template();
        byte[] filled = ListFiles.fill(template, ListFiles.m01(2, 0, 1).rows());
        byte[] hidden =
                ListFiles.edit(filled, "xl/workbook.xml", "name=\"Danh s&#xe1;ch\"", "name=\"x\" state=\"hidden\"");
        assertThat(ReadUpload.of(hidden).refusal().code()).isEqualTo(UnreadableCode.NO_HEADER);
    }

    static byte[] sheet(String rows) {
        return ListFiles.zip(ListFiles.parts(rows));
    }
}
