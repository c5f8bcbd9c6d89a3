package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cells of the grid are typed faster than they are saved, while the network or the session comes and goes. */
@InBrowser
class SavingTheGridBrowserIT {
    private static final String NAME = "[aria-rowindex='2'] [aria-colindex='2']";
    private static final String SAVED = "#grid-state[data-state=saved]";
    private static final String FAULTY = "#grid-state[data-state=faulty]";
    private static final String CELLS = "**/organisation/rows/cells?*";

    /** Five good lines; the column that is typed into is the phone, which is repaired when a zero is missing. */
    private static Page begin(Visitor officer) {
        String list = DemoList.begin(
                officer,
                "Danh sách gõ nhanh",
                "danh-sach.xlsx",
                DemoList.people(5).xlsx());
        officer.open("/organisation/staff-list-rows?id=" + list);
        officer.page().locator(NAME).waitFor();
        return officer.page();
    }

    private static Locator phone(Page page) {
        int column = page.locator("[role=columnheader]").allInnerTexts().indexOf("Điện thoại");
        return page.locator("[aria-rowindex='3'] > *").nth(column);
    }

    private static void type(Page page, Locator cell, String text) {
        cell.click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static void assertSaved(Page page, String text) {
        page.locator(SAVED).waitFor();
        page.waitForCondition(() -> phone(page).innerText().startsWith(text));
        phone(page).click();
        assertThat(page.locator("#grid-overwrite").isVisible())
                .as("nobody else changed it")
                .isFalse();
        page.reload();
        page.locator(NAME).waitFor();
        page.waitForCondition(() -> phone(page).innerText().startsWith(text));
    }

    @Test
    void a_cell_that_is_typed_twice_without_a_network_has_the_second_text(Visitor officer) {
        Page page = begin(officer);

        page.context().setOffline(true);
        type(page, phone(page), "905111111");
        page.locator("#grid-state[data-state=waiting]").waitFor();
        type(page, phone(page), "905222222");
        assertThat(phone(page).innerText()).startsWith("905222222");
        page.context().setOffline(false);

        assertSaved(page, "0905222222");
    }

    @Test
    void what_is_typed_while_the_cell_is_being_saved_is_typed_over_what_comes_of_it(Visitor officer) {
        Page page = begin(officer);
        List<Route> held = new ArrayList<>();
        page.route(CELLS, held::add);

        type(page, phone(page), "905111111");
        page.waitForCondition(() -> held.size() == 1);
        type(page, phone(page), "905222222");
        type(page, phone(page), "905333333");
        page.unroute(CELLS);
        held.get(0).resume();

        assertSaved(page, "0905333333");
    }

    @Test
    void what_is_typed_when_the_session_is_lost_is_there_again_after_the_sign_in(Visitor officer) {
        Page page = begin(officer);
        String address = page.url().replaceFirst(".*/organisation/", "/organisation/");
        page.onDialog(Dialog::accept);
        page.context().clearCookies();
        phone(page).click();
        page.keyboard().type("905444444");

        page.reload();
        page.waitForURL("**/sign-in*");
        officer.signInAs(Demo.OFFICER);
        officer.open(address);

        page.locator(NAME).waitFor();
        assertSaved(page, "0905444444");
        assertThat(page.evaluate("sessionStorage.getItem('portal.kept.cells')")).isNull();
    }

    @Test
    void cells_that_an_account_has_left_are_not_there_for_another_one(Visitor officer) {
        Page page = begin(officer);
        String address = page.url().replaceFirst(".*/organisation/", "/organisation/");
        page.onDialog(Dialog::accept);
        String before = phone(page).innerText();
        page.context().clearCookies();
        phone(page).click();
        page.keyboard().type("905444444");

        page.reload();
        page.waitForURL("**/sign-in*");
        officer.signInAs(Demo.COLLEAGUE);
        officer.open(address);

        page.locator(NAME).waitFor();
        assertThat(page.evaluate("sessionStorage.getItem('portal.kept.cells')")).isNull();
        assertThat(phone(page).innerText()).isEqualTo(before);
    }

    @Test
    void a_name_in_an_old_font_is_converted_by_one_click(Visitor officer) {
        Page page = begin(officer);
        Locator name = page.locator("[aria-rowindex='3'] [aria-colindex='2']");
        type(page, name, "Nguyeãn Vaên Ñöùc");
        page.locator(SAVED).waitFor();
        page.waitForCondition(() -> name.innerText().startsWith("Nguyeãn"));
        name.click();

        assertThat(page.locator("#grid-about").innerText()).contains("Nguyễn Văn Đức");
        page.locator("#grid-convert").click();

        page.locator(SAVED).waitFor();
        page.waitForCondition(() -> name.innerText().startsWith("Nguyễn Văn Đức"));
        name.click();
        assertThat(page.locator("#grid-convert").isVisible()).isFalse();
    }

    @Test
    void an_answer_that_was_lost_is_nobody_elses_change(Visitor officer) {
        Page page = begin(officer);
        List<Integer> lost = new ArrayList<>();
        page.route(CELLS, route -> {
            if (lost.isEmpty()) {
                lost.add(route.fetch().status());
                route.abort();
            } else {
                route.resume();
            }
        });

        type(page, phone(page), "905111111");

        assertSaved(page, "0905111111");
        assertThat(lost).containsExactly(200);
    }

    @Test
    void what_a_colleague_wrote_meanwhile_is_still_told(Visitor officer, Visitor colleague) {
        Page page = begin(officer);
        String address = page.url().replaceFirst(".*/organisation/", "/organisation/");
        page.context().setOffline(true);
        type(page, phone(page), "0905111111");
        type(page, phone(page), "0905222222");
        colleague.signInAs(Demo.COLLEAGUE);
        colleague.open(address);
        colleague.page().locator(NAME).waitFor();
        type(colleague.page(), phone(colleague.page()), "0905777777");
        colleague.page().locator(SAVED).waitFor();

        page.context().setOffline(false);

        page.locator(SAVED).waitFor();
        page.waitForCondition(() -> phone(page).innerText().startsWith("0905777777"));
        phone(page).click();
        assertThat(page.locator("#grid-about").innerText()).contains("0905222222");
        page.locator("#grid-overwrite").click();
        assertSaved(page, "0905222222");
    }

    @Test
    void an_open_cell_is_asked_for_before_the_page_is_left(Visitor officer) {
        Page page = begin(officer);
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        phone(page).click();
        page.keyboard().press("F2");
        page.reload();
        assertThat(asked).as("nothing was typed").isEmpty();

        page.locator(NAME).waitFor();
        phone(page).click();
        page.keyboard().type("0905");
        assertThat(page.evaluate("document.dispatchEvent(new Event('portal:session-ended', { cancelable: true }))"))
                .as("the page stays")
                .isEqualTo(false);
        page.reload();
        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void a_session_that_ends_while_somebody_types_costs_nothing(Visitor officer) {
        Page page = begin(officer);
        phone(page).click();
        page.keyboard().type("905111111");
        page.context().clearCookies();
        page.keyboard().press("Enter");
        page.locator("#grid-state[data-state=signed-out]").waitFor();
        type(page, page.locator(NAME), "Nguyễn Thị Đổi Tên");
        officer.assertAccessible();

        Page beside = page.waitForPopup(() -> page.locator("#grid-sign-in").click());
        beside.locator("[id='form:email']").fill(Demo.OFFICER);
        beside.locator("[id='form:password']").fill(Demo.PASSWORD);
        beside.locator("[id='form:enter']").click();
        beside.locator("[id='leave:out']").waitFor();
        page.bringToFront();
        beside.close();

        assertSaved(page, "0905111111");
        page.waitForCondition(() -> page.locator(NAME).innerText().startsWith("Nguyễn Thị Đổi Tên"));
    }

    @Test
    void a_text_that_is_too_long_is_kept_and_told_at_its_cell_and_the_others_are_saved(Visitor officer) {
        Page page = begin(officer);
        String longText = "Trần " + "A".repeat(2_100);
        Locator second = page.locator("[aria-rowindex='3'] [aria-colindex='2']");
        Locator third = page.locator("[aria-rowindex='4'] [aria-colindex='2']");

        page.locator(NAME).click();
        paste(page, "Nguyễn Thị Một\n" + longText + "\nNguyễn Thị Ba");

        page.locator(FAULTY).waitFor();
        page.waitForCondition(() -> third.innerText().startsWith("Nguyễn Thị Ba")
                && page.locator(".grid-pending").count() == 1);
        assertThat(second.innerText()).startsWith(longText);
        assertThat(second.getAttribute("aria-invalid")).isEqualTo("true");
        second.click();
        assertThat(page.locator("#grid-about").innerText()).contains("2.105 ký tự", "nhiều nhất là 2.000");
        officer.assertAccessible();

        type(page, second, "Trần Thị Hai");
        page.locator(SAVED).waitFor();
        page.reload();
        page.locator(NAME).waitFor();
        page.waitForCondition(() -> second.innerText().startsWith("Trần Thị Hai"));
        assertThat(page.locator(NAME).innerText()).startsWith("Nguyễn Thị Một");
        assertThat(third.innerText()).startsWith("Nguyễn Thị Ba");
    }

    @Test
    void undoing_drops_what_cannot_be_saved_and_not_what_was(Visitor officer) {
        Page page = begin(officer);
        Locator second = page.locator("[aria-rowindex='3'] [aria-colindex='2']");
        String before = second.innerText();
        type(page, page.locator(NAME), "Nguyễn Thị Một");
        page.locator(SAVED).waitFor();
        second.click();
        paste(page, "A".repeat(2_100) + "\t".repeat(60));
        page.locator(FAULTY).waitFor();
        assertThat(page.locator("#grid-about").innerText()).contains("cột dán vượt quá");

        page.keyboard().press("Control+z");

        page.waitForCondition(() -> second.innerText().equals(before));
        page.locator(SAVED).waitFor();
        assertThat(page.locator(NAME).innerText()).startsWith("Nguyễn Thị Một");
    }

    @Test
    void what_makes_a_whole_line_too_long_is_told_at_the_cell_and_the_rest_is_saved(Visitor officer) {
        Page page = begin(officer);
        page.locator(NAME).click();
        String cell = "B".repeat(1_900);

        paste(page, String.join("\t", List.of(cell, cell, cell, cell, cell)));

        page.locator(FAULTY).waitFor();
        page.waitForCondition(() -> page.locator(".grid-pending").count() == 1);
        page.locator(".grid-pending").click();
        assertThat(page.locator("#grid-about").innerText()).contains("cả dòng dài", "nhiều nhất là 8.000");
        assertThat(page.locator(NAME).innerText()).startsWith(cell);
    }

    private static void paste(Page page, String text) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("Control+v");
    }

    @Test
    void a_line_is_added_as_soon_as_what_was_typed_is_saved(Visitor officer) {
        Page page = begin(officer);
        phone(page).click();
        page.keyboard().type("905111111");

        page.locator("#grid-add").click();

        page.locator("[role=grid][aria-rowcount='7']").waitFor();
        assertSaved(page, "0905111111");
    }
}
