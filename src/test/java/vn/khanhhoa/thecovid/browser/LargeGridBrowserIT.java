package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** Ten thousand lines in the grid, of which three have a workplace that nobody knows. */
@InBrowser
class LargeGridBrowserIT {
    private static final int LINES = 10_000;
    private static final String SAVED = "#grid-state[data-state=saved]";

    @Test
    void ten_thousand_lines_are_scrolled_filtered_copied_and_mended(Visitor officer) {
        ListFiles people = DemoList.people(LINES);
        for (int at : new int[] {5, 5_000, 9_990}) {
            ListFiles.set(people.rows().get(at), "workplace", "Kho Hải Sản");
        }
        String last = ListFiles.get(people.rows().get(LINES - 1), "full_name");
        String list = DemoList.begin(officer, "Danh sách lớn", "danh-sach.xlsx", people.xlsx());
        officer.open("/organisation/staff-list-rows?id=" + list);
        Page page = officer.page();
        cell(page, 2).waitFor();
        assertThat(page.locator("[role=grid]").getAttribute("aria-rowcount")).isEqualTo("10001");

        cell(page, 2).click();
        page.keyboard().press("Control+ArrowDown");
        awaitText(page, 10_001, last);
        page.keyboard().type("Nguyễn Thị Cuối Cùng");
        page.keyboard().press("Enter");
        page.locator(SAVED).waitFor();
        page.keyboard().press("PageUp");
        assertThat(lines(page)).as("lines in the page").isLessThan(80);
        assertThat(focused(page)).isBetween(9_900, 10_000);
        page.locator("#grid-view").evaluate("view => view.scrollTop = view.scrollHeight / 2");
        awaitText(page, 5_000, ListFiles.get(people.rows().get(4_998), "full_name"));
        officer.assertAccessible();

        page.keyboard().press("Control+ArrowUp");
        page.keyboard().press("Control+Shift+ArrowDown");
        page.keyboard().press("Control+c");
        page.locator("#grid-about").getByText("Bấm Ctrl+C lần nữa").waitFor();
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.keyboard().press("Control+c");
        String copied = (String) page.evaluate("navigator.clipboard.readText()");
        assertThat(copied.lines()).hasSize(LINES).doesNotContain("");
        assertThat(copied).endsWith("Nguyễn Thị Cuối Cùng");

        page.locator("#chips-more summary").click();
        page.locator("#chips-marks .chip-E", new Page.LocatorOptions().setHasText("Nơi làm việc"))
                .click();
        page.locator("[role=grid][aria-rowcount='4']").waitFor();
        page.locator("[aria-rowindex='4'] [aria-invalid='true']").click();
        page.keyboard().type(DemoList.PLACE);
        page.keyboard().press("Enter");
        page.locator(SAVED).waitFor();
        page.locator("#grid-refresh").click();
        page.locator("[role=grid][aria-rowcount='3']").waitFor();
        assertThat(cell(page, 2).innerText())
                .startsWith(ListFiles.get(people.rows().get(5), "full_name"));
    }

    private static Locator cell(Page page, int row) {
        return page.locator("[aria-rowindex='" + row + "'] [aria-colindex='2']");
    }

    private static void awaitText(Page page, int row, String text) {
        page.waitForCondition(() ->
                cell(page, row).count() == 1 && cell(page, row).innerText().startsWith(text));
    }

    private static int lines(Page page) {
        return page.locator("[role=grid] [role=row]").count();
    }

    private static int focused(Page page) {
        return ((Number) page.evaluate(
                        "Number(document.activeElement.closest('[aria-rowindex]').getAttribute('aria-rowindex'))"))
                .intValue();
    }
}
