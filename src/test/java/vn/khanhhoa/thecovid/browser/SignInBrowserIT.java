package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
class SignInBrowserIT {
    @Test
    void a_wrong_password_shows_what_is_wrong_and_keeps_the_address(Visitor visitor) {
        visitor.signIn(Demo.ADMINISTRATOR, "wrong");

        assertThat(visitor.problems()).hasSize(1).first().asString().contains("không đúng");
        assertThat(visitor.page().locator("[id='form:email']").inputValue()).isEqualTo(Demo.ADMINISTRATOR);
        visitor.assertAccessible();
    }

    @Test
    void a_field_left_empty_is_named_in_the_summary_and_at_the_field(Visitor visitor) {
        visitor.signIn("", "");

        assertThat(visitor.problems()).hasSize(2);
        assertThat(visitor.page().locator(".field-error").count()).isEqualTo(2);
        visitor.assertAccessible();
    }

    @Test
    void the_right_password_leads_in_and_sign_out_leads_out(Visitor visitor) {
        visitor.signInAs(Demo.ADMINISTRATOR);
        assertThat(visitor.fetch("/").text()).contains("Nguyễn Quản Trị");

        visitor.open("/");
        visitor.signOut();

        assertThat(visitor.confirmation().innerText()).contains("Đã đăng xuất");
        assertThat(visitor.fetch("/").text()).doesNotContain("Nguyễn Quản Trị");
    }

    @Test
    void a_page_that_asks_for_sign_in_comes_up_after_it(Visitor visitor) {
        visitor.open("/admin/accounts?text=quantri");
        assertThat(visitor.page().url()).contains("/public/sign-in?then=");

        visitor.fill("form:email", Demo.ADMINISTRATOR);
        visitor.fill("form:password", Demo.PASSWORD);
        visitor.press("Đăng nhập");

        assertThat(visitor.page().url()).endsWith("/admin/accounts?text=quantri");
    }

    @Test
    void a_form_that_was_sent_after_the_session_ended_comes_up_after_the_sign_in_with_what_was_typed(Visitor visitor) {
        visitor.signInAs(Demo.OFFICER);
        visitor.open("/organisation/staff-lists");
        visitor.fill("form:name", "Phân xưởng mất phiên");
        visitor.page().context().clearCookies();
        visitor.press("Lập danh sách mới");
        assertThat(visitor.page().url()).contains("/public/sign-in?expired=true&then=%2Forganisation%2Fstaff-lists");

        visitor.fill("form:email", Demo.OFFICER);
        visitor.fill("form:password", Demo.PASSWORD);
        visitor.press("Đăng nhập");

        assertThat(visitor.page().url()).endsWith("/organisation/staff-lists");
        assertThat(visitor.page().locator("[id='form:name']").inputValue()).isEqualTo("Phân xưởng mất phiên");
    }

    @Test
    void the_chosen_language_is_remembered(Visitor visitor) {
        visitor.open("/public/sign-in");
        visitor.switchLanguage();
        assertThat(visitor.title()).isEqualTo("Sign in");

        visitor.open("/");
        assertThat(visitor.title()).isEqualTo("Register, approve and check Covid cards");

        visitor.switchLanguage();
        assertThat(visitor.title()).isEqualTo("Đăng ký, xét duyệt và kiểm tra Thẻ Covid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/public/sign-in"})
    void pages_for_everyone_are_accessible_in_both_languages(String path, Visitor visitor) {
        visitor.open(path);
        visitor.assertAccessible();
        visitor.switchLanguage();
        visitor.assertAccessible();
    }
}
