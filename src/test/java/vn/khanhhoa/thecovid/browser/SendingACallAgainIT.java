package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What became of a call is not always told to whoever made it: it is sent again, and still counts once. */
@InBrowser
class SendingACallAgainIT {
    private static final String LISTS = "/api/v1/staff-lists";
    private static final String KEY = "Idempotency-Key";

    private final String key = PublicId.random().toString();
    private final String name = "Gửi lại " + key;

    @Test
    void the_same_call_gets_the_same_answer_and_has_one_effect(Visitor administrator) {
        Program program = program(administrator);

        HttpResponse<String> first = program.post(LISTS, begin(name), KEY, key);
        HttpResponse<String> second = program.post(LISTS, begin(name), KEY, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEqualTo(Optional.empty());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(listsNamed(program, name)).isEqualTo(1);
    }

    @Test
    void another_call_under_the_key_is_refused(Visitor administrator) {
        Program program = program(administrator);
        program.post(LISTS, begin(name), KEY, key);

        HttpResponse<String> other = program.post(LISTS, begin("Khác " + key), KEY, key);

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("\"code\":\"platform.call-key-reused\"");
        assertThat(listsNamed(program, "Khác " + key)).isZero();
    }

    @Test
    void what_was_refused_does_not_use_the_key_up(Visitor administrator) {
        Program program = program(administrator);

        assertThat(program.post(LISTS, begin(" "), KEY, key).statusCode()).isEqualTo(422);
        assertThat(program.post(LISTS, begin(name), KEY, key).statusCode()).isEqualTo(201);
    }

    @Test
    void twenty_at_once_are_one_and_nobody_waits_in_vain(Visitor administrator) {
        Program program = program(administrator);

        List<Integer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(each -> program.post(LISTS, begin(name), KEY, key).statusCode())
                .toList();

        assertThat(answers).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(listsNamed(program, name)).isEqualTo(1);
    }

    @Test
    void a_key_is_its_program_s_own(Visitor administrator) {
        Program program = program(administrator);
        Program other = Program.given(administrator, ApiScope.values());

        String first = program.post(LISTS, begin(name), KEY, key).body();

        assertThat(other.post(LISTS, begin(name), KEY, key).body()).isNotEqualTo(first);
        assertThat(listsNamed(program, name)).isEqualTo(2);
    }

    @Test
    void a_key_is_visible_and_short(Visitor administrator) {
        assertThat(program(administrator)
                        .post(LISTS, begin(name), KEY, "x".repeat(256))
                        .body())
                .contains("\"code\":\"platform.call-key\"");
    }

    @Test
    void what_somebody_changed_meanwhile_is_not_submitted(Visitor administrator) {
        Program program = program(administrator);
        String list =
                LISTS + "/" + Program.member(program.post(LISTS, begin(name)).body(), "id");
        String seen = program.get(list).headers().firstValue("ETag").orElseThrow();
        program.post(list + "/rows", "{\"rows\":[{\"full_name\":\"Nguyễn Văn An\"}]}");

        HttpResponse<String> late =
                program.call("POST", list + "/submission", "", HttpRequest.BodyPublishers.noBody(), "If-Match", seen);

        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(program.get(list).headers().firstValue("ETag").orElseThrow()).isNotEqualTo(seen);
    }

    @Test
    void what_is_too_large_or_no_json_changes_nothing(Visitor administrator) {
        Program program = program(administrator);

        assertThat(program.post(LISTS, "{\"name\":\"" + "x".repeat(21 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        for (String broken : new String[] {"", "{", "[]", "{\"rows\":[", "{\"rows\":[[[[", "{} {}"}) {
            HttpResponse<String> answer = program.post(LISTS, broken);
            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"platform.not-json\"");
        }
        assertThat(program.post(LISTS + "/" + PublicId.random() + "/rows", "[".repeat(100_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(program.call("POST", LISTS, "text/plain", HttpRequest.BodyPublishers.ofString("x"))
                        .statusCode())
                .isEqualTo(415);
    }

    private static Program program(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        return Program.given(administrator, ApiScope.values());
    }

    private static String begin(String name) {
        return "{\"form\":\"M01\",\"name\":\"" + name + "\"}";
    }

    private static long listsNamed(Program program, String name) {
        return Program.members(program.get(LISTS + "?count=500").body(), "name").stream()
                .filter(name::equals)
                .count();
    }
}
