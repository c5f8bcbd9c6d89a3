package vn.khanhhoa.thecovid.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingSmsTest {
    @Test
    void vietnamese_loses_its_marks_and_nothing_else() {
        SmsText text = SmsText.of("Thẻ của Nguyễn Thị Đào: từ 01/12 – “đủ” điều kiện…", false);

        assertThat(text.text()).isEqualTo("The cua Nguyen Thi Dao: tu 01/12 - \"du\" dieu kien...");
        assertThat(text.plain()).isTrue();
    }

    @Test
    void letters_that_are_composed_of_parts_lose_their_marks_too() {
        assertThat(SmsText.of("Hu\u00ea\u0301, Hue\u0302\u0301", false).text()).isEqualTo("Hue, Hue");
    }

    @Test
    void what_no_phone_has_becomes_a_question_mark() {
        assertThat(SmsText.of("阮 ok", false).text()).isEqualTo("? ok");
    }

    @Test
    void marks_are_kept_where_the_operator_wants_them() {
        SmsText text = SmsText.of("Thẻ đã được cấp", true);

        assertThat(text.text()).isEqualTo("Thẻ đã được cấp");
        assertThat(text.plain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void a_plain_text_is_parted_by_153(int letters, int segments) {
        assertThat(SmsText.of("a".repeat(letters), false).segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
    void a_text_with_marks_is_parted_by_67(int letters, int segments) {
        assertThat(SmsText.of("ệ".repeat(letters), true).segments()).isEqualTo(segments);
    }

    @Test
    void letters_of_the_extended_table_take_two_places() {
        assertThat(SmsText.of("[" + "a".repeat(158), false).length()).isEqualTo(160);
        assertThat(SmsText.of("[" + "a".repeat(159), false).segments()).isEqualTo(2);
    }
}
