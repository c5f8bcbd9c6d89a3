package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.browser.CardChecks.codeOn;
import static vn.khanhhoa.thecovid.browser.CardChecks.download;
import static vn.khanhhoa.thecovid.browser.CardChecks.verify;

import com.lowagie.text.pdf.PdfReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.Choice;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ReferenceLists;

/**
 * The whole job on real parts: an enterprise registers, its list of a thousand lines with bad ones among them goes in, the
 * agency that the catalogue assigns decides, and a card comes out whose code is read from the printed page and checked.
 */
@InBrowser
class MainJobBrowserIT {
    private static final String OFFICER = "nhansu.moi@demo.example";
    private static final String PASSWORD = "một mật khẩu đủ dài";
    private static final int LINES = 1_000;
    private static final int BAD = 40;

    private static final ReferenceLists LISTS = new ReferenceLists(
            ListFiles.LISTS.communes(),
            List.of(Choice.of("1", "Nhà máy Suối Dầu"), Choice.of("2", "Văn phòng 12 Yersin")),
            List.of(Choice.of("LV_DN", "Làm việc tại doanh nghiệp, nhà máy, khu công nghiệp")));

    @Test
    void a_staff_list_goes_in_and_cards_that_anyone_can_check_come_out(
            Visitor officer, Visitor administrator, Visitor reviewer, Visitor head, Visitor person, Visitor post)
            throws Exception {
        registerOrganisation(officer, administrator);
        submitRegistration(officer);
        confirmRegistration(reviewer);

        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        ListFiles list = list(today, BAD);
        beginList(officer);
        upload(officer, "danh-sach.xlsx", list.xlsx());
        assertThat(figures(officer))
                .containsEntry("Dòng sẵn sàng gửi", LINES - BAD)
                .containsEntry("Dòng có lỗi", BAD);
        assertThat(officer.page().locator(".problems li").count()).isGreaterThanOrEqualTo(BAD);
        officer.assertAccessible();

        upload(officer, "danh-sach.xlsx", list.xlsx());
        assertThat(figures(officer)).as("the same file again").containsEntry("Dòng sẵn sàng gửi", LINES - BAD);
        upload(officer, "da-sua.xlsx", list(today, 0).xlsx());
        assertThat(figures(officer))
                .as("the mended file")
                .containsEntry("Dòng sẵn sàng gửi", LINES)
                .containsEntry("Dòng có lỗi", 0);

        submit(officer);
        assertThat(figures(officer)).containsEntry("Đề nghị đã gửi", LINES);
        String listAddress = officer.page().url();

        openQueue(reviewer);
        reviewer.page().locator("tbody tr th a").first().click();
        reviewer.page().waitForURL("**/review-entry?id=*");
        reviewer.page().keyboard().press("g");
        assertThat(reviewer.page().locator("details.document[open]").count()).isEqualTo(1);
        reviewer.open(reviewer.page().url().replaceFirst("^https?://[^/]+", ""));
        lookAtDocuments(reviewer);
        String returned = decideOne(reviewer, "RETURN", "R03");
        decideOne(reviewer, "REFUSE", "R04");
        approveTheRest(reviewer);
        head.signInAs(Demo.APPROVER);
        agree(head, LINES - 2);

        officer.open("/organisation/staff-lists");
        officer.follow("Phân xưởng 1");
        assertThat(figures(officer)).containsEntry("Đã duyệt", LINES - 2).containsEntry("Trả lại để bổ sung", 1);
        assertThat(officer.page().url()).isEqualTo(listAddress);
        resubmitReturned(officer, list(today, 0), returned);
        decideOne(reviewer, "APPROVE", "");
        agree(head, 1);

        byte[] sheets = download(officer, listAddress.replace("staff-list?id=", "cards?list="));
        try (PdfReader pdf = new PdfReader(sheets)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo((LINES - 1 + 7) / 8);
        }
        openOwnCard(officer, person, returned, post);
        suspendAllAndThinkBetterOfIt(head, officer, listAddress.replace("staff-list?", "staff-list-entries?"));
    }

    private static void suspendAllAndThinkBetterOfIt(Visitor head, Visitor officer, String entries) {
        head.open("/health-office/cards");
        head.fill("organisation", "Công ty TNHH Cơ khí Vĩnh Hòa");
        head.page().locator("#state").selectOption("VALID");
        head.press("Lọc");
        head.assertAccessible();
        head.fill("form:reason", "Ổ dịch tại nhà máy");
        head.press("Xem trước");
        assertThat(head.page().locator("#foreseen").innerText()).contains("999 thẻ sẽ thay đổi, 0 thẻ để lại");
        head.assertAccessible();
        head.press("Tạm khóa: 999 thẻ");
        head.page().locator("[id='undoing:undo']").waitFor();
        head.assertAccessible();
        officer.open(entries.replaceFirst("https?://[^/]+", "") + "&state=APPROVED");
        officer.page()
                .locator("main table a[href*='/organisation/entry?id=']")
                .first()
                .click();
        officer.page().waitForURL("**/organisation/entry?id=*");
        assertThat(officer.page().locator("#card-stopped").innerText()).contains("Đang tạm khóa");
        assertThat(officer.page()
                        .locator("a[href*='/organisation/cards?entry=']")
                        .count())
                .isZero();
        officer.assertAccessible();
        head.press("Hoàn tác 999 thẻ");
        head.page().getByText("Đã hoàn tác 999 thẻ").waitFor();
        head.assertAccessible();
    }

    /** The same people every time, of whom the given number have something wrong. */
    private static ListFiles list(LocalDate today, int bad) {
        return ListFiles.m01(LINES, bad, 11, LISTS, today, today.plusDays(60));
    }

    private static void registerOrganisation(Visitor officer, Visitor administrator) {
        officer.open("/public/register");
        officer.assertAccessible();
        officer.page().locator("[id='form:type']").selectOption("DN");
        officer.fill("form:name", "Công ty TNHH Cơ khí Vĩnh Hòa");
        officer.fill("form:identifier", "4201900103");
        officer.fill("form:contact", "Mai Thị Nhân Sự");
        officer.fill("form:email", OFFICER);
        officer.page().locator("[id='form:register']").click();
        officer.page().waitForLoadState();

        administrator.signInAs(Demo.ADMINISTRATOR);
        administrator.open("/admin/outbox?state=WAITING");
        administrator.follow(OFFICER);
        administrator.press("Xem nội dung");
        String link = administrator.page().locator(".inset a").first().getAttribute("href");
        officer.openLink(link);
        officer.page().waitForURL("**/public/invitation");
        officer.fill("choose:password", PASSWORD);
        officer.press("Lưu mật khẩu");
        officer.signIn(OFFICER, PASSWORD);
        officer.assertAccessible();
    }

    private static void submitRegistration(Visitor officer) {
        officer.open("/organisation/registration-profile");
        officer.page().locator("[id='form:sector']").selectOption("25");
        officer.fill("form:address", "Số 8 đường Yersin");
        chooseCommune(officer);
        officer.fill("form:headcount", "1200");
        officer.fill("form:representative", "Mai Văn Giám Đốc");
        officer.fill("form:contact", "Mai Thị Nhân Sự");
        officer.fill("form:phone", "0905123456");
        officer.assertAccessible();
        officer.press("Lưu");
        for (String place : new String[] {"Nhà máy Suối Dầu", "Văn phòng 12 Yersin"}) {
            officer.open("/organisation/workplace");
            officer.fill("form:name", place);
            officer.fill("form:address", "Số 12 đường Yersin");
            chooseCommune(officer);
            officer.fill("form:headcount", "600");
            officer.press("Lưu");
        }
        officer.open("/organisation/registration");
        byte[] form = download(officer, "/organisation/request-form");
        for (String kind : new String[] {"PREVENTION_PLAN", "COMMITMENT", "REQUEST_FORM"}) {
            Locator box = officer.page().locator("#" + kind);
            box.locator("input[type=file]")
                    .setInputFiles(
                            kind.equals("COMMITMENT")
                                    ? new FilePayload(kind + ".png", "image/png", picture())
                                    : new FilePayload(kind + ".pdf", "application/pdf", form));
            box.locator("input[type=submit]").click();
            officer.page().waitForLoadState();
        }
        officer.assertAccessible();
        officer.page().locator("[id='submit:send']").click();
        officer.page().waitForLoadState();
        assertThat(officer.confirmation().isVisible()).isTrue();
    }

    private static byte[] picture() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(1_200, 900, BufferedImage.TYPE_BYTE_GRAY), "png", png);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return png.toByteArray();
    }

    /** Within the page, by keyboard, and on a phone; by their addresses alone they can do nothing. */
    private static void lookAtDocuments(Visitor reviewer) {
        Page page = reviewer.page();
        Locator documents = page.locator("details.document");
        assertThat(documents.count()).isEqualTo(3);
        Locator picture = documents.first();
        picture.locator("summary").press("Enter");
        picture.locator("img").waitFor();
        page.waitForFunction("() => document.querySelector('details.document img').naturalWidth === 1200");
        documents.nth(1).locator("summary").press("Enter");
        documents.nth(1).locator("iframe").waitFor();
        page.setViewportSize(390, 800);
        assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        page.setViewportSize(1280, 720);

        for (int i : List.of(0, 1)) {
            Map<String, String> headers =
                    reviewer.fetch(documents.nth(i).getAttribute("data-view")).headers();
            assertThat(headers.get("content-disposition")).startsWith("inline");
            assertThat(headers.get("x-content-type-options")).isEqualTo("nosniff");
            assertThat(headers.get("content-security-policy"))
                    .contains("default-src 'none'", "frame-ancestors 'self'")
                    .matches(policy -> i == 1 || policy.endsWith("sandbox"));
            assertThat(headers.get("content-type")).isEqualTo(i == 0 ? "image/png" : "application/pdf");
        }
    }

    /** As text: the list is grouped by district. */
    private static void chooseCommune(Visitor officer) {
        Locator commune = officer.page().locator("[id='form:commune']");
        String value = commune.locator("option", new Locator.LocatorOptions().setHasText("Vĩnh Hòa"))
                .first()
                .getAttribute("value");
        commune.selectOption(value);
    }

    private static void confirmRegistration(Visitor reviewer) {
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/registrations");
        reviewer.follow("Công ty TNHH Cơ khí Vĩnh Hòa");
        reviewer.assertAccessible();
        lookAtDocuments(reviewer);
        reviewer.page().locator("[id='confirm:send']").click();
        reviewer.page().waitForLoadState();
        assertThat(reviewer.confirmation().isVisible()).isTrue();
    }

    private static void beginList(Visitor officer) {
        officer.open("/organisation/staff-lists");
        officer.assertAccessible();
        officer.fill("form:name", "Phân xưởng 1");
        officer.press("Lập danh sách mới");
    }

    private static void upload(Visitor officer, String name, byte[] file) {
        officer.page()
                .locator("[id='form:file']")
                .setInputFiles(new FilePayload(
                        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file));
        officer.press("Tải lên");
        awaitJob(officer.page());
        Locator take = officer.page().locator("[id='taking:take']");
        if (take.count() == 1) {
            officer.assertAccessible();
            take.click();
            officer.page().waitForLoadState();
            awaitJob(officer.page());
        }
    }

    private static void submit(Visitor officer) {
        officer.follow("Xem lại và gửi");
        officer.assertAccessible();
        officer.page().locator("[id='send:submit']").click();
        officer.page().waitForLoadState();
        awaitJob(officer.page());
    }

    /** The page loads itself anew when the job is done. */
    private static void awaitJob(Page page) {
        page.waitForCondition(
                () -> page.locator("[data-refresh]").count() == 0
                        && page.locator(".figure-row").count() >= 1,
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static Map<String, Integer> figures(Visitor officer) {
        return officer.page().locator(".figure-row").first().locator("li").all().stream()
                .collect(Collectors.toMap(
                        item -> item.innerText()
                                .replaceFirst("(?s)^[\\d.]+\\s*", "")
                                .strip(),
                        item -> Integer.valueOf(
                                item.locator("strong").innerText().replace(".", ""))));
    }

    /** The oldest in the queue; returns whose entry it was. */
    /** Of this organisation alone: other tests may have left theirs. */
    private static void openQueue(Visitor reviewer) {
        String queue = "/agency/review-queue";
        reviewer.open(queue);
        Locator own = reviewer.page()
                .locator("a[href^='?organisation=']")
                .filter(new Locator.FilterOptions().setHasText("Cơ khí Vĩnh Hòa"));
        if (own.count() > 0) {
            reviewer.open(queue + own.first().getAttribute("href"));
        }
    }

    private static String decideOne(Visitor reviewer, String outcome, String reason) {
        openQueue(reviewer);
        Locator first = reviewer.page().locator("tbody tr th a").first();
        String name = first.innerText();
        first.click();
        reviewer.page().waitForURL("**/review-entry?id=*");
        reviewer.assertAccessible();
        reviewer.page().locator("input[value=" + outcome + "]").check();
        reviewer.page().locator("[id='form:atOnce']").check();
        if (!reason.isEmpty()) {
            reviewer.page().locator("[id='form:reason']").selectOption(reason);
        }
        reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
        assertThat(reviewer.confirmation().innerText()).contains(name);
        return name;
    }

    private static void approveTheRest(Visitor reviewer) {
        openQueue(reviewer);
        reviewer.assertAccessible();
        reviewer.page().locator("input[value=APPROVE]").check();
        reviewer.page().locator("[id='form:foresee']").click();
        reviewer.page().waitForURL("**/review-bulk?id=*");
        reviewer.page().locator("#foreseen").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(reviewer.page().locator("#foreseen").innerText()).contains("998");
        reviewer.page().locator("tbody th a").first().click();
        reviewer.page().locator("#lines").waitFor();
        reviewer.assertAccessible();
        reviewer.page().locator("[id='begin:send']").click();
        reviewer.page().waitForURL(url -> !url.contains("group="));
        reviewer.page().locator(".confirmation").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(reviewer.confirmation().innerText()).contains("998");
        reviewer.assertAccessible();
    }

    /** A list this large takes two persons: what the reviewer approves is a proposal to the head. */
    private static void agree(Visitor head, int entries) {
        head.open("/agency-head/proposals");
        head.assertAccessible();
        head.page().locator("tbody th a[href*='batch=']").first().click();
        head.page().waitForURL("**/proposal?batch=*");
        head.assertAccessible();
        head.page().locator("[id='form:atOnce']").check();
        head.page().locator("[data-opens=sure]").click();
        head.page().locator("[id='form:approve']").click();
        head.page().waitForURL("**/approval?id=*");
        head.page().locator("a[href*='approval-list']").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        head.assertAccessible();
        assertThat(head.confirmation().innerText()).contains(String.valueOf(entries));
        try (PdfReader list = new PdfReader(
                download(head, head.page().locator("a[href*='approval-list']").getAttribute("href")))) {
            assertThat(list.getNumberOfPages()).isPositive();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** The file once more takes the returned line back into the draft, and only that one. */
    private static void resubmitReturned(Visitor officer, ListFiles list, String name) {
        upload(officer, "bo-sung.xlsx", list.xlsx());
        assertThat(figures(officer)).as(name).containsEntry("Dòng sẵn sàng gửi", 1);
        submit(officer);
        assertThat(figures(officer)).containsEntry("Đề nghị đã gửi", LINES).containsEntry("Trả lại để bổ sung", 0);
    }

    private static void openOwnCard(Visitor officer, Visitor person, String name, Visitor post) throws Exception {
        officer.page().locator(".figure-row a[href*='state=APPROVED']").first().click();
        officer.page().waitForURL("**/staff-list-entries?*");
        officer.assertAccessible();
        officer.page()
                .locator("tbody th a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        officer.page().waitForURL("**/entry?id=*");
        officer.assertAccessible();
        String code = officer.page().locator(".code-text").first().innerText().strip();
        String end = officer.page().locator("dl.summary dd").allInnerTexts().stream()
                .filter(text -> text.matches("•+\\w{4}"))
                .findFirst()
                .map(text -> text.substring(text.length() - 4))
                .orElseThrow();

        person.open("/citizen/status");
        person.fill("form:code", code);
        person.fill("form:proof", "0000".equals(end) ? "1111" : "0000");
        person.page().locator("[id='form:open']").click();
        person.page().waitForLoadState();
        assertThat(person.problems()).hasSize(1);
        person.assertAccessible();
        person.fill("form:code", code);
        person.fill("form:proof", end);
        person.page().locator("[id='form:open']").click();
        person.page().waitForURL("**/citizen/status?view=*");
        person.assertAccessible();
        String number =
                person.page().locator("dd.code-text").first().innerText().strip();
        byte[] card = download(
                person,
                person.page().locator("a[href*='/citizen/card']").first().getAttribute("href"));

        String token = codeOn(card);
        assertThat(token).startsWith("KH2:");
        assertThat(verify(post, token)).contains("\"valid\":true").contains(name);
        String forged = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
        assertThat(verify(post, forged)).contains("\"valid\":false").doesNotContain(name);

        post.open("/public/check");
        post.assertAccessible();
        post.fill("form:number", number);
        post.page().locator("[id='form:check']").click();
        post.page().waitForLoadState();
        assertThat(post.page().locator(".verdict-good").count()).isGreaterThanOrEqualTo(1);
        post.assertAccessible();
    }
}
