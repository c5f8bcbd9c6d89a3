package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
    void what_was_typed_before_the_session_ended_is_nobody_elses(Visitor visitor) {
        typedInALostSession(visitor, "Phân xưởng của người trước");
        assertThat(kept(visitor)).contains("Phân xưởng của người trước");

        signInHere(visitor, Demo.REVIEWER);

        assertThat(kept(visitor)).isEmpty();
        visitor.open("/organisation/staff-lists");
        assertThat(visitor.page().content()).doesNotContain("Phân xưởng của người trước");
    }

    @Test
    void after_half_an_hour_what_was_typed_is_not_brought_back(Visitor visitor) {
        typedInALostSession(visitor, "Phân xưởng nửa giờ trước");
        visitor.page()
                .evaluate(
                        "() => { const kept = JSON.parse(sessionStorage.getItem('portal.kept'));"
                                + " sessionStorage.setItem('portal.kept', JSON.stringify({...kept, at: kept.at - 31 * 60000})); }");

        signInHere(visitor, Demo.OFFICER);

        assertThat(visitor.page().locator("[id='form:name']").inputValue()).isEmpty();
        assertThat(kept(visitor)).isEmpty();
    }

    @Test
    void signing_out_deletes_what_was_typed_in_other_tabs_too(Visitor visitor) {
        typedInALostSession(visitor, "Phân xưởng ở trang khác");
        Page other = visitor.page().context().newPage();
        other.navigate(visitor.page().url().replaceFirst("/public/sign-in.*", "/public/sign-in"));
        other.locator("[id='form:email']").fill(Demo.OFFICER);
        other.locator("[id='form:password']").fill(Demo.PASSWORD);
        other.locator("[id='form:enter']").click();
        other.locator("[id='leave:out']").waitFor();
        assertThat(kept(visitor)).contains("Phân xưởng ở trang khác");

        other.locator("[id='leave:out']").click();

        other.locator(".confirmation").first().waitFor();
        visitor.page().waitForFunction("() => sessionStorage.getItem('portal.kept') === null");
    }

    @Test
    void numbers_of_documents_and_phones_are_not_kept_when_the_session_ends(Visitor visitor) {
        visitor.signInAs("canbo.vinhhoa@demo.example");
        visitor.open("/agency/individual");
        visitor.fill("form:full_name", "Nghiêm Thị Giữ");
        visitor.fill("form:document_number", "056185998877");
        visitor.fill("form:phone", "0905998877");
        visitor.switchLanguage();
        assertThat(visitor.page().locator("[id='form:document_number']").inputValue())
                .isEqualTo("056185998877");
        assertThat(kept(visitor)).isEmpty();

        visitor.page().context().clearCookies();
        visitor.page().locator("[id='form:full_name']").fill("Nghiêm Thị Giữ Lại");
        visitor.page().locator("[id='form:document_number']").fill("056185998876");
        visitor.page().locator("[id='form:check']").click();

        visitor.page().waitForURL("**/public/sign-in?*");
        assertThat(kept(visitor)).contains("Nghiêm Thị Giữ Lại").doesNotContain("99887");
    }

    private static void typedInALostSession(Visitor visitor, String text) {
        visitor.signInAs(Demo.OFFICER);
        visitor.open("/organisation/staff-lists");
        visitor.fill("form:name", text);
        visitor.page().context().clearCookies();
        visitor.press("Lập danh sách mới");
        visitor.page().waitForURL("**/public/sign-in?*");
    }

    private static void signInHere(Visitor visitor, String email) {
        visitor.fill("form:email", email);
        visitor.fill("form:password", Demo.PASSWORD);
        visitor.press("Đăng nhập");
    }

    private static String kept(Visitor visitor) {
        return (String) visitor.page().evaluate("() => sessionStorage.getItem('portal.kept') ?? ''");
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
