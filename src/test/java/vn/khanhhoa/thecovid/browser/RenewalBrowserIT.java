package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.browser.CardChecks.codeOn;
import static vn.khanhhoa.thecovid.browser.CardChecks.download;
import static vn.khanhhoa.thecovid.browser.CardChecks.verify;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;

/** Cards end in ten days: the organisation asks for one of them, the head of the agency renews the other, and thinks better of it. */
@InBrowser
class RenewalBrowserIT {
    private static final String ASKED = "Ngô Thị Xin Thêm";
    private static final String RENEWED = "Ngô Văn Được Thêm";
    private static final String FACTORY = "Nhà máy chế biến Vĩnh Hòa";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final ReferenceLists LISTS = new ReferenceLists(
            ListFiles.LISTS.communes(),
            List.of(Choice.of("1", FACTORY)),
            List.of(Choice.of("LV_DN", "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp")));

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final ListFiles people = DemoList.nobodyElse(ListFiles.m01(2, 0, 8_117, LISTS, today, today.plusDays(10)));

    @Test
    void the_one_is_asked_for_and_the_other_is_renewed_and_undone(
            Visitor officer, Visitor reviewer, Visitor head, Visitor post) throws Exception {
        reviewer.signInAs(Demo.REVIEWER);
        head.signInAs(Demo.APPROVER);
        String list = submitBoth(officer);
        DemoList.approve(reviewer, ASKED);
        DemoList.approve(reviewer, RENEWED);

        askFor(officer, list);
        officer.open("/organisation/staff-list?id=" + list);
        DemoList.submit(officer);
        DemoList.approve(reviewer, ASKED);
        officer.open("/organisation/staff-list-entries?id=" + list);
        assertThat(officer.page().locator("table").innerText()).contains(DAY.format(today.plusDays(90)));

        String before = token(officer, list, RENEWED);
        renew(head);
        assertThat(verify(post, before)).contains("\"reason\":\"superseded\"");
        String after = token(officer, list, RENEWED);
        lineSaysHowLongItHolds(officer, list);
        assertThat(verify(post, after)).contains("\"valid\":true");
        head.press("Hoàn tác 1 thẻ");
        head.page().getByText("Đã hoàn tác 1 thẻ").waitFor();
        head.assertAccessible();
        assertThat(verify(post, before)).contains("\"valid\":true");
        assertThat(verify(post, after)).contains("\"reason\":\"superseded\"");
        personSeesWhichCardHoldsAndWhenNoneDoes(officer, list, head, post);
    }

    private void lineSaysHowLongItHolds(Visitor officer, String list) {
        officer.open("/organisation/staff-list-rows?id=" + list);
        Locator line = officer.page()
                .locator("#plain tbody th a", new Page.LocatorOptions().setHasText(RENEWED))
                .first();
        officer.page().navigate((String) line.evaluate("link => link.href"));
        assertThat(officer.page().locator("main").innerText())
                .contains("đến hết " + DAY.format(today.plusDays(60)), "Dòng này ghi ngày đơn vị đề nghị");
        officer.assertAccessible();
    }

    private void personSeesWhichCardHoldsAndWhenNoneDoes(Visitor officer, String list, Visitor head, Visitor person) {
        openEntry(officer, list, RENEWED);
        String code = officer.page().locator(".code-text").first().innerText().strip();
        String end = officer.page().locator("dl.summary dd").allInnerTexts().stream()
                .filter(text -> text.matches("•+\\w{4}"))
                .findFirst()
                .map(text -> text.substring(text.length() - 4))
                .orElseThrow();
        person.open("/citizen/status");
        person.fill("form:code", code);
        person.fill("form:proof", end);
        person.page().locator("[id='form:open']").click();
        person.page().waitForURL("**/citizen/status?view=*");
        assertThat(person.page().locator("main").innerText())
                .contains("Chỉ thẻ có số này dùng được", "đến hết " + DAY.format(today.plusDays(10)));
        person.assertAccessible();

        head.open("/health-office/cards");
        head.fill("text", RENEWED);
        head.press("Lọc");
        head.page()
                .locator("tbody tr", new Page.LocatorOptions().setHasText("Còn hiệu lực"))
                .locator("a")
                .first()
                .click();
        head.page().locator("[data-opens=sure]").waitFor();
        head.fill("form:reason", "cho mượn thẻ");
        head.page().locator("[data-opens=sure]").click();
        head.page().locator("[id='form:revoke']").click();
        head.page().waitForLoadState();
        person.page().reload();
        assertThat(person.page().locator("main").innerText())
                .contains("Đã duyệt, thẻ không dùng được", "Thẻ đã bị thu hồi", "xin gọi")
                .doesNotContain("cho mượn", "thẻ đã được cấp");
        person.assertAccessible();
    }

    private void askFor(Visitor officer, String list) {
        officer.open("/organisation/staff-list-entries?id=" + list);
        officer.page().locator("#ends").selectOption(today.plusDays(14).toString());
        officer.press("Lọc");
        officer.assertAccessible();
        officer.page()
                .locator("tbody tr", new Page.LocatorOptions().setHasText(ASKED))
                .locator("input[type=checkbox]")
                .check();
        officer.page().locator("[data-opens=renew-question]").click();
        officer.assertAccessible();
        Locator day = officer.page().locator("dialog[open] input[type=text]");
        day.fill(DAY.format(today.plusDays(400)));
        officer.press("Chuẩn bị gia hạn");
        assertThat(officer.page().locator("dialog[open] .field-error").innerText())
                .contains("366");
        assertThat(day.inputValue()).isEqualTo(DAY.format(today.plusDays(400)));
        officer.assertAccessible();
        day.fill(DAY.format(today.plusDays(90)));
        officer.press("Chuẩn bị gia hạn");
        assertThat(officer.confirmation().innerText()).contains("1");
    }

    private void renew(Visitor head) {
        head.open("/health-office/cards");
        head.fill("text", RENEWED);
        head.page().locator("#ends").selectOption("14");
        head.press("Lọc");
        head.assertAccessible();
        head.follow(RENEWED);
        head.assertAccessible();
        head.fill("renewal:until", DAY.format(today.minusDays(1)));
        head.fill("renewal:why", "Công văn 15");
        head.press("Xem trước");
        assertThat(head.problems().toString()).contains("Ngày gia hạn đã qua");
        head.assertAccessible();
        head.fill("renewal:until", DAY.format(today.plusDays(60)));
        head.press("Xem trước");
        assertThat(head.page().locator("main").innerText())
                .contains("1 thẻ sẽ thay đổi", "Gia hạn đến hết ngày " + DAY.format(today.plusDays(60)));
        head.assertAccessible();
        head.press("Gia hạn: 1 thẻ");
        head.page().locator("[id='undoing:undo']").waitFor();
        head.assertAccessible();
    }

    private String submitBoth(Visitor officer) {
        ListFiles.set(people.rows().get(0), "full_name", ASKED);
        ListFiles.set(people.rows().get(1), "full_name", RENEWED);
        String list = DemoList.begin(officer, "Sắp hết hạn", "hai-nguoi.xlsx", people.xlsx());
        DemoList.submit(officer);
        return list;
    }

    private static void openEntry(Visitor officer, String list, String name) {
        officer.open("/organisation/staff-list-entries?id=" + list + "&state=APPROVED");
        officer.page()
                .locator("tbody tr th a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        officer.page().waitForURL("**/entry?id=*");
    }

    private static String token(Visitor officer, String list, String name) throws Exception {
        openEntry(officer, list, name);
        return codeOn(download(
                officer,
                officer.page().locator("a[href*='cards?entry=']").first().getAttribute("href")));
    }
}
