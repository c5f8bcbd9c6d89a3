package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class TaxCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"0100233488", "0314409058", "4200338918"})
    void accepts_codes_that_are_in_use(String code) {
        assertThat(TaxCode.parse(code).value()).isEqualTo(code);
    }

    @Test
    void keeps_a_branch_without_its_hyphen() {
        assertThat(TaxCode.parse(" 0314409058-002 ").value()).isEqualTo("0314409058002");
    }

    @Test
    void refuses_every_single_wrong_digit() {
        String code = "4200338918";
        for (int place = 0; place < code.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = code.substring(0, place) + digit + code.substring(place + 1);
                if (!other.equals(code)) {
                    assertThatThrownBy(() -> TaxCode.parse(other))
                            .as(other)
                            .isInstanceOfSatisfying(
                                    RuleViolation.class,
                                    violation -> assertThat(violation.code()).isEqualTo("registry.tax-code-check"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "420033891", "42003389181", "42003389A8", "4200338918000", "0100000000"})
    void says_when_the_shape_is_wrong(String code) {
        assertThatThrownBy(() -> TaxCode.parse(code))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo("registry.tax-code-shape"));
    }
}
