package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusingHostileFilesTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void empty_file() {
        assertRefused(new byte[0], UnreadableCode.EMPTY_FILE);
    }

    @Test
    void file_over_the_limit_is_not_even_read() throws IOException {
        Path file = folder.resolve("large.csv");
        Files.write(file, new byte[21 << 20]);
        Reading reading = new ListReader(ReadingLimits.DEFAULT).read(file, ListFiles.form(), row -> {});
        assertThat(reading).isEqualTo(new Unreadable(UnreadableCode.FILE_TOO_LARGE, List.of(20)));
    }

    @Test
    void zip_bomb_in_any_part_that_is_read() {
        Map<String, String> bombs = Map.of(
                SHEET,
                "<sheetData>",
                "xl/sharedStrings.xml",
                "<sst>",
                "xl/styles.xml",
                "<cellXfs>",
                "xl/workbook.xml",
                "<sheets>");
        byte[] workbook = ListFiles.zip(ListFiles.parts(""));
        bombs.forEach((part, tag) -> assertRefused(
                ListFiles.edit(workbook, part, tag, tag + " ".repeat(8 << 20)), UnreadableCode.TOO_MUCH_INSIDE));
    }

    @Test
    void more_inside_than_a_list_can_be_even_at_an_honest_ratio() {
        byte[] list = ListFiles.m01(500, 0, 1).xlsx();
        ReadingLimits small = new ReadingLimits(1 << 20, 1000, 200, 2000, 8000, 1000, 100_000, 1 << 20, 100, A_MINUTE);
        ReadingLimits smallInAll =
                new ReadingLimits(1 << 20, 1000, 200, 2000, 8000, 1000, 1 << 20, 150_000, 100, A_MINUTE);
        assertThat(ReadUpload.of(list, small).refusal().code()).isEqualTo(UnreadableCode.TOO_MUCH_INSIDE);
        assertThat(ReadUpload.of(list, smallInAll).refusal().code()).isEqualTo(UnreadableCode.TOO_MUCH_INSIDE);
    }

    @Test
    void texts_that_come_out_of_the_file_more_often_than_they_are_in_it() {
        StringBuilder rows = new StringBuilder();
        for (int row = 2; row < 202; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"B")
                    .append(row)
                    .append("\" t=\"s\"><v>0</v></c></row>");
        }
        byte[] workbook = ListFiles.edit(
                ReadingAWorkbookTest.sheet(rows.toString()), "xl/sharedStrings.xml", "<t>x", "<t>" + "x".repeat(1_000));
        ReadingLimits enough = new ReadingLimits(1 << 20, 1000, 200, 2000, 8000, 1000, 1 << 20, 200_000, 100, A_MINUTE);
        ReadingLimits less = new ReadingLimits(1 << 20, 1000, 200, 2000, 8000, 1000, 1 << 20, 199_000, 100, A_MINUTE);

        assertThat(ReadUpload.of(workbook, enough).rows()).hasSize(200);
        assertThat(ReadUpload.of(workbook, less).refusal().code()).isEqualTo(UnreadableCode.TOO_MUCH_INSIDE);
    }

    @Test
    void reading_that_takes_too_long() {
        ReadingLimits atOnce = ReadingLimits.DEFAULT.withTime(Duration.ZERO);
        ListFiles list = ListFiles.m01(5, 0, 1);

        for (byte[] file :
                List.of(list.xlsx(), list.csv(';', true), OldWorkbooks.labels(ListFiles.headings(), list.rows()))) {
            assertThat(ReadUpload.of(file, atOnce).refusal())
                    .isEqualTo(new Unreadable(UnreadableCode.TAKES_TOO_LONG, List.of(1L)));
        }
    }

    @Test
    void thousands_of_parts() {
        Map<String, byte[]> parts = ListFiles.parts("");
        for (int i = 0; i < 2000; i++) {
            parts.put("xl/media/" + i, new byte[0]);
        }
        assertRefused(ListFiles.zip(parts), UnreadableCode.TOO_MUCH_INSIDE);
    }

    @Test
    void external_entity_and_any_other_definition() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        String definition = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><worksheet>";
        byte[] file = ListFiles.edit(
                ReadingAWorkbookTest.sheet("<row><c r=\"B2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"),
                SHEET,
                "<worksheet>",
                definition);
        assertRefused(file, UnreadableCode.EXTERNAL_CONTENT);
        assertRefused(
                ReadingAWorkbookTest.sheet("<row><c r=\"B2\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>"),
                UnreadableCode.DAMAGED);
    }

    @Test
    void macros() {
        Map<String, byte[]> parts = ListFiles.parts("");
        parts.put("xl/vbaProject.bin", new byte[10]);
        assertRefused(ListFiles.zip(parts), UnreadableCode.MACROS);
    }

    @Test
    void two_hundred_thousand_rows() {
        ListFiles list = ListFiles.m01(100, 0, 1);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            rows.add(list.rows().get(i % 100).subList(0, 4));
        }
        List<String> all = ListFiles.headings();
        rows.set(0, list.rows().get(0));
        assertThat(ReadUpload.of(ListFiles.xlsx(all, rows)).refusal())
                .isEqualTo(new Unreadable(UnreadableCode.TOO_MANY_ROWS, List.of(100_000)));
        byte[] csv = ListFiles.csv(all, rows, ',', true);
        assertThat(ReadUpload.of(csv).refusal().code()).isEqualTo(UnreadableCode.TOO_MANY_ROWS);
    }

    @Test
    void zip_without_a_workbook() {
        assertRefused(ListFiles.zip(Map.of("a.txt", new byte[10])), UnreadableCode.NOT_A_SPREADSHEET);
        assertRefused(ListFiles.zip(Map.of()), UnreadableCode.NOT_A_SPREADSHEET);
        Map<String, byte[]> openDocument = new LinkedHashMap<>();
        openDocument.put("mimetype", new byte[3]);
        openDocument.put("content.xml", new byte[3]);
        assertRefused(ListFiles.zip(openDocument), UnreadableCode.OPEN_DOCUMENT);
    }

    @Test
    void truncated_at_any_place() {
        byte[] whole = ListFiles.m01(50, 0, 1).xlsx();
        for (int length = 4; length < whole.length; length += 97) {
            assertRefused(Arrays.copyOf(whole, length), UnreadableCode.DAMAGED);
        }
    }

    @Test
    void altered_at_any_place_never_ends_in_an_error() {
        byte[] whole = ListFiles.m01(50, 0, 1).xlsx();
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] altered = whole.clone();
            for (int flips = 0; flips <= i % 4; flips++) {
                altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertThat(ReadUpload.of(altered).reading()).isNotNull();
        }
    }

    @Test
    void random_bytes_and_other_kinds_of_files() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertRefused(noise, UnreadableCode.NOT_A_SPREADSHEET);
        for (String start : List.of("<svg>", "\uFEFF<?xml version='1.0'?>", "%PDF-1.7", "{\\rtf1")) {
            assertRefused(start.getBytes(StandardCharsets.UTF_8), UnreadableCode.NOT_A_SPREADSHEET);
        }
        assertRefused("<html><table>".getBytes(StandardCharsets.UTF_8), UnreadableCode.NO_HEADER);
        assertRefused("xin chào".getBytes(StandardCharsets.UTF_8), UnreadableCode.NO_HEADER);
    }

    @Test
    void addresses_and_numbers_made_to_fill_memory() {
        assertRefusedRow("<c r=\"ZZZZZZ2\"><v>1</v></c>", UnreadableCode.DAMAGED);
        assertRefusedRow("<c r=\"XFD2\"><v>1</v></c>", UnreadableCode.TOO_MANY_COLUMNS);
        assertRefusedRow("<c r=\"B2\" t=\"s\"><v>99999999</v></c>", UnreadableCode.DAMAGED);
        assertRefusedRow("<c r=\"B2\" " + "x".repeat(100_000) + "=\"\"/>", UnreadableCode.DAMAGED);
        assertThat(ReadUpload.of(ReadingAWorkbookTest.sheet("<row><c r=\"B2\"><v>1E999999999</v></c></row>"))
                        .cell(0, "full_name"))
                .isEqualTo("1E999999999");
    }

    @Test
    void wrong_template() {
        byte[] filled = ListFiles.fill(
                TemplateWorkbookTest.template(), ListFiles.m01(1, 0, 1).rows());
        byte[] other = ListFiles.edit(filled, "xl/sharedStrings.xml", ">M01</t>", ">M03</t>");
        assertThat(ReadUpload.of(other).refusal())
                .isEqualTo(new Unreadable(
                        UnreadableCode.WRONG_TEMPLATE,
                        List.of("M03", "M01 – " + ListFiles.form().nameVi())));
    }

    @Test
    void headings_missing_twice_or_without_rows() {
        List<List<String>> rows = ListFiles.m01(2, 0, 1).rows();
        List<String> headings = new ArrayList<>(ListFiles.headings());
        assertRefused(ListFiles.xlsx(headings, List.of()), UnreadableCode.NO_ROWS);
        headings.set(ListFiles.index("sex"), "Họ và tên");
        assertThat(ReadUpload.of(ListFiles.xlsx(headings, rows)).refusal())
                .isEqualTo(new Unreadable(UnreadableCode.COLUMN_TWICE, List.of("Họ và tên")));
        headings.set(ListFiles.index("sex"), "Chiều cao");
        assertThat(ReadUpload.of(ListFiles.xlsx(headings, rows)).refusal())
                .isEqualTo(new Unreadable(
                        UnreadableCode.MISSING_COLUMNS,
                        List.of("Giới tính"),
                        new UnmatchedHeadings("Danh sách", List.of("Chiều cao"), List.of("sex"))));
        assertRefused(ListFiles.xlsx(List.of("a", "b"), rows), UnreadableCode.NO_HEADER);
    }

    private static void assertRefusedRow(String cells, UnreadableCode code) {
        assertRefused(ReadingAWorkbookTest.sheet("<row r=\"2\">" + cells + "</row>"), code);
    }

    private static void assertRefused(byte[] file, UnreadableCode code) {
        assertThat(ReadUpload.of(file).refusal().code()).isEqualTo(code);
    }
}
