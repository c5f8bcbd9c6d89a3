package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** All lines of one kind at once, and what was done taken back act by act. */
@InBrowser
class MendingAllOfAKindBrowserIT {
    private static final String ROWS = "/organisation/staff-list-rows?id=";

    private static String begin(Visitor officer, byte[] file) {
        return DemoList.begin(officer, "Danh sách nhiều lỗi", "danh-sach.xlsx", file);
    }

    @Test
    void lines_that_name_different_workplaces_are_mended_name_by_name(Visitor officer) {
        ListFiles people = DemoList.people(8);
        for (int i = 0; i < 5; i++) {
            ListFiles.set(people.rows().get(i), "workplace", i < 3 ? "Kho Hải Sản" : "Kho Muối");
        }
        String list = begin(officer, people.xlsx());
        officer.open(ROWS + list + "&kind=E&code=WORKPLACE_UNKNOWN&column=workplace");
        Page page = officer.page();
        assertThat(page.locator("fieldset legend").innerText()).contains("2 tên khác nhau");
        officer.assertAccessible();

        page.locator("[id='fix:set']").click();
        page.waitForLoadState();
        assertThat(officer.problems()).hasSize(1).first().asString().contains("Xin chọn hoặc ghi giá trị");

        officer.choose("fix:one-of", DemoList.PLACE);
        page.locator("[id='fix:set']").click();
        page.waitForLoadState();
        assertThat(officer.problems()).hasSize(1).first().asString().contains("chọn một tên");

        page.getByLabel("“Kho Muối” – 2 dòng").check();
        officer.choose("fix:one-of", DemoList.PLACE);
        page.locator("[id='fix:set']").click();
        page.waitForLoadState();

        page.locator("[role=grid][aria-rowcount='4']").waitFor();
        assertThat(page.locator("fieldset legend").count()).isZero();
    }

    @Test
    void hidden_lines_are_dropped_together_and_the_history_takes_that_back_alone_and_does_it_again(Visitor officer) {
        byte[] file = DemoList.people(8).xlsx();
        for (int row : new int[] {3, 5}) {
            file = ListFiles.edit(
                    file, "xl/worksheets/sheet1.xml", "<row r=\"" + row + "\"", "<row hidden=\"1\" r=\"" + row + "\"");
        }
        String list = begin(officer, file);
        Page page = officer.page();
        officer.open(ROWS + list + "&kind=W&code=ROW_HIDDEN");
        assertThat(page.locator("#chips [aria-current]").innerText()).startsWith("2");
        officer.open(ROWS + list + "&state=GOOD&kind=W&code=ROW_HIDDEN");
        page.locator("[id='fix:drop']").click();
        page.waitForLoadState();
        page.locator("[role=grid][aria-rowcount='7']").waitFor();
        assertThat(officer.confirmation().innerText()).contains("Hoàn tác");
        assertThat(page.locator("#grid-undo").innerText()).startsWith("Hoàn tác: Bỏ dòng");

        page.locator("[aria-rowindex='2'] [aria-colindex='2']").click();
        page.keyboard().type("Nguyễn Thị Đổi Tên");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> page.locator("#grid-undo").innerText().startsWith("Hoàn tác: Sửa ô"));
        assertThat(page.locator(".confirmation").count())
                .as("what was said of the act before")
                .isZero();
        page.locator("#grid-state[data-state=saved]").waitFor();
        officer.open("/organisation/staff-list?id=" + list);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hoàn tác Bỏ dòng"))
                .click();
        assertThat(page.locator("#undo li").count())
                .as("the other act is of another line")
                .isZero();
        officer.assertAccessible();
        page.locator("[id='undoing:undo']").click();
        page.waitForLoadState();
        page.locator("a[href*='undo=']:has-text('Làm lại')").click();
        assertThat(page.locator("#undo").innerText()).contains("Làm lại “Bỏ dòng");
        page.locator("[id='undoing:undo']").click();
        page.waitForLoadState();
        officer.open(ROWS + list);
        page.locator("[role=grid][aria-rowcount='7']").waitFor();

        officer.open("/organisation/staff-list?id=" + list);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hoàn tác Nhận tệp"))
                .click();
        assertThat(page.locator("#undo li").allInnerTexts())
                .as("what goes with the file")
                .hasSize(2)
                .anyMatch(act -> act.contains("Bỏ dòng") && act.contains("2 dòng"))
                .anyMatch(act -> act.contains("Sửa ô"));
    }

    @Test
    void what_was_undone_by_a_key_is_done_again_by_another(Visitor officer) {
        officer.open(ROWS + begin(officer, DemoList.people(4).xlsx()));
        Page page = officer.page();
        Locator name = page.locator("[aria-rowindex='2'] [aria-colindex='2']");
        name.click();
        page.keyboard().type("Nguyễn Thị Đổi Tên");
        page.keyboard().press("Enter");
        page.locator("#grid-state[data-state=saved]").waitFor();

        page.keyboard().press("Control+z");
        page.waitForCondition(() -> !name.innerText().startsWith("Nguyễn Thị Đổi Tên"));
        page.keyboard().press("Control+y");
        page.waitForCondition(() -> name.innerText().startsWith("Nguyễn Thị Đổi Tên"));
        page.locator("#grid-about").getByText("Đã làm lại").waitFor();
    }

    @Test
    void what_explains_a_cell_is_in_sight_and_not_over_the_cell(Visitor officer) {
        ListFiles people = DemoList.people(60);
        people.rows().forEach(row -> ListFiles.set(row, "workplace", "Kho Hải Sản"));
        String list = begin(officer, people.xlsx());
        Page page = officer.page();
        page.setViewportSize(1440, 900);
        officer.open(ROWS + list + "&kind=E&code=WORKPLACE_UNKNOWN&column=workplace");
        page.locator("[aria-invalid='true']").first().click();
        inSight(page);

        for (int i = 0; i < 14; i++) {
            page.keyboard().press("ArrowDown");
        }
        inSight(page);
    }

    private static void inSight(Page page) {
        page.waitForCondition(() -> {
            BoundingBox about = page.locator(".grid-about").boundingBox();
            BoundingBox cell = page.locator(".grid-active").boundingBox();
            return about.y + about.height <= 901 && cell.y >= 0 && cell.y + cell.height <= about.y + 1;
        });
    }
}
