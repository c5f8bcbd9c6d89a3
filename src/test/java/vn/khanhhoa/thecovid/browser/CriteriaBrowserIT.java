package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From a parameter that a health officer changes to criteria that the steering committee puts in force. */
@InBrowser
class CriteriaBrowserIT {
    private static final String CELL = "cell:G_FULL:full_course";

    @Test
    void one_officer_drafts_and_another_attests_and_puts_in_force(Visitor drafter, Visitor attester, Visitor steering) {
        drafter.signInAs(Demo.HEALTH_OFFICER);
        drafter.open("/criteria-office/criteria-sets");
        drafter.assertAccessible();
        drafter.choose("beginning:shipped", "Bộ tiêu chí Thẻ Covid tỉnh Khánh Hòa, tháng 10 năm 2021");
        drafter.press("Soạn bản nháp");
        String set = drafter.page().url().replaceFirst("https?://[^/]+", "");
        drafter.assertAccessible();
        assertThat(drafter.page().locator("main").innerText()).contains("không được tự xác nhận", "từ 14 ngày trở lên");
        assertThat(drafter.page().locator("[id='attesting:attest']").count()).isZero();

        drafter.fill(CELL, "chưa rõ");
        drafter.fill("cell:G_REC:recovery", "<= 90 days");
        enter(drafter.page());
        assertThat(drafter.confirmation().innerText()).contains("Đã lưu 2 ô");
        assertThat(drafter.page().locator("[id='about:G_FULL:full_course']").innerText())
                .contains("Không hiểu “chưa rõ”", "từ 14 ngày (hoặc >= 14 days)");
        assertThat(drafter.page().locator("[id='" + CELL + "']").inputValue()).isEqualTo("chưa rõ");
        drafter.assertAccessible();
        drafter.fill(CELL, ">= 21 days");
        enter(drafter.page());
        assertThat(drafter.page().locator("[id='about:G_FULL:full_course']").innerText())
                .contains("từ 21 ngày trở lên");

        assertThat(drafter.page().locator("main").innerText()).contains("Tên hoặc ghi chú nói “14 ngày”");

        drafter.follow("So sánh với phiên bản khác");
        drafter.assertAccessible();
        drafter.choose(
                "before",
                drafter.page()
                        .locator("#before option")
                        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("KH-2021-10.*Có sẵn")))
                        .innerText());
        drafter.press("So sánh");
        assertThat(drafter.page().locator("#differences").innerText())
                .contains("Tiêu chí G_FULL, cột full_course: từ 14 ngày trở lên thành từ 21 ngày trở lên")
                .contains("Tiêu chí G_REC");
        drafter.open(set);

        drafter.follow("Thêm tiêu chí");
        drafter.assertAccessible();
        drafter.fill("form:code", "Y_NEW");
        drafter.choose("form:level", "Vàng");
        drafter.fill("form:name", "Tiếp xúc đã qua");
        drafter.fill("form:english", "Contact is over");
        drafter.press("Lưu tiêu chí");
        drafter.fill("cell:Y_NEW:age", ">= 80 years");
        drafter.press("Lưu các ô");
        drafter.follow("Tiếp xúc đã qua");
        drafter.assertAccessible();
        drafter.press("Chuyển lên");
        assertThat(drafter.confirmation().innerText()).contains("Y_NEW");

        drafter.fill("about:number", "9696/KH-UBND");
        drafter.press("Lưu tên và số văn bản");
        DemoRules.attach(drafter);
        assertThat(drafter.page().locator("main").innerText()).contains("9696.pdf", "9696/KH-UBND");

        drafter.follow("Thử với một người");
        drafter.assertAccessible();
        drafter.fill("form:at", "12:00 07/10/2021");
        drafter.page().locator("[id='form:lines:0:what']").selectOption("DOSE AZ");
        drafter.fill("form:lines:0:about", "hôm qua");
        drafter.press("Xét thử");
        assertThat(drafter.problems()).singleElement().asString().contains("Không đọc được thời điểm");
        drafter.fill("form:lines:0:about", "01/08/2021");
        drafter.page().locator("[id='form:lines:1:what']").selectOption("DOSE AZ");
        drafter.fill("form:lines:1:about", "20/09/2021");
        drafter.press("Xét thử");
        assertThat(drafter.page().locator("#answer").innerText())
                .contains("Mức Vàng", "đến 00:00 11/10/2021", "Chưa thuộc tiêu chí: Tiêm đủ liều từ 14 ngày");
        drafter.assertAccessible();

        steering.signInAs(Demo.STEERING_OFFICER);
        steering.open(set);
        steering.assertAccessible();
        assertThat(steering.page().locator("[id='" + CELL + "']").count())
                .as("reads and does not write")
                .isZero();
        assertThat(steering.page().locator("main").innerText()).contains("Một cán bộ y tế không tham gia soạn bảng");
        assertThat(steering.page()
                        .locator("[id='attesting:attest'], [id='ordering:ask']")
                        .count())
                .as("neither attests nor puts in force what nobody has attested")
                .isZero();
        assertThat(steering.fetch(set.replace("criteria-set", "criteria-set-document"))
                        .status())
                .isEqualTo(200);
        assertThat(steering.fetch(set.replace("criteria-set", "criteria-set-file"))
                        .text())
                .contains("\">= 21 days\"");
        attester.signInAs(Demo.SECOND_HEALTH_OFFICER);
        DemoRules.attest(attester, set);
        assertThat(attester.confirmation().innerText()).contains("Đã xác nhận");
        assertThat(attester.page().locator("[id='ordering:ask']").count())
                .as("does not put in force")
                .isZero();
        steering.open(set);
        steering.fill("ordering:from", "08:00 07/10/2021");
        steering.press("Xem những gì thay đổi");
        assertThat(steering.problems()).singleElement().asString().contains("quá xa trong quá khứ");
        steering.open(set);
        steering.press("Xem những gì thay đổi");
        assertThat(steering.page().locator("#order").innerText())
                .contains("Khánh Hòa")
                .doesNotContain("đã qua");
        steering.assertAccessible();
        steering.press("Đưa vào áp dụng");
        assertThat(steering.confirmation().innerText()).contains("Đã đưa vào áp dụng");
        assertThat(steering.page().locator("main table").first().innerText())
                .contains("KH-2021-10", "9696/KH-UBND", "Huỳnh Văn Chỉ Đạo");
        steering.assertAccessible();

        drafter.page().setViewportSize(390, 844);
        drafter.open(set);
        assertThat(drafter.page().locator("[id='" + CELL + "']").count())
                .as("fixed once attested")
                .isZero();
        assertThat((Boolean) drafter.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        drafter.assertAccessible();
        drafter.switchLanguage();
        assertThat(drafter.page().locator("main").innerText()).contains("Attested to equal its document");
    }

    @Test
    void of_two_who_write_at_once_each_keeps_what_they_typed(Visitor first, Visitor second) {
        first.signInAs(Demo.HEALTH_OFFICER);
        first.open("/criteria-office/criteria-sets");
        first.choose("beginning:shipped", "Bộ tiêu chí Thẻ Covid tỉnh Khánh Hòa, tháng 10 năm 2021");
        first.press("Soạn bản nháp");
        second.signInAs(Demo.SECOND_HEALTH_OFFICER);
        second.open(first.page().url().replaceFirst("https?://[^/]+", ""));
        first.fill(CELL, ">= 21 days");
        first.fill("cell:G_CHILD:age", "< 12 years");
        first.press("Lưu các ô");

        second.fill(CELL, ">= 28 days");
        second.fill("cell:G_REC:recovery", "<= 90 days");
        second.press("Lưu các ô");
        assertThat(second.problems())
                .singleElement()
                .asString()
                .contains("G_FULL", "full_course", "“>= 21 days”", "“>= 28 days”");
        assertThat(second.confirmation().innerText()).contains("Đã lưu 1 ô");
        assertThat(second.page().locator("[id='" + CELL + "']").inputValue()).isEqualTo(">= 28 days");
        assertThat(second.page().locator("[id='about:G_FULL:full_course']").innerText())
                .contains("từ 21 ngày trở lên");
        second.assertAccessible();
        second.press("Lưu các ô");
        assertThat(second.confirmation().innerText()).contains("Đã lưu 1 ô");
        assertThat(second.page().locator("[id='about:G_FULL:full_course']").innerText())
                .contains("từ 28 ngày trở lên");
        assertThat(second.page().locator("[id='cell:G_CHILD:age']").inputValue())
                .as("what the first changed and the second did not touch")
                .isEqualTo("< 12 years");
        second.page().locator("[data-opens=discard]").click();
        second.page().locator("[id='discarding:discard']").click();
        second.confirmation().waitFor();
    }

    /** Enter in a cell saves. */
    @SuppressWarnings("deprecation")
    private static void enter(Page page) {
        page.waitForNavigation(() -> page.locator("[id='" + CELL + "']").press("Enter"));
    }
}
