package vn.khanhhoa.thecovid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class StatingAPermissionIT {
    @Inject
    private AccountAdministration administration;

    @Test
    void whoever_has_the_permission_is_let_through() {
        assertThat(administration.count(TestAccounts.ADMINISTRATOR, "no such address"))
                .isZero();
    }

    @Test
    void a_visitor_is_told_to_sign_in() {
        assertRefused("access.sign-in-first", Actor.VISITOR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "ORGANISATION_ADMINISTRATOR",
                "ORGANISATION_OFFICER",
                "API_CLIENT",
                "REVIEWER",
                "APPROVER",
                "HEALTH_OFFICER",
                "SOURCE_OFFICER",
                "SOURCE_PROGRAM",
                "STEERING_OFFICER"
            })
    void another_role_is_refused(Role role) {
        assertRefused("access.not-permitted", new Actor(17, "Người khác", role, 1, 1));
    }

    private void assertRefused(String code, Actor actor) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> administration.count(actor, ""))
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
