package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** A health officer enters an exception for somebody of a list, another approves it, and it is ended. */
@InBrowser
class ExceptionsBrowserIT {
    private static final String NUMBER = "056190616161";

    private static void submit(Visitor hr) {
        ListFiles people = DemoList.people(1);
        List<String> row = people.rows().get(0);
        ListFiles.set(row, "full_name", "Trịnh Thị Ngoại Lệ");
        ListFiles.set(row, "birth_date", "07/03/1990");
        ListFiles.set(row, "sex", "Nữ");
        ListFiles.set(row, "document_kind", "CCCD");
        ListFiles.set(row, "document_number", NUMBER);
        DemoList.begin(hr, "Ngoại lệ", "ngoai-le.xlsx", people.xlsx());
        DemoList.submit(hr);
    }

    private static String inDays(int days) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy")
                .format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(days));
    }

    private static void assertNothingSticksOut(Visitor visitor) {
        visitor.page().setViewportSize(390, 844);
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        visitor.page().setViewportSize(1280, 800);
    }

    @Test
    void an_exception_is_entered_approved_by_another_and_ended(Visitor hr, Visitor officer, Visitor second) {
        submit(hr);
        officer.signInAs(Demo.HEALTH_OFFICER);
        officer.open("/health-office/exceptions");
        officer.assertAccessible();
        assertNothingSticksOut(officer);
        officer.follow("Ghi nhận trường hợp ngoại lệ");
        officer.assertAccessible();
        officer.fill("name", "Nguyễn Văn Nửa Vời");
        officer.press("Tìm");
        assertThat(officer.page().locator("[role=alert]").first().innerText()).contains("số giấy tờ đầy đủ");
        officer.fill("number", NUMBER);
        officer.press("Tìm");
        officer.assertAccessible();
        assertThat(officer.page().locator("main").innerText()).doesNotContain(NUMBER);
        assertThat(officer.page().url()).doesNotContain(NUMBER);
        officer.page().locator("main table a").first().click();
        officer.page().locator("[id='entering:kind']").waitFor();
        officer.assertAccessible();

        officer.choose("entering:kind", "Mang thai dưới 13 tuần");
        officer.fill("entering:to", inDays(200));
        officer.fill("entering:reason", "Thai 9 tuần");
        officer.press("Gửi để người khác duyệt");
        assertThat(officer.problems()).singleElement().asString().contains("tối đa 91 ngày");
        officer.fill("entering:to", inDays(30));
        officer.press("Gửi để người khác duyệt");
        assertThat(officer.problems()).singleElement().asString().contains("Đính kèm tệp");
        officer.assertAccessible();
        officer.page()
                .locator("[id='entering:file']")
                .setInputFiles(new FilePayload(
                        "kham-thai.pdf", "application/pdf", "%PDF-1.7 giấy".getBytes(StandardCharsets.UTF_8)));
        officer.press("Gửi để người khác duyệt");
        assertThat(officer.confirmation().innerText()).contains("chờ người khác duyệt");
        officer.assertAccessible();
        assertNothingSticksOut(officer);
        assertThat(officer.page().locator("[id='judging:approve']").count()).isZero();
        String page = officer.page().url().replaceFirst("https?://[^/]+", "");
        String file = officer.page().locator("a[href*='exception-document']").getAttribute("href");
        assertThat(officer.fetch(file).text()).startsWith("%PDF");

        second.signInAs(Demo.SECOND_HEALTH_OFFICER);
        second.open("/account/inbox");
        assertThat(second.page().locator("main").innerText()).contains("cần người thứ hai duyệt");
        second.open(page);
        second.press("Duyệt");
        assertThat(second.confirmation().innerText()).contains("Đã duyệt");
        second.assertAccessible();
        second.open("/health-office/exceptions?part=in-force");
        second.assertAccessible();
        assertThat(second.page().locator("main table").innerText()).contains("Mang thai dưới 13 tuần", "Đã duyệt");
        assertNothingSticksOut(second);

        officer.open(page);
        officer.page().locator("[data-opens=end]").click();
        officer.press("Đúng, chấm dứt");
        assertThat(officer.problems()).singleElement().asString().contains("Ghi lý do");
        officer.page().locator("[data-opens=end]").click();
        officer.fill("ending:why", "Ghi nhầm người");
        officer.press("Đúng, chấm dứt");
        assertThat(officer.confirmation().innerText()).contains("Đã ghi việc chấm dứt sớm");
        officer.switchLanguage();
        assertThat(officer.page().locator("main").innerText()).contains("Ended early", "Ghi nhầm người");
        assertThat(hr.fetch(page).status()).isEqualTo(403);
    }

    @Test
    void what_a_kind_asks_for_is_changed_from_a_later_day_on(Visitor officer) {
        officer.signInAs(Demo.HEALTH_OFFICER);
        officer.open("/health-office/exception-kinds");
        officer.assertAccessible();
        assertNothingSticksOut(officer);
        officer.follow("Cấp cứu và khám chữa bệnh");
        officer.assertAccessible();
        officer.fill("changing:from", inDays(0));
        officer.press("Lưu phiên bản mới");
        assertThat(officer.problems()).singleElement().asString().contains("một ngày sau hôm nay");
        officer.fill("changing:from", inDays(200));
        officer.fill("changing:mostDays", "10");
        officer.press("Lưu phiên bản mới");
        assertThat(officer.confirmation().innerText()).contains("phiên bản mới");
        assertThat(officer.page().locator("main table").innerText()).contains("10 ngày", "từ " + inDays(200));
    }
}
