package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.PortalClock;

/** An administrator prepares rules of routing and working time; each page on a wide and a narrow screen, in both languages. */
@InBrowser
class RoutingBrowserIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Path PICTURES = Path.of("target", "screenshots", "routing");

    @Test
    void a_draft_is_edited_compared_reckoned_and_published(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/routing");
        look(administrator, "routing");
        administrator.press("Soạn bản nháp");
        look(administrator, "draft");
        administrator.page().locator("[data-opens='discard']").click();
        administrator.assertAccessible();
        administrator.page().locator("#discard [data-closes]").click();
        String first = administrator.page().locator("tbody th").first().innerText();
        administrator.page().locator("button[name='down']").first().click();
        administrator.page().waitForURL("**#rule-*");
        assertThat(administrator.page().locator("tbody th").nth(1).innerText()).isEqualTo(first);
        administrator.page().locator("button[name='up']").nth(1).click();
        administrator
                .page()
                .waitForCondition(() -> administrator
                        .page()
                        .locator("tbody th")
                        .first()
                        .innerText()
                        .equals(first));

        administrator.follow("Lưu trú, lữ hành");
        look(administrator, "rule");
        administrator.fill("form:hours", "16");
        administrator.choose("form:clock", "Giờ làm việc của cơ quan");
        administrator.fill("form:areas", "99999");
        administrator.press("Lưu");
        assertThat(administrator.problems()).singleElement().asString().contains("99999");
        assertThat(administrator.page().locator("[id='form:hours']").inputValue())
                .isEqualTo("16");
        administrator.fill("form:areas", "");
        administrator.press("Lưu");

        administrator.follow("So sánh và công bố");
        assertThat(administrator.page().locator("main table").first().innerText())
                .contains("24 giờ", "16 giờ làm việc");
        administrator.press("Tính cho mọi đề nghị đang chờ");
        administrator.page().getByText("đề nghị đang chờ;").waitFor();
        look(administrator, "comparison");
        administrator.press("Công bố từ");
        assertThat(administrator.problems()).singleElement().asString().contains("lý do");
        administrator.fill("publish:note", "Theo Quyết định 12/QĐ-UBND");
        String today = DAY.format(LocalDate.now(PortalClock.ZONE));
        String later = DAY.format(LocalDate.now(PortalClock.ZONE).plusDays(9));
        administrator.fill("publish:from", later);
        administrator.press("Công bố từ");
        assertThat(administrator.problems()).singleElement().asString().contains(today, later);
        administrator.fill("publish:from", today);
        administrator.press("Công bố từ");
        assertThat(administrator.confirmation().innerText()).contains("Đã công bố", today);
        assertThat(administrator.page().locator("main").innerText())
                .contains("16 giờ làm việc", "Theo Quyết định 12/QĐ-UBND", "Chưa biết giờ làm việc");
        look(administrator, "published");
    }

    @Test
    void an_example_is_tried_with_as_much_as_is_known_of_it(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/routing-test");
        administrator.choose("form:type", "Doanh nghiệp");
        administrator.press("Thử");
        assertThat(administrator.page().locator(".verdict h2").innerText()).contains("Tổ công tác");

        administrator.choose("form:type", "Doanh nghiệp");
        administrator.fill("form:staff", "320");
        administrator.page().locator("[id='form:sector']").selectOption("10");
        administrator
                .page()
                .locator("[id='form:workplace']")
                .selectOption(new SelectOption().setLabel("Phường Vĩnh Hòa"));
        administrator.press("Thử");
        assertThat(administrator.page().locator(".verdict h2").innerText()).contains("Sở Công Thương");
        look(administrator, "test");
    }

    @Test
    void everything_that_waits_is_reckoned(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/open-work");
        administrator.press("Tính cho mọi đề nghị đang chờ");
        administrator.page().getByText("đề nghị đang chờ;").waitFor();
        look(administrator, "open-work");
    }

    @Test
    void an_agency_that_ends_shows_where_its_work_goes(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/catalogue?kind=AGENCIES&text=CVHH");
        administrator.follow("Cảng vụ Hàng hải Nha Trang");
        administrator.fill("form:to", "31/12/2030");
        administrator.press("Lưu");
        assertThat(administrator.title()).contains("Cảng vụ Hàng hải Nha Trang", "Chuyển việc của cơ quan kết thúc");
        assertThat(administrator.page().locator("main").innerText()).contains("31/12/2030", "Còn 0 đề nghị");
        administrator.open("/admin/catalogue?kind=AGENCIES&text=CVHH");
        administrator.follow("Cảng vụ Hàng hải Nha Trang");
        administrator.follow("Chuyển việc của cơ quan kết thúc");
        administrator.press("Xem trước");
        administrator.page().getByText("đề nghị đang chờ;").waitFor();
        look(administrator, "ended-agency");
    }

    @Test
    void a_head_sets_the_working_week_and_days_off(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/desk");
        head.follow("Giờ làm việc của cơ quan");
        look(head, "no-calendar");
        for (String day : new String[] {"Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm"}) {
            day(head, day, "07:30-11:30 13:30-17:00");
        }
        day(head, "Thứ Sáu", "07:30-11:30 13:30");
        head.press("Lưu");
        assertThat(head.problems()).singleElement().asString().contains("13:30");
        assertThat(head.page().getByLabel("Thứ Hai").inputValue()).isEqualTo("07:30-11:30 13:30-17:00");
        day(head, "Thứ Sáu", "07:30-11:30 13:30-17:00");
        head.press("Lưu");
        assertThat(head.confirmation().innerText()).contains("Đã lưu");
        LocalDate soon = LocalDate.now(PortalClock.ZONE).plusDays(20);
        head.fill("special:first", DAY.format(soon));
        head.fill("special:last", DAY.format(soon.plusDays(2)));
        head.fill("special:note", "Nghỉ Tết Dương lịch");
        head.press("Thêm");
        assertThat(head.page().locator("main").innerText())
                .contains("Thứ Hai – Thứ Sáu: 07:30-11:30, 13:30-17:00", "Nghỉ Tết Dương lịch", "nghỉ");
        look(head, "calendar");
    }

    private static void day(Visitor head, String day, String hours) {
        head.page().getByLabel(day).fill(hours);
    }

    private static void look(Visitor visitor, String name) {
        Page page = visitor.page();
        for (String language : new String[] {"vi", "en"}) {
            for (int width : new int[] {1440, 390}) {
                page.setViewportSize(width, 900);
                visitor.assertAccessible();
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(name + " is no wider than the screen")
                        .isLessThanOrEqualTo(width);
                visitor.photograph(PICTURES.resolve(name + "-" + language + "-" + width + ".png"));
            }
            page.setViewportSize(1440, 900);
            visitor.switchLanguage();
        }
    }
}
