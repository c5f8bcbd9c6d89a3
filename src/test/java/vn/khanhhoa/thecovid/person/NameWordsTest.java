package vn.khanhhoa.thecovid.person;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
    @ParameterizedTest
    @CsvSource({
        "Lê Thị Hòa,LÊ THỊ  HOÀ",
        "Nguyễn Thúy,Nguyễn Thuý",
        "Trần Khỏe,Trần Khoẻ",
        "Quý,Quí",
        "Lý Mỹ,Lí Mĩ",
        "Vy,VI",
        "Ho\u0300a,Hoà",
        "Đặng Sỹ,đặng\u00A0sĩ",
        "Trần Khoa,\u00A0Trần Khoa\u00A0"
    })
    void names_that_are_one(String name, String other) {
        assertThat(NameWords.alike(name)).isEqualTo(NameWords.alike(other));
    }

    @ParameterizedTest
    @CsvSource({"Hòa,Hóa", "Hoa,Hòa", "Thúy,Thúi", "Đạt,Dạt", "Yên,Iên", "Tuân,Tuần", "An Bình,Anbình", "Huy,Hui"})
    void names_that_are_not(String name, String other) {
        assertThat(NameWords.alike(name)).isNotEqualTo(NameWords.alike(other));
    }

    @ParameterizedTest
    @CsvSource({"'\u0301\u1EAD'", "'\u00A0\u0301 '", "'a\u001Cb'"})
    void odd_marks_and_spaces_settle_at_once(String name) {
        assertThat(NameWords.alike(NameWords.alike(name))).isEqualTo(NameWords.alike(name));
        assertThat(NameWords.plain(NameWords.alike(name))).isEqualTo(NameWords.plain(name));
    }

    @Property(tries = 500)
    void names_alike_are_the_same_without_marks_but_for_i_and_y(@ForAll @StringLength(max = 12) String name) {
        String alike = NameWords.alike(name);
        assertThat(NameWords.alike(alike)).isEqualTo(alike);
        assertThat(NameWords.plain(alike).replace('y', 'i'))
                .isEqualTo(NameWords.plain(name).replace('y', 'i'));
    }

    @Property(tries = 500)
    void words_are_plain_settle_at_once_and_have_no_digit_of_their_own(@ForAll @StringLength(max = 20) String name) {
        String plain = NameWords.plain(name);
        assertThat(NameWords.plain(plain)).isEqualTo(plain);
        assertThat(NameWords.of(plain)).isEqualTo(NameWords.of(name));
        assertThat(NameWords.of(name)).allMatch(word -> word.matches("[a-z0-9]{1,24}"));
        String digits = name.replaceAll("[^0-9]", "");
        assertThat(NameWords.of(name))
                .allMatch(word -> word.chars().filter(c -> c >= '0' && c <= '9').allMatch(c -> digits.indexOf(c) >= 0));
    }
}
