package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Requests that no page and no program of ours sends, as somebody would send them who means harm. */
@InBrowser
class RefusingWhatNobodySendsAccessIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FILES = "multipart/form-data; boundary=x";
    private static final byte[] PART =
            "--x\r\nContent-Disposition: form-data; name=x; filename=a\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    private static final int MEGABYTE = 1 << 20;
    private static final Path TEMPORARY = Path.of(System.getProperty("portal.home") + "-portal", "tmp");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/..%2f?jakarta.faces.ViewState=1:1",
                "//evil.example/..%2fpublic/check",
                "//public/check",
                "/public/x/../check",
                "/public/check;a=b",
                "/api/v1/trust/keys;a=b",
                "/public/check%0d%0aX:1"
            })
    void an_address_of_two_readings(String address) throws IOException {
        RawCall.Answer answer = RawCall.get(address).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    void personal_data_under_the_address_of_a_resource(Visitor officer) throws IOException {
        officer.signInAs(Demo.OFFICER);

        for (String disguised : new String[] {"/resources/..%2f", "/jakarta.faces.resource/..%2f", "/resources/../"}) {
            RawCall.Answer answer = RawCall.get(disguised + "organisation/files/template?code=M01")
                    .as(officer)
                    .send();
            assertThat(answer.status()).as(disguised).isEqualTo(400);
        }
        RawCall.Answer plain =
                RawCall.get("/organisation/files/template?code=M01").as(officer).send();
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Cache-Control")).isEqualTo("no-store");
        assertThat(RawCall.get("/resources/primefaces-thecovid/theme.css")
                        .send()
                        .header("Cache-Control"))
                .isNotEqualTo("no-store");
    }

    @Test
    void a_session_in_the_address(Visitor officer) throws IOException {
        officer.signInAs(Demo.OFFICER);
        String session = officer.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();

        assertThat(RawCall.get("/organisation/home;jsessionid=" + session)
                        .send()
                        .status())
                .isEqualTo(400);
        assertThat(RawCall.get("/organisation/home").as(officer).send().status())
                .isEqualTo(200);
    }

    @Test
    void a_form_in_an_address(Visitor officer) {
        officer.signInAs(Demo.OFFICER);
        officer.open("/organisation/staff-lists");
        String view = officer.page()
                .locator("[id='form'] input[name='jakarta.faces.ViewState']")
                .getAttribute("value");
        String name = "Bằng liên kết " + PublicId.random();

        RequestOptions form = RequestOptions.create()
                .setQueryParam("form", "form")
                .setQueryParam("form:name", name)
                .setQueryParam("form:template", "M01")
                .setQueryParam("form:begin", "x")
                .setQueryParam("jakarta.faces.ViewState", view);
        int status = officer.page()
                .context()
                .request()
                .get(RunningPortal.get().url("/organisation/staff-lists"), form)
                .status();

        assertThat(status).isEqualTo(400);
        officer.open("/organisation/staff-lists");
        assertThat(officer.page().content()).doesNotContain(name);
    }

    @Test
    void an_expired_form_leads_to_its_own_page_and_nowhere_else() throws IOException {
        byte[] form = "form=form&jakarta.faces.ViewState=1:1".getBytes(StandardCharsets.UTF_8);

        RawCall.Answer answer =
                RawCall.post("/public/sign-in?then=%2Fx", FORM, form.length).send(form, 1);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/public/sign-in?then=%2Fx&restarted=true");
    }

    /** Only a part of what is announced is sent: an answer shows that nobody waited for the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"/public/nosuch.xhtml", "/public/sign-in", "/index.xhtml", "/organisation/staff-list"})
    void a_file_for_a_page_that_asks_for_none_or_from_nobody(String page) throws IOException {
        int status = RawCall.post(page, FILES, 20L * MEGABYTE).statusBeforeTheBody(PART);

        assertThat(status).isEqualTo(page.startsWith("/organisation") ? 302 : 415);
    }

    @Test
    void a_file_for_a_page_that_asks_for_none_from_somebody_signed_in(Visitor officer) throws IOException {
        officer.signInAs(Demo.OFFICER);

        assertThat(RawCall.post("/organisation/home", FILES, 20L * MEGABYTE)
                        .as(officer)
                        .statusBeforeTheBody(PART))
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x"})
    void a_file_of_which_nobody_can_tell_where_it_ends(String mediaType, Visitor officer) throws IOException {
        officer.signInAs(Demo.OFFICER);

        assertThat(RawCall.post("/organisation/staff-list", mediaType, PART.length)
                        .as(officer)
                        .send(PART, 1)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_file_that_is_too_large_leads_back_to_its_page_with_a_word_about_it(Visitor officer) throws IOException {
        String page = "/organisation/staff-list?id=" + begin(officer);
        int megabytes = 30;

        RawCall.Answer answer = RawCall.post(page, FILES, (long) megabytes * MEGABYTE)
                .as(officer)
                .send(new byte[MEGABYTE], megabytes);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(page + "&upload=too-large");
        officer.open(answer.header("Location"));
        assertThat(officer.page().locator(".notice").allInnerTexts()).anyMatch(text -> text.contains("20 MB"));
        officer.assertAccessible();
    }

    @Test
    void nothing_of_an_uploaded_file_ever_lies_on_the_disk_in_clear(Visitor officer) throws IOException {
        String list = begin(officer);
        String name = "Nguyễn Không Lộ " + PublicId.random();
        byte[] file = ("Họ và tên\n" + (name + "\n").repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(file.length).isGreaterThan(MEGABYTE / 2).isLessThan(2 * MEGABYTE);

        officer.page().locator("[id='form:file']").setInputFiles(new FilePayload("danh-sach.csv", "text/csv", file));
        officer.press("Tải lên");
        officer.page()
                .context()
                .request()
                .post(
                        RunningPortal.get().url("/organisation/nosuch.xhtml"),
                        RequestOptions.create()
                                .setMultipart(FormData.create()
                                        .set("x", new FilePayload("danh-sach.csv", "text/csv", file))));

        assertThat(officer.page().url()).contains(list);
        assertThat(officer.page().content()).contains("danh-sach.csv");
        try (Stream<Path> files = Files.walk(TEMPORARY)) {
            List<Path> uploads = files.filter(
                            each -> each.getFileName().toString().startsWith("upload_"))
                    .toList();
            assertThat(uploads).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/sign-in", "/search", "/public/nosuch.xhtml"})
    void a_form_that_is_larger_than_any_of_ours(String page) throws IOException {
        assertThat(RawCall.post(page, FORM, 65 << 10).statusBeforeTheBody(new byte[] {'a'}))
                .isEqualTo(413);
    }

    @Test
    void a_form_that_does_not_say_how_large_it_is() throws IOException {
        assertThat(RawCall.post("/public/sign-in", FORM)
                        .with("Transfer-Encoding", "chunked")
                        .statusBeforeTheBody("1\r\na\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(411);
    }

    /** What fails stays in the session: with the largest form, as often as it remembers pages, and not more. */
    @Test
    void a_large_form_of_somebody_who_is_signed_in_is_taken_up_to_a_bound(Visitor officer) throws IOException {
        officer.signInAs(Demo.OFFICER);
        byte[] form =
                ("page=/organisation/staff-list-entries&name=" + "a".repeat(100_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(RawCall.post("/search", FORM, form.length)
                        .as(officer)
                        .send(form, 1)
                        .status())
                .isEqualTo(302);
        assertThat(RawCall.post("/search", FORM, MEGABYTE).as(officer).statusBeforeTheBody(new byte[] {'a'}))
                .isEqualTo(413);
    }

    @Test
    void a_search_by_nobody_of_a_page_that_is_not_searched_or_of_more_than_it_asks_for(Visitor nobody, Visitor officer)
            throws IOException {
        nobody.open("/public/check");
        officer.signInAs(Demo.OFFICER);
        byte[] form = "page=/organisation/home&name=A".getBytes(StandardCharsets.UTF_8);
        byte[] unknown = "page=/public/check&name=A".getBytes(StandardCharsets.UTF_8);

        RawCall.Answer closed =
                RawCall.post("/search", FORM, form.length).as(nobody).send(form, 1);
        assertThat(closed.status()).isEqualTo(302);
        assertThat(closed.header("Location")).startsWith("/public/sign-in").doesNotContain("search=");
        for (byte[] other : List.of(form, unknown)) {
            assertThat(RawCall.post("/search", FORM, other.length)
                            .as(officer)
                            .send(other, 1)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void what_the_description_of_the_api_is_made_with() throws IOException {
        assertThat(RawCall.get("/openapi").send().status()).isEqualTo(200);
        for (String more : new String[] {"/openapi/application.wadl", "/openapi/application.wadl/x", "/openapi/"}) {
            RawCall.Answer answer = RawCall.get(more).send();
            assertThat(answer.status()).as(more).isEqualTo(404);
            assertThat(answer.body()).doesNotContainIgnoringCase("jersey");
        }
    }

    private static String begin(Visitor officer) {
        officer.signInAs(Demo.OFFICER);
        officer.open("/organisation/staff-lists");
        officer.fill("form:name", "Danh sách để tải lên");
        officer.press("Lập danh sách mới");
        return officer.page().url().replaceFirst(".*[?]id=([\\w-]+).*", "$1");
    }
}
