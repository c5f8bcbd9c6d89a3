package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Two people are scanned at one post, and one of them at another far away at the same time: the agency hears of it, and health officers find who was with whom. */
@InBrowser
class WatchingBrowserIT {
    private static final String SHARED = "Ngô Thị Dùng Chung";
    private static final String OTHER = "Ngô Văn Cùng Nơi";
    private static final String FACTORY = "Nhà máy chế biến Vĩnh Hòa";
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final ReferenceLists LISTS = new ReferenceLists(
            ListFiles.LISTS.communes(),
            List.of(Choice.of("1", FACTORY)),
            List.of(Choice.of("LV_DN", "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp")));

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final ListFiles people = DemoList.nobodyElse(ListFiles.m01(2, 0, 9_203, LISTS, today, today.plusDays(60)));

    @Test
    void a_shared_code_is_an_alert_and_who_was_there_is_found_by_two_officers(
            Visitor officer, Visitor reviewer, Visitor head, Visitor asker, Visitor approver) throws Exception {
        reviewer.signInAs(Demo.REVIEWER);
        head.signInAs(Demo.APPROVER);
        submitBoth(officer);
        DemoList.approve(reviewer, SHARED);
        DemoList.approve(reviewer, OTHER);
        String shared = number(head, SHARED);
        String near = device(head, "Phường Vĩnh Hòa");
        String far = device(head, "Thị trấn Tô Hạp");

        scan(near, shared);
        scan(near, number(head, OTHER));
        scan(far, shared);

        settle(head, shared);
        asker.signInAs(Demo.HEALTH_OFFICER);
        approver.signInAs(Demo.SECOND_HEALTH_OFFICER);
        String tracing = ask(asker);
        approver.open(tracing);
        approver.assertAccessible();
        approver.press("Duyệt");
        assertThat(approver.page().locator("main").innerText()).contains(OTHER, FACTORY);
        approver.assertAccessible();
        asker.open(tracing);
        String file = asker.fetch("/health-office/tracing-file" + tracing.substring(tracing.indexOf('?')))
                .text();
        assertThat(file)
                .contains("Họ tên;Năm sinh", "Biết qua;Ghi chú", "Lượt kiểm tra", OTHER)
                .doesNotContain(SHARED);
    }

    private static void settle(Visitor head, String shared) {
        head.open("/health-office/alerts");
        head.page()
                .waitForCondition(
                        () -> {
                            head.page().reload();
                            return head.page().locator("main").innerText().contains(shared);
                        },
                        new Page.WaitForConditionOptions().setTimeout(60_000));
        head.assertAccessible();
        head.page()
                .locator("tbody tr", new Page.LocatorOptions().setHasText(shared))
                .locator("th a")
                .first()
                .click();
        head.page().waitForURL("**/alert?id=*");
        head.assertAccessible();
        assertThat(head.page().locator("main").innerText()).contains("cách ít nhất 20 km", SHARED);
        head.press("Ghi là đã giải quyết");
        assertThat(head.problems()).isNotEmpty();
        head.fill("form:word", "Đã hỏi, người nhà dùng nhầm");
        head.press("Ghi là đã giải quyết");
        assertThat(head.page().locator("main").innerText()).contains("Đã giải quyết", "người nhà dùng nhầm");
        head.assertAccessible();
        head.open("/health-office/alert-settings");
        head.assertAccessible();
        assertThat(head.page().locator("[id='form']").count()).isZero();
    }

    private String ask(Visitor asker) {
        asker.open("/health-office/alert-settings");
        asker.fill("form:all:0:amount", "5");
        asker.press("Lưu");
        assertThat(asker.problems().toString()).contains("từ 30 đến 900");
        asker.assertAccessible();
        asker.fill("form:all:0:amount", "100");
        asker.press("Lưu");
        asker.confirmation().waitFor();
        asker.open("/health-office/tracings");
        asker.assertAccessible();
        asker.follow("Đề nghị tìm người tiếp xúc");
        asker.fill("number", "000000000000");
        asker.press("Tìm");
        assertThat(asker.page().locator("main").innerText()).contains("Không tìm thấy ai");
        asker.assertAccessible();
        asker.fill("number", ListFiles.get(people.rows().get(0), "document_number"));
        asker.press("Tìm");
        asker.follow(SHARED);
        asker.assertAccessible();
        asker.fill("asking:from", DAY.format(today));
        asker.fill("asking:to", DAY.format(today));
        asker.fill("asking:reason", "ngắn");
        asker.fill("asking:document", "15/QĐ-SYT");
        asker.press("Gửi đề nghị");
        assertThat(asker.problems().toString()).contains("Lý do quá ngắn");
        assertThat(asker.page().locator("[id='asking:document']").inputValue()).isEqualTo("15/QĐ-SYT");
        asker.fill("asking:reason", "Ca bệnh số 1234, truy vết theo quy định");
        asker.press("Gửi đề nghị");
        asker.assertAccessible();
        assertThat(asker.page().locator("main").innerText())
                .contains("chờ một cán bộ khác duyệt")
                .doesNotContain(OTHER);
        return asker.page().url().replaceFirst("https?://[^/]+", "");
    }

    private static String device(Visitor head, String area) throws IOException, InterruptedException {
        head.open("/agency-head/post");
        head.fill("form:name", "Điểm " + PublicId.random().toString().substring(0, 6));
        head.choose("form:area", area);
        head.press("Thêm điểm kiểm tra");
        head.fill("new:device", "Máy");
        head.press("Thêm và lấy mã");
        Matcher code = CODE.matcher(head.confirmation().textContent());
        assertThat(code.find()).isTrue();
        return Program.member(post("/api/v1/devices", "", "{\"code\":\"" + code.group() + "\"}"), "secret");
    }

    private static void scan(String secret, String number) throws IOException, InterruptedException {
        String answer = post(
                "/api/v1/post/scans",
                secret,
                "{\"scans\":[{\"id\":\"" + PublicId.random() + "\",\"at\":\"" + Instant.now()
                        + "\",\"direction\":\"IN\",\"activity\":\"QC_LIENHUYEN\",\"way\":\"QR\",\"paper\":null,\"number\":\""
                        + number
                        + "\",\"verdict\":\"PASS\",\"reason\":\"\",\"level\":null,\"online\":true}]}");
        assertThat(answer).contains("\"taken\":1");
    }

    private static String post(String path, String secret, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RunningPortal.get().url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!secret.isEmpty()) {
            request.header("Authorization", "Device " + secret);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String number(Visitor head, String name) {
        head.open("/health-office/cards");
        head.fill("text", name);
        head.press("Lọc");
        return head.page().locator("tbody .code-text").first().innerText().strip();
    }

    private void submitBoth(Visitor officer) {
        ListFiles.set(people.rows().get(0), "full_name", SHARED);
        ListFiles.set(people.rows().get(1), "full_name", OTHER);
        DemoList.begin(officer, "Đi qua chốt", "hai-nguoi.xlsx", people.xlsx());
        DemoList.submit(officer);
    }
}
