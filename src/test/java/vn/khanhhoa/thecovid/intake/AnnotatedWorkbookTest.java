package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotatedWorkbookTest {
    private static final AnnotatedLine.Note WRONG = new AnnotatedLine.Note(
            "document_number", AnnotatedLine.Tone.ERROR, "Lỗi: Số giấy tờ phải có đúng 12 chữ số.");
    private static final AnnotatedLine.Note REPAIRED =
            new AnnotatedLine.Note("phone", AnnotatedLine.Tone.REPAIR, "Đã sửa, ban đầu ghi “905123456”.");

    private static byte[] workbook(AnnotatedLine... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedWorkbook(ListFiles.form(), ListFiles.LISTS, "Dòng trong danh sách", "Vấn đề")
                .write(List.of(lines), false, out);
        return out.toByteArray();
    }

    private static String part(byte[] workbook, String name) {
        byte[] part = ListFiles.unzip(workbook).get(name);
        return part == null ? "" : XmlText.decode(part, 0, part.length);
    }

    @Test
    void comes_back_with_the_texts_that_it_went_out_with() throws IOException {
        Map<String, String> texts = Map.of(
                "full_name", "Nguyễn Thị Ánh", "document_number", "05608700012", "phone", "0905123456", "note", "=1+1");
        ReadUpload read =
                ReadUpload.of(workbook(new AnnotatedLine("AAAAAAAAAAAAAAAAAAAAAA", 14, texts, List.of(WRONG))));

        assertThat(read.rows()).singleElement().satisfies(row -> {
            List<String> cells = row.cells();
            texts.forEach((column, text) ->
                    assertThat(cells.get(ListFiles.index(column))).as(column).isEqualTo(text));
        });
    }

    @Test
    void explains_at_the_cell_and_in_the_last_column() throws IOException {
        byte[] workbook = workbook(new AnnotatedLine(
                "AAAAAAAAAAAAAAAAAAAAAA",
                14,
                Map.of("document_number", "05608700012", "phone", "0905123456"),
                List.of(WRONG, REPAIRED)));

        assertThat(part(workbook, "xl/comments1.xml"))
                .contains(WRONG.sentence(), REPAIRED.sentence(), "ref=\"G7\"", "ref=\"H7\"");
        assertThat(part(workbook, "xl/sharedStrings.xml"))
                .contains("Vấn đề", "Số giấy tờ: " + WRONG.sentence(), "AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(part(workbook, "xl/styles.xml")).contains("FFF8CBCB", "FFCFE2F7");
    }

    @Test
    void shows_the_number_of_the_line_in_its_list_and_leaves_it_out_in_silence_when_it_comes_back() throws IOException {
        byte[] workbook = workbook(new AnnotatedLine(
                "AAAAAAAAAAAAAAAAAAAAAA", 4711, Map.of("full_name", "Nguyễn Thị Ánh"), List.of(WRONG)));

        assertThat(part(workbook, "xl/sharedStrings.xml")).contains("Dòng trong danh sách", ">4711</t>");
        ReadUpload read = ReadUpload.of(workbook);
        assertThat(read.finished().ignoredColumns()).isEmpty();
        assertThat(read.finished().unnamedColumns()).isEmpty();
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.cells()).doesNotContain("4711");
            assertThat(row.ref()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
        });
    }

    @Test
    void says_what_became_of_a_line_and_leaves_that_out_in_silence_when_it_comes_back() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AnnotatedWorkbook(
                        ListFiles.form(), ListFiles.LISTS, "Dòng", "Vấn đề", List.of("Kết quả", "Lý do", "Ghi chú"))
                .write(
                        List.of(new AnnotatedLine(
                                "AAAAAAAAAAAAAAAAAAAAAA",
                                14,
                                Map.of("full_name", "Nguyễn Thị Ánh"),
                                List.of(),
                                List.of("Trả lại", "R03", "Thiếu quyết định"))),
                        false,
                        out);

        assertThat(part(out.toByteArray(), "xl/sharedStrings.xml")).contains("Lý do", "Trả lại", "Thiếu quyết định");
        ReadUpload read = ReadUpload.of(out.toByteArray());
        assertThat(read.finished().ignoredColumns()).isEmpty();
        assertThat(read.finished().unnamedColumns()).isEmpty();
        assertThat(read.rows()).singleElement().satisfies(row -> {
            assertThat(row.cells()).doesNotContain("Trả lại", "R03", "Thiếu quyết định");
            assertThat(row.ref()).isEqualTo("AAAAAAAAAAAAAAAAAAAAAA");
        });
    }

    @Test
    void names_its_lines_in_a_hidden_column() throws IOException {
        String sheet = part(
                workbook(new AnnotatedLine("AAAAAAAAAAAAAAAAAAAAAA", 14, Map.of(), List.of())),
                "xl/worksheets/sheet1.xml");

        assertThat(sheet).containsPattern("<col [^>]*hidden=\"(1|true)\"");
    }

    @Test
    void holds_no_formula_whatever_the_cells_say() throws IOException {
        byte[] workbook = workbook(new AnnotatedLine(
                "AAAAAAAAAAAAAAAAAAAAAA",
                14,
                Map.of("full_name", "=HYPERLINK(\"http://x\")", "note", "@SUM(A1)", "address", "+84 905"),
                List.of()));

        assertThat(part(workbook, "xl/worksheets/sheet1.xml")).doesNotContain("<f>");
        assertThat(part(workbook, "xl/sharedStrings.xml")).contains("=HYPERLINK(", "@SUM(A1)", "+84 905");
    }
}
