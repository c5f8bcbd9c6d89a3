package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
        head.open(batch);
        page.locator("[id='form:atOnce']").check();
        page.locator("[data-opens=sure]").click();
        confirm(page);
        page.locator("tbody th a", new Page.LocatorOptions().setHasText(AGREED)).waitFor();
        head.open(batch);
        assertThat(page.url()).endsWith("/agency-head/proposals");
        assertThat(head.problems()).hasSize(1);

        head.open("/agency/decided");
        head.fill("name", "ta van dong y");
        head.press("Lọc");
        head.assertAccessible();
        page.locator("tbody th a", new Page.LocatorOptions().setHasText(AGREED)).click();
        page.waitForURL("**/review-entry?id=*");
        assertThat(head.title()).contains(AGREED);
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
