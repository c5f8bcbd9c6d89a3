package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.intake.ListFiles;

/**
 * Criteria from the first word of a draft to the card of somebody whom it concerns: simulated, attested, in force at a place where the
 * data gives cards, the card suspended, and given back where the criteria end.
 */
@InBrowser
class CriteriaReachCardsBrowserIT {
    /** A commune where no other test has criteria, a mode or people. */
    private static final String CODE = "22711";

    private static final String COMMUNE = "Xã Suối Tân";
    private static final String PLACE = COMMUNE + ", Huyện Cam Lâm";
    private static final String WORKPLACE = "Xưởng đóng gói Suối Dầu";
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final String NEW_ROW = "Chưa tiêm nhắc sau 30 ngày";

    private final String tag = ThreadLocalRandom.current()
            .ints(6, 'A', 'Z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    private final String holder = "Lưu Ngọc T" + tag.toLowerCase(Locale.ROOT);

    @Test
    void a_draft_is_simulated_and_attested_and_once_in_force_holds_a_card_until_it_ends(
            Visitor drafter, Visitor attester, Visitor steering, Visitor source, Visitor hr, Visitor post)
            throws Exception {
        drafter.signInAs(Demo.HEALTH_OFFICER);
        attester.signInAs(Demo.SECOND_HEALTH_OFFICER);
        steering.signInAs(Demo.STEERING_OFFICER);
        String first = asShipped(drafter);
        DemoRules.attest(attester, first);
        putInForce(steering, first, 30);
        mode(drafter, steering, "Cấp tự động");

        String entry = cardByTheData(hr, source);
        String token = CardChecks.codeOn(CardChecks.download(
                hr, hr.page().locator("a[href*='/organisation/cards?entry=']").getAttribute("href")));
        assertThat(CardChecks.verify(post, token)).contains("\"valid\":true");

        String next = changed(drafter, first);
        simulate(drafter, next);
        drafter.open(next);
        DemoRules.attach(drafter);
        DemoRules.attest(attester, next);
        String order = putInForce(steering, next, 20);

        await(hr, () -> isStopped(hr, entry));
        assertThat(hr.page().locator("#card-stopped").innerText())
                .contains("Đang tạm khóa")
                .doesNotContain("tiêm", NEW_ROW);
        hr.assertAccessible();
        await(post, () -> CardChecks.verify(post, token).contains("\"valid\":false"));
        assertThat(CardChecks.verify(post, token)).doesNotContain("tiêm nhắc", "HOLD_LATE");

        end(steering, order);
        await(hr, () -> !isStopped(hr, entry));
        await(post, () -> CardChecks.verify(post, token).contains("\"valid\":true"));
        mode(drafter, steering, "Như nơi bao quanh");
    }

    /** A set of this test alone, with its document. */
    private String asShipped(Visitor drafter) {
        drafter.open("/criteria-office/criteria-sets");
        drafter.choose("beginning:shipped", "Bộ tiêu chí Thẻ Covid tỉnh Khánh Hòa, tháng 10 năm 2021");
        drafter.press("Soạn bản nháp");
        String set = pathOf(drafter);
        name(drafter, "TT1_" + tag);
        DemoRules.attach(drafter);
        return set;
    }

    private static String pathOf(Visitor visitor) {
        return visitor.page().url().replaceFirst("https?://[^/]+", "").replaceFirst("#.*", "");
    }

    private static void name(Visitor drafter, String code) {
        drafter.fill("about:code", code);
        drafter.fill("about:name", "Bộ tiêu chí thử " + code);
        drafter.fill("about:english", "Criteria on trial " + code);
        drafter.fill("about:number", DemoRules.NUMBER);
        drafter.press("Lưu tên và số văn bản");
        drafter.confirmation().waitFor();
    }

    /** The same with a longer time after the full course, and a row that blocks. */
    private String changed(Visitor drafter, String from) {
        drafter.open(from);
        drafter.press("Soạn bản nháp từ bảng này");
        String set = pathOf(drafter);
        name(drafter, "TT2_" + tag);
        drafter.follow("Thêm tiêu chí");
        drafter.fill("form:code", "HOLD_LATE");
        drafter.choose("form:level", "Tạm khóa");
        drafter.page().locator("[id='form:blocking']").check();
        drafter.fill("form:name", NEW_ROW);
        drafter.fill("form:english", "No booster after 30 days");
        drafter.press("Lưu tiêu chí");
        drafter.fill("cell:HOLD_LATE:full_course", ">= 30 days");
        drafter.fill("cell:G_FULL:full_course", ">= 21 days");
        drafter.press("Lưu các ô");
        assertThat(drafter.confirmation().innerText()).contains("Đã lưu 2 ô");
        assertThat(drafter.page().locator("[id='about:HOLD_LATE:full_course']").innerText())
                .contains("từ 30 ngày trở lên");
        return set;
    }

    private static void simulate(Visitor drafter, String set) {
        drafter.open(set);
        drafter.follow("Mô phỏng với mọi người trong cổng");
        chooseWith(drafter, "beginning:area", COMMUNE);
        drafter.press("Bắt đầu mô phỏng");
        Page page = drafter.page();
        page.waitForCondition(
                () -> page.locator("a[href*='simulation-file']").count() > 0,
                new Page.WaitForConditionOptions().setTimeout(120_000));
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText(NEW_ROW))
                        .innerText())
                .contains("Xanh", "Tạm khóa", "Tiêm đủ liều từ 14 ngày")
                .endsWith("1");
        drafter.assertAccessible();
        drafter.press("Xóa lần mô phỏng này");
    }

    /** At the place since so many minutes ago. @return the page of the order */
    private String putInForce(Visitor steering, String set, int minutesAgo) {
        String from = MOMENT.format(ZonedDateTime.now(ZONE).minusMinutes(minutesAgo));
        steering.open(set);
        chooseWith(steering, "ordering:area", CODE);
        steering.fill("ordering:from", from);
        steering.press("Xem những gì thay đổi");
        assertThat(steering.page().locator("#order").innerText()).contains(COMMUNE, from);
        assertKept(steering, from);
        steering.fill("sure:number", "");
        steering.press("áp dụng từ thời điểm đã qua");
        assertThat(steering.problems()).singleElement().asString().contains("Số văn bản");
        assertKept(steering, from);
        steering.fill("sure:number", DemoRules.NUMBER);
        steering.press("áp dụng từ thời điểm đã qua");
        assertThat(steering.confirmation().innerText()).contains("Đã đưa vào áp dụng", COMMUNE);
        steering.open(set);
        steering.page()
                .locator("main table a[href*='/criteria-office/rule-order']")
                .first()
                .click();
        steering.page().waitForURL("**/rule-order?*");
        return pathOf(steering);
    }

    /** What was asked for stays chosen where the form comes back. */
    private static void assertKept(Visitor steering, String from) {
        assertThat(steering.page()
                        .locator("[id='ordering:area'] option:checked")
                        .innerText())
                .startsWith(CODE);
        assertThat(steering.page().locator("[id='ordering:from']").inputValue()).isEqualTo(from);
    }

    private static void end(Visitor steering, String order) {
        steering.open(order);
        steering.press("Xem những gì thay đổi");
        steering.fill("sure:number", DemoRules.NUMBER);
        steering.press("Kết thúc");
        assertThat(steering.confirmation().innerText()).contains("Đã ghi kết thúc");
    }

    private static void mode(Visitor proposer, Visitor steering, String mode) {
        proposer.open("/criteria-office/issue-mode-switch");
        proposer.fill("switching:place", PLACE);
        proposer.choose("switching:mode", mode);
        proposer.press("Xem những gì thay đổi");
        proposer.fill("sure:number", "88/BCĐ");
        proposer.fill("sure:day", "30/09/2021");
        proposer.press("Gửi đề nghị, chờ đồng ý");
        steering.open("/criteria-office/issue-modes");
        steering.follow(PLACE);
        steering.press("Tôi đã xem, đồng ý áp dụng");
        steering.confirmation().waitFor();
    }

    /** Of somebody vaccinated twice, whom nobody at an agency looked at. @return the page of the entry */
    private String cardByTheData(Visitor hr, Visitor source) {
        ListFiles people = DemoList.people(1);
        ListFiles.set(people.rows().get(0), "full_name", holder);
        ListFiles.set(people.rows().get(0), "workplace", WORKPLACE);
        ListFiles.set(people.rows().get(0), "residence", PLACE);
        String list = DemoList.begin(hr, "Theo tiêu chí " + tag, "mot-nguoi.xlsx", people.xlsx());
        DemoList.submit(hr);
        vaccinated(
                source,
                holder + ";" + ListFiles.get(people.rows().get(0), "birth_date") + ";"
                        + ListFiles.get(people.rows().get(0), "document_number"));
        Locator approved = hr.page().locator("tbody th a", new Page.LocatorOptions().setHasText(holder));
        await(hr, () -> {
            hr.open("/organisation/staff-list-entries?id=" + list + "&state=APPROVED");
            return approved.count() > 0;
        });
        approved.click();
        hr.page().waitForURL("**/entry?id=*");
        return pathOf(hr);
    }

    private static void vaccinated(Visitor source, String person) {
        LocalDate today = LocalDate.now(ZONE);
        source.signInAs(Demo.SOURCE_OFFICER);
        source.open("/health-data/sources");
        source.follow("Dữ liệu tiêm chủng Covid-19");
        String file = String.join(
                "\r\n",
                "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở",
                person + ";AZ;1;" + DAY.format(today.minusDays(110)) + ";CDC-KH",
                person + ";AZ;2;" + DAY.format(today.minusDays(40)) + ";CDC-KH");
        source.page()
                .locator("[id='sending:file']")
                .setInputFiles(new FilePayload("hai-mui.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        source.press("Nhập tệp");
        source.page().locator(".figure-row").waitFor();
        source.page().waitForFunction("() => !document.getElementById('busy')");
        assertThat(source.page().locator(".figure-row").textContent()).contains("2 dòng mới");
    }

    private static boolean isStopped(Visitor hr, String entry) {
        hr.open(entry);
        return hr.page().locator("#card-stopped").count() > 0;
    }

    /** Work in the background does it within seconds; a slow machine takes longer. */
    private static void await(Visitor visitor, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("still not, on " + visitor.page().url())
                    .isLessThan(end);
            visitor.page().waitForTimeout(1_000);
        }
    }

    private static void chooseWith(Visitor visitor, String id, String part) {
        visitor.page()
                .locator("[id='" + id + "']")
                .selectOption(visitor.page()
                        .locator("[id='" + id + "'] option")
                        .filter(new Locator.FilterOptions().setHasText(part))
                        .first()
                        .getAttribute("value"));
    }
}
