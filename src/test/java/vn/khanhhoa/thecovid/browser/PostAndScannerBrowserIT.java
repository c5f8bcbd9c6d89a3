package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.khanhhoa.thecovid.browser.CardChecks.download;
import static vn.khanhhoa.thecovid.browser.CardChecks.pictureOf;

import com.microsoft.playwright.Page;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A post, its sheet, a card and the scanner as the portal itself makes them: with a network, without one, and after the device is shut out. */
@InBrowser
class PostAndScannerBrowserIT {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}");
    private static final Pattern NUMBER = Pattern.compile("KH.-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
    private static final String COMMUNE = "Phường Phước Long";
    private static final String HOLDER = "Phan Thị Qua Chốt";
    private static final String CAUSE = "Kết quả dương tính ngày hôm qua";
    /** From now on the portal gets what is sent, and the phone no answer. */
    private static final String LOSE_ANSWERS = """
            () => {
              const real = window.fetch;
              window.losing = true;
              window.fetch = async (...asked) => {
                const answer = await real(...asked);
                if (window.losing && String(asked[0]).endsWith("/post/scans")) {
                  throw new TypeError("lost");
                }
                return answer;
              };
            }""";

    private final String tag = PublicId.random().toString().substring(0, 6);
    private final String post = "Chốt Phước Long " + tag;
    private final String device = "Máy của chốt " + tag;
    private final String holder = HOLDER + " "
            + ThreadLocalRandom.current()
                    .ints(6, 'a', 'z' + 1)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining("", "T", ""));

    @Test
    void a_card_is_checked_by_what_holds_at_the_post_and_every_check_counts_once(
            Visitor steering, Visitor officer, Visitor reviewer, Visitor head, Visitor health) throws Exception {
        putInForce(health, steering);
        ListFiles people = DemoList.people(1);
        String document = ListFiles.get(people.rows().get(0), "document_number").substring(0, 6)
                + String.format("%06d", System.nanoTime() / 1000 % 1_000_000);
        byte[] card = issue(officer, reviewer, people, document);
        String code = deviceOfNewPost(head);
        try (PhoneAtPost phone =
                new PhoneAtPost(Chromium.get(), RunningPortal.get().url("/scan"))) {
            phone.signIn(code).waitFor(post);
            check(phone, card, document);
            await(head, 5);
            checkWithoutANetwork(phone, card);
            suspend(health);
            comeBack(phone, head, 7);
            assertThat(phone.show(card))
                    .startsWith("STOP Chưa được qua")
                    .contains("Gọi trực y tế", holder)
                    .doesNotContain(CAUSE, "dương tính", "Tạm khóa");
            await(head, 8);
            assertThat(scans(head, "SUM(s.card_id IS NOT NULL)")).isEqualTo("7");
            assertThat(scans(head, "SUM(s.verdict = 'PASS')")).isEqualTo("5");
            assertThat(scans(head, "SUM(s.verdict = 'STOP')")).isEqualTo("3");
            assertThat(scans(head, "SUM(s.reason IN ('proof-test', 'proof-identity', 'turned-away', 'suspended'))"))
                    .isEqualTo("4");
            assertThat(scans(head, "SUM(s.way = 'QR' AND NOT s.online)")).isEqualTo("2");

            head.open("/agency-head/devices");
            head.page()
                    .locator("button[aria-label='Khóa thiết bị: " + device + "']")
                    .click();
            head.press("Khóa hẳn");
            phone.choose("Cập nhật ngay");
            phone.waitFor("Thiết bị này đã bị khóa");
            assertThat(phone.keeps("kept", "sheet")).isZero();
        }
    }

    private void check(PhoneAtPost phone, byte[] card, String document) {
        String told = phone.show(card);
        assertThat(told)
                .startsWith("MORE Cần thêm giấy tờ")
                .contains("Qua chốt liên huyện", "xét nghiệm âm tính", "KB2 Nguy cơ", "9696/KH-UBND")
                .contains(holder, "Làm việc tại doanh nghiệp", document.substring(8));
        phone.assertAccessible();
        phone.press("Đã xem, cho qua");
        phone.waitForVerdict("PASS");
        phone.page().locator("#activity").selectOption("QC_NOIXA");
        assertThat(phone.show(card)).startsWith("PASS Được qua").contains("Đi lại trong xã");
        ask(phone, told, document);
    }

    /** What the phone cannot tell itself. */
    private void ask(PhoneAtPost phone, String told, String document) {
        Matcher number = NUMBER.matcher(told);
        assertThat(number.find()).as(told).isTrue();
        phone.press("Số thẻ");
        phone.page().locator("#number-typed").fill(number.group());
        phone.press("Tìm");
        phone.waitForVerdict("MORE");
        assertThat(phone.verdict()).contains("Giấy tờ tùy thân khớp", holder);
        phone.press("Đã xem, cho qua");
        phone.waitForVerdict("PASS");
        phone.press("Xem thêm về thẻ này");
        phone.page().locator("#details-reason").fill("Nghi dùng thẻ của người khác");
        phone.press("Hỏi cổng");
        phone.waitFor(DemoList.PLACE);
        phone.press("Đóng");
        int year = birthYear(document);
        assertThat(phone.show(identityCard(document, year))).startsWith("PASS").contains(number.group());
        assertThat(phone.show(identityCard(document, year - 1)))
                .startsWith("STOP")
                .contains("Không phải cùng một người")
                .doesNotContain(number.group());
    }

    private String identityCard(String document, int birthYear) {
        return document + "|225000111|" + holder + "|0509" + birthYear + "|Nữ|12 Trần Phú|01012021";
    }

    /** As the number of the document has it. */
    private static int birthYear(String document) {
        return (document.charAt(3) < '2' ? 1900 : 2000) + Integer.parseInt(document.substring(4, 6));
    }

    private static void checkWithoutANetwork(PhoneAtPost phone, byte[] card) {
        phone.installed();
        phone.offline(true);
        phone.page().reload();
        phone.waitFor("Không có mạng");
        assertThat(phone.show(card)).startsWith("PASS").contains("Đi lại trong xã");
        phone.page().locator("#activity").selectOption("QC_LIENHUYEN");
        assertThat(phone.show(card)).startsWith("MORE").contains("xét nghiệm âm tính");
        phone.press("Chưa cho qua");
        phone.waitForVerdict("STOP");
        phone.waitFor("2 lượt chờ gửi");
    }

    /** The first answer is lost on the way. */
    private void comeBack(PhoneAtPost phone, Visitor head, int many) {
        phone.page().evaluate(LOSE_ANSWERS);
        phone.offline(false);
        await(head, many);
        phone.waitFor("2 lượt chờ gửi");
        phone.page().evaluate("() => { window.losing = false; }");
        phone.refresh();
        assertThat(phone.page().locator("#state").innerText())
                .contains("Có mạng")
                .doesNotContain("chờ gửi");
        await(head, many);
    }

    /** That many scans of the post are stored, and as many are counted. */
    private void await(Visitor head, int many) {
        head.page().waitForCondition(() -> Integer.parseInt(scans(head, "COUNT(*)")) >= many);
        assertThat(scans(head, "COUNT(*)")).isEqualTo(String.valueOf(many));
        assertThat(head.stored(
                        "SELECT SUM(c.n) FROM verification_scan_count c JOIN verification_post p ON p.id = c.post_id WHERE"
                                + " p.name = ?",
                        post))
                .isEqualTo(String.valueOf(many));
    }

    private String scans(Visitor head, String figure) {
        return head.stored(
                "SELECT " + figure
                        + " FROM verification_scan s JOIN verification_post p ON p.id = s.post_id WHERE p.name = ?",
                post);
    }

    private static void putInForce(Visitor health, Visitor steering) {
        steering.signInAs(Demo.STEERING_OFFICER);
        steering.open("/criteria-office/scenarios");
        steering.fill("ordering:place", COMMUNE);
        steering.choose("ordering:scenario", "KB2 – Nguy cơ");
        steering.press("Xem những gì thay đổi");
        steering.fill("sure:number", "9696/KH-UBND");
        steering.fill("sure:day", "30/09/2021");
        steering.press("áp dụng");
        DemoRules.shippedMatrixInForce(health, steering);
    }

    /** The card on paper, as somebody takes a picture of it. */
    private byte[] issue(Visitor officer, Visitor reviewer, ListFiles people, String document) throws Exception {
        ListFiles.set(people.rows().get(0), "full_name", holder);
        ListFiles.set(people.rows().get(0), "document_number", document);
        ListFiles.set(people.rows().get(0), "birth_date", "05/09/" + birthYear(document));
        String list = DemoList.begin(officer, "Qua chốt " + tag, "mot-nguoi.xlsx", people.xlsx());
        DemoList.submit(officer);
        reviewer.signInAs(Demo.REVIEWER);
        reviewer.open("/agency/review-queue");
        reviewer.fill("name", holder);
        reviewer.press("Lọc");
        reviewer.follow(holder);
        reviewer.page().locator("input[value=APPROVE]").check();
        reviewer.page().locator("[id='form:atOnce']").check();
        reviewer.press("Ghi kết quả và sang đề nghị tiếp theo");
        reviewer.confirmation().waitFor();
        officer.open("/organisation/staff-list-entries?id=" + list + "&state=APPROVED");
        officer.page()
                .locator("tbody tr th a", new Page.LocatorOptions().setHasText(holder))
                .first()
                .click();
        officer.page().waitForURL("**/entry?id=*");
        return pictureOf(download(
                officer,
                officer.page().locator("a[href*='cards?entry=']").first().getAttribute("href")));
    }

    /** What the device signs in by. */
    private String deviceOfNewPost(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/post");
        head.fill("form:name", post);
        head.choose("form:area", COMMUNE);
        head.press("Thêm điểm kiểm tra");
        head.fill("new:device", device);
        head.press("Thêm và lấy mã");
        Matcher code = CODE.matcher(head.confirmation().textContent());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private void suspend(Visitor health) {
        health.open("/health-office/cards");
        health.fill("text", holder);
        health.press("Lọc");
        health.follow(holder);
        health.fill("form:reason", CAUSE);
        health.press("Tạm khóa");
        assertThat(health.page().locator("main").innerText()).contains(CAUSE);
    }
}
