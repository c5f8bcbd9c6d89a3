package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One officer proposes that the portal gives cards by the data, sees before what it would do, and another agrees. */
@InBrowser
class ModesBrowserIT {
    private static final String PLACE = "Huyện Khánh Sơn";

    @Test
    void a_mode_is_looked_at_before_it_is_proposed_and_holds_when_the_second_agrees(Visitor health, Visitor steering) {
        health.signInAs(Demo.HEALTH_OFFICER);
        health.open("/criteria-office/issue-modes");
        assertThat(health.page().locator("main").innerText()).contains("Cấp theo xét duyệt", "Ở một nơi");
        health.assertAccessible();
        health.follow("Đổi phương thức cấp thẻ");
        health.fill("switching:place", "không có nơi này");
        health.press("Xem những gì thay đổi");
        assertThat(health.problems()).isNotEmpty();
        assertThat(health.page().locator("[id='switching:place']").inputValue()).isEqualTo("không có nơi này");
        health.assertAccessible();

        health.fill("switching:place", PLACE);
        health.choose("switching:mode", "Cấp tự động");
        health.press("Xem những gì thay đổi");
        assertThat(health.page().locator("#order").innerText())
                .contains(PLACE, "xanh theo dữ liệu lúc này", "vẫn chờ xét duyệt", "giữ nguyên", "thứ hai đồng ý");
        health.assertAccessible();
        health.fill("sure:number", "88/BCĐ");
        health.press("Gửi đề nghị, chờ đồng ý");
        assertThat(health.problems()).as("a day is missing").isNotEmpty();
        health.fill("sure:day", "30/09/2021");
        health.press("Gửi đề nghị, chờ đồng ý");
        assertThat(health.page().locator("main").innerText()).contains("Đã gửi đề nghị", "88/BCĐ");
        health.follow(PLACE);
        assertThat(health.page().locator("[id='answer:agree']").count())
                .as("the proposer is not the second person")
                .isZero();

        steering.signInAs(Demo.STEERING_OFFICER);
        steering.page().setViewportSize(390, 844);
        steering.open("/criteria-office/issue-modes");
        steering.follow(PLACE);
        steering.switchLanguage();
        assertThat(steering.page().locator("#order").innerText()).contains("Automatic", "stay as they are");
        assertNothingSticksOut(steering);
        steering.assertAccessible();
        steering.press("I have looked, put it in force");
        assertThat(steering.page().locator("main").innerText()).contains("is entered", "88/BCĐ", "version 1");
        assertNothingSticksOut(steering);
        steering.assertAccessible();

        health.open("/criteria-office/issue-modes?place=to+hap#there");
        assertThat(health.page().locator("main").innerText())
                .contains("Thị trấn Tô Hạp", "Cấp tự động", "của " + PLACE);
        health.assertAccessible();
    }

    private static void assertNothingSticksOut(Visitor visitor) {
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
    }

    @Test
    void a_head_sets_a_rule_for_green_ones_and_stops_it(Visitor head) {
        head.signInAs(Demo.APPROVER);
        head.open("/agency-head/desk");
        head.follow("Tự động duyệt người xanh theo dữ liệu");
        assertThat(head.page().locator("main").innerText()).contains("mọi đề nghị chờ cán bộ");
        head.assertAccessible();
        head.fill("rule:most", "0");
        head.press("Áp dụng từ bây giờ");
        assertThat(head.problems()).isNotEmpty();
        head.fill("rule:most", "10");
        head.fill("rule:sample", "100");
        head.press("Áp dụng từ bây giờ");
        assertThat(head.page().locator("main").innerText())
                .contains("Quy tắc được áp dụng", "Hôm nay đã duyệt", "100%");
        head.assertAccessible();
        head.press("Dừng ngay");
        assertThat(head.page().locator("main").innerText()).contains("Đã dừng", "mọi đề nghị chờ cán bộ");
        head.page().setViewportSize(390, 844);
        assertNothingSticksOut(head);
        head.assertAccessible();
    }
}
