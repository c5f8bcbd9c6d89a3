package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.browser.CardChecks.codeOn;
import static vn.khanhhoa.thecovid.browser.CardChecks.download;
import static vn.khanhhoa.thecovid.browser.CardChecks.verify;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;

/** After the cards are out: one worker goes to another workplace, another one leaves, and the cards follow. */
@InBrowser
class AmendmentBrowserIT {
    private static final String MOVER = "Ngô Thị Chuyển Xưởng";
    private static final String LEAVER = "Ngô Văn Thôi Việc";
    private static final String FACTORY = "Nhà máy chế biến Vĩnh Hòa";
    private static final String STORE = "Kho lạnh Ba Ngòi";

    private static final ReferenceLists LISTS = new ReferenceLists(
            ListFiles.LISTS.communes(),
            List.of(Choice.of("1", FACTORY)),
            List.of(Choice.of("LV_DN", "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp")));

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final ListFiles people = ListFiles.m01(2, 0, 4711, LISTS, today, today.plusDays(60));

    @Test
    void a_worker_moves_and_another_one_leaves_and_their_cards_follow(Visitor officer, Visitor reviewer, Visitor post)
            throws Exception {
        officer.signInAs(Demo.OFFICER);
        reviewer.signInAs(Demo.REVIEWER);
        String list = submitBoth(officer);
        approve(reviewer, MOVER);
        approve(reviewer, LEAVER);
        String moverBefore = token(officer, list, MOVER);
        String leaver = token(officer, list, LEAVER);
        assertThat(verify(post, moverBefore)).contains("\"valid\":true").contains(FACTORY);
        assertThat(verify(post, leaver)).contains("\"valid\":true");

        open(officer, list, MOVER);
        officer.assertAccessible();
        ListFiles.set(people.rows().get(0), "workplace", STORE);
        officer.open("/organisation/staff-list?id=" + list);
        upload(officer, "da-doi.xlsx");
        officer.page().locator("[id$=':take']").click();
        officer.page().waitForLoadState();
        prepareLeave(officer, list);
        officer.open("/organisation/staff-list?id=" + list);
        officer.follow("Xem lại và gửi");
        assertThat(officer.page().locator("main").innerText())
                .contains("0 đề nghị cấp thẻ mới, 1 đề nghị thay đổi, 1 đề nghị thôi làm việc");
        officer.open("/organisation/staff-list?id=" + list);
        send(officer);

        openInQueue(reviewer, MOVER);
        reviewer.assertAccessible();
        assertThat(reviewer.page().locator("table").innerText()).contains(FACTORY, STORE);
        decide(reviewer);
        approve(reviewer, LEAVER);

        assertThat(verify(post, moverBefore))
                .contains("\"reason\":\"superseded\"")
                .doesNotContain(MOVER);
        assertThat(verify(post, leaver)).contains("\"reason\":\"revoked\"").doesNotContain(LEAVER);
        assertThat(verify(post, token(officer, list, MOVER)))
                .contains("\"valid\":true")
                .contains(STORE);
        officer.open("/organisation/staff-list-entries?id=" + list);
        officer.assertAccessible();
    }

    private String submitBoth(Visitor officer) {
        ListFiles.set(people.rows().get(0), "full_name", MOVER);
        ListFiles.set(people.rows().get(1), "full_name", LEAVER);
        officer.open("/organisation/staff-lists");
        officer.fill("form:name", "Nhân sự thay đổi");
        officer.press("Lập danh sách mới");
        String list = officer.page().url().replaceFirst(".*[?]id=([\\w-]+).*", "$1");
        upload(officer, "hai-nguoi.xlsx");
        send(officer);
        return list;
    }

    private void upload(Visitor officer, String name) {
        officer.page()
                .locator("[id='form:file']")
                .setInputFiles(new FilePayload(
                        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", people.xlsx()));
        officer.press("Tải lên");
        awaitJob(officer.page());
    }

    private static void send(Visitor officer) {
        officer.follow("Xem lại và gửi");
        officer.assertAccessible();
        officer.page().locator("[id='send:submit']").click();
        officer.page().waitForLoadState();
        awaitJob(officer.page());
    }

    private static void awaitJob(Page page) {
        page.waitForCondition(
                () -> page.locator("[data-refresh]").count() == 0
                        && page.locator(".figure-row").count() > 0,
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static void openInQueue(Visitor reviewer, String name) {
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", name);
        reviewer.press("Lọc");
        reviewer.follow(name);
    }

    private static void approve(Visitor reviewer, String name) {
        openInQueue(reviewer, name);
        decide(reviewer);
    }

    private static void decide(Visitor reviewer) {
        reviewer.page().locator("input[value=APPROVE]").check();
        reviewer.page().locator("[id='form:atOnce']").check();
        reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
        reviewer.confirmation().waitFor();
    }

    /** The entry that is in force. */
    private static void open(Visitor officer, String list, String name) {
        officer.open("/organisation/staff-list-entries?id=" + list + "&state=APPROVED");
        officer.page()
                .locator("tbody tr:not(:has-text('Từ ')) th a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        officer.page().waitForURL("**/entry?id=*");
    }

    private static String token(Visitor officer, String list, String name) throws Exception {
        open(officer, list, name);
        return codeOn(download(
                officer,
                officer.page().locator("a[href*='cards?entry=']").first().getAttribute("href")));
    }

    private static void prepareLeave(Visitor officer, String list) {
        officer.open("/organisation/staff-list-entries?id=" + list);
        Locator row = officer.page().locator("tbody tr", new Page.LocatorOptions().setHasText(LEAVER));
        row.locator("input[type=checkbox]").check();
        officer.page().locator("[data-opens=leave-question]").click();
        officer.assertAccessible();
        officer.page().locator("dialog[open] input[type=text]").fill("01/01/2019");
        officer.press("Chuẩn bị đề nghị");
        Locator asked = officer.page().locator("dialog[open] .field");
        assertThat(asked.locator(".field-error").innerText()).contains("ngày");
        assertThat(asked.locator("input").inputValue()).isEqualTo("01/01/2019");
        officer.assertAccessible();
        asked.locator("input")
                .fill(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))));
        officer.press("Chuẩn bị đề nghị");
        assertThat(officer.confirmation().innerText()).contains("1");
    }
}
