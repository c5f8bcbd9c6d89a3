package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.khanhhoa.thecovid.card.token.CardStatus;
import vn.khanhhoa.thecovid.card.token.SignedForPosts;

/** What an officer with a phone meets at a post: by night, without a network, with old data and with a clock that is wrong. */
class CheckingAtAPostBrowserIT {
    private static final List<String> WORK = List.of("LV_DN", "VT_HANG");
    private static final long GREEN = 1;
    private static final long YELLOW = 2;
    private static final long RED = 3;
    private static final long SUSPENDED = 4;
    private static final long REVOKED = 5;

    private final PostStandIn portal = new PostStandIn();
    private PhoneAtPost phone;

    @BeforeEach
    void a_phone_that_is_signed_in() {
        portal.stands(GREEN, CardStatus.VALID_GREEN)
                .stands(YELLOW, CardStatus.VALID_YELLOW)
                .stands(RED, CardStatus.VALID_RED)
                .stands(SUSPENDED, CardStatus.SUSPENDED)
                .stands(REVOKED, CardStatus.INVALID);
        phone = new PhoneAtPost(Chromium.get(), portal.url("/scan")).signIn(PostStandIn.CODE);
    }

    @AfterEach
    void away() {
        phone.close();
        portal.close();
    }

    @Test
    void a_card_may_pass_by_its_level_and_what_it_is_for() {
        phone.assertAccessible();
        String green = phone.show(card(GREEN));
        assertThat(green)
                .startsWith("PASS Được qua")
                .contains("Mức Xanh", "Qua chốt liên tỉnh: được phép", "Nguyễn Văn An", "Sinh 1987", "0678")
                .contains("KB3 Nguy cơ cao", "Quyết định 9696/KH-UBND", "Làm việc tại doanh nghiệp", "Chiều vào");
        phone.assertAccessible();
        assertThat(phone.show(card(RED))).startsWith("STOP Chưa được qua").contains("Mức Đỏ");
        phone.assertAccessible();

        phone.page().locator("#activity").selectOption("VT_HANG");
        assertThat(phone.show(card(GREEN))).startsWith("PASS").contains("Công suất tối đa 50 %");
        assertThat(phone.show(code("Trần Bình", GREEN, List.of("LV_DN"))))
                .startsWith("MORE")
                .contains("Đã đăng ký");
        phone.page().locator("#activity").selectOption("YT_CAPCUU");
        assertThat(phone.show(card(SUSPENDED))).startsWith("PASS").contains("ai cũng được qua");
    }

    @Test
    void what_is_missing_is_named_and_seen_and_counted_once() {
        assertThat(phone.show(card(YELLOW)))
                .startsWith("MORE Cần thêm giấy tờ")
                .contains("Kết quả xét nghiệm âm tính trong 72 giờ");
        phone.assertAccessible();
        phone.press("Đã xem, cho qua");
        phone.waitForVerdict("PASS");
        assertThat(phone.verdict()).doesNotContain("Vừa quét");
        phone.press("Chiều vào");
        assertThat(phone.show(card(YELLOW)))
                .startsWith("MORE")
                .contains("Chiều ra")
                .containsPattern("Vừa quét lúc \\d\\d:\\d\\d:\\d\\d");
        phone.press("Chưa cho qua");
        phone.waitForVerdict("STOP");

        waitForScans(2);
        assertThat(portal.scans().values())
                .anyMatch(scan -> scan.contains("\"verdict\":\"PASS\"")
                        && scan.contains("\"reason\":\"proof-test\"")
                        && scan.contains("\"direction\":\"IN\"")
                        && scan.contains("\"level\":\"YELLOW\"")
                        && scan.contains("\"post\":\"post-1\""))
                .anyMatch(scan -> scan.contains("\"reason\":\"turned-away\"") && scan.contains("\"direction\":\"OUT\""))
                .noneMatch(scan -> scan.contains("Nguyễn"));
        assertThat(phone.shift())
                .contains("Được qua 1", "Cần thêm giấy tờ 0", "Chưa được qua 1", "chiều vào 1", "chiều ra 0");
        phone.assertAccessible();
    }

    @Test
    void where_no_rule_is_in_force_it_says_so_and_not_that_the_status_is_old() {
        phone.page().locator("#activity").selectOption("MB_CHO");
        assertThat(phone.show(card(GREEN)))
                .startsWith("MORE Cần xem xét")
                .contains("Đi chợ: chưa có quy định cho hoạt động này ở đây")
                .doesNotContain("Hướng dẫn của điểm kiểm tra", "giấy tờ dưới đây");
        phone.assertAccessible();
        phone.press("Đã xem, cho qua");
        phone.waitForVerdict("PASS");
        assertThat(phone.verdict())
                .contains("Chưa có quy định cho hoạt động này ở đây")
                .doesNotContain("cũ");
        waitForScans(1);
        assertThat(portal.scans().values()).allMatch(scan -> scan.contains("\"reason\":\"proof-no-rule\""));
    }

    @Test
    void a_post_never_learns_why_a_card_is_held() {
        String held = phone.show(card(SUSPENDED));
        assertThat(held)
                .startsWith("STOP Chưa được qua")
                .contains("Gọi trực y tế", "0258 3822 222")
                .doesNotContain("khóa", "mắc bệnh", "cách ly");
        assertThat(phone.show(card(REVOKED))).startsWith("STOP").contains("Thẻ không còn giá trị");
        waitForScans(2);
        assertThat(portal.scans().values()).anyMatch(scan -> scan.contains("\"reason\":\"suspended\""));
        phone.page().locator("#activity").selectOption("YT_KHAM");
        assertThat(phone.show(card(SUSPENDED))).startsWith("MORE").contains("Theo phân luồng");
    }

    @Test
    void what_is_no_card_is_refused_for_what_is_wrong_with_it() {
        assertThat(phone.show(new SignedForPosts().code("Kẻ Gian", "72XQ49MT3", GREEN, Instant.now(), WORK)))
                .startsWith("STOP")
                .contains("Không rõ ai đã ký mã này")
                .doesNotContain("Kẻ Gian");
        assertThat(phone.show(portal.signed.code(
                        "Cũ", "72XQ49MT3", GREEN, Instant.now().minus(Duration.ofDays(30)), WORK)))
                .startsWith("STOP")
                .contains("Thẻ đã hết hạn");
        assertThat(phone.show("https://example.vn/")).startsWith("UNREADABLE").contains("Không phải mã của Thẻ Covid");
        assertThat(phone.show("HC1:NCF")).startsWith("UNREADABLE").contains("Mã của hệ thống khác: Hộ chiếu vắc xin");
        assertThat(phone.show("056087000123|225000123|Nguyễn Văn An|01011987|Nam|Cam Ranh|01012021"))
                .startsWith("STOP")
                .contains("Người này chưa có thẻ")
                .doesNotContain("Không chấp nhận", "gõ");
        portal.lookup = found("VALID", "\"GREEN\"");
        assertThat(phone.show("056087000123|225000123|Nguyễn Văn An|01011987|Nam|Cam Ranh|01012021"))
                .startsWith("PASS")
                .contains("KH7-2XQ4-9MT3-C");
        phone.assertAccessible();
        portal.isSomebodyElse = true;
        assertThat(phone.show("056087000123|225000123|Nguyễn Văn An|02021987|Nam|Cam Ranh|01012021"))
                .startsWith("STOP")
                .contains("Không phải cùng một người")
                .doesNotContain("Nguyễn Văn An", "KH7-2XQ4-9MT3-C");
        waitForScans(7);
        assertThat(portal.scans().values())
                .anyMatch(scan -> scan.contains("\"way\":\"DOCUMENT\"") && scan.contains("\"reason\":\"without-card\""))
                .noneMatch(scan -> scan.contains("056087000123"));
    }

    @Test
    void a_typed_number_is_found_where_there_is_a_network_and_the_holder_proves_to_be_its_own() {
        phone.press("Số thẻ");
        phone.assertAccessible();
        phone.press("Tìm");
        phone.waitFor("Chưa gõ số thẻ");
        phone.page().locator("#number-typed").fill("KH7-2XQ4-9MT3-H");
        phone.press("Tìm");
        phone.waitFor("Số thẻ không đúng");
        portal.lookup = found("VALID", "\"GREEN\"");
        phone.page().locator("#number-typed").fill("kh7 2xq4 9mt3 c");
        phone.press("Tìm");
        assertThat(phone.verdict()).startsWith("MORE").contains("Giấy tờ tùy thân khớp");
        phone.press("Đã xem, cho qua");
        phone.waitForVerdict("PASS");
        phone.press("Xem thêm về thẻ này");
        phone.page().locator("#details-reason").fill("ngắn 0123456789");
        phone.press("Hỏi cổng");
        phone.waitFor("Ghi rõ lý do");
        phone.assertAccessible();
        phone.page().locator("#details-reason").fill("Nghi dùng thẻ của người khác");
        phone.press("Hỏi cổng");
        phone.waitFor("Công ty Thủy sản Cam Ranh");
        assertThat(phone.page().locator("#details-told").innerText()).contains("31/10/2099");
        phone.press("Đóng");

        portal.lookup = found("REVOKED", "null");
        phone.press("Số thẻ");
        phone.page().locator("#number-typed").fill("KH7-2XQ4-9MT3-C");
        phone.press("Tìm");
        phone.waitForVerdict("STOP");
        waitForScans(2);
        assertThat(portal.scans().values())
                .anyMatch(
                        scan -> scan.contains("\"way\":\"NUMBER\"") && scan.contains("\"reason\":\"proof-identity\""));
    }

    @Test
    void without_a_network_it_begins_anew_checks_on_and_tells_the_portal_later_exactly_once() {
        phone.installed();
        phone.offline(true);
        phone.page().reload();
        phone.waitFor("Không có mạng");
        assertThat(phone.show(card(GREEN))).startsWith("PASS");
        assertThat(phone.show(card(RED))).startsWith("STOP");
        phone.waitFor("2 lượt chờ gửi");
        assertThat(portal.scans()).isEmpty();

        portal.clockIsBehind = true;
        phone.offline(false);
        phone.refresh();
        phone.waitFor("2 lượt chờ gửi");
        assertThat(portal.scans()).isEmpty();
        portal.clockIsBehind = false;

        portal.answersGetLost = true;
        phone.refresh();
        waitForScans(2);
        Map<String, String> first = portal.scans();
        assertThat(first.values()).allMatch(scan -> scan.contains("\"online\":false"));
        phone.waitFor("2 lượt chờ gửi");
        portal.answersGetLost = false;
        phone.refresh();
        assertThat(portal.scans()).isEqualTo(first);
        assertThat(phone.page().locator("#state").innerText()).doesNotContain("chờ gửi");
        assertThat(phone.keeps("scans", "")).as("once the portal has them").isZero();
        assertThat(phone.shift()).contains("Được qua 1", "Chưa được qua 1");
    }

    @Test
    void what_the_portal_does_not_take_is_told_with_why() {
        portal.refusal = "verification.scan-not-there";
        phone.show(card(GREEN));
        phone.show(card(RED));
        phone.waitForAlert("Cổng không nhận: 2 lượt kiểm tra. Lúc đó máy này không ở điểm kiểm tra ấy");
        phone.assertAccessible();
        assertThat(phone.keeps("scans", "")).isZero();
        portal.refusal = "verification.scan-old";
        phone.show(card(GREEN));
        phone.waitForAlert("Cổng không nhận: 1 lượt kiểm tra. Cũ hơn 30 ngày.");
        phone.page().reload();
        phone.waitForAlert("Cổng không nhận: 2 lượt");
        phone.shift();
        assertThat(phone.page().locator("#shift-not-taken li").count()).isEqualTo(2);
        phone.assertAccessible();
        phone.newShift();
        assertThat(phone.alerts()).isEmpty();
    }

    @Test
    void what_waits_for_longer_than_the_portal_takes_it_is_told_too() {
        phone.installed();
        phone.offline(true);
        phone.show(card(GREEN));
        phone.waitFor("1 lượt chờ gửi");
        phone.clock(Instant.now().plus(Duration.ofDays(31)));
        phone.page().reload();
        phone.waitForAlert("Cổng không nhận: 1 lượt kiểm tra. Cũ hơn 30 ngày.");
        assertThat(phone.keeps("scans", "")).isZero();
    }

    @Test
    void papers_are_two_taps_and_counted_and_may_be_taken_back() {
        phone.press("Giấy tờ");
        assertThat(phone.page().locator("#papers-list button").count()).isEqualTo(1);
        phone.assertAccessible();
        phone.press("Giấy đi đường của xã, phường");
        phone.waitFor("Đã ghi một lượt");
        phone.press("Bỏ lượt này");
        phone.waitFor("Đã bỏ lượt");
        phone.press("Giấy tờ");
        phone.press("Giấy đi đường của xã, phường");
        phone.waitFor("Đã ghi một lượt");
        assertThat(phone.shift()).contains("Giấy đi đường của xã, phường 1", "chiều vào 1");
        phone.press("Bắt đầu ca mới");
        phone.waitFor("Bắt đầu ca mới trên máy này?");
        phone.assertAccessible();
        phone.press("Chưa, xem lại số lượt");
        phone.waitFor("Giấy đi đường của xã, phường");
        phone.newShift();
        assertThat(phone.shift()).doesNotContain("Giấy đi đường");
        phone.press("Đóng");
        phone.page().waitForTimeout(11_000);
        phone.refresh();
        assertThat(portal.scans().values())
                .hasSize(1)
                .allMatch(scan -> scan.contains("\"paper\":\"GIAY_DI_DUONG\"") && scan.contains("\"way\":\"PAPER\""));
    }

    @Test
    void a_paper_settles_the_result_that_waits_so_that_one_person_counts_once() {
        assertThat(phone.show(card(YELLOW))).startsWith("MORE");
        takePaper();
        phone.waitFor("Chưa có mã nào được quét");
        assertThat(phone.page().locator("#settle").isVisible()).isFalse();
        phone.press("Bỏ lượt này");
        phone.waitFor("Đã bỏ lượt");
        phone.waitForVerdict("MORE");
        assertThat(phone.page().locator("#settle").isVisible()).isTrue();
        takePaper();
        phone.waitFor("Chưa có mã nào được quét");
        assertThat(phone.shift())
                .contains("Được qua 0", "Cần thêm giấy tờ 0", "Giấy đi đường của xã, phường 1", "chiều vào 1");
        phone.press("Đóng");

        phone.page().waitForTimeout(11_000);
        phone.refresh();
        waitForScans(1);
        assertThat(portal.scans().values())
                .allMatch(scan -> scan.contains("\"way\":\"PAPER\"")
                        && scan.contains("\"paper\":\"GIAY_DI_DUONG\"")
                        && scan.contains("\"verdict\":\"PASS\"")
                        && scan.contains("\"reason\":\"paper\"")
                        && scan.contains("\"number\":\"KH"));
    }

    @Test
    void another_activity_or_direction_leaves_no_result_of_the_one_before() {
        assertThat(phone.show(card(YELLOW))).startsWith("MORE").contains("Qua chốt liên tỉnh", "Chiều vào");
        phone.press("Chiều vào");
        phone.page()
                .locator(".told-verdict[data-verdict='MORE']")
                .getByText("Chiều ra")
                .waitFor();
        phone.page().locator("#activity").selectOption("YT_CAPCUU");
        phone.waitForVerdict("PASS");
        assertThat(phone.verdict()).contains("Cấp cứu: ai cũng được qua").doesNotContain("xét nghiệm");
        assertThat(phone.page().locator("#settle").isVisible()).isFalse();
        waitForScans(1);
        assertThat(portal.scans().values())
                .allMatch(scan -> scan.contains("\"activity\":\"YT_CAPCUU\"")
                        && scan.contains("\"direction\":\"OUT\"")
                        && scan.contains("\"verdict\":\"PASS\""));
        assertThat(phone.shift()).contains("Được qua 1", "Cần thêm giấy tờ 0", "chiều vào 0", "chiều ra 1");
        phone.press("Đóng");

        phone.page().locator("#activity").selectOption("VT_HANG");
        phone.waitFor("Chưa có mã nào được quét");
        assertThat(phone.page().locator(".told-verdict").count()).isZero();
        assertThat(portal.scans()).hasSize(1);
    }

    @Test
    void old_data_are_told_and_the_post_does_what_its_sheet_says() {
        phone.installed();
        phone.offline(true);
        phone.clock(Instant.now().plus(Duration.ofHours(3)));
        phone.page().reload();
        phone.waitForAlert("đã cũ");
        phone.assertAccessible();
        assertThat(phone.show(card(GREEN)))
                .startsWith("MORE")
                .contains("Trạng thái lúc", "đã cũ", "Mức Xanh", "Cho qua khi thẻ còn hạn");
        assertThat(phone.page().evaluate("""
                        () => {
                          const edges = (part) => document.querySelector(part).getBoundingClientRect();
                          return edges(".who p").bottom <= edges("#settle").top && edges("#work header").top === 0;
                        }"""))
                .as("who it is, above the buttons, and the hour of the status")
                .isEqualTo(true);
        phone.assertAccessible();
        phone.press("Đã xem, cho qua");
        phone.waitForVerdict("PASS");
        assertThat(phone.show(card(SUSPENDED))).startsWith("STOP").contains("đã cũ");
        assertThat(phone.show(portal.signed.code(
                        "Cũ", "72XQ49MT3", GREEN, Instant.now().minus(Duration.ofDays(30)), WORK)))
                .startsWith("STOP");
        phone.clock(Instant.now());
        phone.offline(false);
        phone.refresh();
        assertThat(phone.show(card(GREEN))).startsWith("PASS");
        waitForScans(4);
        assertThat(portal.scans().values()).anyMatch(scan -> scan.contains("\"reason\":\"proof-fallback\""));
    }

    @Test
    void data_that_are_older_than_those_it_has_are_refused() {
        portal.age = Duration.ofHours(2);
        portal.stands(SUSPENDED, CardStatus.VALID_GREEN);
        phone.refresh();
        phone.waitForAlert("cũ hơn dữ liệu trên máy");
        assertThat(phone.show(card(SUSPENDED))).startsWith("STOP");

        portal.age = Duration.ZERO;
        phone.refresh();
        assertThat(phone.alerts()).doesNotContain("cũ hơn");
        portal.signed = new SignedForPosts();
        phone.refresh();
        phone.waitForAlert("không do cổng này ký");
    }

    @Test
    void keys_that_became_known_to_others_are_believed_no_more_and_new_ones_are() {
        SignedForPosts before = portal.signed;
        SignedForPosts after = new SignedForPosts();
        String old = card(GREEN);
        before.trusting(after);
        phone.refresh();
        portal.signed = after.withdrawing(before);
        phone.refresh();

        assertThat(phone.alerts()).isEmpty();
        assertThat(phone.show(old)).startsWith("STOP").contains("Mã này đã được thay");
        assertThat(phone.show(after.code("Mới", "72XQ49MT3", GREEN, Instant.now(), WORK)))
                .startsWith("PASS");
    }

    @Test
    void a_clock_that_is_wrong_is_noticed_by_what_the_portal_signed() {
        phone.installed();
        phone.clock(Instant.now().minus(Duration.ofDays(10)));
        phone.page().reload();
        phone.waitForAlert("chạy chậm");
        assertThat(phone.show(card(GREEN))).startsWith("PASS");
        phone.clock(Instant.now().plus(Duration.ofMinutes(95)));
        phone.refresh();
        phone.waitForAlert("chạy nhanh 9");
        assertThat(phone.show(card(GREEN))).startsWith("PASS");
        phone.clock(Instant.now());
        phone.refresh();
        assertThat(phone.alerts()).isEmpty();

        phone.offline(true);
        phone.clock(Instant.now().minus(Duration.ofHours(5)));
        phone.page().reload();
        phone.waitForAlert("chỉnh lùi");
        phone.assertAccessible();
        assertThat(phone.show(card(GREEN))).startsWith("MORE").contains("Đồng hồ của máy sai");
    }

    @Test
    void one_phone_gives_another_what_it_has_and_nothing_older_or_forged_is_taken(@TempDir Path folder)
            throws Exception {
        Path early = phone.file();
        try (PhoneAtPost other = new PhoneAtPost(Chromium.get(), portal.url("/scan"))) {
            other.signIn(PostStandIn.CODE).installed();
            other.offline(true);
            portal.stands(GREEN, CardStatus.SUSPENDED);
            phone.page().waitForTimeout(2100);
            phone.refresh();
            Path late = phone.file();
            assertThat(other.show(card(GREEN))).startsWith("PASS");
            assertThat(other.take(late)).contains("Đã nhận", "Trạng thái thẻ", "Bảng điều kiện");
            assertThat(other.show(card(GREEN))).startsWith("STOP");
            assertThat(other.take(early))
                    .contains("cũ hơn dữ liệu trên máy này")
                    .doesNotContain("Đã nhận");
            assertThat(other.show(card(GREEN))).startsWith("STOP");

            byte[] bytes = Files.readAllBytes(late);
            bytes[bytes.length / 2] ^= 1;
            assertThat(other.take(Files.write(folder.resolve("spoilt.khscan"), bytes)))
                    .doesNotContain("Trạng thái thẻ.");
            assertThat(other.take(Files.writeString(folder.resolve("other.txt"), "xin chào")))
                    .contains("không phải dữ liệu của máy quét");
        }
    }

    @Test
    void a_device_that_is_shut_out_forgets_all_and_says_so() {
        phone.show(card(GREEN));
        waitForScans(1);
        portal.shutOut = true;
        phone.choose("Cập nhật ngay");
        phone.waitFor("Thiết bị này đã bị khóa");
        phone.assertAccessible();
        for (String kept : List.of("device", "trust", "list", "sheet", "shift")) {
            assertThat(phone.keeps("kept", kept)).as(kept).isZero();
        }
        phone.page().reload();
        phone.waitFor("Mã đăng nhập của thiết bị");
        phone.page().locator("#begin-code").fill("AAAAA-BBBBB");
        phone.press("Đăng nhập");
        phone.waitFor("verification.device-code-wrong");
        phone.assertAccessible();
    }

    @Test
    void a_new_build_is_offered_and_taken_whole() {
        phone.installed();
        portal.otherBuild = true;
        phone.page()
                .evaluate("async () => { await (await navigator.serviceWorker.getRegistration('/scan')).update(); }");
        phone.waitForAlert("Có bản mới");
        phone.assertAccessible();
        phone.page().evaluate("() => { window.before = true; }");
        phone.press("Dùng bản mới");
        phone.page().waitForFunction("() => !window.before");
        phone.page().locator("#work").waitFor();
        phone.page()
                .waitForFunction("async () => (await caches.keys()).every((name) => name.startsWith('scan-other-'))");
        assertThat(phone.show(card(GREEN))).startsWith("PASS");
    }

    @Test
    void it_speaks_english_and_goes_dark_and_serves_a_wide_screen() {
        phone.choose("English");
        phone.assertAccessible();
        String green = phone.show(card(GREEN));
        assertThat(green).contains("May pass", "Level green", "Passing a checkpoint of the province: allowed");
        phone.press("Menu");
        phone.press("Dark screen");
        phone.press("Close");
        phone.assertAccessible();
        phone.page().setViewportSize(1440, 900);
        phone.assertAccessible();
        phone.page().reload();
        phone.waitFor("Online");
        assertThat(phone.page().locator("html").getAttribute("data-dark")).isNotNull();
    }

    @Test
    void the_camera_goes_on_from_card_to_card(@TempDir Path folder) throws Exception {
        Path film = CodeFilm.of(folder.resolve("film.y4m"), 12, card(GREEN), card(YELLOW), card(RED));
        try (Browser seeing = Chromium.seeing(film);
                PhoneAtPost post = new PhoneAtPost(seeing, portal.url("/scan"))) {
            post.signIn(PostStandIn.CODE);
            post.press("Bật máy ảnh");
            post.waitForVerdict("PASS");
            post.waitForVerdict("MORE");
            post.waitForVerdict("STOP");
            post.waitForVerdict("PASS");
            post.assertAccessible();
            post.press("Tắt máy ảnh");
            post.waitFor("Bật máy ảnh");
        }
    }

    @Test
    void a_code_that_is_small_before_the_camera_is_read(@TempDir Path folder) throws Exception {
        Path film = CodeFilm.of(folder.resolve("film.y4m"), 12, 4, code("Nguyễn Hoàng Phương Thảo", GREEN, WORK));
        try (Browser seeing = Chromium.seeing(film);
                PhoneAtPost post = new PhoneAtPost(seeing, portal.url("/scan"))) {
            post.signIn(PostStandIn.CODE);
            post.press("Bật máy ảnh");
            post.waitForVerdict("PASS");
        }
    }

    @Test
    void its_files_are_for_anybody_and_nothing_but_they_is_let_into_the_page() throws Exception {
        HttpResponse<String> page = file("/scan", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<style", "style=", "onclick");
        String tag = page.headers().firstValue("ETag").orElse("");
        assertThat(page.body()).contains("data-build=" + tag);
        assertThat(file("/scan", tag).statusCode()).isEqualTo(304);
        HttpResponse<String> worker = file("/scan/sw.js", "");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).contains("/scan");
        assertThat(worker.body()).contains("\"/scan\"", "\"/scan/lib/zxing.js\"", "\"/scan/texts.json\"");
        for (String nothing : List.of("/scan/none.js", "/scan/WEB-INF/web.xml", "/scan/lib/", "/scan/index.html/x")) {
            assertThat(file(nothing, "").statusCode()).as(nothing).isEqualTo(404);
        }
    }

    private static HttpResponse<String> file(String path, String tag) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningPortal.get().url(path)));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void takePaper() {
        phone.press("Giấy tờ");
        phone.press("Giấy đi đường của xã, phường");
        phone.waitFor("Đã ghi một lượt");
    }

    private static String found(String state, String level) {
        return "{\"number\":\"KH7-2XQ4-9MT3-C\",\"name\":\"Nguyễn Văn An\",\"birthYear\":1987,\"idTail\":\"0678\","
                + "\"activities\":[\"LV_DN\"],\"statusPlace\":1,\"validFrom\":\"2021-10-11\",\"validTo\":\"2099-10-31\","
                + "\"state\":\"" + state + "\",\"level\":" + level + "}";
    }

    private String card(long place) {
        return code("Nguyễn Văn An", place, WORK);
    }

    private String code(String name, long place, List<String> activities) {
        return portal.signed.code(name, "72XQ49MT" + place, place, Instant.now(), activities);
    }

    /** Those that need nothing more are sent within seconds. */
    private void waitForScans(int many) {
        phone.page().waitForCondition(() -> portal.scans().size() >= many);
        assertThat(portal.scans()).hasSize(many);
    }
}
