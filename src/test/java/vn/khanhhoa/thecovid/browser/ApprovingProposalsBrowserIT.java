package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** A head before a batch of proposals, and on the way back to what was decided. */
@InBrowser
class ApprovingProposalsBrowserIT {
    private static final String DOUBTED = "Tạ Thị Chưa Đồng";
    private static final String AGREED = "Tạ Văn Đồng Ý";

    @Test
    void what_is_marked_is_not_approved_marks_outlive_an_error_and_what_was_decided_is_found_again(
            Visitor officer, Visitor reviewer, Visitor head) {
        ListFiles people = DemoList.people(2);
        ListFiles.set(people.rows().get(0), "full_name", DOUBTED);
        ListFiles.set(people.rows().get(1), "full_name", AGREED);
        DemoList.begin(officer, "Đề xuất", "nhan-su.xlsx", people.xlsx());
        DemoList.submit(officer);
        reviewer.signInAs(Demo.REVIEWER);
        propose(reviewer, DOUBTED);
        propose(reviewer, AGREED);

        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/proposals");
        Page page = head.page();
        page.locator("tbody tr", new Page.LocatorOptions().setHasText("R14"))
                .first()
                .locator("a")
                .click();
        page.waitForURL("**/proposal?batch=*");
        String batch = page.url().replaceFirst("https?://[^/]+", "");
        assertThat(page.locator("#marked").isVisible()).isFalse();
        assertThat(head.title()).contains("R14 –");
        assertThat(page.locator("tbody").innerText()).contains("Làm việc tại doanh nghiệp", DemoList.PLACE);
        mark(page);
        head.press("Không đồng ý với đề nghị đã chọn");
        assertThat(head.problems()).hasSize(1);
        assertThat(marked(page)).isTrue();
        assertThat(page.locator("#marked").innerText()).contains("Đang đánh dấu 1");
        page.locator("[data-opens=sure]").click();
        assertThat(page.locator("#sure").isVisible())
                .as("told before it is asked")
                .isFalse();
        assertThat(page.locator("#marked").evaluate("notice => notice === document.activeElement"))
                .isEqualTo(true);
        assertThat(marked(page)).isTrue();
        page.locator("[data-select-all]").check();
        assertThat(page.locator("#marked").isVisible()).isTrue();
        page.locator("[data-select-all]").uncheck();
        assertThat(page.locator("#marked").isVisible()).isFalse();
        mark(page);
        head.assertAccessible();

        head.fill("form:remark", "Xin xem lại");
        head.press("Không đồng ý với đề nghị đã chọn");
        assertThat(page.url())
                .as("in what is left of the batch")
                .contains("/agency-head/proposal?", batch.replaceFirst(".*batch=", "batch="));
        assertThat(head.confirmation().innerText()).contains("trở lại hàng chờ");
        assertThat(page.locator("tbody").innerText()).contains(AGREED).doesNotContain(DOUBTED);
        page.locator("[id='form:atOnce']").check();
        page.locator("[data-opens=sure]").click();
        confirm(page);
        page.locator("tbody th a", new Page.LocatorOptions().setHasText(AGREED)).waitFor();
        head.open(batch);
        assertThat(page.url()).endsWith("/agency-head/proposals");
        assertThat(head.problems()).hasSize(1);

        head.open("/agency/decided");
        head.fill("name", "ta van dong y");
        page.locator("#outcome").selectOption("APPROVE");
        head.press("Lọc");
        assertThat(page.locator("tbody th a", new Page.LocatorOptions().setHasText(AGREED))
                        .count())
                .as("it was refused")
                .isZero();
        page.locator("#outcome").selectOption("REFUSE");
        head.fill("from", "32/13/2021");
        head.press("Lọc");
        assertThat(page.locator("[role=alert]").innerText()).contains("Ngày không đúng");
        head.fill("from", "01/01/2021");
        head.press("Lọc");
        head.assertAccessible();
        page.locator("tbody th a", new Page.LocatorOptions().setHasText(AGREED)).click();
        page.waitForURL("**/review-entry?id=*");
        assertThat(head.title()).contains(AGREED);
        assertThat(page.locator("#own-decision").innerText()).contains("không tự mở lại được");
        assertThat(page.locator("[id='reopening:send']").count()).isZero();
        head.assertAccessible();
        findsWhatWasDeclined(reviewer);
    }

    private static void findsWhatWasDeclined(Visitor reviewer) {
        Page page = reviewer.page();
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", DOUBTED);
        reviewer.press("Lọc");
        assertThat(page.locator(".table-queue tbody tr").first().innerText()).contains("Lãnh đạo không đồng ý");
        page.locator("tbody th a").first().click();
        page.waitForURL("**/review-entry?id=*");
        assertThat(page.locator("#declined").innerText()).contains("Từ chối R14", "Xin xem lại");
        reviewer.assertAccessible();
    }

    @Test
    void a_mandate_is_for_forms_that_there_are_and_ends_when_it_is_ended(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/desk");
        Page page = head.page();
        String number = "9/QĐ-" + System.nanoTime() % 100_000;
        head.fill("grant:documentNo", number);
        page.locator("input[name='grant:forms'][value=M04]").check();
        head.press("Giao quyền");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(number));
        assertThat(row.innerText()).contains("M04");
        head.assertAccessible();
        row.locator("button[data-opens]").click();
        row.locator("button[name='mandates:end']").click();
        row.locator(".tag", new Locator.LocatorOptions().setHasText("Đã hết")).waitFor();

        assertThat(row.innerText()).contains("chấm dứt lúc").doesNotContain("Chưa định ngày");
    }

    private static void mark(Page page) {
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(DOUBTED))
                .locator("input[name=chosen]")
                .check();
    }

    private static boolean marked(Page page) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(DOUBTED))
                .locator("input[name=chosen]")
                .isChecked();
    }

    @SuppressWarnings("deprecation")
    private static void confirm(Page page) {
        page.waitForNavigation(() -> page.locator("[id='form:approve']").click());
    }

    @SuppressWarnings("deprecation")
    private static void propose(Visitor reviewer, String person) {
        Page page = reviewer.page();
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", person);
        reviewer.press("Lọc");
        page.locator("tbody th a").first().click();
        page.waitForURL("**/review-entry?id=*");
        page.waitForLoadState();
        page.keyboard().press("t");
        assertThat(page.locator("[id='form:reason'] optgroup").count()).isEqualTo(1);
        page.locator("[id='form:reason']").selectOption("R14");
        assertThat(page.locator("#reason-told").innerText()).contains("Người gửi đề nghị sẽ đọc");
        page.keyboard().press("Control+Enter");
        page.locator(".confirmation", new Page.LocatorOptions().setHasText(person))
                .waitFor();
    }
}
