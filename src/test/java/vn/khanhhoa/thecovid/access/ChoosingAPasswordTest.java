package vn.khanhhoa.thecovid.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** Somebody opens an account, or has forgotten the password. */
class ChoosingAPasswordTest {
    private static final String EMAIL = "quangvinh.to@sct.example";
    private static final String NAME = "Tô Quang Vinh";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough password",
                "bốn con trâu gặm ghế",
                "cầu vồng uống mì lạnh",
                "mưa rào xe lu quạt điện",
                "gravel otter tuesday lamp",
                "xq7-Mw2kf%Vb"
            })
    void a_sentence_that_only_they_know_will_do(String password) {
        assertThatCode(() -> GoodPassword.require(password, EMAIL, NAME)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ngắn quá", "xq7-Mw2kf"})
    void what_is_short_will_not_whatever_it_is_made_of(String password) {
        assertRefused("access.password-length", password);
    }

    @Test
    void nor_will_what_has_no_end() {
        assertRefused("access.password-length", "xk".repeat(101));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quangvinh.to xe lu quạt điện",
                "TôQuangVinh-8812-zzk",
                "tổ quang vinh cưỡi trâu",
                "The Covid cưỡi trâu xanh",
                "khánh hòa cưỡi trâu xanh",
                "KhanhHoa@7731xk"
            })
    void their_own_name_the_portals_and_the_provinces_are_tried_first(String password) {
        assertRefused("access.password-names", password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "password123",
                "P@ssw0rd2021",
                "matkhau123",
                "MậtKhẩu123",
                "anhyeuem123",
                "anhyeuemnhieu",
                "vietnam2021",
                "nguyen1990",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "30/04/1975",
                "dangnhap2021",
                "trangnguyen95",
                "asdfghjkl123"
            })
    void so_is_what_many_choose(String password) {
        assertRefused("access.password-common", password);
    }

    @Test
    @Timeout(10)
    void a_very_long_one_is_looked_at_in_no_time() {
        assertRefused("access.password-common", "Ab1".repeat(66));
    }

    private static void assertRefused(String code, String password) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> GoodPassword.require(password, EMAIL, NAME))
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
