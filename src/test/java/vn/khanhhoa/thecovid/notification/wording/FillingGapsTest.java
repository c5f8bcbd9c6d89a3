package vn.khanhhoa.thecovid.notification.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FillingGapsTest {
    private static final Set<Gap> ALLOWED = Set.of(Gap.NAME, Gap.LINK);

    @Test
    void each_gap_is_filled_wherever_it_stands() {
        String text = new GapText("{ho_ten}, xem {lien_ket}. {ho_ten}!")
                .fill(Map.of(Gap.NAME, "Hà", Gap.LINK, "https://a.example/$1"));

        assertThat(text).isEqualTo("Hà, xem https://a.example/$1. Hà!");
    }

    @Test
    void what_is_filled_in_is_not_filled_again() {
        String text = new GapText("{ho_ten} {lien_ket}").fill(Map.of(Gap.NAME, "{lien_ket}", Gap.LINK, "x"));

        assertThat(text).isEqualTo("{lien_ket} x");
    }

    @Test
    void nothing_goes_out_with_an_open_gap() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new GapText("{ho_ten}").fill(Map.of()))
                .withMessageContaining("{ho_ten}");
    }

    @Test
    void an_unknown_gap_and_one_that_is_not_meant_here_are_named() {
        assertThat(new GapText("{ho_ten} {ten_day_du} {ly_do} {}").problems("body-vi", ALLOWED))
                .extracting(TemplateProblem::argument)
                .containsExactly("{ten_day_du}", "{ly_do}", "{}");
    }

    @Test
    void a_brace_that_stands_alone_is_told() {
        for (String text : new String[] {"{ho_ten", "ho_ten}", "{{ho_ten}}"}) {
            assertThat(new GapText(text).problems("body-vi", ALLOWED))
                    .as(text)
                    .extracting(TemplateProblem::code)
                    .contains("notification.template.brace");
        }
    }

    @Test
    void an_empty_text_is_told() {
        assertThat(new GapText(" \n ").problems("body-vi", ALLOWED))
                .extracting(TemplateProblem::code)
                .containsExactly("notification.template.empty");
    }

    @Test
    void nothing_of_a_person_may_stand_in_a_subject() {
        assertThat(Gap.values())
                .filteredOn(Gap::mayStandInSubject)
                .doesNotContain(Gap.NAME, Gap.CODE, Gap.LINK, Gap.REASON);
    }
}
