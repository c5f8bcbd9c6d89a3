package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** Of a list of thirty people one is approved, two came back and the others wait; its officer goes on with the lines. */
@InBrowser
class MendingWhatCameBackBrowserIT {
    private static final String ROWS = "/organisation/staff-list-rows?id=";
    private static final String APPROVED = "Mai Thị Đã Duyệt";
    private static final String RETURNED = "Mai Văn Trả Lại";
    private static final String LAST = "Mai Văn Cuối Bảng";
    private static final String NOTE = "Thiếu quyết định phân công";

    /** Whether the active cell is wholly between the headings of the grid and the panel of the cell, and has the focus. */
    private static final String IN_SIGHT = """
            () => {
              const cell = document.activeElement?.closest("[role=gridcell]")?.getBoundingClientRect();
              const head = document.querySelector(".grid-head-group").getBoundingClientRect();
              const panel = document.querySelector(".grid-about").getBoundingClientRect();
              return cell && cell.top >= Math.max(0, head.bottom) - 1 && cell.bottom <= Math.min(panel.top, innerHeight) + 1;
            }""";

    private static String begin(Visitor officer, Visitor reviewer) {
        ListFiles people = DemoList.people(30);
        ListFiles.set(people.rows().get(0), "full_name", APPROVED);
        ListFiles.set(people.rows().get(12), "full_name", RETURNED);
        ListFiles.set(people.rows().get(29), "full_name", LAST);
        String list = DemoList.begin(officer, "Danh sách trả lại", "ba-muoi.xlsx", people.xlsx());
        DemoList.submit(officer);
        reviewer.signInAs(Demo.REVIEWER);
        decide(reviewer, APPROVED, "APPROVE");
        decide(reviewer, RETURNED, "RETURN");
        decide(reviewer, LAST, "RETURN");
        return list;
    }

    private static void decide(Visitor reviewer, String name, String outcome) {
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", name);
        reviewer.press("Lọc");
        reviewer.follow(name);
        reviewer.page().locator("input[value='" + outcome + "']").check();
        reviewer.page().locator("[id='form:atOnce']").check();
        if (outcome.equals("RETURN")) {
            reviewer.page().locator("[id='form:reason']").selectOption("R03");
            reviewer.fill("form:text", NOTE);
        }
        reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
        reviewer.confirmation().waitFor();
    }

    private static void mend(Visitor officer, String list, String name) {
        officer.open("/organisation/staff-list-entries?id=" + list + "&state=RETURNED");
        officer.follow(name);
        officer.follow("Sửa dòng này");
    }

    private static void awaitInSight(Page page, String name) {
        page.waitForFunction("name => document.activeElement?.closest('[role=row]')?.innerText.includes(name)", name);
        page.waitForFunction(IN_SIGHT);
    }

    @Test
    void the_line_of_what_came_back_is_in_sight_with_the_reason_and_takes_what_is_typed(
            Visitor officer, Visitor reviewer) throws Exception {
        String list = begin(officer, reviewer);
        Page page = officer.page();
        page.setViewportSize(1440, 900);

        mend(officer, list, RETURNED);
        awaitInSight(page, RETURNED);
        assertThat(page.locator("#grid-about").innerText()).contains("Lý do R03", NOTE);
        officer.assertAccessible();
        mend(officer, list, LAST);
        awaitInSight(page, LAST);
        page.keyboard().type(LAST + " Mới");
        page.keyboard().press("Enter");
        page.locator(".grid-row", new Page.LocatorOptions().setHasText(LAST + " Mới"))
                .waitFor();
        page.locator("#grid-state[data-state=saved]").waitFor();

        page.keyboard().press("Control+Home");
        awaitInSight(page, APPROVED);
        page.keyboard().press("Control+End");
        page.waitForFunction(IN_SIGHT);
        page.keyboard().press("Control+Home");
        page.keyboard().press("Control+z");
        awaitInSight(page, LAST);

        results(officer, list);
        removals(officer, list);
        onAPhone(officer, list);
        officer.open("/organisation/staff-list?id=" + list);
        DemoList.withdraw(officer);
    }

    /** Who came back, and why, in one workbook. */
    private static void results(Visitor officer, String list) throws Exception {
        officer.open("/organisation/staff-list-entries?id=" + list + "&state=RETURNED");
        Locator link = officer.page().locator("a[href*='lines=entries']");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new java.io.ByteArrayInputStream(
                officer.fetch(link.getAttribute("href")).body()))) {
            List<String> lines = workbook.getFirstSheet().read().stream()
                    .map(MendingWhatCameBackBrowserIT::text)
                    .toList();
            assertThat(lines).anyMatch(line -> line.contains("Kết quả|Lý do|Ghi chú của cơ quan"));
            assertThat(lines)
                    .filteredOn(line -> line.contains("Mai "))
                    .hasSize(2)
                    .allMatch(line -> line.contains("Trả lại") && line.contains("R03") && line.contains(NOTE));
        }
    }

    private static String text(Row row) {
        return row.stream()
                .map(cell -> cell == null ? "" : cell.getText())
                .reduce("", (line, cell) -> line + "|" + cell);
    }

    /** Whoever removes a line is told who it is and what becomes of the request or the card. */
    private static void removals(Visitor officer, String list) {
        Page page = officer.page();
        Locator question = page.locator("#grid-sure");
        officer.open(ROWS + list);
        cell(page, RETURNED).click();
        page.locator("#grid-remove").click();
        assertThat(question.innerText()).contains(RETURNED, "được rút lại", "phải gửi lại danh sách");
        officer.assertAccessible();
        question.locator("[data-closes]").click();

        cell(page, APPROVED).click();
        page.locator("#grid-remove").click();
        assertThat(question.innerText()).contains(APPROVED, "đã được duyệt", "dòng ở lại");
        page.locator("#grid-remove-yes").click();
        page.locator("#grid-about", new Page.LocatorOptions().setHasText("ở lại với yêu cầu thôi dùng thẻ"))
                .waitFor();
        assertThat(page.locator("#grid-about").innerText()).contains(APPROVED).doesNotContain("Đã xóa dòng");
    }

    private static Locator cell(Page page, String name) {
        return page.locator("[aria-colindex='2']", new Page.LocatorOptions().setHasText(name))
                .first();
    }

    private static void onAPhone(Visitor officer, String list) {
        Page page = officer.page();
        page.setViewportSize(390, 844);
        mend(officer, list, RETURNED);
        page.waitForFunction("""
                name => {
                  const place = document.activeElement.getBoundingClientRect();
                  return document.activeElement.innerText === name && place.top >= 0 && place.bottom <= innerHeight;
                }""", RETURNED);
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(RETURNED))
                        .innerText())
                .contains("Lý do R03", NOTE);
    }
}
