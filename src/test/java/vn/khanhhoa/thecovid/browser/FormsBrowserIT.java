package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.intake.ListFiles;

/** An administrator changes a form, and the workbook of the next list has the change. */
@InBrowser
class FormsBrowserIT {
    @Test
    void a_column_that_is_added_and_published_is_in_the_workbook_of_the_next_list(
            Visitor administrator, Visitor officer) {
        officer.signInAs(Demo.OFFICER);
        String before = begin(officer, "M08 – Lao động du lịch, lưu trú", "Trước khi đổi");

        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/forms");
        administrator.assertAccessible();
        administrator.follow("M08");
        administrator.assertAccessible();
        administrator.press("Soạn phiên bản mới");
        administrator.assertAccessible();

        administrator.follow("Thêm cột");
        administrator.assertAccessible();
        administrator.fill("form:label", "Số phòng phụ trách");
        administrator.fill("form:english", "Rooms in charge");
        administrator.fill("form:key", "Số phòng");
        administrator.fill("form:aliases", "Phòng phụ trách\nSố phòng");
        administrator.press("Lưu");
        assertThat(administrator.problems()).singleElement().asString().contains("mã cột");
        assertThat(administrator.page().locator("[id='form:aliases']").inputValue())
                .isEqualTo("Phòng phụ trách\nSố phòng");
        administrator.fill("form:key", "rooms");
        administrator.page().locator("[id='form:required']").check();
        administrator.press("Lưu");
        assertThat(administrator.confirmation().innerText()).contains("Số phòng phụ trách");

        administrator.follow("Số giấy tờ");
        administrator.page().locator("[id='form:required']").uncheck();
        administrator.press("Lưu");
        assertThat(administrator.problems()).singleElement().asString().contains("Số giấy tờ");
        administrator.open("/admin/form-version?code=M08&version=2");
        assertThat(administrator.page().locator("main").innerText()).contains("So với phiên bản đang dùng");
        assertThat(administrator
                        .fetch("/admin/form-files/workbook?code=M08&version=2")
                        .status())
                .isEqualTo(200);
        administrator.press("Xem lại và ban hành");
        assertThat(administrator.page().locator("#publish").innerText()).contains("Số phòng phụ trách");
        administrator.assertAccessible();
        administrator.press("Ban hành phiên bản 2");
        assertThat(administrator.confirmation().innerText()).contains("Đã ban hành phiên bản 2");

        assertThat(texts(officer, "/organisation/files/template?code=M08")).contains("Số phòng phụ trách *");
        assertThat(texts(officer, "/organisation/files/template?code=M08&list=" + before))
                .doesNotContain("Số phòng phụ trách");
        officer.open("/organisation/staff-list?id=" + before);
        officer.assertAccessible();
        assertThat(officer.page().locator(".notice:not([hidden])").first().innerText())
                .contains("phiên bản 2", "Số phòng phụ trách");
        assertThat(officer.fetch("/admin/form-files/workbook?code=M08&version=2")
                        .status())
                .isEqualTo(403);

        byte[] workbook = officer.fetch("/organisation/files/template?code=M08&list=" + before)
                .body();
        String after = begin(officer, "M08 – Lao động du lịch, lưu trú", "Sau khi đổi");
        DemoList.upload(officer, "bieu-mau-cu.xlsx", ListFiles.fill(workbook, List.of(List.of("1", "Lê Thị Hòa"))));
        assertThat(officer.page().locator("main").innerText())
                .contains(
                        "phiên bản 1 của biểu mẫu",
                        "Tệp không có các cột: Số phòng phụ trách.",
                        "cột bắt buộc báo lỗi");
        officer.assertAccessible();
        Program program = Program.given(officer, ApiScope.LISTS_READ);
        assertThat(program.get("/api/v1/staff-lists/" + after + "/uploads").body())
                .contains("\"formVersion\":1", "\"missingColumns\":[\"Số phòng phụ trách\"]");
    }

    @Test
    void an_event_is_asked_for_once(Visitor officer) {
        officer.signInAs(Demo.OFFICER);
        begin(officer, "M12 – Sự kiện, hội nghị, tiệc", "Hội nghị cuối năm");
        assertThat(officer.title()).contains("Thông tin chung");
        officer.assertAccessible();
        officer.fill("form:questions:0:answer", "Hội nghị khách hàng");
        officer.fill("form:questions:1:answer", "ngày mai");
        officer.fill("form:questions:2:answer", "Khách sạn Biển Xanh, 12 Trần Phú");
        officer.choose("form:questions:3:choice", "22327 – Phường Vĩnh Hòa, Thành phố Nha Trang");
        officer.fill("form:questions:4:answer", "50");
        officer.press("Lưu");
        assertThat(officer.problems()).singleElement().asString().contains("Ngày tổ chức");
        assertThat(error(officer)).contains("Ngày tổ chức");
        officer.assertAccessible();
        officer.fill("form:questions:1:answer", "20/12/2021");
        officer.press("Lưu");
        assertThat(error(officer)).as("a day in the past").contains("Ngày tổ chức", "sớm hơn");
        assertThat(officer.page().locator("[id='form:questions:0:answer']").inputValue())
                .isEqualTo("Hội nghị khách hàng");
        officer.fill(
                "form:questions:1:answer",
                LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                        .plusDays(20)
                        .format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        officer.press("Lưu");

        assertThat(officer.page().locator(".summary").first().innerText()).contains("Hội nghị khách hàng", "50");
        officer.assertAccessible();
    }

    /** Beside the field of the day. */
    private static String error(Visitor officer) {
        return officer.page().locator("[id='form:questions:1:answer-error']").innerText();
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static String begin(Visitor officer, String form, String name) {
        officer.open("/organisation/staff-lists");
        officer.assertAccessible();
        officer.fill("form:name", name);
        officer.choose("form:template", form);
        officer.press("Lập danh sách mới");
        return officer.page().url().replaceFirst(".*[?]id=", "");
    }

    private static String texts(Visitor officer, String path) {
        return ListFiles.texts(officer.fetch(path).body());
    }
}
