package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The lines of a list are mended in the browser: from the keyboard in the grid, and as forms where there is no room. */
@InBrowser
class MendingRowsBrowserIT {
    private static final String GOOD_PLACE = DemoList.PLACE;
    private static final String WRONG_PLACE = "Kho Hải Sản";

    /** Lines 2 to 121, of which the first three have a workplace that nobody knows. */
    private static String begin(Visitor officer) {
        ListFiles people = DemoList.people(120);
        for (int i = 0; i < 3; i++) {
            ListFiles.set(people.rows().get(i), "workplace", WRONG_PLACE);
        }
        return DemoList.begin(officer, "Danh sách để sửa", "danh-sach.xlsx", people.xlsx());
    }

    @Test
    void cells_are_mended_from_the_keyboard_and_nothing_is_lost_on_reload(Visitor officer) {
        String address = "/organisation/staff-list-rows?id=" + begin(officer);
        officer.open(address + "&kind=E&code=WORKPLACE_UNKNOWN&column=workplace");
        Page page = officer.page();
        Locator cell = page.locator("[aria-invalid='true']").first();
        cell.waitFor();
        officer.assertAccessible();

        cell.click();
        assertThat(page.locator("#grid-about").innerText()).contains("chưa đăng ký nơi làm việc");
        page.keyboard().type(GOOD_PLACE);
        page.keyboard().press("Enter");
        awaitChip(page, "2", "Nơi làm việc");
        assertThat(page.locator("#grid-state").innerText()).isEqualTo("Đã lưu mọi thay đổi");

        page.keyboard().press("Control+z");
        awaitChip(page, "3", "Nơi làm việc");
        page.locator("[aria-invalid='true']").first().click();
        page.keyboard().press("F2");
        page.keyboard().press("Control+a");
        page.keyboard().type(GOOD_PLACE);
        page.keyboard().press("Enter");
        awaitChip(page, "2", "Nơi làm việc");
        page.reload();
        page.locator("[aria-invalid='true']").first().waitFor();
        assertThat(page.locator("[role=grid]").getAttribute("aria-rowcount")).isEqualTo("3");
        officer.switchLanguage();
        page.locator("[aria-invalid='true']").first().waitFor();
        officer.assertAccessible();
    }

    @Test
    void what_cannot_be_saved_stays_and_is_saved_later(Visitor officer) {
        officer.open("/organisation/staff-list-rows?id=" + begin(officer));
        Page page = officer.page();
        Locator name = page.locator("[aria-rowindex='2'] [aria-colindex='2']");
        name.waitFor();

        page.context().setOffline(true);
        name.click();
        page.keyboard().type("Nguyễn Thị Đổi Tên");
        page.keyboard().press("Enter");
        page.locator("#grid-state[data-state=waiting]").waitFor();
        page.context().setOffline(false);
        page.locator("#grid-state[data-state=saved]").waitFor();

        page.reload();
        name.waitFor();
        page.waitForCondition(() -> name.innerText().equals("Nguyễn Thị Đổi Tên"));
    }

    @Test
    void an_undoing_whose_answer_was_lost_is_asked_for_again_and_takes_no_second_act_with_it(Visitor officer) {
        officer.open("/organisation/staff-list-rows?id=" + begin(officer));
        Page page = officer.page();
        Locator first = page.locator("[aria-rowindex='2'] [aria-colindex='2']");
        Locator second = page.locator("[aria-rowindex='3'] [aria-colindex='2']");
        first.waitFor();
        String before = second.innerText();
        first.click();
        page.keyboard().type("Nguyễn Thị Một");
        page.keyboard().press("Enter");
        page.keyboard().type("Nguyễn Thị Hai");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> second.innerText().startsWith("Nguyễn Thị Hai")
                && page.locator(".grid-pending").count() == 0);

        AtomicBoolean lost = new AtomicBoolean();
        page.route("**/rows/undo?*", route -> {
            route.fetch();
            lost.set(true);
            route.abort();
        });
        page.keyboard().press("Control+z");
        page.waitForCondition(lost::get);
        page.unroute("**/rows/undo?*");
        page.locator("#grid-state[data-state=saved]").waitFor();
        page.keyboard().press("Control+z");

        page.waitForCondition(() -> second.innerText().equals(before));
        assertThat(first.innerText()).startsWith("Nguyễn Thị Một");
    }

    @Test
    void the_first_letter_is_taken_however_it_comes(Visitor officer) {
        officer.open("/organisation/staff-list-rows?id=" + begin(officer));
        Page page = officer.page();
        Locator name = page.locator("[aria-rowindex='2'] [aria-colindex='2']");
        name.waitFor();

        name.click();
        page.keyboard().insertText("Đ");
        page.keyboard().type("inh Thị Chèn");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> text(name).equals("Đinh Thị Chèn"));

        CDPSession browser = page.context().newCDPSession(page);
        Locator second = page.locator("[aria-rowindex='3'] [aria-colindex='2']");
        second.click();
        for (String composed : List.of("D", "Đ", "Đi", "Đin", "Đinh")) {
            JsonObject composition = new JsonObject();
            composition.addProperty("text", composed);
            composition.addProperty("selectionStart", composed.length());
            composition.addProperty("selectionEnd", composed.length());
            browser.send("Input.imeSetComposition", composition);
        }
        JsonObject committed = new JsonObject();
        committed.addProperty("text", "Đinh");
        browser.send("Input.insertText", committed);
        page.keyboard().press("Enter");
        page.waitForCondition(() -> text(second).equals("Đinh"));
        page.locator("#grid-state[data-state=saved]").waitFor();
    }

    @Test
    void the_state_of_an_entry_and_what_mending_comes_to_stand_at_its_line(Visitor officer) {
        String list = begin(officer);
        officer.open("/organisation/staff-list-submission?id=" + list);
        officer.press("Gửi 117 đề nghị");
        officer.page()
                .waitForCondition(
                        () -> officer.page().locator("[data-refresh]").count() == 0,
                        new Page.WaitForConditionOptions().setTimeout(60_000));
        assertThat(officer.page().locator("main").innerText()).contains("Đã gửi 117 đề nghị lúc");

        officer.open("/organisation/staff-list-rows?id=" + list);
        Page page = officer.page();
        Locator sent = page.locator("[aria-rowindex='5'] [role=rowheader]");
        page.waitForCondition(() -> sent.innerText().contains("Chờ duyệt"));
        page.locator("[aria-rowindex='5'] [aria-colindex='2']").click();
        assertThat(page.locator("#grid-about").innerText()).contains("đang được xét duyệt");
        officer.assertAccessible();
    }

    @Test
    void all_of_one_kind_are_mended_at_once(Visitor officer) {
        String list = begin(officer);
        officer.open("/organisation/staff-list-rows?id=" + list + "&kind=E&code=WORKPLACE_UNKNOWN&column=workplace");
        officer.choose("fix:one-of", GOOD_PLACE);
        officer.press("Ghi vào 3 dòng");

        assertThat(officer.confirmation().innerText()).contains("3 dòng");
        assertThat(officer.page().locator(".chip-E").allInnerTexts()).noneMatch(chip -> chip.contains("Nơi làm việc"));
    }

    @Test
    void the_lines_of_a_filter_are_downloaded_as_a_workbook(Visitor officer) throws IOException {
        String rows = "/organisation/staff-list-rows?id=" + begin(officer);
        officer.open(rows);
        assertThat(officer.page().locator("a[href*='lines=shown']").count()).isZero();

        officer.open(rows + "&kind=E&code=WORKPLACE_UNKNOWN&column=workplace");
        Locator link = officer.page().locator("a[href*='lines=shown']");
        assertThat(link.innerText()).isEqualTo("Tải 3 dòng đang xem (.xlsx)");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                officer.fetch(link.getAttribute("href")).body()))) {
            assertThat(workbook.getFirstSheet().read().stream()
                            .filter(row ->
                                    row.stream().anyMatch(cell -> cell != null && WRONG_PLACE.equals(cell.getText()))))
                    .hasSize(3);
            assertThat(workbook.getFirstSheet().read().stream()
                            .filter(row ->
                                    row.stream().anyMatch(cell -> cell != null && GOOD_PLACE.equals(cell.getText()))))
                    .isEmpty();
        }
    }

    @Test
    void on_a_phone_a_line_is_a_form(Visitor officer) {
        String list = begin(officer);
        officer.page().setViewportSize(390, 844);
        officer.open("/organisation/staff-list-rows?id=" + list + "&state=BAD");
        assertThat(officer.page().locator("#grid").isVisible()).isFalse();
        officer.assertAccessible();

        officer.page().locator("tbody th a").first().click();
        officer.page().waitForURL("**/staff-list-row?*");
        officer.assertAccessible();
        assertThat(officer.page().locator(".field-error").first().innerText()).contains("chưa đăng ký nơi làm việc");
        officer.fill("cell-workplace", GOOD_PLACE);
        officer.press("Lưu dòng này");
        assertThat(officer.confirmation().innerText()).contains("không còn lỗi");
    }

    @Test
    void the_lines_are_handed_to_the_script_of_the_page_only(Visitor officer, Visitor nobody) {
        String list = begin(officer);
        String address = officer.page().url().replaceFirst("/organisation/.*", "/organisation/rows/open?list=" + list);
        RequestOptions asked = RequestOptions.create()
                .setHeader("Content-Type", "application/json")
                .setData("{\"filter\":{},\"count\":10}")
                .setMaxRedirects(0);

        assertThat(officer.page().request().post(address, asked).status())
                .as("as a form of another site could")
                .isEqualTo(400);
        asked.setHeader("X-Portal-Grid", "1");
        assertThat(officer.page().request().post(address, asked).status()).isEqualTo(200);
        assertThat(nobody.page().request().post(address, asked).status()).isEqualTo(302);
        for (String unreadable : List.of("{", "[]", "{\"count\":10}", "{\"filter\":{},\"count\":\"ten\"}")) {
            assertThat(officer.page()
                            .request()
                            .post(address, asked.setData(unreadable))
                            .status())
                    .as(unreadable)
                    .isEqualTo(400);
        }
        asked.setData("{\"filter\":{},\"count\":10}");
        assertThat(officer.page()
                        .request()
                        .post(address.replaceFirst("list=.*", "list=" + PublicId.random()), asked)
                        .status())
                .isEqualTo(404);
        asked.setHeader("Origin", "https://elsewhere.example");
        assertThat(officer.page().request().post(address, asked).status()).isEqualTo(403);
    }

    /** Without the marks beside it. */
    private static String text(Locator cell) {
        return cell.locator(".grid-text").textContent();
    }

    private static void awaitChip(Page page, String count, String label) {
        page.locator(
                        "#filters .chip-E",
                        new Page.LocatorOptions()
                                .setHasText(java.util.regex.Pattern.compile("^" + count + "\\s*" + label)))
                .waitFor();
    }
}
