package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@InBrowser
class RegisteringAsAnIndividualBrowserIT {
    private static final String COMMUNE_OFFICER = "canbo.vinhhoa@demo.example";
    private static final String COLLEAGUE = "canbo2.vinhhoa@demo.example";
    private static final int PHONE = 390;

    @Test
    void a_person_asks_on_a_phone_mends_what_comes_back_and_takes_the_card_home(Visitor person, Visitor reviewer)
            throws Exception {
        person.page().setViewportSize(PHONE, 844);
        String name = "Huỳnh Thị " + letters();
        String number = number();
        person.open("/");
        person.follow("Đăng ký cá nhân");
        person.assertAccessible();
        assertFits(person.page());
        press(person, "form:check");
        assertThat(person.problems()).hasSizeGreaterThan(5);
        person.assertAccessible();

        fill(person, name, number);
        person.fill("form:residence", "Vạn Thắng");
        press(person, "form:check");
        assertThat(person.problems()).hasSize(1).first().asString().contains("Vạn Ninh");
        assertThat(person.page().locator("[id='form:full_name']").inputValue()).isEqualTo(name);
        person.fill("form:residence", "Phường Vĩnh Hòa, Thành phố Nha Trang");
        press(person, "form:check");
        assertThat(person.title()).isEqualTo("Xem lại và gửi");
        assertThat(person.page().locator("main").innerText())
                .contains("Ủy ban nhân dân phường Vĩnh Hòa")
                .contains("Khám bệnh, chăm sóc người bệnh");
        assertThat(person.page().url()).doesNotContain(number);
        person.assertAccessible();
        assertFits(person.page());

        press(person, "send:send");
        assertThat(person.problems()).hasSize(1);
        person.page().locator("[id='send:agreed']").check();
        press(person, "send:send");
        String code = person.page().locator("#code").innerText();
        assertThat(code).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}");
        person.assertAccessible();

        reviewer.signInAs(COMMUNE_OFFICER);
        decide(reviewer, name, "RETURN", "R03");

        openStatus(person, code, number);
        assertThat(person.title()).contains("Trả lại để bổ sung");
        person.assertAccessible();
        person.follow("Bổ sung và gửi lại");
        person.assertAccessible();
        assertThat(person.page().content()).doesNotContain("Yersin").doesNotContain("0905123456");
        person.fill("proof:document", number.substring(8));
        press(person, "proof:prove");
        assertThat(person.problems()).hasSize(1);
        person.fill("proof:document", number.substring(1));
        press(person, "proof:prove");
        assertThat(person.page().locator("[id='form:address']").inputValue()).isEqualTo("Số 12 đường Yersin");
        person.assertAccessible();
        person.fill("form:reason", "Đưa mẹ đi khám theo hẹn ngày thứ hai hằng tuần");
        person.fill("form:residence", "Phường Không Có");
        press(person, "form:mend");
        assertThat(person.problems()).hasSize(1);
        assertThat(person.page().url()).contains("edit=").doesNotContain(number);
        List<String> methods = new ArrayList<>();
        person.page().onRequest(request -> {
            if (request.isNavigationRequest()) {
                methods.add(request.method());
            }
        });
        person.page().reload();
        assertThat(methods).as("nothing is sent again").containsOnly("GET");
        assertThat(person.problems()).hasSize(1);
        assertThat(person.page().locator("[id='form:reason']").inputValue()).contains("ngày thứ hai");
        person.fill("form:residence", "Phường Vĩnh Hòa, Thành phố Nha Trang");
        person.fill("form:birth_date", "3/25/85");
        person.fill("form:document_number", number.substring(1));
        press(person, "form:mend");
        assertThat(person.page().locator("main").innerText())
                .contains(
                        "Chúng tôi hiểu là 25/03/1985", "3/25/85", "Chúng tôi hiểu là " + number, "chưa được gửi lại");
        assertThat(person.page().url()).contains("draft=").doesNotContain(number);
        person.assertAccessible();
        assertFits(person.page());
        person.follow("Sửa lại");
        assertThat(person.page().locator("[id='form:birth_date']").inputValue()).isEqualTo("3/25/85");
        press(person, "form:mend");
        press(person, "send:send");
        assertThat(person.title()).contains("Đang chờ duyệt");

        reviewer.open("/agency/review-queue");
        reviewer.follow(name);
        assertThat(reviewer.page().locator("#changed-since").innerText())
                .contains("bản bị trả lại", "Đưa mẹ đi khám bệnh", "khám theo hẹn ngày thứ hai hằng tuần");
        assertThat(reviewer.page().locator("#other-person").count()).isZero();
        decide(reviewer, name, "APPROVE", "");
        openStatus(person, code, number);
        assertThat(person.title()).contains("Đã duyệt");
        assertFits(person.page());
        String card = person.page().locator("a[href*='/citizen/card']").first().getAttribute("href");
        APIResponse pdf = person.fetch(card);
        assertThat(pdf.status()).isEqualTo(200);
        try (PdfReader read = new PdfReader(pdf.body())) {
            assertThat(read.getNumberOfPages()).isPositive();
        }
    }

    @Test
    void the_way_back_leads_over_the_form_with_its_error_and_all_that_was_typed(Visitor person) {
        String name = "Huỳnh Thị " + letters();
        person.open("/public/individual");
        fill(person, name, number());
        person.fill("form:residence", "Vạn Thắng");
        press(person, "form:check");
        person.fill("form:residence", "Phường Vĩnh Hòa, Thành phố Nha Trang");
        press(person, "form:check");
        assertThat(person.title()).isEqualTo("Xem lại và gửi");

        person.page().goBack();

        assertThat(person.page().locator("[id='form:full_name']").inputValue()).isEqualTo(name);
        person.page().reload();
        assertThat(person.page().locator("[id='form:full_name']").inputValue()).isEqualTo(name);
        assertThat(person.page().url()).contains("edit=").doesNotContain(name);
    }

    @Test
    void the_code_is_not_shown_to_the_next_person_on_the_same_phone(Visitor person) {
        String number = number();
        String code = sent(person, "Huỳnh Thị " + letters(), number);
        String page = person.page().url();
        person.open("/public/individual");
        fill(person, "Huỳnh Văn " + letters(), number());
        press(person, "form:check");

        person.page().navigate(page);
        assertThat(person.title()).isEqualTo("Mã tra cứu đã được ẩn");
        assertThat(person.page().content()).doesNotContain(code);
        person.assertAccessible();
        person.fill("closed:proof", "0000");
        press(person, "closed:show");
        assertThat(person.problems()).hasSize(1);
        assertThat(person.page().content()).doesNotContain(code);

        person.fill("closed:proof", number.substring(8));
        press(person, "closed:show");
        assertThat(person.page().locator("#code").innerText()).isEqualTo(code);
    }

    @Test
    void the_same_form_sent_again_is_the_same_entry(Visitor person) {
        String number = number();
        String code = sent(person, "Huỳnh Văn " + letters(), number);

        person.page().goBack();
        person.page().goBack();
        person.open("/public/individual");
        fill(person, "Huỳnh Văn Khác", number);
        press(person, "form:check");

        assertThat(person.page().locator("#code").innerText()).isEqualTo(code);
    }

    /** The session keeps the form until it is sent. */
    @Test
    void a_text_that_would_only_fill_the_memory_is_refused(Visitor person) {
        person.open("/public/individual");
        fill(person, "Huỳnh Văn " + letters(), number());
        person.fill("form:phone", "0905" + " ".repeat(5_000) + "123456");
        press(person, "form:check");

        assertThat(person.title()).isNotEqualTo("Xem lại và gửi");
        assertThat(person.problems()).singleElement().asString().contains("Số điện thoại không hợp lệ");
    }

    @Test
    void a_person_takes_an_entry_back(Visitor person) {
        String number = number();
        String code = sent(person, "Huỳnh Văn " + letters(), number);
        openStatus(person, code, number);
        person.follow("Rút đề nghị");
        person.fill("proof:document", number);
        press(person, "proof:prove");
        person.assertAccessible();
        press(person, "withdrawing:withdraw");

        assertThat(person.title()).contains("Đã rút");
    }

    @Test
    void an_officer_enters_for_a_neighbour_and_a_colleague_decides(Visitor officer, Visitor colleague) {
        String name = "Phan Thị " + letters();
        officer.signInAs(COMMUNE_OFFICER);
        officer.open("/agency/individual");
        officer.assertAccessible();
        fill(officer, name, number());
        press(officer, "form:check");
        officer.page().locator("[id='send:agreed']").check();
        press(officer, "send:send");
        assertThat(officer.page().locator("#code").innerText()).hasSize(17);
        officer.assertAccessible();

        officer.open("/agency/review-queue");
        officer.follow(name);
        assertThat(officer.page().locator("#closed").innerText())
                .contains("Người gửi đề nghị không được tự duyệt", "không có nút quyết định");
        assertThat(officer.page().locator("[id='form:decide']").count()).isZero();
        assertThat(officer.page().locator("[id='forward:send']").count()).isEqualTo(1);
        officer.assertAccessible();

        colleague.signInAs(COLLEAGUE);
        decide(colleague, name, "APPROVE", "");
    }

    @Test
    void what_was_typed_outlives_another_language(Visitor person) {
        person.page().setViewportSize(390, 844);
        person.open("/public/individual");
        fill(person, "Nguyễn Thị Giữ Lại", "056185001299");

        person.switchLanguage();

        assertThat(person.page().locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(person.page().locator("[id='form:full_name']").inputValue()).isEqualTo("Nguyễn Thị Giữ Lại");
        assertThat(person.page()
                        .locator("input[name='form:activities'][value='YT_KHAM']")
                        .isChecked())
                .isTrue();
        press(person, "form:check");
        assertThat(person.page().locator("[id='send:agreed']").count()).isEqualTo(1);
    }

    @Test
    void a_commune_is_found_without_marks(Visitor person) {
        person.open("/public/individual");
        person.page().locator("[id='form:residence']").pressSequentially("vinh hoa");

        Locator found = person.page().locator("[role=option]").first();
        assertThat(found.innerText()).startsWith("Phường Vĩnh Hòa");
        person.assertAccessible();
        person.page().keyboard().press("ArrowDown");
        person.page().keyboard().press("Enter");

        assertThat(person.page().locator("[id='form:residence']").inputValue())
                .isEqualTo("Phường Vĩnh Hòa, Thành phố Nha Trang");
        assertThat(found.isVisible()).isFalse();
    }

    @Test
    void an_empty_form_names_what_is_missing(Visitor person) {
        person.open("/public/individual");
        press(person, "form:check");

        assertThat(person.problems())
                .doesNotHaveDuplicates()
                .contains("Họ và tên: xin ghi hoặc chọn.", "Giới tính: xin ghi hoặc chọn.");
        person.page().locator(".error-summary a").first().click();
        assertThat(person.page().evaluate("document.activeElement.id")).isEqualTo("form:full_name");
    }

    @Test
    void going_back_after_sending_leads_to_the_code(Visitor person) {
        String code = sent(person, "Trần Thị Quay Lại", "056185001388");
        assertThat(person.page().locator(".panel").innerText()).contains("Vĩnh Hòa");

        person.page().goBack();
        person.page().reload();

        assertThat(person.title()).isEqualTo("Đã gửi đề nghị này");
        person.assertAccessible();
        person.follow("Xem mã tra cứu");
        assertThat(person.page().locator("#code").innerText()).isEqualTo(code);
    }

    @Test
    void it_reads_in_english_too(Visitor person) {
        person.open("/public/individual");
        person.switchLanguage();

        assertThat(person.title()).isEqualTo("Register as an individual");
        person.assertAccessible();
    }

    private static String sent(Visitor person, String name, String number) {
        person.open("/public/individual");
        fill(person, name, number);
        press(person, "form:check");
        person.page().locator("[id='send:agreed']").check();
        press(person, "send:send");
        return person.page().locator("#code").innerText();
    }

    private static void fill(Visitor person, String name, String number) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        person.fill("form:full_name", name);
        person.fill("form:birth_date", "07/03/1985");
        person.page().locator("input[name='form:sex'][value='FEMALE']").check();
        person.page().locator("input[name='form:document_kind'][value='CCCD']").check();
        person.fill("form:document_number", number);
        person.fill("form:phone", "0905123456");
        person.fill("form:address", "Số 12 đường Yersin");
        person.fill("form:residence", "Phường Vĩnh Hòa, Thành phố Nha Trang");
        person.page().locator("input[name='form:activities'][value='YT_KHAM']").check();
        person.fill("form:valid_from", today.toString());
        person.fill("form:valid_to", today.plusDays(20).toString());
        person.fill("form:reason", "Đưa mẹ đi khám bệnh");
    }

    private static void decide(Visitor reviewer, String name, String outcome, String reason) {
        reviewer.open("/agency/review-queue");
        reviewer.follow(name);
        assertThat(reviewer.page().locator("h1").innerText()).contains("M10");
        reviewer.assertAccessible();
        reviewer.page().locator("input[value='" + outcome + "']").check();
        reviewer.page().locator("[id='form:atOnce']").check();
        if (!reason.isEmpty()) {
            reviewer.page().locator("[id='form:reason']").selectOption(reason);
        }
        press(reviewer, "form:decide");
        reviewer.confirmation().waitFor();
    }

    private static void openStatus(Visitor person, String code, String number) {
        person.open("/citizen/status");
        person.fill("form:code", code);
        person.fill("form:proof", number.substring(8));
        press(person, "form:open");
    }

    /** Sends the form and waits for the page that answers. */
    @SuppressWarnings("deprecation")
    private static void press(Visitor visitor, String id) {
        visitor.page()
                .waitForNavigation(
                        () -> visitor.page().locator("[id='" + id + "']").click());
    }

    private static void assertFits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing is cut off on a phone")
                .isEqualTo(true);
    }

    private static String number() {
        return "056185" + "%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(6, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, 'B')
                .toString();
    }
}
