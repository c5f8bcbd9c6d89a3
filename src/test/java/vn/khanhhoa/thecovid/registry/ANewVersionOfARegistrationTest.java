package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.RuleViolation;

class ANewVersionOfARegistrationTest {
    private static final Instant NOW = Instant.parse("2021-10-01T02:00:00Z");
    private static final Route ROUTE = new Route(430, "Sản xuất", "Manufacturing", 10, false, 24, false);
    private static final RegistrationProfile PROFILE =
            new RegistrationProfile("Công ty A", "10", "Số 1", 3, 80, "Nguyễn Thị An", "Trần Bình", "0905000111");

    private final Organisation organisation =
            new Organisation("DN", "Công ty A", Identifier.of(IdentifierKind.TAX_CODE, "4201900015"), NOW);
    private final Registration first = Registration.first(organisation);

    @Test
    void waits_for_the_judgement_of_the_one_before() {
        assertThatThrownBy(first::next).isInstanceOf(RuleViolation.class);
        first.fill(PROFILE, null, null);
        first.submit(ROUTE, 7, NOW);
        assertThatThrownBy(first::next).isInstanceOf(RuleViolation.class);
    }

    @Test
    void begins_with_the_profile_of_the_one_before_and_with_nothing_of_its_judgement() {
        first.fill(PROFILE, new byte[] {1}, new byte[] {2});
        first.submit(ROUTE, 7, NOW);
        first.giveBack("R02", "Thiếu phương án", 8, NOW);
        Registration second = first.next();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.state()).isEqualTo(RegistrationState.DRAFT);
        assertThat(second.sectorCode()).isEqualTo("10");
        assertThat(second.contactPhone()).containsExactly(2);
        assertThat(second.agencyId()).isZero();
        assertThat(second.returnReason()).isEmpty();
        assertThat(second.formCode()).isNotEqualTo(first.formCode());
    }

    @Test
    void leaves_the_confirmed_one_in_force() {
        first.fill(PROFILE, null, null);
        first.submit(ROUTE, 7, NOW);
        first.confirm(8, NOW);
        Registration second = first.next();
        second.fill(new RegistrationProfile("Tên khác", "10", "Số 1", 3, 80, "", "", ""), null, null);
        assertThat(first.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(organisation.name()).isEqualTo("Công ty A");
    }
}
