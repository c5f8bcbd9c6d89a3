package vn.khanhhoa.thecovid.stafflist.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the score takes for granted: that reading a workbook gives the texts and hints that the truth speaks of. */
class ReadingGeneratedListsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_workbook_gives_back_what_was_written_and_what_kind_of_cell_it_was(long seed) {
        GeneratedList list = GeneratedList.m01(100, seed);
        List<ListRow> rows = new ArrayList<>();
        ReadingChoices fontsAsTheyAre = ReadingChoices.convertOldFont(false);
        Reading reading =
                new ListReader(ReadingLimits.DEFAULT).read(list.xlsx(), ListFiles.form(), fontsAsTheyAre, rows::add);
        assertThat(reading).isInstanceOf(FinishedReading.class);
        assertThat(rows).hasSameSizeAs(list.lines());
        for (ListRow row : rows) {
            GeneratedList.Line line = list.lines().get(row.number() - 2);
            assertThat(row.cells()).isEqualTo(line.cells());
            assertThat(row.hints()).isEqualTo(line.hints());
        }
    }
}
