package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever is searched for is in no address: not in the history of a browser, nor in the log of a proxy. */
@InBrowser
class SearchingForPeopleBrowserIT {
    private static final String NAME = "Nguyễn Thị Bông";

    @Test
    void a_reviewer_s_search_is_kept_under_a_random_id(Visitor reviewer) {
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", NAME);
        reviewer.press("Lọc");

        assertThat(reviewer.page().url()).matches(".*/agency/review-queue[?]search=[\\w-]{22}");
        assertThat(reviewer.page().locator("#name").inputValue()).isEqualTo(NAME);
    }

    @Test
    void a_health_officer_s_search_is_nobody_else_s(Visitor healthOfficer, Visitor other) {
        healthOfficer.signInAs(Demo.HEALTH_OFFICER);
        healthOfficer.open("/health-office/cards");
        healthOfficer.fill("text", NAME);
        healthOfficer.press("Lọc");
        String result = healthOfficer.page().url();
        assertThat(result).matches(".*/health-office/cards[?]search=[\\w-]{22}");
        assertThat(healthOfficer.page().locator("#text").inputValue()).isEqualTo(NAME);

        other.signInAs(Demo.APPROVER);
        other.open(result.replaceFirst("https?://[^/]+", ""));
        assertThat(other.page().locator("#text").inputValue()).isEmpty();
    }

    @Test
    void an_administrator_finds_an_account_without_its_address_in_the_page_s(Visitor administrator) {
        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/accounts");
        administrator.fill("text", "canbo.sdl@demo.example");
        administrator.press("Tìm");

        assertThat(administrator.page().url()).matches(".*/admin/accounts[?]search=[\\w-]{22}");
        assertThat(administrator.page().locator("tbody tr").count()).isEqualTo(1);
    }
}
