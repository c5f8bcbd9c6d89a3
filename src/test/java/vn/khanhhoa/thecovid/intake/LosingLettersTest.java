package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CSV that was saved in an encoding without the letters of Vietnamese has question marks in their place. */
class LosingLettersTest {
    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "windows-1252"})
    void such_a_file_is_refused_with_the_first_lines_and_not_for_columns_that_are_missing(String charset) {
        String text = new String(ListFiles.m01(20, 0, 2).csv(';', false), StandardCharsets.UTF_8);

        Unreadable refused =
                ReadUpload.of(text.getBytes(Charset.forName(charset))).refusal();

        assertThat(refused.code()).isEqualTo(UnreadableCode.FILE_LETTERS_LOST);
        assertThat(refused.args().get(0).toString()).startsWith("1, 2, 3");
    }

    @Test
    void so_is_one_whose_headings_were_left_whole() {
        ListFiles list = ListFiles.m01(20, 0, 2);
        list.rows().forEach(row -> ListFiles.set(row, "full_name", lost(ListFiles.get(row, "full_name") + " Nguyễn")));

        assertThat(ReadUpload.of(list.csv(';', true)).refusal().code()).isEqualTo(UnreadableCode.FILE_LETTERS_LOST);
    }

    @Test
    void some_cells_among_many_good_lines_are_pointed_out_and_no_line_with_one_is_good() {
        ListFiles list = ListFiles.m01(30, 0, 2);
        ListFiles.set(list.rows().get(4), "full_name", "Nguy?n Văn An");
        ListFiles.set(list.rows().get(7), "position", "Công nh?n");
        ListFiles.set(list.rows().get(8), "position", "K? sư");

        ReadUpload read = ReadUpload.of(list.csv(';', true));
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<CheckedRow> rows = read.rows().stream().map(checker::check).toList();

        assertThat(rows)
                .filteredOn(row -> !row.isGood())
                .hasSize(3)
                .allSatisfy(row ->
                        assertThat(row.problems()).extracting(RowProblem::code).contains(ProblemCode.LETTERS_LOST));
    }

    @Test
    void whoever_asks_something_has_lost_no_letters() {
        assertThat(List.of(
                        "Có hộ chiếu? Có",
                        "Có bệnh nền? không",
                        "SĐT? chưa có",
                        "Chưa rõ?",
                        "Xem https://vd.vn/a?b=1",
                        "?",
                        "Tổ 3 (?)",
                        "sốt? 2 lần"))
                .noneMatch(text -> LostLetters.in(text, false));
        assertThat(List.of("Ph??ng V?nh Hòa", "K? sư", "?à N?ng", "Bác s?", "Th? hàn"))
                .allMatch(text -> LostLetters.in(text, false));
        assertThat(LostLetters.in("Lê Thị Th?", true)).isTrue();
    }

    private static String lost(String text) {
        return new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
