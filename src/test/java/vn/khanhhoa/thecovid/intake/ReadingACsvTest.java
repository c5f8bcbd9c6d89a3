package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingACsvTest {
    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t'})
    void knows_the_separator_by_the_headings(char separator) {
        ListFiles list = ListFiles.m01(5, 0, 2);
        ListFiles.set(list.rows().get(0), "address", "12, Trần Phú; \"Lầu 2\"\nNha Trang");
        for (boolean byteOrderMark : new boolean[] {true, false}) {
            ReadUpload read = ReadUpload.of(list.csv(separator, byteOrderMark));
            assertThat(read.finished().rows()).isEqualTo(5);
            assertThat(read.rows()).extracting(ListRow::cells).isEqualTo(list.rows());
            assertThat(read.rows()).extracting(ListRow::number).containsExactly(2, 3, 4, 5, 6);
        }
    }

    @Test
    void counts_blank_lines_as_the_spreadsheet_does() {
        String csv = "Danh sách\r\n\r\n" + csvText(2);
        assertThat(ReadUpload.of(csv.getBytes(StandardCharsets.UTF_8)).rows())
                .extracting(ListRow::number)
                .containsExactly(4, 5);
    }

    @Test
    void tells_of_a_column_without_a_heading_and_reads_it_as_what_the_sender_says() {
        ListFiles list = ListFiles.m01(3, 0, 2);
        ListFiles.set(list.rows().get(0), "note", "");
        ListFiles.set(list.rows().get(1), "note", "ca đêm");
        ListFiles.set(list.rows().get(2), "note", "ca ngày");
        List<String> headings = new ArrayList<>(ListFiles.headings());
        int note = ListFiles.index("note");
        headings.set(note, "");
        headings.add("Thêm");
        List<List<String>> lines = list.rows().stream()
                .map(row -> Stream.concat(row.stream(), Stream.of("x")).toList())
                .toList();
        byte[] file = ListFiles.csv(headings, lines, ';', true);
        String letter = UnnamedColumn.letterOf(note);

        FinishedReading read = ReadUpload.of(file).finished();
        assertThat(read.unnamedColumns()).containsExactly(new UnnamedColumn(letter, 2));

        List<ListRow> rows = new ArrayList<>();
        Reading again = new ListReader(ReadingLimits.DEFAULT)
                .read(
                        file,
                        ListFiles.form(),
                        new ReadingChoices(List.of(), Optional.empty(), Map.of("Cột " + letter, "note")),
                        rows::add);
        assertThat(((FinishedReading) again).unnamedColumns()).isEmpty();
        assertThat(rows).extracting(row -> row.cells().get(note)).containsExactly("", "ca đêm", "ca ngày");
    }

    @Test
    void letters_go_on_after_the_last_of_the_alphabet() {
        assertThat(List.of(0, 18, 25, 26, 701, 702))
                .extracting(UnnamedColumn::letterOf)
                .containsExactly("A", "S", "Z", "AA", "ZZ", "AAA");
    }

    @Test
    void refuses_other_encodings_and_names_the_line() {
        byte[] later = "a\nb\n\u00E9x".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(ReadUpload.of(later).refusal()).isEqualTo(new Unreadable(UnreadableCode.NOT_UTF8, List.of(3)));
    }

    @Test
    void marks_rows_that_a_separator_has_shifted() {
        String csv = csvText(1) + "1,Lê Hòa,1985,Nam,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t\r\n";
        ReadUpload read = ReadUpload.of(csv.getBytes(StandardCharsets.UTF_8));
        assertThat(read.rows().get(1).problems())
                .containsExactly(new RowProblem(3, "", ProblemCode.CELLS_SHIFTED, List.of()));
    }

    @Test
    void refuses_a_quotation_mark_that_is_never_closed() {
        String csv = csvText(3) + "\"4,Lê" + "\r\n1,2,3".repeat(10);
        assertThat(ReadUpload.of(csv.getBytes(StandardCharsets.UTF_8)).refusal())
                .isEqualTo(new Unreadable(UnreadableCode.BROKEN_QUOTES, List.of(5)));
    }

    private static String csvText(int rows) {
        return new String(ListFiles.m01(rows, 0, 3).csv(',', false), StandardCharsets.UTF_8);
    }
}
