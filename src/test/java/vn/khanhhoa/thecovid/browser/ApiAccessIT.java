package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.access.ApiScope.CARDS_READ;
import static vn.khanhhoa.thecovid.access.ApiScope.IMPORTS_READ;
import static vn.khanhhoa.thecovid.access.ApiScope.LISTS_READ;
import static vn.khanhhoa.thecovid.access.ApiScope.LISTS_SUBMIT;
import static vn.khanhhoa.thecovid.access.ApiScope.LISTS_WRITE;
import static vn.khanhhoa.thecovid.access.ApiScope.RECORDS_WRITE;

import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.ApiOperations;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Each call of the API against each scope, and against programs of other organisations. A call that the table does not name
 * fails the test, so that nobody forgets to say whom it is for.
 */
@InBrowser
class ApiAccessIT {
    private static final String OTHER_ADMINISTRATOR = "nhansu.khachsan@demo.example";
    private static final String LIST = "/api/v1/staff-lists/{list}";
    private static final String IMPORTS = "/api/v1/sources/{source}/imports";
    private static final Set<ApiScope> OF_AGENCIES = Set.of(IMPORTS_READ, RECORDS_WRITE);
    private static final String WITHDRAWAL = "{\"reason\":\"Nhầm\",\"ending\":0,\"returning\":0,\"replaced\":0}";

    private static final String FIX =
            "{\"problem\":\"intake.phone-invalid\",\"column\":\"phone\",\"action\":\"set\",\"text\":\"\",\"rows\":1}";
    private static final String LEAVE = "{\"entries\":[],\"from\":\"2026-01-31\"}";

    private record Call(String method, String path, ApiScope scope, String type, String body) {
        Call(String method, String path, ApiScope scope) {
            this(method, path, scope, "", "");
        }

        HttpResponse<String> by(Program program, String list, String other) {
            String address = path.replace("{list}", list)
                    .replace("{code}", "M01")
                    .replace("{source}", "TIEM-CHUNG")
                    .replaceAll("[{]\\w+[}]", other);
            return program.call(method, address, type, body);
        }

        boolean namesAList() {
            return path.contains("{list}");
        }

        /** What a made-up id names is nobody's. */
        boolean namesARecord() {
            return namesAList() || path.contains("{import}");
        }

        boolean isOfAgencies() {
            return OF_AGENCIES.contains(scope);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final List<Call> TABLE = List.of(
            new Call("GET", "/api/v1/forms", LISTS_READ),
            new Call("GET", "/api/v1/forms/{code}", LISTS_READ),
            new Call("GET", "/api/v1/forms/{code}/workbook", LISTS_READ),
            new Call("GET", "/api/v1/choices", LISTS_READ),
            new Call("GET", "/api/v1/reasons", LISTS_READ),
            new Call("GET", "/api/v1/staff-lists", LISTS_READ),
            new Call("POST", "/api/v1/staff-lists", LISTS_WRITE, Program.JSON, "{\"form\":\"M01\",\"name\":\"A\"}"),
            new Call("GET", LIST, LISTS_READ),
            new Call("GET", LIST + "/form", LISTS_READ),
            new Call("GET", LIST + "/form/workbook", LISTS_READ),
            new Call("GET", LIST + "/details", LISTS_READ),
            new Call("PUT", LIST + "/details", LISTS_WRITE, Program.JSON, "{\"answers\":{}}"),
            new Call("GET", LIST + "/agencies", LISTS_READ),
            new Call("PUT", LIST + "/name", LISTS_WRITE, Program.JSON, "{\"name\":\"Tên mới\"}"),
            new Call("DELETE", LIST + "/draft", LISTS_WRITE),
            new Call("GET", LIST + "/uploads", LISTS_READ),
            new Call("POST", LIST + "/uploads", LISTS_WRITE, Program.JSON, "{\"rows\":[]}"),
            new Call("GET", LIST + "/uploads/{upload}", LISTS_READ),
            new Call("GET", LIST + "/uploads/{upload}/original", LISTS_READ),
            new Call("POST", LIST + "/uploads/{upload}/choice", LISTS_WRITE, Program.JSON, "{\"sheet\":\"A\"}"),
            new Call("POST", LIST + "/uploads/{upload}/again", LISTS_WRITE, Program.JSON, "{\"sheets\":[\"A\"]}"),
            new Call("GET", LIST + "/uploads/{upload}/rows", LISTS_READ),
            new Call("POST", LIST + "/uploads/{upload}/take", LISTS_WRITE),
            new Call("POST", LIST + "/uploads/{upload}/discard", LISTS_WRITE),
            new Call("GET", LIST + "/changes", LISTS_READ),
            new Call("POST", LIST + "/changes/{change}/undo", LISTS_WRITE),
            new Call("GET", LIST + "/problems", LISTS_READ),
            new Call("GET", LIST + "/problems.xlsx", LISTS_READ),
            new Call("GET", LIST + "/rows", LISTS_READ),
            new Call("POST", LIST + "/rows", LISTS_WRITE, Program.JSON, "{\"rows\":[{}]}"),
            new Call("PATCH", LIST + "/rows", LISTS_WRITE, Program.JSON, "{\"corrections\":[]}"),
            new Call("POST", LIST + "/rows/fix", LISTS_WRITE, Program.JSON, FIX),
            new Call("POST", LIST + "/rows/discard", LISTS_WRITE),
            new Call("GET", LIST + "/rows.xlsx", LISTS_READ),
            new Call("GET", LIST + "/rows/{row}", LISTS_READ),
            new Call("DELETE", LIST + "/rows/{row}", LISTS_WRITE),
            new Call("GET", LIST + "/submission", LISTS_READ),
            new Call("POST", LIST + "/submission", LISTS_SUBMIT),
            new Call("GET", LIST + "/submissions", LISTS_READ),
            new Call("GET", LIST + "/entries", LISTS_READ),
            new Call("POST", LIST + "/entries/leave", LISTS_WRITE, Program.JSON, LEAVE),
            new Call("POST", LIST + "/entries/drop", LISTS_WRITE, Program.JSON, "{\"entries\":[]}"),
            new Call("POST", LIST + "/entries/withdraw", LISTS_SUBMIT, Program.JSON, "{\"entries\":[]}"),
            new Call("GET", LIST + "/entries/{entry}", LISTS_READ),
            new Call(
                    "POST",
                    LIST + "/entries/{entry}/reconsideration",
                    LISTS_SUBMIT,
                    Program.JSON,
                    "{\"why\":\"Xin xem lại\"}"),
            new Call("GET", LIST + "/entries/{entry}/card.pdf", CARDS_READ),
            new Call("GET", LIST + "/cards", CARDS_READ),
            new Call("GET", LIST + "/cards.pdf", CARDS_READ),
            new Call("DELETE", LIST, LISTS_SUBMIT),
            new Call("GET", "/api/v1/sources", IMPORTS_READ),
            new Call("GET", "/api/v1/sources/{source}", IMPORTS_READ),
            new Call("GET", IMPORTS, IMPORTS_READ),
            new Call("POST", IMPORTS, RECORDS_WRITE, Program.JSON, "{\"rows\":[]}"),
            new Call("GET", IMPORTS + "/{import}", IMPORTS_READ),
            new Call("GET", IMPORTS + "/{import}/rows", IMPORTS_READ),
            new Call("GET", IMPORTS + "/{import}/withdrawal", IMPORTS_READ),
            new Call("POST", IMPORTS + "/{import}/withdrawal", RECORDS_WRITE, Program.JSON, WITHDRAWAL));

    @Test
    void the_table_names_every_call_that_is_not_open_to_everyone() {
        Set<String> named = TABLE.stream().map(Call::toString).collect(Collectors.toSet());

        assertThat(named)
                .isEqualTo(ApiOperations.all().stream()
                        .filter(operation -> operation.scope().isPresent())
                        .map(ApiOperations.Operation::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    void without_a_good_token_nothing_is_told(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program revoked = Program.given(administrator, ApiScope.values());
        assertThat(revoked.get("/api/v1/staff-lists").statusCode()).isEqualTo(200);
        administrator.page().locator("[data-opens=revoke]").click();
        administrator.press("Thu hồi ngay");
        assertThat(administrator.confirmation().isVisible()).isTrue();

        for (Call call : TABLE) {
            String id = PublicId.random().toString();
            HttpResponse<String> none = call.by(Program.nobody(), id, id);
            assertThat(none.statusCode()).as(call + " without").isEqualTo(401);
            assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"api\"");
            assertThat(none.body()).contains("\"code\":\"access.token-missing\"");
            for (Program program : List.of(revoked, revoked.withToken("made-up"))) {
                HttpResponse<String> refused = call.by(program, id, id);
                assertThat(refused.statusCode()).as(call + " with a void one").isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate"))
                        .contains("Bearer realm=\"api\", error=\"invalid_token\"");
                assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            }
        }
    }

    /** Programs of an organisation can have none of an agency's scopes, and the other way round. */
    @Test
    void each_call_needs_its_own_scope_and_no_other(Visitor administrator, Visitor sourceOfficer) {
        administrator.signInAs(Demo.OFFICER);
        sourceOfficer.signInAs(Demo.SOURCE_OFFICER);
        String id = PublicId.random().toString();
        for (ApiScope missing : ApiScope.values()) {
            ApiScope[] others = Arrays.stream(ApiScope.values())
                    .filter(scope -> scope != missing)
                    .toArray(ApiScope[]::new);
            boolean agency = OF_AGENCIES.contains(missing);
            Program program = agency ? Program.ofAgency(sourceOfficer, others) : Program.given(administrator, others);
            for (Call call : TABLE) {
                HttpResponse<String> answer = call.by(program, id, id);
                if (call.isOfAgencies() != agency) {
                    assertThat(answer.statusCode()).as(call.toString()).isEqualTo(403);
                } else if (call.scope() == missing) {
                    assertThat(answer.statusCode()).as(call.toString()).isEqualTo(403);
                    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                            .contains("error=\"insufficient_scope\", scope=\"" + missing.text() + "\"");
                } else {
                    assertThat(answer.statusCode())
                            .as(call + " " + answer.body())
                            .isIn(call.namesARecord() ? List.of(404) : List.of(200, 201, 202));
                }
            }
        }
    }

    @Test
    void another_organisation_s_list_does_not_exist(Visitor administrator, Visitor other) {
        administrator.signInAs(Demo.OFFICER);
        other.signInAs(OTHER_ADMINISTRATOR);
        Program owner = Program.given(administrator, ApiScope.values());
        Program stranger = Program.given(other, ApiScope.values());
        String begun = owner.post(
                        "/api/v1/staff-lists",
                        "{\"form\":\"M01\",\"name\":\"Của riêng\",\"rows\":[{\"full_name\":\"Nguyễn Văn An\"}]}")
                .body();
        List<String> ids = Program.members(begun, "id");
        assertThat(ids).as(begun).hasSize(2);

        for (Call call : TABLE) {
            if (call.namesAList()) {
                HttpResponse<String> answer = call.by(stranger, ids.get(0), ids.get(1));
                assertThat(answer.statusCode()).as(call.toString()).isEqualTo(404);
                assertThat(answer.body()).contains("\"code\":\"platform.not-found\"");
            }
        }
        assertThat(stranger.get("/api/v1/staff-lists").body()).doesNotContain(ids.get(0));
        assertThat(owner.get("/api/v1/staff-lists/" + ids.get(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_session_opens_no_call(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);

        assertThat(administrator.fetch("/api/v1/staff-lists").status()).isEqualTo(401);
        assertThat(administrator
                        .page()
                        .request()
                        .post(
                                RunningPortal.get().url("/api/v1/staff-lists"),
                                RequestOptions.create()
                                        .setHeader("Content-Type", Program.JSON)
                                        .setData("{\"form\":\"M01\",\"name\":\"Nhờ phiên\"}"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void what_is_handed_out_as_a_file_says_so(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, LISTS_READ, LISTS_WRITE);
        HttpResponse<String> begun = program.call(
                "POST",
                "/api/v1/staff-lists?form=M01&name=T%E1%BB%87p&fileName=th%C3%A1ng%209.html",
                "text/csv",
                "Họ và tên\n<script>alert(1)</script>\n");
        String list = begun.headers().firstValue("Location").orElseThrow();
        String upload = Program.member(begun.body().replaceFirst("^.*\"upload\"", ""), "id");

        assertThat(disposition(program, list + "/uploads/" + upload + "/original"))
                .isEqualTo("attachment; filename*=UTF-8''th%C3%A1ng%209.html");
        assertThat(disposition(program, list + "/problems.xlsx"))
                .isEqualTo("attachment; filename*=UTF-8''problems.xlsx");
        assertThat(disposition(program, "/api/v1/forms/M01/workbook"))
                .isEqualTo("attachment; filename*=UTF-8''M01.xlsx");
    }

    private static String disposition(Program program, String path) {
        HttpResponse<String> file = program.get(path);
        assertThat(file.statusCode()).as(path).isEqualTo(200);
        return file.headers().firstValue("Content-Disposition").orElse("");
    }

    @Test
    void a_token_opens_no_page(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, ApiScope.values());

        assertThat(program.get("/organisation/staff-lists").statusCode()).isEqualTo(302);
    }

    @Test
    void the_token_endpoint_speaks_as_oauth_has_it(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        Program program = Program.given(administrator, LISTS_READ);

        HttpResponse<String> issued = program.enter("&scope=lists%3Aread");
        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(issued.body())
                .contains("\"token_type\":\"Bearer\"", "\"expires_in\":1800", "\"scope\":\"lists:read\"");
        assertThat(issued.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(program.enter("&scope=cards%3Aread").body()).contains("\"error\":\"invalid_scope\"");

        HttpResponse<String> stranger = Program.nobody().enter("");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(stranger.body()).contains("\"error\":\"invalid_client\"");
        assertThat(Stream.of("grant_type=password", "scope=x")
                        .map(form -> Program.nobody()
                                .call("POST", "/api/v1/token", "application/x-www-form-urlencoded", form)
                                .body()))
                .satisfiesExactly(
                        one -> assertThat(one).contains("unsupported_grant_type"),
                        two -> assertThat(two).contains("invalid_request"));
    }

    @Test
    void an_officer_sees_who_else_acts_and_cannot_add_anybody(Visitor colleague) {
        colleague.signInAs(Demo.COLLEAGUE);
        colleague.open("/organisation/colleagues");

        assertThat(colleague.page().locator("tbody tr").count()).isGreaterThanOrEqualTo(2);
        assertThat(colleague.page().locator("[id='form:invite']").count()).isZero();
        assertThat(colleague.fetch("/organisation/api-clients").status()).isEqualTo(403);
        assertThat(colleague.fetch("/health-data/api-clients").status()).isEqualTo(403);
    }

    @Test
    void a_secret_is_shown_once(Visitor administrator) {
        administrator.signInAs(Demo.OFFICER);
        administrator.open("/organisation/api-clients");
        administrator.assertAccessible();
        Program program = Program.given(administrator, LISTS_READ);
        administrator.assertAccessible();
        assertThat(program.secret()).hasSize(43);

        administrator.page().reload();

        assertThat(administrator.page().locator("#secret").count()).isZero();
        assertThat(administrator.page().content()).doesNotContain(program.secret());
    }
}
