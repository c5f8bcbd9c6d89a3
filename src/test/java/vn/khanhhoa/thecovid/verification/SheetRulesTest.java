package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.eligibility.RuleAhead;
import vn.khanhhoa.thecovid.eligibility.RuleAhead.Answer;
import vn.khanhhoa.thecovid.eligibility.RuleAhead.Name;

class SheetRulesTest {
    private static final Instant FROM = Instant.parse("2021-10-15T17:00:00Z");
    private static final Answer YES = new Answer(true, List.of());
    private static final Answer NO = new Answer(false, List.of());
    private static final Answer TEST =
            new Answer(true, List.of(new Name("NEGATIVE_TEST", "xét nghiệm âm tính", "a negative test")));
    private static final Answer REGISTERED =
            new Answer(true, List.of(new Name("REGISTRATION", "đăng ký đã duyệt", "an approved registration")));

    @Test
    void each_level_has_its_verdict_with_what_is_missing() {
        JsonObject rule = rule(Map.of("GREEN", YES, "YELLOW", TEST, "RED", NO), OptionalLong.of(72));

        assertThat(answer(rule, "GREEN").getString("verdict")).isEqualTo("PASS");
        assertThat(answer(rule, "YELLOW").getString("verdict")).isEqualTo("MORE");
        JsonObject test = answer(rule, "YELLOW").getJsonArray("conditions").getJsonObject(0);
        assertThat(test.getString("kind")).isEqualTo("TEST");
        assertThat(test.getInt("hours")).isEqualTo(72);
        assertThat(test.getString("vi")).contains("72 giờ");
        assertThat(answer(rule, "RED").getString("verdict")).isEqualTo("STOP");
        assertThat(answer(rule, "RED").getJsonArray("conditions")).isEmpty();
        assertThat(rule.getString("from")).isEqualTo("2021-10-15T17:00:00Z");
        assertThat(rule.isNull("to")).isTrue();
        assertThat(rule.isNull("capacity")).isTrue();
    }

    @Test
    void criteria_without_a_test_leave_its_age_open() {
        JsonObject rule = rule(Map.of("GREEN", TEST, "YELLOW", NO, "RED", NO), OptionalLong.empty());

        assertThat(answer(rule, "GREEN")
                        .getJsonArray("conditions")
                        .getJsonObject(0)
                        .isNull("hours"))
                .isTrue();
    }

    @Test
    void a_suspended_card_is_stopped_without_a_word_on_why_unless_the_matrix_says_otherwise() {
        JsonObject stopped = rule(Map.of("GREEN", YES, "YELLOW", YES, "RED", YES), OptionalLong.empty());
        assertThat(answer(stopped, "HOLD").getString("verdict")).isEqualTo("STOP");
        assertThat(answer(stopped, "HOLD").getJsonArray("conditions")).isEmpty();

        Map<String, Answer> levels = new LinkedHashMap<>(Map.of("GREEN", YES, "YELLOW", YES, "RED", YES));
        levels.put("HOLD", REGISTERED);
        assertThat(answer(rule(levels, OptionalLong.empty()), "HOLD").getString("verdict"))
                .isEqualTo("MORE");
    }

    @Test
    void who_has_no_known_level_is_treated_as_the_strictest_and_never_stopped_where_others_pass() {
        assertThat(answer(rule(Map.of("GREEN", YES, "YELLOW", YES, "RED", YES), OptionalLong.empty()), "NONE")
                        .getString("verdict"))
                .isEqualTo("PASS");
        JsonObject unknown = answer(rule(Map.of("GREEN", YES, "YELLOW", TEST, "RED", NO), OptionalLong.of(72)), "NONE");
        assertThat(unknown.getString("verdict")).isEqualTo("MORE");
        assertThat(unknown.getJsonArray("conditions").getJsonObject(0).getString("kind"))
                .isEqualTo("LEVEL");
        assertThat(answer(rule(Map.of("GREEN", NO, "YELLOW", NO, "RED", NO), OptionalLong.empty()), "NONE")
                        .getString("verdict"))
                .isEqualTo("STOP");
    }

    private static JsonObject answer(JsonObject rule, String level) {
        return rule.getJsonObject("answers").getJsonObject(level);
    }

    private static JsonObject rule(Map<String, Answer> answers, OptionalLong testHours) {
        Map<String, Answer> ordered = new LinkedHashMap<>();
        List.of("GREEN", "YELLOW", "RED", "HOLD").stream()
                .filter(answers::containsKey)
                .forEach(level -> ordered.put(level, answers.get(level)));
        RuleAhead rule = new RuleAhead(
                "QC_LIENHUYEN",
                FROM,
                null,
                new Name("KB3", "Nguy cơ cao", "High risk"),
                "9696/KH-UBND",
                null,
                testHours,
                ordered,
                0,
                0,
                new Name("", "", ""),
                false);
        JsonArray rules = SheetRules.of(List.of("QC_LIENHUYEN"), List.of(rule)).build();
        assertThat(rules).hasSize(1);
        return rules.getJsonObject(0);
    }
}
