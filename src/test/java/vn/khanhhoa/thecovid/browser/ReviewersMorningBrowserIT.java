package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;

/** A reviewer's morning by keyboard alone: read, decide, go on, take back. */
@InBrowser
class ReviewersMorningBrowserIT {
    private static final List<String> NAMES = List.of(
            "Tạ Sương Bàn Phím", "Tạ Sương Trả Lại", "Tạ Sương Hoàn Tác", "Tạ Sương Còn Lại", "Tạ Sương Chưa Mở");

    private static final ReferenceLists LISTS = new ReferenceLists(
            ListFiles.LISTS.communes(),
            List.of(Choice.of("1", "Nhà máy chế biến Vĩnh Hòa")),
            List.of(Choice.of("LV_DN", "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp")));

    @Test
    void entries_are_decided_from_the_keyboard_and_the_last_one_is_undone(
            Visitor officer, Visitor reviewer, Visitor head) {
        officer.signInAs(Demo.OFFICER);
        submit(officer);
        reviewer.signInAs(Demo.REVIEWER);
        openAmong(reviewer, "ta suong", NAMES.get(0));
        reviewer.assertAccessible();

        Page page = reviewer.page();
        page.locator("#next").waitFor();
        page.keyboard().press("d");
        assertThat(page.locator("input[value=APPROVE]").isChecked()).isTrue();
        page.keyboard().press("Control+Enter");
        told(page, NAMES.get(0));
        assertThat(page.url()).contains("/agency/review-entry?id=");
        assertThat(page.locator("h1").innerText()).doesNotContain(NAMES.get(0));

        open(reviewer, NAMES.get(1));
        page.keyboard().press("b");
        page.locator("[id='form:reason']").selectOption("R03");
        page.keyboard().press("Control+Enter");
        told(page, NAMES.get(1));

        open(reviewer, NAMES.get(2));
        page.keyboard().press("t");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".error-summary").innerText()).isNotBlank();
        page.locator("[id='form:reason']").selectOption("R04");
        page.keyboard().press("Control+Enter");
        told(page, NAMES.get(2));
        page.locator("main").focus();
        page.keyboard().press("z");
        page.waitForURL("**/agency/verdicts");
        reviewer.assertAccessible();
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(NAMES.get(2)))
                .locator("button[name='form:undo']")
                .press("Enter");
        assertThat(reviewer.confirmation().innerText()).contains("trở lại hàng chờ");
        reviewer.open("/agency/verdicts");
        assertThat(page.locator("[id=form] tbody").innerText())
                .contains(NAMES.get(0), NAMES.get(1))
                .doesNotContain(NAMES.get(2));

        tellBeforehand(reviewer, NAMES.get(3));
        foreseeByFilter(reviewer, NAMES.get(3));
        findsTheBulkAgain(reviewer);
        hasNothingToUndo(reviewer, NAMES.get(3));
        tellWhatIsGiven(head);
    }

    /** After its page was left. */
    private static void findsTheBulkAgain(Visitor reviewer) {
        reviewer.open("/agency/verdicts");
        reviewer.assertAccessible();
        reviewer.page()
                .locator("tbody tr", new Page.LocatorOptions().setHasText("Duyệt hàng loạt"))
                .locator("a")
                .first()
                .press("Enter");
        reviewer.page().waitForURL("**/agency/review-bulk?id=*");
        assertThat(reviewer.page().locator("main").innerText()).contains("Đã hoàn tác 1 kết quả");
    }

    private static void hasNothingToUndo(Visitor reviewer, String name) {
        open(reviewer, name);
        Page page = reviewer.page();
        page.keyboard().press("d");
        page.locator("[id='form:atOnce']").check();
        page.locator("main").focus();
        page.keyboard().press("Control+Enter");
        told(page, name);
        String here = page.url();
        page.keyboard().press("z");
        page.locator(".nothing-to-undo", new Page.LocatorOptions().setHasText("có hiệu lực ngay"))
                .waitFor();
        assertThat(page.url()).isEqualTo(here);
    }

    /** What a reason means for the verdict is said where it is chosen. */
    private static void tellBeforehand(Visitor reviewer, String name) {
        open(reviewer, name);
        Page page = reviewer.page();
        page.locator("input[value=REFUSE]").check();
        page.locator("[id='form:reason']").selectOption("R14");
        assertThat(page.locator("#reason-proposal").isVisible()).isTrue();
        assertThat(page.locator("[id='form:atOnce']").isDisabled()).isTrue();
        page.locator("[id='form:reason']").selectOption("R99");
        assertThat(page.locator("#reason-proposal").isVisible()).isFalse();
        assertThat(page.locator("[id='form:atOnce']").isDisabled()).isFalse();
        page.keyboard().press("Control+Enter");
        page.locator(".error-summary").waitFor();
        assertThat(page.locator("[id='form:text-error']").innerText()).contains("R99");
    }

    /** All that match are those of the filter that is applied, and the pages say which. */
    private static void foreseeByFilter(Visitor reviewer, String name) {
        reviewer.open("/agency/review-queue");
        Page page = reviewer.page();
        assertThat(page.locator(".bulk-bar").innerText()).contains("mọi đề nghị");
        page.locator("input[value=RETURN]").check();
        page.locator("[id='form:reason']").selectOption("R99");
        reviewer.fill("name", name);
        page.locator("[id='form:foresee']").click();
        assertThat(page.locator("#filter-changed").isVisible()).isTrue();
        reviewer.press("Lọc");
        assertThat(page.locator(".bulk-bar").innerText()).contains("Bộ lọc: Họ và tên: " + name);
        page.locator("input[value=RETURN]").check();
        page.locator("[id='form:reason']").selectOption("R99");
        reviewer.press("Xem trước");
        assertThat(page.locator("[id='form:text-error']").innerText()).contains("R99");
        reviewer.fill("form:text", "Xin ghi rõ ca làm việc");
        reviewer.press("Xem trước");
        page.locator("#foreseen").waitFor();
        assertThat(page.locator("#filter").innerText()).contains(name);
        reviewer.press("Ghi kết quả cho 1");
        page.locator("[id='form:undo']").click();
        page.locator(".confirmation", new Page.LocatorOptions().setHasText("Đã hoàn tác 1 kết quả"))
                .waitFor();
        assertThat(page.locator("main").innerText()).doesNotContain("Đã ghi 0");
        reviewer.assertAccessible();
    }

    /** What lies with a colleague who has not opened it was given to them. */
    private static void tellWhatIsGiven(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/work");
        head.page()
                .locator("tbody tr", new Page.LocatorOptions().setHasText("Trần Thị Duyệt"))
                .locator("input[name=reviewer]")
                .first()
                .check();
        head.fill("share:each", "1");
        head.fill("share:hours", "4");
        head.page().locator("[id='share:send']").click();
        head.confirmation().waitFor();
        head.open("/agency/review-queue");
        assertThat(head.page().locator("main table").innerText()).contains("đã giao cho");
    }

    /** By the page that took the place of the other, or, where the next was not there yet, by a new one that listens. */
    private static void told(Page page, String name) {
        page.locator(".confirmation", new Page.LocatorOptions().setHasText(name))
                .first()
                .waitFor();
        page.waitForLoadState();
    }

    private static void open(Visitor reviewer, String name) {
        openAmong(reviewer, name, name);
    }

    /** What follows is another of those whose names have the words. */
    private static void openAmong(Visitor reviewer, String words, String name) {
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", words);
        reviewer.press("Lọc");
        reviewer.page()
                .locator("tbody th a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        reviewer.page().waitForURL("**/review-entry?id=*");
    }

    private static void submit(Visitor officer) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        ListFiles people = ListFiles.m01(NAMES.size(), 0, 815, LISTS, today, today.plusDays(30));
        for (int i = 0; i < NAMES.size(); i++) {
            ListFiles.set(people.rows().get(i), "full_name", NAMES.get(i));
        }
        officer.open("/organisation/staff-lists");
        officer.fill("form:name", "Buổi sáng");
        officer.press("Lập danh sách mới");
        officer.page()
                .locator("[id='form:file']")
                .setInputFiles(new FilePayload(
                        "buoi-sang.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        people.xlsx()));
        officer.press("Tải lên");
        awaitJob(officer.page());
        officer.follow("Xem lại và gửi");
        officer.page().locator("[id='send:submit']").click();
        officer.page().waitForLoadState();
        awaitJob(officer.page());
    }

    private static void awaitJob(Page page) {
        page.waitForCondition(
                () -> page.locator("[data-refresh]").count() == 0
                        && page.locator(".figure-row").count() > 0,
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }
}
