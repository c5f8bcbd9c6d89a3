package vn.khanhhoa.thecovid.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {
    @Test
    void what_is_not_seen_is_not_kept() {
        Map<String, String> kept = Map.of(
                "  Phân xưởng  1 ",
                "Phân xưởng 1",
                "Phân\u00a0xưởng\t1",
                "Phân xưởng 1",
                "dòng 1\r\ndòng 2\u2028dòng 3\u0085dòng 4",
                "dòng 1 dòng 2 dòng 3 dòng 4",
                "a\u0000b",
                "a b",
                "\u202eabc\u2066def\u200f",
                "abcdef",
                "Ph\u200bân\ufeff",
                "Phân",
                "a\ud800b",
                "ab",
                "Tổ 😀",
                "Tổ 😀",
                "Hòa".replace("ò", "o\u0300"),
                "Hòa",
                "\u202e\u0000\n",
                "");

        kept.forEach((typed, line) -> assertThat(OneLine.of(typed)).isEqualTo(line));
    }

    @Test
    void what_is_too_long_is_refused_with_both_lengths() {
        assertThat(OneLine.of(" " + "x".repeat(160) + " ", 160)).hasSize(160);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OneLine.of("x".repeat(161), 160))
                .satisfies(rule -> assertThat(rule.args()).containsExactly(160, 161));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn An",
                "TS. Trần Bình-Minh",
                "O'Brien (Quản lý)",
                "H’Hen Niê",
                "Phòng Nhân sự & Hành chính"
            })
    void a_person_s_name(String name) {
        assertThat(OneLine.ofPerson(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bị khóa, mở tại\r\nhttps://evil.example/login",
                "Gọi: 0905",
                "a/b",
                "a\\b",
                "x@evil.example",
                "<b>An</b>",
                "\"An\""
            })
    void no_person_s_name(String name) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OneLine.ofPerson(name))
                .extracting(RuleViolation::code)
                .isEqualTo("shared.signs-in-name");
    }

    @Test
    void a_file_keeps_its_name_and_of_a_long_one_the_end() {
        assertThat(OneLine.ofFile("C:\\Tài liệu\\tháng 9.xlsx", 200)).isEqualTo("tháng 9.xlsx");
        assertThat(OneLine.ofFile("../../etc/passwd", 200)).isEqualTo("passwd");
        assertThat(OneLine.ofFile("a\r\nX-Evil: 1\u202e.csv", 200)).isEqualTo("a X-Evil: 1.csv");
        assertThat(OneLine.ofFile("x".repeat(190) + "😀".repeat(6) + ".csv", 200))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith("😀.csv");
        assertThat(OneLine.ofFile("😀".repeat(101), 201)
                        .chars()
                        .filter(unit -> Character.isSurrogate((char) unit))
                        .count())
                .isEqualTo(200);
        assertThat(OneLine.ofFile("/", 200)).isEmpty();
    }
}
