package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.ApiOperations;
import vn.khanhhoa.thecovid.access.ApiScope;

/** What a program reads of lists that something has happened to; each answer is held to the description. */
@InBrowser
class ReadingByTheApiIT {
    private static final String LISTS = ApiLists.LISTS;
    private static final String LIST = LISTS + "/{list}";
    /** Of a page. */
    private static final String A4 = "/MediaBox[0 0 595.2";

    private static final String A6 = "/MediaBox[0 0 297.6";
    private static final String BANK_CARD = "/MediaBox[0 0 242.6";

    @Test
    void every_call_that_reads_answers_as_it_is_described(Visitor administrator, Visitor reviewer) {
        administrator.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.begun(
                "M12", "\"details\":" + ApiLists.EVENT + "," + ApiLists.rows("0905123456", " 0905 123457", "12345"));
        lists.submit(list);
        List<String> entries = lists.entries(list);
        ApiLists.approve(reviewer, entries);
        String entry = entries.get(0);
        assertThat(program.post(
                                list + "/entries/leave",
                                "{\"entries\":[\"" + entry + "\"],\"from\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}")
                        .body())
                .isEqualTo("{\"done\":1,\"leftOut\":[]}");
        String upload = lists.staged(list);

        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("/api/v1/forms", List.of(""));
        calls.put("/api/v1/forms/{code}", List.of("/M01", "/M12"));
        calls.put("/api/v1/forms/{code}/workbook", List.of("/M12/workbook"));
        calls.put("/api/v1/choices", List.of(""));
        calls.put("/api/v1/reasons", List.of(""));
        calls.put(LISTS, List.of("", "?page=1&count=1", "?page=2147483647", "?stage=in-review&count=1"));
        calls.put(LIST, List.of(""));
        calls.put(LIST + "/form", List.of("/form"));
        calls.put(LIST + "/form/workbook", List.of("/form/workbook"));
        calls.put(LIST + "/details", List.of("/details"));
        calls.put(LIST + "/agencies", List.of("/agencies"));
        calls.put(LIST + "/uploads", List.of("/uploads"));
        calls.put(LIST + "/uploads/{upload}", List.of(""));
        calls.put(LIST + "/uploads/{upload}/original", List.of("/original"));
        calls.put(
                LIST + "/uploads/{upload}/rows",
                List.of(
                        "/rows",
                        "/rows?effect=added&count=1",
                        "/rows?effect=missing&first=1",
                        "/rows?effect=unchanged"));
        calls.put(LIST + "/changes", List.of("/changes"));
        calls.put(LIST + "/submission", List.of("/submission"));
        calls.put(LIST + "/submissions", List.of("/submissions"));
        calls.put(LIST + "/problems", List.of("/problems"));
        calls.put(LIST + "/problems.xlsx", List.of("/problems.xlsx"));
        calls.put(
                LIST + "/rows",
                List.of(
                        "/rows",
                        "/rows?state=bad",
                        "/rows?problem=intake.phone-invalid&column=phone",
                        "/rows?count=1"));
        calls.put(LIST + "/rows.xlsx", List.of("/rows.xlsx", "/rows.xlsx?state=good"));
        calls.put(LIST + "/rows/{row}", List.of("/rows/" + lists.row(list)));
        calls.put(LIST + "/entries", List.of("/entries", "/entries?state=approved&kind=new&count=1"));
        calls.put(LIST + "/entries/{entry}", List.of("/entries/" + entry));
        calls.put(
                LIST + "/entries/{entry}/card.pdf",
                List.of("/entries/" + entry + "/card.pdf", "/entries/" + entry + "/card.pdf?format=large"));
        calls.put(LIST + "/cards", List.of("/cards", "/cards?count=1"));
        calls.put(LIST + "/cards.pdf", List.of("/cards.pdf", "/cards.pdf?format=a6"));
        assertThat(calls.keySet().stream().map(path -> "GET " + path).collect(Collectors.toSet()))
                .isEqualTo(ApiOperations.all().stream()
                        .filter(call -> !SendingRecordsIT.isOfIt(call)
                                && call.scope().isPresent()
                                && call.method().equals("GET"))
                        .map(ApiOperations.Operation::toString)
                        .collect(Collectors.toSet()));

        calls.forEach((path, ends) -> {
            String begin = path.startsWith(LIST + "/uploads/{upload}")
                    ? upload
                    : path.startsWith(LIST) ? list : path.replaceFirst("/[{]code.*", "");
            for (String end : ends) {
                for (String language : List.of("vi", "en")) {
                    HttpResponse<String> answer = program.call("GET", begin + end, "", "", "Accept-Language", language);
                    assertThat(answer.statusCode())
                            .as(begin + end + " " + answer.body())
                            .isEqualTo(200);
                    followed(program, answer.body());
                }
            }
        });
        String card = list + "/entries/" + entry + "/card.pdf";
        assertThat(program.get(card).body()).contains(A6);
        assertThat(program.get(card + "?format=bank").body()).contains(BANK_CARD);
        assertThat(program.get(list + "/cards.pdf").body()).contains(A4);
        assertThat(program.get(list + "/cards.pdf?format=bank").body()).contains(BANK_CARD);
    }

    @Test
    void the_preview_of_a_file_tells_what_is_wrong_with_its_rows_page_by_page(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.begun("M01", ApiLists.rows("0905123456"));
        String upload = list + "/uploads/"
                + Program.member(
                        program.post(list + "/uploads", "{" + ApiLists.rows("12345", "0905123458", "12346") + "}")
                                .body(),
                        "id");
        lists.await(list);

        String rows = upload + "/rows?effect=added&count=1";
        HttpResponse<String> first = program.get(rows);

        assertThat(first.body())
                .contains(
                        "\"fileRow\":",
                        "\"problems\":[{\"code\":\"intake.phone-invalid\",\"column\":\"phone\",\"severity\":\"error\","
                                + "\"acceptable\":false,\"detail\":\"");
        String second = Program.member(first.body(), "next");
        assertThat(program.get(second).body()).contains("\"problems\":[]");
        assertThat(program.get(rows + "&first=2").body()).contains("intake.phone-invalid");
    }

    /** Pages go on where they say. */
    private static void followed(Program program, String body) {
        String next = Program.member(body, "next");
        if (!next.isEmpty()) {
            assertThat(program.get(next).statusCode()).as(next).isEqualTo(200);
        }
    }

    @Test
    void what_the_form_asks_of_the_whole_list_is_told_with_it_or_later(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        assertThat(program.get("/api/v1/forms/M12").body())
                .contains("\"details\":[{\"key\":\"event_name\"", "\"key\":\"expected_number\"");

        HttpResponse<String> wrong = program.post(
                LISTS,
                "{\"form\":\"M12\",\"name\":\"Sự kiện sai\",\"details\":{\"event_date\":\"hôm nay\",\"expected_number\":1,"
                        + "\"colour\":\"red\"}}");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "\"code\":\"forms.details-wrong\"",
                        "{\"member\":\"event_name\",\"code\":\"intake.required-missing\"",
                        "{\"member\":\"event_date\",\"code\":\"intake.date-invalid\"",
                        "{\"member\":\"colour\",\"code\":\"forms.details-not-asked\"");
        assertThat(program.get(LISTS).body()).doesNotContain("Sự kiện sai");

        String list = lists.begun("M12", ApiLists.rows("0905123456", "0905123457"));
        assertThat(program.call("POST", list + "/submission", "", "").body())
                .contains("\"code\":\"forms.details-missing\"");
        assertThat(program.call("PUT", list + "/details", Program.JSON, "{\"answers\":" + ApiLists.EVENT + "}")
                        .body())
                .contains("\"event_name\":\"Hội nghị khách hàng\"", "\"fixed\":false", "\"expected\":1");
        assertThat(program.get(list).body()).contains("\"code\":\"forms.more-than-expected\"");
        lists.submit(list);
        assertThat(program.call("PUT", list + "/details", Program.JSON, "{\"answers\":" + ApiLists.EVENT + "}")
                        .body())
                .contains("\"code\":\"forms.details-fixed\"");
        assertThat(program.get(list + "/entries/" + lists.entries(list).get(0)).body())
                .contains("{\"column\":\"event_name\"", "\"text\":\"Hội nghị khách hàng\"");
    }

    @Test
    void how_a_file_was_read_is_told_as_on_the_page(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.begun("M01", "\"rows\":[]");

        String upload = lists.sent(list, "two-sheets.xlsx");
        assertThat(program.get(upload).body())
                .contains("\"state\":\"choice\"", "\"sheets\":[{\"name\":\"A\",\"rows\":1}", "\"oldFont\":null");
        program.post(upload + "/choice", "{\"sheet\":\"Ca đêm\"}");
        lists.await(list);
        assertThat(program.get(upload).body())
                .contains(
                        "\"state\":\"taken\"",
                        "\"sheet\":\"Ca đêm\"",
                        "\"otherSheets\":[\"A\"]",
                        "\"missingColumns\":[\"");
        String again = program.post(upload + "/again", "{\"sheets\":[\"A\"]}").body();
        lists.await(list);
        assertThat(program.get(list + "/uploads/" + Program.member(again, "id")).body())
                .contains("\"state\":\"staged\"", "\"sheet\":\"A\"");
        program.call("POST", list + "/uploads/" + Program.member(again, "id") + "/discard", "", "");
        assertThat(program.post(upload + "/again", "{\"sheets\":[\"B\"]}").body())
                .contains("\"code\":\"stafflist.sheet-unknown\"");

        String old = lists.sent(list, "font-tcvn3.xlsx");
        assertThat(program.get(old).body()).contains("\"oldFont\":\"TCVN3\"", "\"converted\":\"Nguyễn Văn Hòa\"");
        program.post(old + "/choice", "{\"convertOldFont\":true}");
        lists.await(list);
        assertThat(program.get(old).body()).contains("\"state\":\"staged\"");
        assertThat(program.post(old + "/take", "{}").body()).contains("\"state\":\"taken\"");
        assertThat(program.get(list + "/problems").body()).contains("\"code\":\"intake.repair.old-font\"");
    }

    @Test
    void what_is_not_there_or_cannot_be_is_told_with_why_and_what_to_do(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.good(1);
        String row = Program.member(program.get(list + "/rows").body(), "id");

        HttpResponse<String> column = program.call(
                "PATCH",
                list + "/rows",
                "application/json",
                "{\"corrections\":[{\"row\":\"" + row + "\",\"column\":\"phones\",\"seen\":\"\",\"text\":\"1\"}]}");
        assertThat(column.statusCode()).isEqualTo(404);
        assertThat(column.body()).contains("\"code\":\"stafflist.column-unknown\"", "“phones”", "full_name, ");
        assertThat(program.get(list + "/rows?column=phones").body()).contains("\"code\":\"stafflist.column-unknown\"");

        HttpResponse<String> cards = program.get(list + "/cards.pdf");
        assertThat(cards.statusCode()).isEqualTo(409);
        assertThat(cards.body()).contains("\"code\":\"card.list-without-cards\"");

        lists.submit(list);
        String entry = lists.entries(list).get(0);
        String unknown = "AAAAAAAAAAAAAAAAAAAAAA";
        assertThat(program.post(
                                list + "/entries/leave",
                                "{\"entries\":[\"" + entry + "\",\"" + unknown + "\"],\"from\":\""
                                        + LocalDate.now(ZoneOffset.UTC) + "\"}")
                        .body())
                .startsWith("{\"done\":0,")
                .contains(
                        "{\"entry\":\"" + entry + "\",\"code\":\"stafflist.left-out-undecided\",\"detail\":\"Đề nghị",
                        "{\"entry\":\"" + unknown + "\",\"code\":\"stafflist.left-out-unknown\"");
    }

    @Test
    void an_act_is_undone_by_its_name_with_no_more_later_ones_of_its_rows_than_are_known_and_done_again(
            Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.bad();
        String first = program.post(list + "/rows", "{" + ApiLists.rows("0905123457") + "}")
                .body();
        program.post(list + "/rows", "{" + ApiLists.rows("0905123458") + "}");
        String undo = list + "/changes/%s/undo";

        assertThat(program.call("POST", String.format(undo, Program.member(first, "change")) + "?later=0", "", "")
                        .body())
                .as("the other act is of another row")
                .isEqualTo("{\"changes\":1}");
        assertThat(program.get(list).body()).contains("\"rows\":{\"good\":1,\"bad\":1,\"sending\":0}");
        String redo = Program.member(program.get(list + "/changes").body(), "redo");
        assertThat(program.call("POST", String.format(undo, redo), "", "").body())
                .isEqualTo("{\"changes\":1}");
        assertThat(program.get(list).body()).contains("\"rows\":{\"good\":2,\"bad\":1,\"sending\":0}");

        String removed = program.call("DELETE", list + "/rows/" + Program.member(first, "id"), "", "")
                .body();
        HttpResponse<String> early =
                program.call("POST", String.format(undo, Program.member(first, "change")) + "?later=0", "", "");
        assertThat(early.statusCode()).as(removed).isEqualTo(422);
        assertThat(early.body()).contains("\"code\":\"stafflist.undo-not-last\"");
        assertThat(program.call("POST", String.format(undo, Program.member(first, "change")), "", "")
                        .body())
                .isEqualTo("{\"changes\":2}");
        assertThat(program.call("POST", String.format(undo, Program.member(first, "change")), "", "")
                        .body())
                .as("once more")
                .isEqualTo("{\"changes\":0}");
        assertThat(program.get(list).body()).contains("\"rows\":{\"good\":1,\"bad\":1,\"sending\":0}");
        assertThat(program.get(list + "/changes").body()).contains("\"undoneBy\":\"Phần mềm ");
    }

    @Test
    void a_refusal_is_looked_at_again_for_a_reason_and_nothing_else_is(Visitor administrator, Visitor reviewer) {
        administrator.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.good(2);
        lists.submit(list);
        List<String> entries = lists.entries(list);
        String refused = list + "/entries/" + entries.get(0);
        ApiLists.refuse(reviewer, entries.get(0));
        String why = "{\"why\":\"Có hợp đồng lao động mới.\"}";

        assertThat(program.post(refused + "/reconsideration", "{\"why\":\"  \"}")
                        .body())
                .contains("\"code\":\"review.remark\"");
        assertThat(program.post(refused + "/reconsideration", "{\"why\":1}").statusCode())
                .isEqualTo(400);
        assertThat(program.post(list + "/entries/" + entries.get(1) + "/reconsideration", why)
                        .body())
                .contains("\"code\":\"stafflist.entry-not-refused\"");
        assertThat(program.get(refused).body()).contains("\"state\":\"refused\"");

        assertThat(program.post(refused + "/reconsideration", why).body()).isEqualTo("{\"state\":\"looked-at-again\"}");
        assertThat(program.get(refused).body()).contains("\"state\":\"looked-at-again\"");
    }

    @Test
    void what_submitting_comes_to_is_told_before_and_after(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        ApiLists lists = new ApiLists(program);
        String list = lists.begun("M01", ApiLists.rows("0905123456", "905123457", "12345"));
        assertThat(program.get(list + "/submission").body())
                .isEqualTo(
                        "{\"rows\":2,\"agencies\":[{\"agency\":\"Sở Công Thương tỉnh Khánh Hòa\",\"rows\":2}],\"warned\":0,"
                                + "\"repaired\":1,\"registrationConfirmed\":true}");

        lists.submit(list);

        assertThat(program.get(list + "/submissions").body())
                .contains("{\"rows\":2,\"entries\":2,\"madeBy\":\"Phần mềm ");
        assertThat(program.get(list + "/rows?state=submitted").body())
                .contains("\"entry\":{\"id\":\"" + lists.entries(list).get(0)
                        + "\",\"state\":\"pending\",\"kind\":\"new\"}");
        assertThat(program.call("DELETE", list + "/draft", "", "").body())
                .contains("\"code\":\"stafflist.delete-sent\"");
    }

    @Test
    void lists_are_renamed_found_by_how_far_they_have_come_and_deleted_before_they_are_sent(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        String list = new ApiLists(program).bad();

        assertThat(program.call("PUT", list + "/name", Program.JSON, "{\"name\":\" Ca  sáng\\n\"}")
                        .body())
                .isEqualTo("{\"name\":\"Ca sáng\"}");
        assertThat(program.call("PUT", list + "/name", Program.JSON, "{\"name\":\" \"}")
                        .body())
                .contains("\"code\":\"stafflist.name-missing\"");
        String id = list.replaceFirst(".*/", "");
        assertThat(program.get(LISTS + "?stage=draft&count=500").body()).contains(id);
        assertThat(program.get(LISTS + "?stage=reviewed&count=500").body()).doesNotContain(id);
        assertThat(program.get(LISTS + "?stage=done").statusCode()).isEqualTo(400);

        assertThat(program.call("DELETE", list + "/draft", "", "").statusCode()).isEqualTo(200);
        assertThat(program.get(list).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_not_as_described_is_named(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());
        String list = new ApiLists(program).bad();

        for (String address : List.of(
                LISTS + "?page=hai",
                LISTS + "?count=99999999999",
                list + "/rows?state=done",
                list + "/rows?problem=intake.nothing",
                list + "/rows.xlsx?state=done",
                list + "/entries?state=done",
                list + "/entries?kind=done",
                list + "/cards?count=x",
                list + "/cards.pdf?format=A6",
                list + "/entries/AAAAAAAAAAAAAAAAAAAAAA/card.pdf?format=poster")) {
            HttpResponse<String> answer = program.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.body()).as(address).contains("\"code\":\"platform.no-such-value\"");
        }
        for (Map.Entry<String, String> sent : Map.of(
                        "/rows", "{\"rows\":5}",
                        "/entries/leave", "{\"entries\":[],\"from\":\"tomorrow\"}",
                        "/entries/drop", "{}",
                        "/entries/withdraw", "{\"entries\":[{}]}",
                        "/rows/fix", "{\"action\":\"set\"}")
                .entrySet()) {
            HttpResponse<String> answer = program.post(list + sent.getKey(), sent.getValue());
            assertThat(answer.statusCode()).as(sent.getKey()).isEqualTo(400);
            assertThat(answer.body()).as(sent.getKey()).contains("\"code\":\"platform.wrong-member\"");
        }
        assertThat(program.get(LISTS + "?page=2147483647&count=500").body()).contains("\"lists\":[],\"next\":null");
    }
}
