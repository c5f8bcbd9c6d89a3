package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** An officer of a source looks at both sides of those whom the portal cannot match by itself, by keyboard. */
@InBrowser
class MatchingBrowserIT {
    private static final String HEADINGS = "Họ và tên;Ngày sinh;CCCD;SĐT;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở";
    private static final String ASKED = "Vũ Hòa Hai Bên";
    private static final String TAKEN = "Vũ Văn Trùng Số";
    private static final String NUMBER = "056085717171";

    private static void submit(Visitor hr) {
        ListFiles people = DemoList.people(2);
        person(people.rows().get(0), ASKED, "056085717170", "0905717170");
        person(people.rows().get(1), TAKEN, NUMBER, "0905717171");
        DemoList.begin(hr, "Hai bên", "hai-ben.xlsx", people.xlsx());
        DemoList.submit(hr);
    }

    private static void person(List<String> row, String name, String document, String phone) {
        ListFiles.set(row, "full_name", name);
        ListFiles.set(row, "birth_date", "07/03/1985");
        ListFiles.set(row, "sex", "Nam");
        ListFiles.set(row, "document_kind", "CCCD");
        ListFiles.set(row, "document_number", document);
        ListFiles.set(row, "phone", phone);
    }

    private static void send(Visitor officer) {
        String yesterday = DateTimeFormatter.ofPattern("dd/MM/yyyy")
                .format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(1));
        String file = String.join(
                "\r\n",
                HEADINGS,
                "Vũ Hoà Hai Bên;07/03/1985;;0905717170;AZ;1;" + yesterday + ";HAI-BEN",
                "Lê Thị Khác Người;01/02/1990;" + NUMBER + ";;AZ;1;" + yesterday + ";HAI-BEN");
        officer.page()
                .locator("[id='sending:file']")
                .setInputFiles(new FilePayload("hai-ben.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        officer.press("Nhập tệp");
        officer.page().locator(".figure-row").waitFor();
        officer.page().waitForFunction("() => !document.getElementById('busy')");
        assertThat(officer.page().locator(".figure-row").textContent()).contains("2 dòng mới");
    }

    @Test
    void both_sides_are_looked_at_answered_and_undone_from_the_keyboard(Visitor hr, Visitor officer, Visitor reviewer) {
        submit(hr);
        officer.signInAs(Demo.SOURCE_OFFICER);
        officer.open("/health-data/sources");
        officer.follow("Dữ liệu tiêm chủng Covid-19");
        String source = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.follow("Thêm cơ sở");
        officer.fill("form:code", "HAI-BEN");
        officer.fill("form:name", "Trạm Y tế hai bên");
        officer.choose("form:commune", "Phường Ngọc Hiệp");
        officer.fill("form:from", "01/01/2021");
        officer.press("Lưu");
        send(officer);
        String imported = officer.page().url();
        officer.open(source);
        officer.follow("Đối chiếu nhân thân");
        Page page = officer.page();
        String desk = page.url();
        page.waitForCondition(
                () -> {
                    page.navigate(desk);
                    return page.locator("section h3", new Page.LocatorOptions().setHasText("Vũ Hoà Hai Bên"))
                                    .count()
                            > 0;
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));

        assertThat(page.locator("main").innerText())
                .contains("Cùng số điện thoại, tên và ngày sinh", ASKED, "…7170", "…170", "Tiêm AstraZeneca")
                .doesNotContain("056085717170")
                .doesNotContain("0905717170");
        officer.assertAccessible();
        page.setViewportSize(390, 844);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        page.setViewportSize(1280, 800);

        page.keyboard().press("n");
        answer(page, "m");
        assertThat(officer.confirmation().innerText()).contains("Đã ghép");
        assertThat(page.locator("main").innerText()).contains("Không còn trường hợp nào chờ trả lời");
        officer.assertAccessible();

        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", ASKED);
        reviewer.press("Lọc");
        reviewer.page().locator("tbody th a").first().click();
        reviewer.page().waitForURL("**/review-entry?id=*");
        assertThat(reviewer.page().locator("aside").innerText())
                .contains("Mức theo dữ liệu y tế", "Nơi này chưa có bộ tiêu chí nào đang áp dụng");
        reviewer.assertAccessible();

        answer(page, "z");
        assertThat(officer.confirmation().innerText()).contains("Đã hoàn tác");
        answer(page, "k");
        assertThat(officer.confirmation().innerText()).contains("hai người khác nhau");

        officer.follow("số giấy tờ trùng với người khác");
        assertThat(page.locator("main").innerText())
                .contains("Lê Thị Khác Người", "V. V. T. S.", "Nguồn cần sửa")
                .doesNotContain(TAKEN);
        officer.assertAccessible();
        officer.press("Là một người");
        assertThat(officer.problems()).singleElement().asString().contains("Ghi căn cứ");

        officer.switchLanguage();
        assertThat(page.locator("main").innerText()).contains("What the source has to mend", "Another year");
        page.navigate(imported);
        page.locator("[data-opens=withdraw]").click();
        page.locator("[id='withdrawing:reason']").fill("trial");
        page.locator("[id='withdrawing:withdraw']").click();
        assertThat(officer.confirmation().innerText()).isNotBlank();
        page.navigate(desk + "&part=conflict");
        assertThat(page.locator("section").count()).as("gone with its record").isZero();
        DemoList.withdraw(hr);
    }

    /** A key that sends the form. */
    @SuppressWarnings("deprecation")
    private static void answer(Page page, String key) {
        page.waitForNavigation(() -> page.keyboard().press(key));
    }
}
