package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What anybody can do without an account, and what they get for wrong answers. */
@InBrowser
class OpenPagesBrowserIT {
    @Test
    void a_mistyped_card_number_is_told_from_an_unknown_one(Visitor visitor) {
        visitor.open("/public/check");
        visitor.assertAccessible();

        visitor.fill("form:number", "KH7-2XQ4-9MT3-H");
        visitor.press("Kiểm tra");
        assertThat(visitor.page().locator(".verdict h2").first().innerText()).isEqualTo("Số thẻ không đúng");
        visitor.assertAccessible();

        visitor.fill("form:number", "0000000000");
        visitor.press("Kiểm tra");
        assertThat(visitor.page().locator(".verdict-bad h2").innerText()).isEqualTo("Không có thẻ này");
    }

    @Test
    void a_wrong_registration_code_says_so_and_keeps_what_was_typed(Visitor visitor) {
        visitor.open("/citizen/status");
        visitor.assertAccessible();

        visitor.fill("form:code", "7Q4M-2XWD-K9TB-3A");
        visitor.fill("form:proof", "0678");
        visitor.press("Tra cứu");

        assertThat(visitor.problems()).hasSize(1).first().asString().contains("không khớp");
        assertThat(visitor.page().locator("[id='form:code']").inputValue()).isEqualTo("7Q4M-2XWD-K9TB-3A");
        visitor.assertAccessible();
    }

    @Test
    void the_address_of_somebody_elses_look_up_opens_nothing(Visitor visitor) {
        visitor.open("/citizen/status?view=AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(visitor.page().locator(".notice").first().innerText()).contains("đã kết thúc");

        assertThat(visitor.fetch("/citizen/card?view=AAAAAAAAAAAAAAAAAAAAAA").status())
                .isEqualTo(302);
    }
}
