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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Công ty A</b>",
                "Công ty A > B",
                "Công ty\tA",
                "Công ty\nA",
                "Công ty\u0000A",
                "Công ty\u0085A"
            })
    void no_body_s_name(String name) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OneLine.ofBody(name, 160))
                .satisfies(rule -> assertThat(rule.code()).isEqualTo("shared.signs-in-body"));
    }

    @Test
    void a_body_s_name_is_whatever_else_stands_on_its_papers() {
        assertThat(OneLine.ofBody(" Công ty TNHH “Sao Mai” & Cộng sự (Nha Trang)\n", 160))
                .isEqualTo("Công ty TNHH “Sao Mai” & Cộng sự (Nha Trang)");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OneLine.ofBody("Công ty <A>", 160))
                .satisfies(rule -> assertThat(rule.args()).containsExactly(9));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUA TANG tai https://vcb-evil.vn/nhan Cong ty",
                "Nhận quà tại vcb-nhanqua.top",
                "VCB.VN",
                "bit.ly/qua",
                "WWW.qua",
                "vcb24．top",
                "vcb。top",
                "vcb\u2024top",
                "quà tặng tại 192.0.2.7",
                "qua@evil"
            })
    void what_a_phone_makes_a_link_of_is_no_name(String name) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OneLine.ofBody(name, 200))
                .extracting(RuleViolation::code)
                .isEqualTo("shared.address-in-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Công ty TNHH M.T.V Nha Trang",
                "Công ty CP XD & TM (Chi nhánh 2/9), TP. Nha Trang",
                "Chi nhánh TP.HCM, Công ty CP.Xây dựng 501, TP.Nha Trang",
                "Hộ kinh doanh N.V.An",
                "Nha Trang Seafood Co., Ltd.",
                "Hộ kinh doanh: Bà Năm 1.500 m2"
            })
    void the_name_of_a_body(String name) {
        assertThat(OneLine.ofBody(name, 200)).isEqualTo(name);
    }

    @Test
    void a_person_has_no_address_in_the_name_either() {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> OneLine.ofPerson("Vietcombank tại vcb-nhanqua.top"))
                .extracting(RuleViolation::code)
                .isEqualTo("shared.address-in-name");
        assertThat(OneLine.ofPerson("J.R. Smith")).isEqualTo("J.R. Smith");
    }
}
