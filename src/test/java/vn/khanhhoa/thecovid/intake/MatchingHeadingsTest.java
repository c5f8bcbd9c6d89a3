package vn.khanhhoa.thecovid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A list of somebody's own make calls two required columns by names that no form knows. */
class MatchingHeadingsTest {
    private static final String PLACE = "Chỗ làm hiện nay";
    private static final String DAY = "Sinh ra hôm";

    private final byte[] file = new String(ListFiles.m01(4, 0, 6).csv(',', false), StandardCharsets.UTF_8)
            .replace("Nơi làm việc", PLACE)
            .replace("Ngày sinh", DAY)
            .getBytes(StandardCharsets.UTF_8);

    @Test
    void the_refusal_knows_what_is_missing_and_what_was_not_recognised() {
        Unreadable refused = ReadUpload.of(file).refusal();

        assertThat(refused.code()).isEqualTo(UnreadableCode.MISSING_COLUMNS);
        assertThat(refused.unmatched().missing()).containsExactly("birth_date", "workplace");
        assertThat(refused.unmatched().headings()).contains(PLACE, DAY);
        assertThat(refused.unmatched().guesses(ListFiles.form()))
                .isEqualTo(Map.of("birth_date", DAY, "workplace", PLACE));
    }

    @Test
    void it_is_read_once_its_sender_has_said_which_is_which() {
        List<ListRow> rows = new ArrayList<>();
        Reading reading = new ListReader(ReadingLimits.DEFAULT)
                .read(
                        file,
                        ListFiles.form(),
                        new ReadingChoices(List.of(), Optional.empty(), Map.of(PLACE, "workplace", DAY, "birth_date")),
                        rows::add);

        assertThat(reading).isInstanceOf(FinishedReading.class);
        assertThat(rows)
                .extracting(ListRow::cells)
                .isEqualTo(ListFiles.m01(4, 0, 6).rows());
    }
}
