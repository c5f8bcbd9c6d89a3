package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** A program sends four people: two phones are repaired, two dates and the last line are doubted. */
@InBrowser
class MendingThroughTheApiIT {
    private final ListFiles people = DemoList.people(4);
    private Program program = Program.nobody();
    private String list = "";

    @BeforeEach
    void a_file_of_a_program(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        program = Program.given(administrator, ApiScope.values());
        for (int i = 0; i < 4; i++) {
            List<String> row = people.rows().get(i);
            String old = ListFiles.get(row, "birth_date");
            ListFiles.set(row, "birth_date", (i < 2 ? "02/25/" : "03/04/") + old.substring(old.length() - 4));
            ListFiles.set(row, "phone", (i < 2 ? "" : "0") + "90512345" + i);
        }
        HttpResponse<String> begun = send("/api/v1/staff-lists?form=M01&name=Qua%20API");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        list = begun.headers().firstValue("Location").orElseThrow().replaceFirst("^.*(?=/api/)", "");
        awaitReading();
    }

    /** Nothing of it waits in the queue that other tests look at: the first act is undone, with all that followed. */
    @AfterEach
    void nothing_waits() {
        List<String> changes = Program.members(program.get(list + "/changes").body(), "id");
        program.post(list + "/changes/" + changes.get(changes.size() - 1) + "/undo", "");
        assertThat(rows()).noneMatch(row -> row.contains("\"state\":\"submitted\""));
    }

    private HttpResponse<String> send(String path) {
        List<List<String>> rows = new ArrayList<>();
        people.rows().forEach(row -> rows.add(new ArrayList<>(row)));
        rows.get(rows.size() - 1).add("thừa");
        byte[] file = ListFiles.csv(ListFiles.headings(), rows, ',', true);
        return program.call("POST", path, "text/csv", file);
    }

    private void awaitReading() {
        for (int i = 0; i < 300 && program.get(list).body().contains("\"busy\":true"); i++) {
            try {
                Thread.sleep(200);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<String> rows() {
        try (JsonReader answer =
                Json.createReader(new StringReader(program.get(list + "/rows").body()))) {
            return answer.readObject().getJsonArray("rows").stream()
                    .map(JsonValue::toString)
                    .toList();
        }
    }

    private HttpResponse<String> mend(int at, String column, String seen, String what) {
        return program.call(
                "PATCH",
                list + "/rows",
                Program.JSON,
                "{\"corrections\":[{\"row\":\"" + Program.member(rows().get(at), "id") + "\",\"column\":\"" + column
                        + "\",\"seen\":\"" + seen + "\"," + what + "}]}");
    }

    @Test
    void a_repair_that_is_taken_back_is_not_made_again_when_the_file_comes_again() {
        assertThat(rows().get(0)).contains("\"phone\":\"0905123450\"", "\"given\":\"905123450\"");

        HttpResponse<String> kept = mend(0, "phone", "0905123450", "\"keepGiven\":true");

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(rows().get(0)).contains("\"phone\":\"905123450\"", "intake.phone-zero-lost");
        ListFiles.set(people.rows().get(0), "position", "Thợ hàn");
        String upload = Program.member(send(list + "/uploads").body(), "id");
        awaitReading();
        program.post(list + "/uploads/" + upload + "/take", "");
        assertThat(rows().get(0)).contains("Thợ hàn", "\"phone\":\"905123450\"", "intake.phone-zero-lost");
    }

    @Test
    void a_repair_is_accepted() {
        mend(1, "phone", "0905123451", "\"accept\":true");

        assertThat(rows().get(1)).contains("\"phone\":\"0905123451\"").doesNotContain("\"given\":\"905123451\"");
    }

    @Test
    void what_may_be_accepted_is_told_and_goes_when_it_is() {
        String birth = Program.member(rows().get(3), "birth_date");
        assertThat(rows().get(3))
                .containsPattern(
                        Pattern.compile(
                                "intake.date-maybe-turned\",\"column\":\"birth_date\",\"severity\":\"warning\",\"acceptable\":true"))
                .containsPattern(Pattern.compile(
                        "intake.cells-shifted\",\"column\":\"\",\"severity\":\"error\",\"acceptable\":true"));

        mend(3, "position", Program.member(rows().get(3), "position"), "\"text\":\"Thợ hàn\"");
        assertThat(rows().get(3)).contains("intake.date-maybe-turned", "intake.cells-shifted");
        mend(3, "birth_date", birth, "\"accept\":true");
        mend(3, "", "", "\"accept\":true");

        assertThat(rows().get(3))
                .doesNotContain("intake.date-maybe-turned", "intake.cells-shifted")
                .contains("\"state\":\"good\"");
        assertThat(rows().get(2)).contains("intake.date-maybe-turned");
    }

    @Test
    void day_and_month_of_all_doubted_dates_are_swapped_by_one_call_and_back() {
        assertThat(rows().get(2)).contains("\"birth_date\":\"03/04/", "\"fileRow\":4");

        HttpResponse<String> turned = program.post(
                list + "/rows/fix",
                "{\"problem\":\"intake.date-maybe-turned\",\"column\":\"birth_date\",\"action\":\"turn\",\"rows\":10}");

        assertThat(turned.statusCode()).as(turned.body()).isEqualTo(200);
        assertThat(rows().get(2)).contains("\"birth_date\":\"04/03/").doesNotContain("intake.date-maybe-turned");
        assertThat(program.get(list + "/changes").body()).contains("\"kind\":\"turn-all\"");
        program.post(list + "/changes/" + Program.member(turned.body(), "change") + "/undo?later=0", "");
        assertThat(rows().get(2)).contains("\"birth_date\":\"03/04/", "intake.date-maybe-turned");
    }

    @Test
    void one_thing_is_done_to_a_cell_at_a_time() {
        assertThat(mend(0, "phone", "0905123450", "\"accept\":true,\"keepGiven\":true")
                        .statusCode())
                .isEqualTo(400);
        assertThat(mend(0, "", "", "\"keepGiven\":true").statusCode())
                .as("no cell")
                .isEqualTo(404);
        assertThat(mend(0, "phone", "12345", "\"accept\":true").body())
                .as("another text than was seen")
                .contains("\"conflicts\":[{");
    }

    @Test
    void what_waits_for_a_decision_is_taken_back_only_by_a_program_that_may_submit(Visitor administrator) {
        String row = submitted();
        String upload = Program.member(program.get(list + "/changes").body(), "id");
        Program writing = programThatOnlyWrites(administrator);

        HttpResponse<String> removing =
                writing.call("DELETE", list + "/rows/" + Program.member(row, "id"), Program.JSON, new byte[0]);
        HttpResponse<String> undoing = writing.post(list + "/changes/" + upload + "/undo", "");

        assertScopeMissing(removing);
        assertScopeMissing(undoing);
        assertThat(rows()).hasSize(4).contains(row);
        assertThat(program.post(list + "/changes/" + upload + "/undo", "").statusCode())
                .isEqualTo(200);
        assertThat(rows()).isEmpty();
    }

    @Test
    void nor_is_it_by_a_file_without_its_row(Visitor administrator) {
        String row = submitted();
        Program writing = programThatOnlyWrites(administrator);
        people.rows().remove(rows().indexOf(row));
        String upload = Program.member(send(list + "/uploads").body(), "id");
        awaitReading();
        String take = list + "/uploads/" + upload + "/take";

        assertScopeMissing(writing.post(take, "{\"removeMissing\":true}"));

        assertThat(rows()).contains(row);
        assertThat(program.post(take, "{\"removeMissing\":true}").statusCode()).isEqualTo(200);
        assertThat(rows()).hasSize(3).doesNotContain(row);
    }

    @Test
    void nor_by_discarding_its_row_once_that_has_an_error(Visitor administrator) {
        String row = submitted();
        int at = rows().indexOf(row);
        assertThat(mend(at, "phone", phone(at), "\"text\":\"12345\"").statusCode())
                .isEqualTo(200);
        Program writing = programThatOnlyWrites(administrator);

        assertScopeMissing(writing.post(list + "/rows/discard", ""));

        assertThat(rows()).hasSize(4);
        assertThat(program.post(list + "/rows/discard", "").statusCode()).isEqualTo(200);
        assertThat(rows()).hasSizeLessThan(4);
    }

    /** The first line that went to an agency. */
    private String submitted() {
        HttpResponse<String> sent = program.post(list + "/submission", "");
        assertThat(sent.statusCode()).as(sent.body()).isIn(200, 202);
        awaitReading();
        return rows().stream()
                .filter(each -> each.contains("\"state\":\"submitted\""))
                .findFirst()
                .orElseThrow();
    }

    private String phone(int at) {
        return Program.member(rows().get(at), "phone");
    }

    private static Program programThatOnlyWrites(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        return Program.given(administrator, ApiScope.LISTS_READ, ApiScope.LISTS_WRITE);
    }

    private static void assertScopeMissing(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("access.scope-missing");
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).contains("scope=\"lists:submit\"");
    }
}
