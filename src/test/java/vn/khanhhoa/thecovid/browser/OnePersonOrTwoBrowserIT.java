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

/**
 * Two of a list are recorded as one and that is undone; a reviewer accepts a paper that the source refuses, and asks for an exception; the
 * person asks for a code and reports a fault, which the source answers.
 */
@InBrowser
class OnePersonOrTwoBrowserIT {
    private static final String NAME = "Đinh Hòa Nhất Nhị";
    private static final String FIRST = "056085818180";
    private static final String SECOND = "056085818181";
    private static final FilePayload SCAN =
            new FilePayload("giay.pdf", "application/pdf", "%PDF-1.7 giấy".getBytes(StandardCharsets.UTF_8));

    private static String daysAgo(int days) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy")
                .format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(days));
    }

    private static String submit(Visitor hr) {
        ListFiles people = DemoList.people(2);
        person(people.rows().get(0), FIRST);
        person(people.rows().get(1), SECOND);
        String list = DemoList.begin(hr, "Một hay hai", "mot-hay-hai.xlsx", people.xlsx());
        DemoList.submit(hr);
        return list;
    }

    private static void person(List<String> row, String document) {
        ListFiles.set(row, "full_name", NAME);
        ListFiles.set(row, "birth_date", "07/03/1985");
        ListFiles.set(row, "sex", "Nam");
        ListFiles.set(row, "document_kind", "CCCD");
        ListFiles.set(row, "document_number", document);
    }

    /** Whoever needs aids or has a phone can use the page. */
    private static void look(Visitor visitor) {
        visitor.assertAccessible();
        visitor.page().setViewportSize(390, 844);
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone of " + visitor.page().url())
                .isTrue();
        visitor.page().setViewportSize(1440, 900);
    }

    private static void find(Visitor officer, String number) {
        officer.fill("number", number);
        officer.press("Tìm");
        officer.page()
                .locator("main table a", new Page.LocatorOptions().setHasText(NAME))
                .first()
                .click();
        officer.page().waitForLoadState();
    }

    @Test
    void two_are_recorded_as_one_and_that_is_undone(Visitor hr, Visitor officer, Visitor other) {
        submit(hr);
        officer.signInAs(Demo.HEALTH_OFFICER);
        officer.open("/health-office/people");
        look(officer);
        find(officer, FIRST);
        look(officer);
        find(officer, FIRST);
        assertThat(officer.problems()).singleElement().asString().contains("cùng một bản ghi");
        find(officer, SECOND);
        assertThat(officer.title()).contains("Hai người cạnh nhau");
        assertThat(officer.page().locator("main").innerText())
                .contains("…8180", "…8181", "Đề nghị và thẻ")
                .doesNotContain(FIRST, SECOND);
        look(officer);
        String pair = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.page().locator("[data-opens=merge]").click();
        officer.press("Đúng, là một người");
        assertThat(officer.problems()).singleElement().asString().contains("lý do");
        look(officer);
        officer.page().locator("[data-opens=merge]").click();
        officer.fill("merging:why", "hai giấy tờ của một người");
        officer.press("Đúng, là một người");
        assertThat(officer.confirmation().innerText()).contains("Đã ghi nhận là một người");
        look(officer);
        String act = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.open(pair);
        assertThat(officer.page().locator("main").innerText()).contains("đã được ghi nhận là một");
        assertThat(officer.page().locator("[id='merging:merge']").count()).isZero();
        officer.open(act);
        officer.fill("undoing:why", "nhầm");
        officer.press("Hoàn tác");
        assertThat(officer.confirmation().innerText()).contains("Đã hoàn tác");
        officer.switchLanguage();
        assertThat(officer.page().locator("main").innerText()).contains("undone", "First person");
        look(officer);

        other.signInAs(Demo.SOURCE_OFFICER);
        assertThat(other.fetch(act).status()).isEqualTo(403);
        assertThat(other.fetch(pair).status()).isEqualTo(403);
        hr.open("/organisation/staff-lists");
        assertThat(hr.fetch(pair).status()).isEqualTo(403);
    }

    @Test
    void a_paper_and_a_fault_go_to_the_source_and_come_back_answered(
            Visitor hr, Visitor reviewer, Visitor officer, Visitor person) {
        submit(hr);
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", NAME);
        reviewer.press("Lọc");
        reviewer.page().locator("tbody th a").first().click();
        reviewer.page().waitForURL("**/review-entry?id=*");
        reviewer.follow("Giấy chứng nhận của người này");
        look(reviewer);
        reviewer.follow("Dữ liệu tiêm chủng Covid-19");
        look(reviewer);
        reviewer.press("Chấp nhận giấy");
        assertThat(reviewer.problems()).isNotEmpty();
        look(reviewer);
        reviewer.fill("accepting:number", "12/GCN");
        reviewer.fill("accepting:issuer", "Trạm Y tế Vĩnh Hòa");
        reviewer.page().locator("[id='cell:vaccine']").selectOption("AZ");
        reviewer.fill("cell:dose_number", "1");
        reviewer.fill("cell:injected_on", daysAgo(20));
        reviewer.page().locator("[id='accepting:file']").setInputFiles(SCAN);
        reviewer.press("Chấp nhận giấy");
        assertThat(reviewer.confirmation().innerText()).contains("Đã chấp nhận giấy");
        look(reviewer);
        reviewer.follow("Trở lại đề nghị");
        reviewer.follow("Đề nghị ngoại lệ cho người này");
        look(reviewer);
        reviewer.press("Gửi đề nghị ngoại lệ");
        assertThat(reviewer.problems()).isNotEmpty();
        look(reviewer);

        person.open("/citizen/status");
        person.fill("form:code", code(hr));
        person.fill("form:proof", lastFour(hr));
        person.page().locator("[id='form:open']").click();
        person.page().waitForURL("**/citizen/status?view=*");
        look(person);
        person.follow("Mức an toàn của tôi");
        look(person);
        person.fill("asking:document", lastFour(hr).equals("8180") ? FIRST : SECOND);
        person.fill("asking:birth", "07/03/1985");
        person.press("Gửi mã cho tôi");
        look(person);
        person.fill("typing:code", "123456");
        person.press("Xem mức an toàn");
        assertThat(person.problems()).singleElement().asString().contains("Mã không đúng");
        look(person);
        person.open("/citizen/status?view=" + person.page().url().replaceFirst(".*view=([^&]+).*", "$1"));
        person.follow("Báo dữ liệu y tế sai");
        look(person);
        person.choose("form:about", "Tiêm chủng");
        person.choose("form:kind", "Thiếu mũi tiêm, kết quả hoặc giấy khỏi bệnh");
        person.fill("form:words", "mũi 2 chưa có");
        person.press("Gửi báo sai");
        assertThat(person.confirmation().innerText()).contains("Đã gửi");
        assertThat(person.page().locator("main").innerText())
                .contains("chờ trả lời")
                .doesNotContain("mũi 2 chưa có");
        look(person);
        String reports = person.page().url().replaceFirst("https?://[^/]+", "");

        officer.signInAs(Demo.SOURCE_OFFICER);
        officer.open("/health-data/sources");
        officer.follow("Dữ liệu tiêm chủng Covid-19");
        officer.follow("Giấy chứng nhận và báo sai");
        look(officer);
        String requests = officer.page().url().replaceFirst("https?://[^/]+", "");
        officer.page().locator("a[href*='health-data/paper']").first().click();
        officer.page().waitForURL("**/health-data/paper?id=*");
        look(officer);
        officer.fill("refusing:why", "không có trong sổ");
        officer.press("Không có trong sổ");
        assertThat(officer.confirmation().innerText()).contains("không có trong sổ");
        officer.open(requests);
        officer.page().locator("a[href*='fault-report']").first().click();
        officer.page().waitForURL("**/fault-report?id=*");
        look(officer);
        officer.choose("answering:outcome", "đã sửa");
        officer.fill("answering:note", "mũi 2 vừa được nhập");
        officer.press("Trả lời");
        assertThat(officer.confirmation().innerText()).contains("Đã trả lời");

        person.open(reports);
        assertThat(person.page().locator("main").innerText())
                .contains("đã trả lời")
                .doesNotContain("đã sửa", "vừa được nhập");
        person.switchLanguage();
        assertThat(person.page().locator("main").innerText()).contains("answered", "Sent reports");
        look(person);
    }

    private static String code(Visitor hr) {
        hr.page().locator(".figure-row a[href*='staff-list-entries']").first().click();
        hr.page().waitForURL("**/staff-list-entries?*");
        hr.page()
                .locator("tbody th a", new Page.LocatorOptions().setHasText(NAME))
                .first()
                .click();
        hr.page().waitForURL("**/entry?id=*");
        return hr.page().locator(".code-text").first().innerText().strip();
    }

    private static String lastFour(Visitor hr) {
        return hr.page().locator("dl.summary dd").allInnerTexts().stream()
                .filter(text -> text.matches("•+\\w{4}"))
                .findFirst()
                .map(text -> text.substring(text.length() - 4))
                .orElseThrow();
    }
}
