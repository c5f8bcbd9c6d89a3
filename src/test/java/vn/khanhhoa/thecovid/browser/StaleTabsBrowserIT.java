package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** A page that was open while something else happened does what it says, or says that it did not. */
@InBrowser
class StaleTabsBrowserIT {
    @Test
    void a_verdict_of_somebody_who_was_signed_out_is_not_told_as_recorded_and_is_kept(
            Visitor officer, Visitor reviewer) {
        String person = "Tạ Thị Hết Phiên";
        submit(officer, person, "Tạ Văn Đến Sau");
        reviewer.signInAs(Demo.REVIEWER);
        openEntry(reviewer.page(), person);
        Page page = reviewer.page();
        page.locator("#next").waitFor();
        page.keyboard().press("b");
        page.locator("[id='form:reason']").selectOption("R03");
        page.locator("[id='form:text']").fill("Thiếu giấy xác nhận");
        page.context().clearCookies();
        page.locator("[id='form:text']").press("Control+Enter");

        page.waitForURL("**/public/sign-in?*");
        reviewer.fill("form:email", Demo.REVIEWER);
        reviewer.fill("form:password", Demo.PASSWORD);
        reviewer.press("Đăng nhập");
        assertThat(page.url()).contains("/agency/review-entry?id=");
        assertThat(reviewer.title()).contains(person);
        assertThat(page.locator("#session-restored").isVisible()).isTrue();
        assertThat(page.locator("input[value=RETURN]").isChecked()).isTrue();
        assertThat(page.locator("[id='form:text']").inputValue()).isEqualTo("Thiếu giấy xác nhận");

        page.locator("[id='form:text']").press("Control+Enter");
        page.locator(".confirmation", new Page.LocatorOptions().setHasText(person))
                .waitFor();
        reviewer.open("/agency/verdicts");
        assertThat(page.locator("[id=form] tbody").innerText()).contains(person);
    }

    @Test
    void a_button_of_a_row_means_that_row_whatever_came_into_the_list_since(Visitor officer, Visitor reviewer) {
        String first = "Tạ Thị Hàng Cũ";
        String second = "Tạ Văn Hàng Mới";
        submit(officer, first, second);
        reviewer.signInAs(Demo.REVIEWER);
        Page older = reviewer.page();
        decide(older, first, "REFUSE", "R04");
        older.navigate(older.url().replaceFirst("/agency/.*", "/agency/verdicts"));
        Page newer = older.context().newPage();
        decide(newer, second, "REFUSE", "R04");

        press(older, first, "form:undo");

        assertThat(reviewer.confirmation().innerText()).contains("trở lại hàng chờ");
        assertThat(older.locator("[id=form] tbody").innerText())
                .contains(second)
                .doesNotContain(first);
        newer.navigate(older.url());
        press(older, second, "form:undo");
        press(newer, second, "form:now");
        assertThat(newer.locator(".error-summary").innerText()).contains("không còn chờ");
    }

    @Test
    void a_verdict_on_what_was_decided_meanwhile_is_told_of_and_its_remark_is_not_lost(
            Visitor officer, Visitor reviewer) {
        String person = "Tạ Thị Hai Trang";
        submit(officer, person);
        reviewer.signInAs(Demo.REVIEWER);
        Page older = reviewer.page();
        openEntry(older, person);
        String address = older.url();
        Page newer = older.context().newPage();
        newer.navigate(address);
        newer.locator("input[value=APPROVE]").check();
        newer.locator("[id='form:decide']").click();
        newer.locator(".confirmation").first().waitFor();

        older.locator("input[value=REFUSE]").check();
        older.locator("[id='form:reason']").selectOption("R04");
        older.locator("[id='form:text']").fill("Không đúng đối tượng");
        older.locator("[id='form:decide']").click();

        older.locator(".error-summary").waitFor();
        assertThat(older.locator(".error-summary").innerText()).contains("đã thay đổi từ khi ông/bà mở trang");
        assertThat(older.locator("main").innerText()).contains("Không đúng đối tượng");
        reviewer.assertAccessible();
    }

    @Test
    void what_a_head_leaves_empty_is_asked_for_and_not_taken_for_none(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/desk");
        head.fill("rules:undo", "");
        head.press("Lưu");

        assertThat(head.problems()).singleElement().asString().contains("Hoàn tác trong");
    }

    @Test
    void an_administrator_filters_what_was_sent_and_tries_the_rules(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/outbox");
        administrator.fill("recipient", "nobody@example.org");
        administrator.press("Lọc");
        assertThat(administrator.page().url()).matches(".*/admin/outbox[?]search=[\\w-]{22}");
        assertThat(administrator.page().locator("#recipient").inputValue()).isEqualTo("nobody@example.org");

        administrator.open("/admin/routing-test");
        administrator.choose("form:type", "Doanh nghiệp");
        administrator.press("Thử");
        assertThat(administrator.problems()).isEmpty();
        assertThat(administrator.page().locator(".verdict").isVisible()).isTrue();
        administrator.assertAccessible();
    }

    private static void decide(Page page, String person, String outcome, String reason) {
        openEntry(page, person);
        page.locator("input[value=" + outcome + "]").check();
        page.locator("[id='form:reason']").selectOption(reason);
        page.locator("[id='form:decide']").click();
        page.locator(".confirmation", new Page.LocatorOptions().setHasText(person))
                .first()
                .waitFor();
    }

    @SuppressWarnings("deprecation")
    private static void press(Page page, String person, String command) {
        page.waitForNavigation(() -> page.locator("tbody tr", new Page.LocatorOptions().setHasText(person))
                .locator("button[name='" + command + "']")
                .click());
    }

    @SuppressWarnings("deprecation")
    private static void openEntry(Page page, String person) {
        page.navigate(RunningPortal.get().url("/agency/review-queue"));
        page.locator("#name").fill(person);
        page.waitForNavigation(() -> page.locator("form.filter button").click());
        page.locator("tbody th a").first().click();
        page.waitForURL("**/review-entry?id=*");
    }

    private static void submit(Visitor officer, String... names) {
        ListFiles people = DemoList.people(names.length);
        for (int i = 0; i < names.length; i++) {
            ListFiles.set(people.rows().get(i), "full_name", names[i]);
        }
        DemoList.begin(officer, names[0], "nhan-su.xlsx", people.xlsx());
        DemoList.submit(officer);
    }
}
