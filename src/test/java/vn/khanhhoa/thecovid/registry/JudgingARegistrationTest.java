package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class JudgingARegistrationTest {
    private static final Instant NOW = Instant.parse("2021-10-01T02:00:00Z");
    private static final Route ROUTE = new Route(430, "Sản xuất", "Manufacturing", 10, false, 24, false);
    private static final RegistrationProfile PROFILE =
            new RegistrationProfile("Công ty B", "10", "Số 1", 3, 80, "Nguyễn Thị An", "Trần Bình", "0905000111");

    private final Organisation organisation =
            new Organisation("DN", "Công ty A", Identifier.of(IdentifierKind.TAX_CODE, "4201900015"), NOW);
    private final Registration registration = Registration.first(organisation);

    private static void assertRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo(code));
    }

    private void submitted() {
        registration.fill(PROFILE, null, null);
        registration.submit(ROUTE, 7, NOW);
    }

    @Test
    void a_draft_can_be_filled_but_not_judged() {
        registration.fill(PROFILE, null, null);
        assertThat(registration.name()).isEqualTo("Công ty B");
        assertRefused(() -> registration.confirm(8, NOW), "registry.judged-already");
    }

    @Test
    void submitting_assigns_the_agency_and_closes_the_draft() {
        submitted();
        assertThat(registration.agencyId()).isEqualTo(10);
        assertThat(registration.ruleId()).isEqualTo(430);
        assertRefused(() -> registration.fill(PROFILE, null, null), "registry.not-a-draft");
        assertRefused(() -> registration.submit(ROUTE, 7, NOW), "registry.not-a-draft");
    }

    @Test
    void confirming_gives_the_organisation_its_confirmed_name() {
        submitted();
        registration.confirm(8, NOW);
        assertThat(registration.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(organisation.name()).isEqualTo("Công ty B");
    }

    @Test
    void who_is_lent_to_another_agency_does_not_judge_their_own_there() {
        submitted();
        Actor lent = new Actor(8, "Lê An", Role.REVIEWER, 0, 20).lentTo(10);

        assertRefused(() -> registration.requireStranger(lent, 20, true), "registry.own-organisation");
        registration.requireStranger(lent, 30, false);
        registration.requireStranger(lent, 0, false);
    }

    @Test
    void an_agency_judges_itself_only_where_the_rule_allows_it() {
        submitted();
        Actor there = new Actor(8, "Lê An", Role.REVIEWER, 0, 10);

        registration.requireStranger(there, 10, true);
        assertRefused(() -> registration.requireStranger(there, 10, false), "registry.own-organisation");
    }

    @Test
    void a_version_is_judged_once() {
        submitted();
        registration.giveBack("R02", "Thiếu phương án", 8, NOW);
        assertRefused(() -> registration.confirm(9, NOW), "registry.judged-already");
        assertRefused(() -> registration.giveBack("R09", "", 9, NOW), "registry.judged-already");
        assertThat(registration.returnReason()).isEqualTo("R02");
    }

    @Test
    void nobody_judges_what_they_submitted() {
        submitted();
        assertRefused(() -> registration.confirm(7, NOW), "registry.not-ones-own");
        assertRefused(() -> registration.giveBack("R02", "", 7, NOW), "registry.not-ones-own");
    }

    @Test
    void a_return_leaves_the_name_as_it_was() {
        submitted();
        registration.giveBack("R02", "", 8, NOW);
        assertThat(organisation.name()).isEqualTo("Công ty A");
    }
}
