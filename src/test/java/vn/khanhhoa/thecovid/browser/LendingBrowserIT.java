package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A reviewer helps at another agency's desk, beside their own, until it ends; and a colleague stands in for another. */
@InBrowser
class LendingBrowserIT {
    private static final String COLLEAGUE = "canbo2.sct@demo.example";
    private static final String NAME = "Phạm Văn Xét";
    private static final String LENT_TO = "Sở Du lịch tỉnh Khánh Hòa";

    @Test
    void a_lent_reviewer_goes_to_the_other_queue_and_is_back_home_when_it_ends(Visitor head, Visitor reviewer) {
        head.signInAs(Demo.APPROVER);
        reviewer.signInAs(COLLEAGUE);
        head.open("/agency-head/lending");
        head.assertAccessible();
        head.page()
                .locator("tr", new Page.LocatorOptions().setHasText(NAME))
                .locator("input[name=reviewer]")
                .check();
        head.page().locator("[id='form:borrower']").selectOption(LENT_TO);
        head.press("Cử hỗ trợ");
        assertThat(head.confirmation().innerText()).contains("Đã cử 1 cán bộ");
        head.assertAccessible();

        reviewer.open("/agency/home");
        assertThat(reviewer.page().locator("h1").innerText()).contains("Sở Công Thương");
        reviewer.assertAccessible();
        reviewer.press("Sang hàng chờ này");
        assertThat(reviewer.page().locator("[id='desk']").innerText()).contains(LENT_TO);
        reviewer.open("/agency/home");
        assertThat(reviewer.page().locator("h1").innerText()).contains(LENT_TO);
        reviewer.assertAccessible();
        reviewer.press("Về cơ quan mình");
        assertThat(reviewer.page().locator("h1").innerText()).contains("Sở Công Thương");
        reviewer.press("Sang hàng chờ này");

        head.open("/agency-head/lending");
        head.press("Chấm dứt");
        reviewer.open("/agency/home");
        assertThat(reviewer.page().locator("h1").innerText()).contains("Sở Công Thương");
        assertThat(reviewer.page().locator("main .notice-warn").innerText()).contains(LENT_TO, "đã hết");
        reviewer.open("/agency/home");
        assertThat(reviewer.page().locator("main .notice-warn").count()).isZero();
    }

    @Test
    void a_reviewer_who_will_be_away_has_a_colleague_stand_in(Visitor reviewer) {
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/absence");
        reviewer.assertAccessible();
        reviewer.page().locator("[id='form:standIn']").selectOption(NAME);
        reviewer.press("Ghi xử lý thay");
        assertThat(reviewer.confirmation().innerText()).contains("Đã ghi");
        reviewer.assertAccessible();
        reviewer.press("Chấm dứt");
        assertThat(reviewer.confirmation().innerText()).contains("Đã chấm dứt");
    }
}
