package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reviewer works through the queue with a phone in the hand. */
@InBrowser
class QueueOnAPhoneBrowserIT {
    private static final int WIDTH = 390;
    private static final double THREE_LINES = 90;
    private static final double THUMB = 44;

    @Test
    void an_entry_takes_three_lines_and_all_of_it_leads_in(Visitor officer, Visitor reviewer) {
        DemoList.begin(officer, "Điện thoại", "nhan-su.xlsx", DemoList.people(3).xlsx());
        DemoList.submit(officer);
        Page page = reviewer.page();
        page.setViewportSize(WIDTH, 844);
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/review-queue");

        List<Locator> rows = page.locator(".table-queue tbody tr").all();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        for (Locator row : rows) {
            assertThat(row.boundingBox().height).isBetween(THUMB, THREE_LINES);
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(WIDTH);
        reviewer.assertAccessible();
        String person = page.locator(".table-queue tbody th a").first().innerText();
        rows.get(0).locator("td").nth(1).click(new Locator.ClickOptions().setForce(true));
        page.waitForURL("**/review-entry?id=*");
        assertThat(reviewer.title()).contains(person);
        DemoList.withdraw(officer);
    }

    @Test
    void each_link_to_an_organisations_entries_names_it(Visitor officer, Visitor reviewer) {
        DemoList.begin(officer, "Liên kết", "nhan-su.xlsx", DemoList.people(1).xlsx());
        DemoList.submit(officer);
        reviewer.signInAs(Demo.REVIEWER);
        Page page = reviewer.page();
        for (String path : List.of("/agency/home", "/agency/review-queue")) {
            reviewer.open(path);
            List<String> links = page.locator("main a[href*='organisation=']").allTextContents();
            assertThat(new HashSet<>(links)).as(path).hasSameSizeAs(links);
        }
        page.locator(".table-queue tbody th a").first().click();
        page.waitForURL("**/review-entry?id=*");
        String organisation = page.locator("aside strong").first().innerText();
        assertThat(page.locator("aside a[href*='organisation=']").innerText()).contains(organisation);
        DemoList.withdraw(officer);
    }
}
