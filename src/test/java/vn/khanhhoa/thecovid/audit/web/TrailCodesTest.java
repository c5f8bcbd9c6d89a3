package vn.khanhhoa.thecovid.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khanhhoa.thecovid.platform.Texts;

/** An inspector reads no codes: what the trail holds in codes is told in words, in both languages. */
class TrailCodesTest {
    private static final TrailCodes.Names NAMES = new TrailCodes.Names() {
        @Override
        public Optional<String> agency(String idOrCode) {
            return Optional.ofNullable(Map.of("17", "Sở Công Thương", "SCT", "Sở Công Thương", "BQLVP", "Ban Vân Phong")
                    .get(idOrCode));
        }

        @Override
        public Optional<String> account(String id) {
            return Optional.ofNullable(Map.of("42", "Trần Thị Duyệt").get(id));
        }

        @Override
        public Optional<String> area(String code) {
            return Optional.ofNullable(Map.of("22327", "Phường Vĩnh Hòa").get(code));
        }

        @Override
        public Optional<String> organisationType(String code) {
            return Optional.ofNullable(Map.of("CQNN", "Cơ quan nhà nước").get(code));
        }

        @Override
        public Optional<String> of(String kind, String code) {
            return kind.equals("reason") && code.equals("R14") ? Optional.of("R14 Nghi giả mạo") : Optional.empty();
        }
    };

    private final TrailCodes vietnamese = new TrailCodes(Texts.VIETNAMESE, NAMES);
    private final TrailCodes english = new TrailCodes(Locale.ENGLISH, NAMES);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "agency; 17; Sở Công Thương",
                "agency; 0; không thuộc cơ quan nào",
                "to; SCT; Sở Công Thương",
                "to; 2026-12-05; 05/12/2026",
                "to; null; không thời hạn",
                "to; open; không thời hạn",
                "proposer; 42; Trần Thị Duyệt",
                "reason; R14; R14 Nghi giả mạo",
                "outcome; REFUSE; từ chối",
                "kind; COMMITMENT; Bản cam kết",
                "scopes; lists:read cards:read; Xem danh sách, lỗi và kết quả, Lấy thẻ",
                "job; stafflist.survey; Tính phân công của mọi đề nghị đang chờ",
                "changes; {ADDED=1, MOVED=2}; Thêm: 1, Đổi thứ tự: 2",
                "mandate; 15/QĐ-SCT; 15/QĐ-SCT"
            })
    void a_value_in_words(String key, String value, String words) {
        assertThat(vietnamese.value(key, value)).isEqualTo(words);
    }

    @Test
    void a_routing_rule_with_the_names_of_its_codes() {
        String byName = "100 [M01|CQNN||22327|*|50|true] AGENCY BQLVP NONE own false hours 24 to null";
        assertThat(vietnamese.value("after", byName))
                .contains("thứ 100", "biểu mẫu M01", "Cơ quan nhà nước", "Phường Vĩnh Hòa", "dưới 50 người")
                .contains("→ Ban Vân Phong", "24 giờ")
                .doesNotContain("NONE", "CQNN", "22327", "BQLVP", "true");
        String byArea = "60 [||||||false] AREA UBND_XA WORKPLACE own false hours 8 working to null";
        assertThat(vietnamese.value("before", byArea.replace("||||||false", "|||||0|false")))
                .contains("UBND cấp xã", "8 giờ làm việc")
                .doesNotContain("UBND_XA", "WORKPLACE");
        String own = "20 [|||||0|false] OWN  NONE own true hours 8 to null";
        assertThat(english.value("after", own)).doesNotContain("OWN", "NONE");
    }

    @Test
    void a_week_of_work_day_by_day() {
        String week = "2026-11-27 07:30-11:30 13:30-17:00|07:30-11:30|||||";
        assertThat(vietnamese.value("what", week))
                .startsWith("từ 27/11/2026: Thứ Hai: 07:30-11:30, 13:30-17:00; Thứ Ba: 07:30-11:30; Thứ Tư: nghỉ");
        assertThat(english.value("what", "2026-12-24 2026-12-25 ")).contains("24/12/2026 25/12/2026");
    }

    @Test
    void what_a_record_is_about() {
        assertThat(vietnamese.subject("calendar", "SCT")).isEqualTo("Sở Công Thương");
        assertThat(vietnamese.subject("catalogue", "AGENCIES/BQLVP")).isEqualTo("Cơ quan xét duyệt BQLVP");
        assertThat(vietnamese.subject("routing", "draft")).isEqualTo("bản nháp");
        assertThat(vietnamese.subject("verdicts", "42.REFUSE.R14.FORGERY"))
                .isEqualTo("Trần Thị Duyệt, từ chối, R14 Nghi giả mạo, Nghi giả mạo, cần người thứ hai");
        assertThat(english.subject("entry", "GWY_NsCI2s7ob-m_dhGIfg")).isEqualTo("GWY_NsCI2s7ob-m_dhGIfg");
    }
}
