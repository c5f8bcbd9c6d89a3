package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A health officer simulates a criteria set that comes with the portal, and takes its tables along. */
@InBrowser
class SimulationBrowserIT {
    @Test
    void a_criteria_set_is_simulated_for_everybody_in_the_portal(Visitor hr, Visitor officer, Visitor steering) {
        DemoList.begin(hr, "Mô phỏng", "mo-phong.xlsx", DemoList.people(3).xlsx());
        DemoList.submit(hr);
        officer.signInAs(Demo.HEALTH_OFFICER);
        officer.open("/criteria-office/simulations");
        officer.assertAccessible();
        officer.press("Bắt đầu mô phỏng");
        assertThat(officer.problems()).singleElement().asString().contains("Chọn bộ tiêu chí");
        String value = officer.page()
                .locator("[id='beginning:draft'] option")
                .filter(new Locator.FilterOptions().setHasText("DN-2021-09"))
                .first()
                .getAttribute("value");
        officer.page().locator("[id='beginning:draft']").selectOption(value);
        officer.press("Bắt đầu mô phỏng");
        Page page = officer.page();
        page.waitForCondition(
                () -> page.locator("a[href*='simulation-file']").count() > 0,
                new Page.WaitForConditionOptions().setTimeout(60_000));
        officer.assertAccessible();
        assertThat(page.locator("main").innerText()).contains("Số người theo mức", "Theo nhóm tuổi", "Theo đơn vị");
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        page.setViewportSize(1280, 800);
        APIResponse file =
                officer.fetch(page.locator("a[href*='simulation-file']").getAttribute("href"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-type")).contains("spreadsheetml");
        officer.switchLanguage();
        assertThat(page.locator("main").innerText()).contains("People by level", "By organisation");
        officer.assertAccessible();

        String address = page.url().replaceFirst("https?://[^/]+", "");
        steering.signInAs(Demo.STEERING_OFFICER);
        steering.open(address);
        assertThat(steering.page().locator("main").innerText()).contains("bội số của 5");
        steering.assertAccessible();
        assertThat(steering.page().locator("[id='discarding:discard']").count())
                .as("whoever began it discards it")
                .isZero();
        officer.press("Delete this simulation");
        assertThat(officer.confirmation().innerText()).contains("deleted");
    }
}
