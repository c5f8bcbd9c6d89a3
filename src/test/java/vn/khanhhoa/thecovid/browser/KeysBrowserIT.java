package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** One administrator asks for something of a key that signs cards, and another approves it. */
@InBrowser
class KeysBrowserIT {
    @Test
    void a_key_is_made_and_put_to_work_by_two_people(Visitor one, Visitor other) {
        one.signInAs(Demo.ADMINISTRATOR);
        one.open("/admin/keys");
        one.assertAccessible();
        one.fill("new:reason", "Đổi khóa hằng năm");
        one.press("Đề nghị tạo khóa mới");
        assertThat(one.confirmation().isVisible()).isTrue();
        assertThat(one.page().locator("button[name='form:approve']").count()).isZero();
        one.assertAccessible();

        approve(other);
        one.open("/admin/keys");
        one.page()
                .locator("tr", new Page.LocatorOptions().setHasText("Chưa ký"))
                .first()
                .locator("a")
                .click();
        one.page().waitForURL("**/admin/key?id=*");
        one.assertAccessible();
        one.fill("form:reason", "Đổi khóa hằng năm");
        one.fill("form:from", "32/13/2021");
        one.press("Đề nghị cho khóa ký");
        assertThat(one.problems()).hasSize(1);
        one.assertAccessible();
        one.fill("form:from", "08:00 01/01/2099");
        one.press("Đề nghị cho khóa ký");
        assertThat(one.confirmation().isVisible()).isTrue();
        assertThat(one.page().locator("[id='form:activate']").count()).isZero();
        one.assertAccessible();

        approve(other);
        one.page().reload();
        assertThat(one.page().locator("h1 + p .tag").innerText()).isEqualTo("Được ký");
        assertThat(one.page().content()).contains("Lý Thị Quản Trị");
        one.switchLanguage();
        one.assertAccessible();
    }

    private static void approve(Visitor other) {
        if (!other.page().url().contains("/admin/")) {
            other.signInAs(Demo.SECOND_ADMINISTRATOR);
        }
        other.open("/admin/keys");
        other.assertAccessible();
        other.press("Duyệt:");
        assertThat(other.confirmation().isVisible()).isTrue();
    }
}
