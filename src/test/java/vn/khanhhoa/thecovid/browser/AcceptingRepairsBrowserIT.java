package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/**
 * A file of six people with birth dates in American order, of whom three lost the zeros of their phones; the fifth has a cell
 * too many. The phones are repaired, and four dates and the fifth line are doubted.
 */
@InBrowser
class AcceptingRepairsBrowserIT {
    private static String begin(Visitor officer) {
        ListFiles people = DemoList.people(6);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            List<String> row = people.rows().get(i);
            String old = ListFiles.get(row, "birth_date");
            ListFiles.set(row, "birth_date", (i % 5 == 0 ? "02/25/" : "03/04/") + old.substring(old.length() - 4));
            ListFiles.set(row, "phone", (i < 3 ? "" : "0") + "90512345" + i);
            rows.add(new ArrayList<>(row));
        }
        rows.get(4).add("thừa");
        return DemoList.begin(
                officer, "Danh sách có chỗ ngờ", "danh-sach.csv", ListFiles.csv(ListFiles.headings(), rows, ',', true));
    }

    private static Locator cell(Page page, int line, String heading) {
        page.locator("[role=columnheader]").first().waitFor();
        int column = -1;
        List<String> headings = page.locator("[role=columnheader]").allInnerTexts();
        for (int i = 0; i < headings.size(); i++) {
            column = headings.get(i).startsWith(heading) ? i : column;
        }
        return page.locator("[aria-rowindex='" + (line + 1) + "'] > *").nth(column);
    }

    private static void press(Page page, String button) {
        page.locator(button).click();
        page.locator("#grid-state[data-state=saved]").waitFor();
    }

    @Test
    void in_the_grid_one_by_one(Visitor officer) {
        String list = begin(officer);
        officer.open("/organisation/staff-list-rows?id=" + list);
        Page page = officer.page();

        cell(page, 1, "Điện thoại").click();
        assertThat(page.locator("#grid-about").innerText()).contains("Đã sửa", "905123450");
        officer.assertAccessible();
        press(page, "#grid-keep");
        page.waitForCondition(() -> cell(page, 1, "Điện thoại").innerText().startsWith("905123450"));
        assertThat(cell(page, 1, "Điện thoại").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#grid-keep").isVisible()).isFalse();

        cell(page, 2, "Điện thoại").click();
        press(page, "#grid-accept");
        page.locator("#grid-about").getByText("Ô này không có vấn đề gì.").waitFor();
        assertThat(cell(page, 2, "Điện thoại").innerText()).isEqualTo("0905123451");

        cell(page, 2, "Ngày sinh").click();
        assertThat(page.locator("#grid-about").innerText()).contains("có thể bị đảo");
        press(page, "#grid-accept");
        page.locator("#grid-about").getByText("Ô này không có vấn đề gì.").waitFor();

        cell(page, 5, "Chức vụ").click();
        page.keyboard().type("Thợ hàn");
        page.keyboard().press("Enter");
        page.locator("#grid-state[data-state=saved]").waitFor();
        cell(page, 5, "Chức vụ").click();
        assertThat(page.locator("#grid-about").innerText()).contains("Dòng có nhiều ô hơn số cột");
        assertThat(page.locator("#grid-accept").isVisible()).isFalse();
        press(page, "#grid-accept-line");
        page.locator("#grid-about").getByText("Ô này không có vấn đề gì.").waitFor();
        page.reload();
        cell(page, 5, "Chức vụ").click();
        assertThat(page.locator("[aria-rowindex='6']").innerText()).contains("Hợp lệ");
    }

    @Test
    void all_of_a_kind_at_once(Visitor officer) {
        String list = begin(officer);
        String rows = "/organisation/staff-list-rows?id=" + list;
        officer.open(rows + "&kind=W&code=DATE_MAYBE_TURNED&column=birth_date");
        officer.page().locator("[role=grid][aria-rowcount='5']").waitFor();
        officer.assertAccessible();
        officer.press("Đã xem, đúng ở 4 dòng");
        assertThat(officer.confirmation().innerText()).contains("Đã xác nhận 4 dòng");

        officer.open(rows + "&kind=E&code=CELLS_SHIFTED");
        assertThat(officer.page().locator(".fix-all summary").innerText()).contains("Cả dòng");
        assertThat(officer.page().locator("[id='fix:set']").count())
                .as("nothing to type")
                .isZero();
        officer.assertAccessible();
        officer.press("Đã xem, đúng ở 1 dòng");
        assertThat(officer.confirmation().innerText()).contains("Đã xác nhận 1 dòng");

        String repaired = rows + "&kind=R&code=ZERO_LOST&column=phone";
        officer.open(repaired);
        officer.page().locator("[data-opens=sure-keep]").click();
        officer.page().locator("#sure-keep").waitFor();
        officer.assertAccessible();
        officer.page().locator("[id='fix:keep']").click();
        assertThat(officer.confirmation().innerText()).contains("Đã ghi vào 3 dòng, nhưng 3 dòng vẫn báo lỗi");
        assertThat(officer.problems()).as("one sentence").isEmpty();
        officer.open(rows + "&kind=E&code=PHONE_ZERO_LOST&column=phone");
        officer.page().locator("[role=grid][aria-rowcount='4']").waitFor();
        officer.page().locator("#grid-undo").click();
        officer.page().locator("[role=grid][aria-rowcount='1']").waitFor();
        officer.open(repaired);
        officer.press("Đồng ý phần đã sửa ở 3 dòng");
        assertThat(officer.confirmation().innerText()).contains("Đã xác nhận 3 dòng");
        assertThat(officer.page().locator(".chip").allInnerTexts())
                .noneMatch(chip -> chip.contains("số 0") || chip.contains("lộn ngày") || chip.contains("lệch cột"));
    }

    @Test
    void dates_that_were_read_the_wrong_way_round_are_swapped_after_a_look(Visitor officer) {
        String list = begin(officer);
        officer.open("/organisation/staff-list-rows?id=" + list + "&kind=W&code=DATE_MAYBE_TURNED&column=birth_date");
        assertThat(officer.page().locator(".fix-all tbody tr").first().innerText())
                .contains("03/04/", "04/03/");

        officer.press("Đổi chỗ ngày và tháng ở 4 dòng");

        assertThat(officer.confirmation().innerText()).contains("Đã đổi chỗ ngày và tháng ở 4 dòng");
        officer.open("/organisation/staff-list?id=" + list);
        assertThat(officer.page().locator("main").innerText()).contains("Đổi chỗ ngày và tháng · Ngày sinh");
        officer.assertAccessible();
    }

    @Test
    void what_was_mended_is_counted_and_not_what_was_shown(Visitor officer, Visitor colleague) {
        String list = begin(officer);
        String repaired = "/organisation/staff-list-rows?id=" + list + "&kind=R&code=ZERO_LOST&column=phone";
        officer.open(repaired);
        colleague.signInAs(Demo.COLLEAGUE);
        colleague.open(repaired);
        cell(colleague.page(), 1, "Điện thoại").click();
        press(colleague.page(), "#grid-accept");

        officer.press("Đồng ý phần đã sửa ở 3 dòng");

        assertThat(officer.confirmation().innerText()).contains("Đã xác nhận 2 dòng");
    }

    @Test
    void on_a_phone_in_the_form_of_the_line(Visitor officer) {
        String list = begin(officer);
        officer.page().setViewportSize(390, 844);
        officer.open("/organisation/staff-list-rows?id=" + list + "&state=BAD");
        officer.page().locator("tbody th a").first().click();
        officer.page().waitForURL("**/staff-list-row?*");
        officer.assertAccessible();

        officer.page().locator("#accept-birth_date").check();
        officer.page().locator("#accept-line").check();
        officer.press("Lưu dòng này");

        assertThat(officer.confirmation().innerText()).contains("không còn lỗi");
        assertThat(officer.page().locator("#accept-line").count()).isZero();
        assertThat(officer.page().locator(".field-warning").count()).isZero();
    }
}
