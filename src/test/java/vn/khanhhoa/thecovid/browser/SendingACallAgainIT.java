package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.ApiOperations;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What became of a call is not always told to whoever made it: it is sent again, and still counts once. */
@InBrowser
class SendingACallAgainIT {
    private static final String LISTS = "/api/v1/staff-lists";
    private static final String KEY = "Idempotency-Key";

    private final String key = PublicId.random().toString();
    private final String name = "Gửi lại " + key;

    /** A call as it is sent. */
    private record Sent(String address, String body) {
        Sent(String address) {
            this(address, "");
        }
    }

    /** How to come to where each call has something to do. */
    private interface Before {
        Sent make(ApiLists lists, Program program, Approved approved);
    }

    /** A list with two approved entries, one that waits and one that was refused. */
    private record Approved(String list, List<String> entries) {
        String of(int... which) {
            return IntStream.of(which)
                    .mapToObj(each -> "\"" + entries.get(each) + "\"")
                    .collect(Collectors.joining(",", "\"entries\":[", "]"));
        }
    }

    private static final String LIST = LISTS + "/{list}";
    private static final Map<String, Before> TABLE = Map.ofEntries(
            Map.entry("POST " + LISTS, (lists, program, approved) -> new Sent(LISTS, begin("Gửi lại"))),
            Map.entry("DELETE " + LIST, (lists, program, approved) -> new Sent(lists.good(1))),
            Map.entry(
                    "PUT " + LIST + "/details",
                    (lists, program, approved) -> new Sent(
                            lists.begun("M12", ApiLists.rows("0905123456")) + "/details",
                            "{\"answers\":" + ApiLists.EVENT + "}")),
            Map.entry(
                    "POST " + LIST + "/uploads",
                    (lists, program, approved) ->
                            new Sent(lists.good(1) + "/uploads", "{" + ApiLists.rows("0905123457") + "}")),
            Map.entry("POST " + LIST + "/uploads/{upload}/choice", (lists, program, approved) -> {
                String upload = lists.sent(lists.begun("M01", "\"rows\":[]"), "two-sheets.xlsx");
                return new Sent(upload + "/choice", "{\"sheet\":\"A\"}");
            }),
            Map.entry("POST " + LIST + "/uploads/{upload}/again", (lists, program, approved) -> {
                String list = lists.begun("M01", "\"rows\":[]");
                String upload = lists.sent(list, "two-sheets.xlsx");
                program.post(upload + "/choice", "{\"sheets\":[\"A\"]}");
                lists.await(list);
                return new Sent(upload + "/again", "{\"sheets\":[\"Ca đêm\"]}");
            }),
            Map.entry(
                    "PUT " + LIST + "/name",
                    (lists, program, approved) -> new Sent(lists.bad() + "/name", "{\"name\":\"Tên mới\"}")),
            Map.entry("DELETE " + LIST + "/draft", (lists, program, approved) -> new Sent(lists.bad() + "/draft")),
            Map.entry(
                    "POST " + LIST + "/uploads/{upload}/take",
                    (lists, program, approved) ->
                            new Sent(lists.staged(lists.good(1)) + "/take", "{\"removeMissing\":true}")),
            Map.entry(
                    "POST " + LIST + "/uploads/{upload}/discard",
                    (lists, program, approved) -> new Sent(lists.staged(lists.good(1)) + "/discard")),
            Map.entry("POST " + LIST + "/changes/{change}/undo", (lists, program, approved) -> {
                String list = lists.good(1);
                String change = Program.member(
                        program.post(list + "/rows", "{" + ApiLists.rows("0905123457") + "}")
                                .body(),
                        "change");
                return new Sent(list + "/changes/" + change + "/undo?later=0");
            }),
            Map.entry(
                    "POST " + LIST + "/rows",
                    (lists, program, approved) ->
                            new Sent(lists.good(1) + "/rows", "{" + ApiLists.rows("0905123457") + "}")),
            Map.entry("PATCH " + LIST + "/rows", (lists, program, approved) -> {
                String list = lists.bad();
                return new Sent(
                        list + "/rows",
                        "{\"corrections\":[{\"row\":\"" + lists.row(list)
                                + "\",\"column\":\"phone\",\"seen\":\"12345\",\"text\":\"0905123457\"}]}");
            }),
            Map.entry(
                    "POST " + LIST + "/rows/fix",
                    (lists, program, approved) -> new Sent(
                            lists.begun("M01", ApiLists.rows("905123456")) + "/rows/fix",
                            "{\"problem\":\"intake.repair.zero-lost\",\"column\":\"phone\",\"action\":\"accept\",\"rows\":1}")),
            Map.entry(
                    "POST " + LIST + "/rows/discard",
                    (lists, program, approved) -> new Sent(lists.bad() + "/rows/discard")),
            Map.entry("DELETE " + LIST + "/rows/{row}", (lists, program, approved) -> {
                String list = lists.good(1);
                return new Sent(list + "/rows/" + lists.row(list));
            }),
            Map.entry(
                    "POST " + LIST + "/submission",
                    (lists, program, approved) -> new Sent(lists.good(1) + "/submission")),
            Map.entry(
                    "POST " + LIST + "/entries/leave",
                    (lists, program, approved) -> new Sent(
                            approved.list() + "/entries/leave",
                            "{" + approved.of(0) + ",\"from\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}")),
            Map.entry("POST " + LIST + "/entries/drop", (lists, program, approved) -> {
                String leave = "{" + approved.of(1) + ",\"from\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}";
                assertThat(program.post(approved.list() + "/entries/leave", leave)
                                .body())
                        .isEqualTo("{\"done\":1,\"leftOut\":[]}");
                return new Sent(approved.list() + "/entries/drop", "{" + approved.of(1) + "}");
            }),
            Map.entry(
                    "POST " + LIST + "/entries/withdraw",
                    (lists, program, approved) ->
                            new Sent(approved.list() + "/entries/withdraw", "{" + approved.of(2) + "}")),
            Map.entry(
                    "POST " + LIST + "/entries/{entry}/reconsideration",
                    (lists, program, approved) -> new Sent(
                            approved.list() + "/entries/" + approved.entries().get(3) + "/reconsideration",
                            "{\"why\":\"Có hợp đồng lao động mới.\"}")));

    @Test
    void the_table_names_every_call_that_changes_something() {
        assertThat(TABLE.keySet())
                .isEqualTo(ApiOperations.all().stream()
                        .filter(call -> !SendingRecordsIT.isOfIt(call)
                                && call.scope().isPresent()
                                && !call.method().equals("GET"))
                        .map(ApiOperations.Operation::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_call_gets_its_answer_again_and_has_no_second_effect(Visitor administrator, Visitor reviewer) {
        Program program = program(administrator);
        reviewer.signInAs(Demo.REVIEWER);
        ApiLists lists = new ApiLists(program);
        String list = lists.good(4);
        lists.submit(list);
        Approved approved = new Approved(list, lists.entries(list));
        ApiLists.approve(reviewer, approved.entries().subList(0, 2));
        ApiLists.refuse(reviewer, approved.entries().get(3));

        TABLE.forEach((call, before) -> {
            Sent sent = before.make(lists, program, approved);
            String method = call.replaceFirst(" .*", "");
            String once = PublicId.random().toString();
            String type = sent.body().isEmpty() ? "" : Program.JSON;
            HttpResponse<String> first = program.call(method, sent.address(), type, sent.body(), KEY, once);
            assertThat(first.statusCode()).as(call + " " + first.body()).isBetween(200, 202);
            String seen = seen(lists, program, sent.address());

            HttpResponse<String> again = program.call(method, sent.address(), type, sent.body(), KEY, once);

            assertThat(again.statusCode()).as(call + " " + again.body()).isEqualTo(first.statusCode());
            assertThat(again.body()).as(call).isEqualTo(first.body());
            assertThat(again.headers().firstValue("Idempotency-Replayed"))
                    .as(call)
                    .contains("true");
            assertThat(seen(lists, program, sent.address())).as(call).isEqualTo(seen);
        });
    }

    /** All that can be seen of what the call is about, when nothing is under way any more. */
    private static String seen(ApiLists lists, Program program, String address) {
        if (address.equals(LISTS)) {
            return program.get(LISTS + "?count=500").body();
        }
        String list = address.substring(
                0, LISTS.length() + 1 + PublicId.random().toString().length());
        if (address.endsWith("/draft")) {
            return program.get(list).body();
        }
        lists.await(list);
        return Stream.of("", "/details", "/uploads", "/changes", "/rows", "/submissions", "/entries")
                .map(part -> program.get(list + part).body())
                .collect(Collectors.joining("\n"));
    }

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

        HttpResponse<String> late = program.call("POST", list + "/submission", "", "", "If-Match", seen);

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
        assertThat(program.call("POST", LISTS, "text/plain", "x").statusCode()).isEqualTo(415);
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
