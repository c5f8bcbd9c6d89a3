package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file cannot be read; its officer goes on with another one. */
@InBrowser
class RefusedFilesBrowserIT {
    @Test
    void it_is_told_until_it_is_dismissed_and_not_beside_what_is_wrong_with_another_one(Visitor officer) {
        String list = DemoList.begin(
                officer, "Danh sách có tệp hỏng", "hong.xlsx", "%PDF-1.7 not a list".getBytes(StandardCharsets.UTF_8));
        Locator refused = officer.page().locator("[role=alert] h2");
        assertThat(refused.innerText()).contains("hong.xlsx");
        officer.assertAccessible();

        officer.press("Tải lên");
        assertThat(officer.problems()).hasSize(1);
        assertThat(officer.page().locator("main").innerText()).doesNotContain("“hong.xlsx” không được nhận");
        officer.open("/organisation/staff-list?id=" + list);
        officer.page().locator("[id='dismissing:dismiss']").click();

        officer.confirmation().waitFor();
        assertThat(officer.page().locator("[id='dismissing:dismiss']").count()).isZero();
    }

    @Test
    void whoever_uploads_another_file_is_told_before_that_the_waiting_one_is_dropped(Visitor officer) {
        DemoList.begin(
                officer, "Danh sách chờ xem", "truoc.xlsx", DemoList.people(2).xlsx());
        assertThat(officer.page().locator("main").innerText()).doesNotContain("thì tệp này bị bỏ");

        DemoList.upload(officer, "sau.xlsx", DemoList.people(3).xlsx());

        assertThat(officer.page().locator("main").innerText())
                .contains("Tệp “sau.xlsx” đang chờ bạn xem trước")
                .contains("thì tệp này bị bỏ");
    }
}
