package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** From the matrix that comes with the portal to one that the steering committee puts in force. */
@InBrowser
class MatrixBrowserIT {
    private static final String CELL = "cell:AN_TAICHO:KB2";
    private static final String EMERGENCY = "cell:YT_CAPCUU:KB5";

    @Test
    void one_officer_writes_cell_by_cell_and_another_attests_and_puts_in_force(
            Visitor drafter, Visitor attester, Visitor steering) {
        drafter.signInAs(Demo.HEALTH_OFFICER);
        drafter.open("/criteria-office/matrices");
        drafter.assertAccessible();
        assertThat(drafter.page().locator("main").innerText()).contains("DK-2021-10");
        drafter.page()
                .locator("[id='import:file']")
                .setInputFiles(new FilePayload("a.csv", "text/csv", "a;b".getBytes(StandardCharsets.UTF_8)));
        drafter.press("Nhập tệp");
        assertThat(drafter.page().locator("main").innerText()).contains("Dòng tiêu đề phải bắt đầu bằng");

        drafter.follow("DK-2021-10");
        drafter.assertAccessible();
        drafter.press("Soạn bản nháp từ bảng này");
        String matrix = drafter.page().url().replaceFirst("https?://[^/]+", "");
        drafter.assertAccessible();
        drafter.fill(CELL, "50% yes/T/tùy/no");
        drafter.fill(EMERGENCY, "no/no/no/no");
        drafter.press("Lưu các ô");
        assertThat(drafter.confirmation().innerText()).contains("Đã lưu 2 ô");
        assertThat(drafter.page().locator("[id='about:AN_TAICHO:KB2']").innerText())
                .contains("Không hiểu “tùy”");
        assertThat(drafter.page().locator("[id='about:YT_CAPCUU:KB5']").innerText())
                .contains("Cấp cứu phải luôn mở");
        drafter.assertAccessible();
        drafter.fill(CELL, "50% yes/T/no/no");
        drafter.press("Lưu các ô");
        drafter.fill("about:number", "9696/KH-UBND");
        drafter.press("Lưu tên và số văn bản");
        DemoRules.attach(drafter);

        attester.signInAs(Demo.SECOND_HEALTH_OFFICER);
        attester.open(matrix);
        attester.page().locator("[data-opens=attest]").click();
        attester.press("Đã so, xác nhận");
        assertThat(attester.problems()).singleElement().asString().contains("Bảng còn lỗi");
        drafter.fill(EMERGENCY, "yes/yes/yes/yes");
        drafter.press("Lưu các ô");
        assertThat(drafter.page().locator("[id='about:AN_TAICHO:KB2']").innerText())
                .contains("Xanh: được", "Vàng: được, với điều kiện: kết quả xét nghiệm âm tính", "Không quá 50%");
        DemoRules.attest(attester, matrix);
        steering.signInAs(Demo.STEERING_OFFICER);
        steering.open(matrix);
        steering.press("Xem những gì thay đổi");
        assertThat(steering.page().locator("#order").innerText())
                .contains("Khánh Hòa")
                .doesNotContain("đã qua");
        steering.assertAccessible();
        steering.press("Đưa vào áp dụng");
        assertThat(steering.page().locator("main table").first().innerText())
                .contains("DK-2021-10", "9696/KH-UBND", "Huỳnh Văn Chỉ Đạo");

        drafter.page().setViewportSize(390, 844);
        drafter.open(matrix);
        assertThat((Boolean) drafter.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        drafter.assertAccessible();
        drafter.switchLanguage();
        assertThat(drafter.page().locator("main").innerText()).contains("Green: allowed", "Always open");
    }
}
