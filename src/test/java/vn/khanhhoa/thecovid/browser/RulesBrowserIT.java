package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody without an account looks up what holds where they go. */
@InBrowser
class RulesBrowserIT {
    @Test
    void anybody_looks_up_a_place_a_journey_and_an_activity(Visitor health, Visitor steering, Visitor visitor) {
        steering.signInAs(Demo.STEERING_OFFICER);
        put(steering, "Tỉnh Khánh Hòa", "KB1 – Bình thường mới");
        put(steering, "Huyện Cam Lâm", "KB3 – Nguy cơ cao");
        DemoRules.shippedMatrixInForce(health, steering);

        visitor.open("/");
        visitor.follow("Nơi nào được làm gì?");
        visitor.assertAccessible();
        assertThat(visitor.page().locator("main").innerText())
                .contains("Huyện Cam Lâm", "KB3 – Nguy cơ cao", "9696/KH-UBND ngày 30/09/2021", "Những thay đổi")
                .doesNotContain("Huỳnh Văn Chỉ Đạo");

        visitor.page().locator("#place").fill("Thị trấn Cam Đức");
        visitor.press("Tra cứu");
        assertThat(visitor.page().locator("#answer").innerText())
                .contains("Thị trấn Cam Đức, Huyện Cam Lâm", "KB3 – Nguy cơ cao")
                .contains("theo kịch bản của Huyện Cam Lâm", "Ăn uống tại chỗ", "Không quá 50% công suất");
        visitor.assertAccessible();

        visitor.open("/public/rules?place=vinh+nha+trang&from=cam+duc&activity=AN_TAICHO");
        assertThat(visitor.page().locator("main").innerText()).contains("Có nhiều nơi tên như “vinh nha trang”");
        visitor.assertAccessible();
        visitor.follow("Phường Vĩnh Hải, Thành phố Nha Trang");
        assertThat(visitor.page().locator("#answer").innerText())
                .contains("Đi từ Thị trấn Cam Đức đến Phường Vĩnh Hải", "theo kịch bản chặt hơn, là của Huyện Cam Lâm")
                .contains("Ăn uống tại chỗ")
                .doesNotContain("Karaoke");

        visitor.open("/public/rules?activity=AN_TAICHO");
        assertThat(visitor.page().locator("main").innerText())
                .contains("Xanh, Vàng: được; Đỏ, Tạm khóa: không được", "Huyện Cam Lâm");
        visitor.open("/public/rules?place=C%E1%BA%A7n+Th%C6%A1");
        assertThat(visitor.page().locator("#place-error").innerText()).contains("Không có nơi nào tên “Cần Thơ”");
        assertThat(visitor.fetch("/public/rules").headers().get("cache-control"))
                .isEqualTo("private, max-age=60");

        visitor.page().setViewportSize(390, 844);
        visitor.open("/public/rules?place=22327");
        visitor.switchLanguage();
        assertThat(visitor.page().locator("main").innerText()).contains("What may be done here", "New normal");
        assertThat((Boolean) visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        visitor.assertAccessible();
    }

    private static void put(Visitor steering, String place, String scenario) {
        steering.open("/criteria-office/scenarios");
        steering.fill("ordering:place", place);
        steering.choose("ordering:scenario", scenario);
        steering.press("Xem những gì thay đổi");
        steering.fill("sure:number", "9696/KH-UBND");
        steering.fill("sure:day", "30/09/2021");
        steering.press("áp dụng");
    }
}
