package vn.khanhhoa.thecovid.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.khanhhoa.thecovid.person.Likeness.Agreement;
import vn.khanhhoa.thecovid.person.Likeness.OfBirths;
import vn.khanhhoa.thecovid.person.Likeness.OfNames;

class GradingTwoSidesTest {
    private static final Side KNOWN = new Side("id", "Nguyễn Thị Hòa", "1985-03-07", "phone", "22327");

    @ParameterizedTest
    @CsvSource({
        "id, NGUYỄN THỊ HOÀ, 1985-03-07, , , A",
        "id, Nguyễn Thị Hòa, 1985, , , B",
        "id, Nguyen Thi Hoa, 1985-03-07, , , B",
        "id, Nguyễn Thị Hóa, 1990-01-01, , , B",
        "id, Trần Văn Bình, 1985-12-31, , , B",
        "id, Thị Hoa Nguyễn, 1990-01-01, phone, 22327, X",
        "id, Trần Văn Bình, 1990-01-01, phone, 22327, X",
        ", Nguyễn Thị Hoà, 1985-03-07, phone, , C",
        "other, Nguyễn Thị Hoà, 1985-03-07, phone, 22330, C",
        ", Nguyễn Thị Hòa, 1985-03-07, another, 22327, D",
        ", Nguyễn Thị Hòa, 1985-03-07, another, 22330, NONE",
        ", Nguyễn Thị Hòa, 1985-03-07, , , NONE",
        ", Nguyễn Thị Hòa, 1985, phone, 22327, NONE",
        ", Nguyen Thi Hoa, 1985-03-07, phone, 22327, NONE",
        ", Nguyễn Thị Hòa, 1985-07-03, phone, 22327, NONE"
    })
    void each_grade_by_what_agrees(
            String document, String name, String birth, String phone, String commune, Grade grade) {
        Side given = new Side(text(document), name, birth, text(phone), text(commune));

        assertThat(Likeness.of(KNOWN, given).grade()).isEqualTo(grade);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @Test
    void what_agrees_differs_or_is_missing_is_told_field_by_field() {
        Side given = new Side("", "nguyễn thị hoà", "1985-07-03", "another", "22327");

        assertThat(Likeness.of(KNOWN, given))
                .isEqualTo(new Likeness(
                        Agreement.MISSING, OfNames.ALIKE, OfBirths.TURNED_ROUND, Agreement.OTHER, Agreement.SAME));
    }

    @ParameterizedTest
    @CsvSource({
        "1985-03-07, 1985-03-07, DATE",
        "1985-03-07, 1985-07-03, TURNED_ROUND",
        "1985-03-03, 1985-03-04, MONTH",
        "1985-03-07, 1985-03, MONTH",
        "1985-03, 1985-03, MONTH",
        "1985, 1985, YEAR",
        "1985-03, 1985-04-03, YEAR",
        "1985, 1986, OTHER",
        "1985, , MISSING"
    })
    void births_agree_as_far_as_both_are_known(String one, String other, OfBirths expected) {
        Side a = new Side("", "An", one, "", "");
        Side b = new Side("", "An", text(other), "", "");

        assertThat(Likeness.of(a, b).birth()).isEqualTo(expected);
    }

    @Test
    void sides_without_a_date_of_birth_have_no_key_of_name_and_birth() {
        assertThat(Side.nameAndBirth("Hòa", "1985-03")).isEmpty();
        assertThat(Side.nameAndBirth("Hòa", "1985-03-07")).isEqualTo(Side.nameAndBirth("HOÀ", "1985-03-07"));
    }

    @Property
    void either_side_sees_the_same(@ForAll("sides") Side one, @ForAll("sides") Side other) {
        assertThat(Likeness.of(one, other)).isEqualTo(Likeness.of(other, one));
    }

    @Property
    void what_is_one_person_by_phone_or_commune_has_one_key(@ForAll("sides") Side one, @ForAll("sides") Side other) {
        Grade grade = Likeness.of(one, other).grade();
        if (grade.isQuestion() || grade == Grade.A) {
            assertThat(Side.nameAndBirth(one.name(), one.birth()))
                    .isEqualTo(Side.nameAndBirth(other.name(), other.birth()))
                    .isNotEmpty();
        }
        if (grade.isCertain() || grade == Grade.X) {
            assertThat(one.document()).isEqualTo(other.document()).isNotEmpty();
        }
    }

    @Property(tries = 5_000)
    void a_stricter_agreement_never_gives_a_lower_grade(
            @ForAll("likenesses") Likeness one, @ForAll("likenesses") Likeness other) {
        if (isAtLeast(one, other)) {
            assertThat(one.grade()).isLessThanOrEqualTo(other.grade());
        }
        Likeness best = new Likeness(
                min(one.document(), other.document()),
                min(one.name(), other.name()),
                min(one.birth(), other.birth()),
                min(one.phone(), other.phone()),
                min(one.commune(), other.commune()));
        assertThat(best.grade()).isLessThanOrEqualTo(one.grade()).isLessThanOrEqualTo(other.grade());
    }

    private static boolean isAtLeast(Likeness one, Likeness other) {
        return one.document().compareTo(other.document()) <= 0
                && one.name().compareTo(other.name()) <= 0
                && one.birth().compareTo(other.birth()) <= 0
                && one.phone().compareTo(other.phone()) <= 0
                && one.commune().compareTo(other.commune()) <= 0;
    }

    private static <T extends Comparable<T>> T min(T one, T other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Provide
    Arbitrary<Side> sides() {
        return Combinators.combine(
                        Arbitraries.of("", "id", "other"),
                        Arbitraries.of(
                                "Nguyễn Thị Hòa",
                                "NGUYỄN THỊ HOÀ",
                                "Nguyen Thi Hoa",
                                "Hòa Nguyễn Thị",
                                "Lý Mỹ",
                                "Lí Mĩ"),
                        Arbitraries.of("", "1985", "1985-03", "1985-03-07", "1985-07-03", "1990-03-07"),
                        Arbitraries.of("", "phone", "another"),
                        Arbitraries.of("", "22327", "22330"))
                .as(Side::new);
    }

    @Provide
    Arbitrary<Likeness> likenesses() {
        List<Agreement> agreements = List.of(Agreement.values());
        return Combinators.combine(
                        Arbitraries.of(agreements),
                        Arbitraries.of(OfNames.values()),
                        Arbitraries.of(OfBirths.values()),
                        Arbitraries.of(agreements),
                        Arbitraries.of(agreements))
                .as(Likeness::new);
    }
}
