package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.ApiScope;

/** An officer of a source adds a facility, imports a file with a wrong row, mends it and withdraws the import. */
@InBrowser
class HealthDataBrowserIT {
    private static final String HEADINGS = "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở";

    private static String yesterday() {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy")
                .format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1));
    }

    private static void send(Visitor officer, String name, String... lines) {
        officer.page()
                .locator("[id='sending:file']")
                .setInputFiles(new FilePayload(
                        name, "text/csv", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8)));
        officer.press("Nhập tệp");
        officer.page().locator(".figure-row").waitFor();
        officer.page().waitForFunction("() => !document.getElementById('busy')");
    }

    @Test
    void who_is_due_the_next_dose_is_counted_listed_and_taken_along(Visitor officer) {
        String passed = DateTimeFormatter.ofPattern("dd/MM/yyyy")
                .format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(100));
        officer.signInAs(Demo.SOURCE_OFFICER);
        officer.open("/health-data/sources");
        officer.follow("Dữ liệu tiêm chủng Covid-19");
        send(
                officer,
                "den-han.csv",
                HEADINGS.replace(";CCCD;", ";CCCD;SĐT;"),
                "Lê Hữu Đức;1985;056085000901;0905123789;AZ;1;" + passed + ";TYT-22375");

        officer.page().waitForCondition(() -> {
            officer.open("/health-data/due-doses"); // reckoned a moment behind the import
            return officer.page()
                            .locator("a:has-text('Trạm Y tế phường Vĩnh Nguyên')")
                            .count()
                    > 0;
        });
        officer.assertAccessible();
        officer.follow("Trạm Y tế phường Vĩnh Nguyên");
        officer.assertAccessible();
        assertThat(officer.page().locator("main").innerText())
                .contains("Lê Hữu Đức", "••••••••0901", "••••••3789", "Mũi 2, từ ngày")
                .doesNotContain("056085000901", "0905123789");
        String file = officer.page().locator("a[href*='due-doses-file']").getAttribute("href");
        assertThat(officer.fetch(file).text()).contains("Lê Hữu Đức;1985;056085000901;0905123789;");
        officer.page().setViewportSize(390, 844);
        assertThat((Boolean) officer.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        officer.switchLanguage();
        assertThat(officer.page().locator("main").innerText()).contains("Dose 2, from");
        officer.open("/health-data/due-doses?until=hôm-nay");
        assertThat(officer.page().locator("[role=alert]").first().innerText()).contains("day/month/year");
    }

    @Test
    void an_agency_s_programs_are_made_on_a_page_like_an_organisation_s(Visitor officer, Visitor health) {
        officer.signInAs(Demo.SOURCE_OFFICER);
        Program made = Program.ofAgency(officer, ApiScope.IMPORTS_READ);
        officer.assertAccessible();
        String page = officer.page().url().replaceFirst("https?://[^/]+", "");
        assertThat(page).startsWith("/health-data/api-client?id=");
        assertThat(officer.page().locator("#secret").innerText()).isEqualTo(made.secret());
        officer.open("/health-data/api-clients");
        officer.assertAccessible();
        assertThat(officer.page().locator("form").last().innerText())
                .contains("Gửi dữ liệu và rút lần nhập")
                .doesNotContain("Lấy thẻ");

        health.signInAs(Demo.HEALTH_OFFICER);
        assertThat(health.fetch(page).status()).as("of another agency").isEqualTo(404);
        assertThat(health.fetch("/organisation/api-clients").status()).isEqualTo(403);

        officer.open(page);
        officer.page().locator("[data-opens=revoke]").click();
        officer.press("Thu hồi ngay");
        assertThat(officer.confirmation().isVisible()).isTrue();
        assertThat(made.get("/api/v1/sources").statusCode()).isEqualTo(401);
    }

    @Test
    void a_file_of_doses_comes_in_is_mended_and_withdrawn(Visitor officer, Visitor health) {
        officer.signInAs(Demo.SOURCE_OFFICER);
        officer.open("/health-data/sources");
        officer.assertAccessible();
        officer.follow("Dữ liệu tiêm chủng Covid-19");
        String source = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.assertAccessible();

        officer.follow("Thêm cơ sở");
        officer.assertAccessible();
        officer.fill("form:code", "TYT-22336");
        officer.fill("form:name", "Trạm Y tế phường Ngọc Hiệp");
        officer.press("Lưu");
        assertThat(officer.problems()).singleElement().asString().contains("Chọn xã, phường");
        officer.assertAccessible();
        officer.choose("form:commune", "Phường Ngọc Hiệp");
        officer.fill("form:from", "01/01/2021");
        officer.press("Lưu");
        assertThat(officer.confirmation().innerText()).contains("Trạm Y tế phường Ngọc Hiệp");

        send(
                officer,
                "mui-tiem.csv",
                HEADINGS,
                "Nguyễn Văn Hòa;1985;056085000101;AZ;1;" + yesterday() + ";TYT-22336",
                "Trần Thị Như;1990;056190000102;AZ;1;01/01/2021;TYT-22336");
        assertThat(officer.page().locator(".figure-row").textContent()).contains("1 dòng mới", "1 dòng không nhận");
        assertThat(officer.page().locator("main").innerText())
                .contains("Ngày tiêm “01/01/2021”", "Ngày sớm hơn 08/03/2021");
        officer.assertAccessible();
        officer.page().setViewportSize(390, 844);
        assertThat((Boolean) officer.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        officer.page().locator("a[href*='outcome=added']").click();
        officer.page().waitForURL("**/import-rows?*");
        officer.assertAccessible();
        assertThat((Boolean) officer.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        officer.page().setViewportSize(1280, 800);
        officer.assertAccessible();
        assertThat(officer.page().locator("main").innerText())
                .contains("Nguyễn Văn Hòa", "…0101", "Mũi 1, AstraZeneca (Vaxzevria)", "Ngọc Hiệp")
                .doesNotContain("056085000101", "Trần Thị Như");
        String rows = officer.page().locator("a[href*='import-rows-file']").getAttribute("href");
        assertThat(officer.fetch(rows).text())
                .contains("Nguyễn Văn Hòa;1985;…0101;")
                .doesNotContain("056085000101");
        officer.switchLanguage();
        assertThat(officer.page().locator("main").innerText()).contains("Dose 1, AstraZeneca");
        officer.switchLanguage();

        officer.open(source);
        send(
                officer,
                "mui-tiem-sua.csv",
                HEADINGS,
                "Trần Thị Như;1990;056190000102;AZ;1;" + yesterday() + ";TYT-22336");
        assertThat(officer.page().locator(".figure-row").textContent()).contains("1 dòng mới", "0 dòng không nhận");
        officer.page().locator("[data-opens=withdraw]").click();
        officer.press("Đúng, rút");
        assertThat(officer.problems()).singleElement().asString().contains("Lý do rút");
        officer.fill("withdrawing:reason", "Nhập nhầm tệp");
        officer.press("Đúng, rút");
        assertThat(officer.confirmation().innerText()).contains("Đã rút lần nhập: 1 dữ liệu");
        officer.assertAccessible();

        officer.open(source);
        officer.follow("Số lượng hằng ngày của cơ sở");
        officer.page().locator("main table input").first().fill("mười");
        officer.press("Lưu số khai");
        assertThat(officer.problems()).singleElement().asString().contains("chỉ gồm chữ số");
        officer.page().locator("main table input").first().fill("12");
        officer.press("Lưu số khai");
        assertThat(officer.confirmation().innerText()).contains("1 cơ sở");
        officer.assertAccessible();
        officer.follow("Đúng hạn, chậm, thiếu");
        assertThat(officer.page().locator("figure svg").getAttribute("aria-label"))
                .contains("1 đúng hạn", "0 chậm");
        assertThat(officer.page().locator(".figure-row").textContent()).contains("12 Chưa đến hạn");
        officer.assertAccessible();
        officer.page().setViewportSize(390, 844);
        assertThat((Boolean) officer.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();

        officer.open(source.replace("/source?", "/typing?"));
        officer.assertAccessible();
        officer.fill("cell:full_name", "Nguyễn Văn Gõ");
        officer.press("Lưu, gõ bản ghi tiếp theo");
        assertThat(officer.problems()).anySatisfy(problem -> assertThat(problem).contains("Ngày sinh", "bắt buộc"));
        officer.assertAccessible();

        health.signInAs(Demo.HEALTH_OFFICER);
        health.open(source);
        assertThat(health.page().locator("main").innerText())
                .contains("Trung tâm Kiểm soát bệnh tật", "2 ngày sau ngày tiêm")
                .doesNotContain("mui-tiem.csv");
        assertThat(health.page().locator("[id='sending:file']").count()).isZero();
        health.follow("Sửa nguồn dữ liệu");
        health.assertAccessible();
        health.fill("form:event", "72");
        health.press("Lưu");
        assertThat(health.page().locator("main").innerText()).contains("3 ngày sau ngày tiêm");
        health.switchLanguage();
        assertThat(health.page().locator("main").innerText()).contains("3 days after the day of the dose");
    }
}
