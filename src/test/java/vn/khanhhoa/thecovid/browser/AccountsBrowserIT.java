package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
class AccountsBrowserIT {
    private static final String PASSWORD = "một câu dài dễ nhớ";

    @Test
    void an_invited_reviewer_sets_a_password_by_the_link_in_the_outbox(Visitor administrator, Visitor invited) {
        String email = "moi.lam@demo.example";
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/account-invitation");
        administrator.assertAccessible();
        administrator.fill("form:displayName", "Mai Mới Làm");
        administrator.fill("form:email", email);
        administrator.choose("form:role", "Cán bộ xét duyệt");
        administrator.choose("form:agency", "Sở Công Thương tỉnh Khánh Hòa");
        administrator.press("Gửi thư mời");
        assertThat(administrator.confirmation().innerText()).contains(email);

        String link = linkSentTo(email, administrator);
        invited.openLink(link);
        invited.page().waitForURL("**/public/invitation");
        assertThat(invited.page().locator(".lead").innerText()).contains(email);
        invited.assertAccessible();
        invited.fill("choose:password", "quá ngắn");
        invited.press("Lưu mật khẩu");
        assertThat(invited.problems()).singleElement().asString().contains("10");
        invited.fill("choose:password", "matkhau123");
        invited.press("Lưu mật khẩu");
        assertThat(invited.problems()).singleElement().asString().contains("dễ đoán", "bốn, năm từ");
        invited.fill("choose:password", PASSWORD);
        invited.press("Lưu mật khẩu");
        assertThat(invited.confirmation().innerText()).contains("Đã lưu mật khẩu");

        invited.signIn(email, PASSWORD);
        assertThat(invited.page().locator(".who").innerText()).contains("Mai Mới Làm");

        administrator.open("/admin/accounts?text=moi.lam");
        administrator.follow("Mai Mới Làm");
        administrator.fill("own:phone", "12345");
        administrator.press("Lưu các số này");
        assertThat(administrator.problems()).singleElement().asString().contains("10 chữ số");
        administrator.fill("own:phone", "0905 000 111");
        administrator.fill("own:document", "056 190 004 321");
        administrator.press("Lưu các số này");
        assertThat(administrator.confirmation().innerText()).contains("Đã lưu các số");
        assertThat(administrator.page().content())
                .contains("•••••••111", "•••••••••321")
                .doesNotContain("0905000111", "056190004321");
        administrator.assertAccessible();
    }

    @Test
    void a_code_can_be_pasted_and_a_wrong_one_is_told_at_its_field(Visitor visitor) {
        visitor.open("/public/invitation");
        visitor.assertAccessible();
        visitor.fill("open:code", "không phải mã");
        visitor.press("Tiếp tục");

        assertThat(visitor.problems()).singleElement().asString().contains("Liên kết");
        visitor.assertAccessible();
    }

    @Test
    void a_forgotten_password_gets_the_same_answer_whoever_asks(Visitor visitor) {
        visitor.open("/public/forgotten");
        visitor.assertAccessible();
        visitor.fill("form:email", "khong.co@demo.example");
        visitor.press("Gửi liên kết");
        String stranger = visitor.confirmation().innerText();

        visitor.open("/public/forgotten");
        visitor.fill("form:email", Demo.HEALTH_OFFICER);
        visitor.press("Gửi liên kết");

        assertThat(visitor.confirmation().innerText()).isEqualTo(stranger);
    }

    @Test
    void an_account_is_found_disabled_after_a_second_look_and_enabled_again(Visitor administrator, Visitor reviewer) {
        reviewer.signInAs("canbo2.sct@demo.example");
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/accounts?text=canbo2");
        administrator.follow("Phạm Văn Xét");
        administrator.assertAccessible();

        administrator.page().getByText("Vô hiệu tài khoản").click();
        administrator.press("Vô hiệu ngay");
        assertThat(administrator.confirmation().innerText()).contains("Đã vô hiệu");
        assertThat(reviewer.fetch("/agency/home").status()).isEqualTo(302);

        administrator.page().getByText("Kích hoạt lại tài khoản").click();
        administrator.press("Kích hoạt lại");
        assertThat(administrator.confirmation().innerText()).contains("Đã kích hoạt lại");
    }

    @Test
    void an_officer_invites_a_colleague(Visitor officer) {
        officer.signInAs(Demo.OFFICER);
        officer.open("/organisation/colleagues");
        officer.assertAccessible();
        officer.fill("form:displayName", "Cao Đồng Nghiệp");
        officer.fill("form:email", "dong.nghiep@demo.example");
        officer.press("Gửi thư mời");

        assertThat(officer.confirmation().innerText()).contains("dong.nghiep@demo.example");
        assertThat(officer.page().locator("table").innerText()).contains("Cao Đồng Nghiệp", "Đã mời");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/accounts",
                "/admin/accounts?text=khong-co-ai",
                "/admin/outbox",
                "/admin/outbox?state=FAILED",
                "/admin/jobs"
            })
    void lists_are_accessible_in_both_languages(String path, Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open(path);
        administrator.assertAccessible();
        administrator.switchLanguage();
        administrator.assertAccessible();
    }

    @Test
    void the_page_on_personal_data_is_open_to_everyone(Visitor visitor) {
        visitor.open("/public/privacy");
        visitor.assertAccessible();
        visitor.switchLanguage();
        assertThat(visitor.title()).isEqualTo("Personal data");
    }

    private static String linkSentTo(String email, Visitor administrator) {
        administrator.open("/admin/outbox?state=WAITING&kind=ACCOUNT_INVITATION");
        administrator.follow(email);
        administrator.assertAccessible();
        administrator.press("Xem nội dung");
        administrator.assertAccessible();
        return administrator.page().locator(".inset a").first().getAttribute("href");
    }
}
