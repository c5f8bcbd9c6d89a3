package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** Three lines were mended by one act and sent; undoing that act would withdraw their entries. */
@InBrowser
class UndoingWhatWasSentBrowserIT {
    private static final String ROWS = "/organisation/staff-list-rows?id=";

    private static String begin(Visitor officer) {
        ListFiles people = DemoList.people(3);
        people.rows().forEach(person -> ListFiles.set(person, "workplace", "Kho Hải Sản"));
        String list = DemoList.begin(officer, "Danh sách hoàn tác", "ba-nguoi.xlsx", people.xlsx());
        officer.open(ROWS + list + "&kind=E&code=WORKPLACE_UNKNOWN&column=workplace");
        Page page = officer.page();
        page.setViewportSize(1440, 900);
        officer.choose("fix:one-of", DemoList.PLACE);
        officer.press("Ghi vào 3 dòng");
        send(officer, list);
        return list;
    }

    private static void send(Visitor officer, String list) {
        officer.open("/organisation/staff-list?id=" + list);
        DemoList.submit(officer);
    }

    private static void awaitWords(Page page, String word) {
        for (int line = 2; line <= 4; line++) {
            Locator header = page.locator("[aria-rowindex='" + line + "'] [role=rowheader]");
            page.waitForCondition(() -> header.innerText().contains(word));
        }
    }

    @Test
    void the_grid_asks_first_and_says_how_many_were_withdrawn_and_have_to_be_sent_again(Visitor officer) {
        officer.open(ROWS + begin(officer));
        Page page = officer.page();
        Locator question = page.locator("#grid-undo-sure");
        awaitWords(page, "Chờ duyệt");
        page.locator("[aria-rowindex='2'] [aria-colindex='2']").click();

        page.keyboard().press("Control+z");
        question.waitFor();
        assertThat(question.innerText()).contains("Hoàn tác “", "3 đề nghị", "đang chờ duyệt được rút lại", "gửi lại");
        officer.assertAccessible();
        question.locator("[data-closes]").click();
        page.reload();
        awaitWords(page, "Chờ duyệt");

        page.locator("#grid-undo").click();
        question.waitFor();
        page.locator("#grid-undo-yes").click();
        page.locator("#grid-about", new Page.LocatorOptions().setHasText("3 đề nghị đang chờ duyệt đã được rút lại"))
                .waitFor();
        awaitWords(page, "Có lỗi");

        page.keyboard().press("Control+y");
        page.locator("#grid-about", new Page.LocatorOptions().setHasText("3 dòng có đề nghị đã rút: xin gửi lại"))
                .waitFor();
        assertThat(question.isVisible()).isFalse();
        awaitWords(page, "Hợp lệ");
    }

    @Test
    void an_act_of_which_nothing_waits_is_undone_unasked(Visitor officer) {
        String list = DemoList.begin(
                officer,
                "Danh sách chưa gửi",
                "mot-nguoi.xlsx",
                DemoList.people(1).xlsx());
        officer.open(ROWS + list);
        Page page = officer.page();
        Locator name = page.locator("[aria-rowindex='2'] [aria-colindex='2']");
        name.click();
        page.keyboard().type("Nguyễn Thị Sửa");
        page.keyboard().press("Enter");
        page.locator("#grid-undo", new Page.LocatorOptions().setHasText("Họ")).waitFor();

        page.keyboard().press("Control+z");

        page.waitForCondition(() -> !name.innerText().contains("Nguyễn Thị Sửa"));
        assertThat(page.locator("#grid-undo-sure").isVisible()).isFalse();
    }

    @Test
    void on_a_phone_the_history_asks_and_says_it_afterwards(Visitor officer) {
        String list = begin(officer);
        officer.page().setViewportSize(390, 844);
        officer.open(ROWS + list);

        officer.page().locator("[id='acts:undo']").click();
        officer.page().waitForURL("**/staff-list?*");
        assertThat(officer.page().locator("#undo").first().innerText())
                .contains("3 đề nghị từ các dòng này đang chờ duyệt được rút lại");
        officer.page().locator("[id='undoing:undo']").click();

        officer.page().waitForURL(address -> !address.contains("undo="));
        assertThat(officer.page().locator("main").innerText())
                .contains("Đã hoàn tác 1 thay đổi", "3 đề nghị đang chờ duyệt đã được rút lại");
    }
}
