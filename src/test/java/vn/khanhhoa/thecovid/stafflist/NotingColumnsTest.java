package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.intake.ReadingLimits;

class NotingColumnsTest {
    @Test
    void all_columns_that_were_left_out_are_kept_and_a_sentence_names_ten_and_counts_the_others() {
        ListFiles people = ListFiles.m01(2, 0, 1);
        List<String> more =
                IntStream.rangeClosed(1, 13).mapToObj(i -> "Cột riêng " + i).toList();
        List<String> headings = new ArrayList<>(ListFiles.headings());
        headings.addAll(more);
        List<List<String>> rows = people.rows().stream()
                .map(row -> {
                    List<String> wide = new ArrayList<>(row);
                    more.forEach(unused -> wide.add("x"));
                    return wide;
                })
                .map(List::copyOf)
                .toList();

        FinishedReading reading = (FinishedReading) new ListReader(ReadingLimits.DEFAULT)
                .read(ListFiles.csv(headings, rows, ';', true), ListFiles.form(), ReadingChoices.NONE, row -> {});
        ReadingNotes notes = ReadingNotes.read(ReadingNotes.write(reading, ListFiles.form(), List.of()));

        assertThat(notes.ignoredColumns()).isEqualTo(more);
        assertThat(ReadingNotes.few(notes.ignoredColumns())).endsWith("Cột riêng 10");
        assertThat(ReadingNotes.more(notes.ignoredColumns())).isEqualTo(3);
        assertThat(ReadingNotes.more(more.subList(0, 10))).isZero();
    }
}
