package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator says on top of pages and in messages, and what accounts read inside the portal. */
@InBrowser
class NoticesBrowserIT {
    @Test
    void a_notice_is_previewed_stands_on_the_pages_it_is_meant_for_and_is_closed_by_its_reader(
            Visitor administrator, Visitor visitor, Visitor officer) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/notice");
        administrator.assertAccessible();
        administrator.page().getByLabel("Cảnh báo").check();
        administrator.page().getByLabel("Người chưa đăng nhập").check();
        administrator.fill("form:vi", "Tạm dừng từ 22:00 <b>tối nay</b>");
        administrator.fill("form:en", "Out of service from 22:00 tonight");
        administrator.fill("form:link", "/public/catalogue");
        administrator.press("Xem trước");
        assertThat(administrator.page().locator("main .notice-warn").first().innerText())
                .contains("<b>tối nay</b>", "Xem thêm");
        administrator.assertAccessible();
        administrator.press("Lưu thông báo");
        assertThat(administrator.confirmation().innerText()).contains("Đã lưu");

        visitor.open("/public/check");
        Locator banner = visitor.page().locator(".banners .notice");
        assertThat(banner.innerText()).contains("Tạm dừng từ 22:00 <b>tối nay</b>");
        visitor.assertAccessible();
        officer.signInAs(Demo.OFFICER);
        assertThat(officer.page().locator(".banners .notice").count()).isZero();

        visitor.press("Đóng thông báo này");
        assertThat(visitor.page().url()).endsWith("/public/check");
        assertThat(visitor.page().locator(".banners .notice").count()).isZero();
        visitor.open("/citizen/status");
        assertThat(visitor.page().locator(".banners .notice").count()).isZero();

        administrator.follow("Tạm dừng từ 22:00 <b>tối nay</b>");
        administrator.press("Dừng hiển thị ngay");
        assertThat(administrator.confirmation().innerText()).contains("không còn hiển thị");
    }

    @Test
    void the_words_of_a_message_are_checked_and_shown_before_they_are_saved(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/message-template?kind=PERSON_LEFT&channel=SMS");
        administrator.fill("form:body-vi", "Thẻ của {ho_va_ten} tại {don_vi} hết hạn");
        administrator.press("Lưu phiên bản mới");
        assertThat(administrator.problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("{ho_va_ten}"));
        administrator.assertAccessible();

        administrator.fill("form:body-vi", "Thẻ tại {don_vi} hết hạn từ {tu_ngay}. Xem {lien_ket}");
        administrator.press("Xem trước");
        assertThat(administrator.page().locator(".written").first().innerText()).startsWith("The tai Cong ty");
        assertThat(administrator.page().locator("main").innerText()).contains("1 tin SMS");
        administrator.press("Lưu phiên bản mới");
        assertThat(administrator.confirmation().innerText()).contains("Đã lưu phiên bản mới");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/outbox",
                "/admin/outbox?channel=SMS&state=FAILED",
                "/admin/message-templates",
                "/admin/message-template?kind=LIST_DECIDED&channel=EMAIL",
                "/admin/notices",
                "/account/inbox"
            })
    void pages_are_accessible_in_both_languages(String path, Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open(path);
        administrator.assertAccessible();
        administrator.switchLanguage();
        administrator.assertAccessible();
    }
}
