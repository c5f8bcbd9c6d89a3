package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/** At two desks: an entry is read while the next is loaded, one is passed on to the wrong agency and called back. */
@InBrowser
class PassingOnByMistakeBrowserIT {
    private static final String FIRST = "Phùng Thị Đọc Trước";
    private static final String SECOND = "Phùng Văn Đọc Sau";
    private static final String MISTAKEN = "Phùng Thị Chuyển Nhầm";
    private static final String ELSEWHERE = "canbo.sdl@demo.example";

    @Test
    void what_is_loaded_beforehand_is_looked_at_when_it_is_shown_and_what_was_called_back_is_said_to_be(
            Visitor officer, Visitor reviewer, Visitor other) {
        ListFiles people = DemoList.people(3);
        ListFiles.set(people.rows().get(0), "full_name", FIRST);
        ListFiles.set(people.rows().get(1), "full_name", SECOND);
        ListFiles.set(people.rows().get(2), "full_name", MISTAKEN);
        String list = DemoList.begin(officer, "Chuyển nhầm", "nhan-su.xlsx", people.xlsx());
        DemoList.submit(officer);
        reviewer.signInAs(Demo.REVIEWER);
        other.signInAs(ELSEWHERE);

        readsTheNext(reviewer, list);
        callsBack(reviewer, other);
    }

    private static void readsTheNext(Visitor reviewer, String list) {
        Page page = reviewer.page();
        reviewer.open("/agency/review-queue?list=" + list);
        Response loaded = page.waitForResponse(
                response -> response.url().contains("/review-entry?id=")
                        && "preload".equals(response.request().headers().get("purpose")),
                () -> page.locator("tbody th a", new Page.LocatorOptions().setHasText(FIRST))
                        .click());
        loaded.finished();
        String open = id(page.url());
        String next = id(loaded.url());
        String heldUntil = held(reviewer, open);
        assertThat(heldUntil).isNotEmpty();
        page.evaluate(
                "async ([next, entry]) => { for (const url of [next, entry]) await fetch(url, { headers: { Purpose: 'preload' } }); }",
                new String[] {"next-entry?id=" + open, "review-entry?id=" + next});
        assertThat(held(reviewer, open)).as("no longer by what is loaded").isEqualTo(heldUntil);
        assertThat(held(reviewer, next)).as("nobody's").isEmpty();
        assertThat(done(reviewer, "review.loaded-beforehand", next)).isEqualTo("2");
        assertThat(done(reviewer, "review.looked", next)).isEqualTo("0");
        assertThat(reviewer.page()
                        .context()
                        .request()
                        .get(page.url(), RequestOptions.create().setHeader("Sec-Purpose", "prefetch"))
                        .status())
                .as("by the browser itself, which would tell nobody when it shows it")
                .isEqualTo(503);

        page.keyboard().press("d");
        page.keyboard().press("Control+Enter");
        page.locator(".confirmation", new Page.LocatorOptions().setHasText(FIRST))
                .waitFor();
        assertThat(id(page.url())).isEqualTo(next);
        assertThat(held(reviewer, next)).isNotEmpty();
        assertThat(done(reviewer, "review.looked", next)).isEqualTo("1");
        assertThat(done(reviewer, "review.numbers-shown", next)).isEqualTo("0");
        reviewer.press("Hiện số giấy tờ");
        assertThat(done(reviewer, "review.numbers-shown", next)).isEqualTo("1");
    }

    private static void callsBack(Visitor reviewer, Visitor other) {
        Page page = reviewer.page();
        find(reviewer, MISTAKEN);
        page.locator("tbody th a").first().click();
        page.waitForURL("**/review-entry?id=*");
        String entry = id(page.url());
        assertThat(other.fetch("/agency/review-entry?id=" + entry).status())
                .as("never there")
                .isEqualTo(404);
        page.locator("#forwarding summary").click();
        reviewer.choose("forward:agency", "Sở Du lịch tỉnh Khánh Hòa");
        reviewer.fill("forward:remark", "Nhầm cơ quan");
        page.locator("[id='forward:send']").click();
        page.locator(".confirmation", new Page.LocatorOptions().setHasText("Gọi lại được đến"))
                .waitFor();
        find(other, MISTAKEN);
        assertThat(other.page().locator("tbody th a").count()).isEqualTo(1);

        reviewer.open("/agency/verdicts");
        assertThat(page.locator("main table").first().innerText())
                .contains(MISTAKEN, "Sở Du lịch", "dòng ", "Chuyển nhầm", "Gọi lại được 1");
        reviewer.assertAccessible();
        page.locator("tbody tr", new Page.LocatorOptions().setHasText(MISTAKEN))
                .locator("a")
                .first()
                .click();
        page.waitForURL("**/forwarding?id=*");
        assertThat(page.locator("#what").innerText()).contains(MISTAKEN, "dòng ");
        reviewer.fill("form:reason", "Chuyển nhầm");
        reviewer.press("Gọi lại 1 đề nghị");
        assertThat(reviewer.confirmation().innerText()).contains("Đã gọi lại 1");
        reviewer.assertAccessible();

        other.page().locator("tbody th a").first().click();
        other.page().waitForURL("**/review-queue?gone=*");
        assertThat(other.page().locator("#gone").innerText()).contains("đã gọi lại đề nghị này lúc");
        other.assertAccessible();
        assertThat(other.fetch("/agency/review-entry?id=" + PublicId.random()).status())
                .isEqualTo(404);
        other.open("/agency/review-queue?gone=" + PublicId.random());
        assertThat(other.page().locator("#gone").count()).isZero();
    }

    private static void find(Visitor reviewer, String name) {
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", name);
        reviewer.press("Lọc");
    }

    private static String id(String url) {
        return url.replaceFirst(".*[?&]id=([^&]+).*", "$1");
    }

    private static String held(Visitor reviewer, String entry) {
        return reviewer.stored("SELECT held_until FROM stafflist_entry WHERE public_id = ?", bytes(entry));
    }

    private static String done(Visitor reviewer, String action, String entry) {
        return reviewer.stored("SELECT COUNT(*) FROM audit_record WHERE action = ? AND subject_id = ?", action, entry);
    }

    private static byte[] bytes(String id) {
        return PublicId.parse(id).orElseThrow().bytes();
    }
}
