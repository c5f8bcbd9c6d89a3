package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From a signed document to a scenario in force for a residential group, and back. */
@InBrowser
class ScenariosBrowserIT {
    @Test
    void the_steering_officer_puts_scenarios_in_force_ends_them_and_takes_them_back(Visitor steering, Visitor health) {
        steering.signInAs(Demo.STEERING_OFFICER);
        steering.open("/criteria-office/scenarios");
        steering.assertAccessible();
        steering.fill("ordering:place", "vinh");
        steering.press("Xem những gì thay đổi");
        assertThat(steering.problems()).singleElement().asString().contains("có thể là nhiều nơi", "Vĩnh");
        steering.fill("ordering:place", "Cần Thơ");
        steering.fill("ordering:until", "hôm sau");
        steering.press("Xem những gì thay đổi");
        assertThat(steering.problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("Không có nơi nào tên “Cần Thơ”"));

        put(steering, "tinh khanh hoa", "KB1 – Bình thường mới", "");
        assertThat(steering.page().locator("main table").first().innerText())
                .contains("Tỉnh Khánh Hòa", "KB1", "9696/KH-UBND ngày 30/09/2021", "Huỳnh Văn Chỉ Đạo");

        steering.fill("zone:commune", "phuong vinh hoa");
        steering.fill("zone:name", "Tổ dân phố 5");
        steering.fill("zone:code", "VH-TDP5");
        steering.press("Thêm vùng");
        assertThat(steering.confirmation().innerText()).contains("Đã thêm Tổ dân phố 5");
        steering.assertAccessible();
        steering.fill("ordering:place", "to dan pho 5");
        steering.choose("ordering:scenario", "KB5 – Phong tỏa (vùng cách ly y tế)");
        steering.press("Xem những gì thay đổi");
        assertThat(steering.page().locator("#order").innerText())
                .contains("Tổ dân phố 5, Phường Vĩnh Hòa", "KB1", "của Tỉnh Khánh Hòa");
        steering.assertAccessible();
        steering.fill("sure:number", "12/QĐ-BCĐ");
        steering.fill("sure:day", "hôm nay");
        steering.press("áp dụng");
        assertThat(steering.problems()).singleElement().asString().contains("Không đọc được ngày");
        steering.fill("sure:day", "01/10/2021");
        steering.press("áp dụng");
        steering.assertAccessible();

        steering.follow("Tổ dân phố 5, Phường Vĩnh Hòa, Thành phố Nha Trang");
        steering.assertAccessible();
        steering.fill("ending:at", "08:00 01/01/2020");
        steering.press("Xem những gì thay đổi");
        assertThat(steering.problems()).singleElement().asString().contains("quá xa trong quá khứ");

        health.signInAs(Demo.HEALTH_OFFICER);
        health.page().setViewportSize(390, 844);
        health.open("/criteria-office/scenarios");
        assertThat(health.page().locator("main").innerText()).contains("Tổ dân phố 5");
        assertThat(health.page().locator("[id='ordering:place']").count())
                .as("reads and does not write")
                .isZero();
        assertThat((Boolean) health.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        health.assertAccessible();
    }

    private static void put(Visitor steering, String place, String scenario, String until) {
        steering.open("/criteria-office/scenarios");
        steering.fill("ordering:place", place);
        steering.choose("ordering:scenario", scenario);
        steering.fill("ordering:until", until);
        steering.press("Xem những gì thay đổi");
        steering.fill("sure:number", "9696/KH-UBND");
        steering.fill("sure:day", "30/09/2021");
        steering.press("áp dụng");
    }
}
