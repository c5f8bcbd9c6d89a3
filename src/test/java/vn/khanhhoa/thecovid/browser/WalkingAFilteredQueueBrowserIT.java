package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** From entry to entry of what a filter lets through, and back to it. */
@InBrowser
class WalkingAFilteredQueueBrowserIT {
    @Test
    void what_follows_is_what_the_filter_lets_through_and_every_way_back_leads_to_it(
            Visitor officer, Visitor reviewer) {
        String first = "Khúc Thị Lọc Đầu";
        String other = "Mạc Văn Ngoài Bộ";
        String last = "Khúc Văn Lọc Cuối";
        submit(officer, first, other, last);
        reviewer.signInAs(Demo.REVIEWER);
        search(reviewer, "khuc loc");
        Page page = reviewer.page();
        String queue = page.url();
        page.locator("tbody th a", new Page.LocatorOptions().setHasText(first)).click();
        page.waitForURL("**/review-entry?id=*");
        assertThat(page.url()).as("nobody is named in it").endsWith(queue.replaceFirst(".*[?]", "&"));
        assertThat(page.locator("#queue").evaluate("link => link.href")).isEqualTo(queue);
        page.locator("#next").waitFor();
        page.keyboard().press("n");
        page.waitForFunction("name => document.querySelector('h1').innerText.includes(name)", last);

        decide(page, "APPROVE", last);
        page.waitForFunction("name => document.querySelector('h1').innerText.includes(name)", first);
        decide(page, "APPROVE", first);
        page.waitForURL(queue);
        assertThat(page.locator("main").innerText())
                .contains("Không có đề nghị nào khớp bộ lọc", "Họ và tên: khuc loc")
                .doesNotContain("Không có đề nghị nào chờ duyệt");
        reviewer.assertAccessible();
        reviewer.follow("Bỏ lọc");
        assertThat(page.url()).endsWith("/agency/review-queue");
        assertThat(page.locator(".table-queue tbody").innerText()).isNotBlank();
    }

    @Test
    void a_preview_is_of_the_form_that_was_filtered_by_and_keeping_all_leads_back(Visitor officer, Visitor reviewer) {
        String person = "Khúc Thị Biểu Mẫu";
        submit(officer, person);
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/review-queue");
        Page page = reviewer.page();
        reviewer.fill("name", person);
        page.locator("#template").selectOption("M01");
        reviewer.press("Lọc");
        String queue = page.url();
        page.locator("input[value=APPROVE]").check();
        reviewer.press("Xem trước");
        page.locator("#foreseen").waitFor();

        assertThat(page.locator("#filter").innerText()).contains(person, "Biểu mẫu: M01");
        reviewer.follow("Không, giữ nguyên");
        assertThat(page.url()).isEqualTo(queue);
        assertThat(page.locator("tbody th a").allInnerTexts()).containsExactly(person);
    }

    @Test
    void to_ask_for_the_numbers_changes_nothing_and_what_is_decided_then_is_heard(Visitor officer, Visitor reviewer) {
        String person = "Khúc Thị Số Đầy";
        submit(officer, person);
        reviewer.signInAs(Demo.REVIEWER);
        search(reviewer, person);
        Page page = reviewer.page();
        page.locator("tbody th a").first().click();
        page.waitForURL("**/review-entry?id=*");
        reviewer.press("Hiện số giấy tờ");
        assertThat(page.locator("main").innerText()).contains("Số đầy đủ");

        page.locator("input[value=APPROVE]").check();
        page.locator("[id='form:decide']").click();
        page.waitForSelector(".confirmation, .error-summary");

        assertThat(reviewer.problems()).isEmpty();
        assertThat(reviewer.confirmation().innerText()).contains(person);
    }

    @Test
    void whoever_would_have_two_cards_is_told_of_before_many_are_approved_and_can_be_left_out(
            Visitor officer, Visitor colleague, Visitor reviewer) {
        ListFiles people = DemoList.people(2);
        ListFiles.set(people.rows().get(0), "full_name", "Khúc Thị Trùng Thẻ");
        ListFiles.set(people.rows().get(1), "full_name", "Khúc Văn Đơn Thẻ");
        DemoList.begin(officer, "Trùng thẻ một", "nhan-su.xlsx", people.xlsx());
        DemoList.submit(officer);
        ListFiles again = DemoList.people(1);
        again.rows().get(0).clear();
        again.rows().get(0).addAll(people.rows().get(0));
        DemoList.begin(colleague, "Trùng thẻ hai", "nhan-su.xlsx", again.xlsx());
        DemoList.submit(colleague);
        reviewer.signInAs(Demo.REVIEWER);
        search(reviewer, "khuc the");
        Page page = reviewer.page();
        page.locator("input[value=APPROVE]").check();
        reviewer.press("Xem trước");
        page.locator("#foreseen").waitFor();

        assertThat(page.locator("#twice").innerText()).contains("2 đề nghị sẽ được duyệt");
        assertThat(page.locator("tbody").first().innerText()).contains("Trùng người: đã có thẻ hoặc đề nghị khác");
        reviewer.assertAccessible();
        reviewer.press("Ghi kết quả cho 1 đề nghị, để lại 2 đề nghị trùng người");
        page.locator(".confirmation", new Page.LocatorOptions().setHasText("Đã xong"))
                .waitFor();
        assertThat(page.locator("tbody").first().innerText()).contains("Để lại vì trùng người");
    }

    @Test
    void the_oldest_is_the_oldest_that_no_colleague_has(Visitor officer, Visitor colleague, Visitor reviewer) {
        submit(officer, "Khúc Thị Cũ Nhất", "Khúc Văn Cũ Nhì");
        colleague.signInAs(Demo.OTHER_REVIEWER);
        start(colleague);
        reviewer.signInAs(Demo.REVIEWER);
        start(reviewer);

        assertThat(reviewer.page().locator("main").innerText()).doesNotContain("đang giữ đề nghị này");
        assertThat(reviewer.title()).isNotEqualTo(colleague.title());
    }

    private static void start(Visitor reviewer) {
        reviewer.open("/agency/home");
        reviewer.page().locator("main .button-large").click();
        reviewer.page().waitForURL("**/review-entry?id=*");
        assertThat(reviewer.page().locator("[id='form:decide']").isVisible()).isTrue();
    }

    private static void decide(Page page, String outcome, String person) {
        page.locator("input[value=" + outcome + "]").check();
        page.locator("[id='form:decide']").click();
        page.locator(".confirmation", new Page.LocatorOptions().setHasText(person))
                .first()
                .waitFor();
    }

    private static void search(Visitor reviewer, String name) {
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", name);
        reviewer.press("Lọc");
    }

    private static void submit(Visitor officer, String... names) {
        ListFiles people = DemoList.people(names.length);
        for (int i = 0; i < names.length; i++) {
            ListFiles.set(people.rows().get(i), "full_name", List.of(names).get(i));
        }
        DemoList.begin(officer, names[0], "nhan-su.xlsx", people.xlsx());
        DemoList.submit(officer);
    }
}
