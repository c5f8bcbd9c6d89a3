package vn.khanhhoa.thecovid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.platform.TestClock;

@InPortal
class SigningInIT {
    @Inject
    private SignIn signIn;

    @Inject
    private AccountAdministration administration;

    @Inject
    private TestAccounts people;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void the_right_password_admits() {
        String email = people.administrator();

        assertThat(attempt(email, TestAccounts.PASSWORD))
                .isInstanceOfSatisfying(
                        SignIn.Admitted.class,
                        admitted -> assertThat(admitted.actor().role()).isEqualTo(Role.ADMINISTRATOR));
    }

    @Test
    void the_address_may_be_written_in_any_case() {
        String email = people.administrator();

        assertThat(attempt(" " + email.toUpperCase(Locale.ROOT), TestAccounts.PASSWORD))
                .isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void a_wrong_password_an_unknown_address_and_an_invited_account_are_refused_alike() {
        assertThat(attempt(people.administrator(), "wrong")).isEqualTo(new SignIn.Refused());
        assertThat(attempt("nobody@test.example", "wrong")).isEqualTo(new SignIn.Refused());
        assertThat(attempt(people.invited(), "nobody")).isEqualTo(new SignIn.Refused());
    }

    @Test
    void five_wrong_passwords_bar_the_account_for_their_network_for_a_quarter_of_an_hour() {
        String email = people.administrator();
        String attacker = TestAccounts.freshEmail();
        for (int wrong = 0; wrong < 5; wrong++) {
            signIn.attempt(email, "wrong", attacker);
        }

        assertThat(signIn.attempt(email, TestAccounts.PASSWORD, attacker)).isInstanceOf(SignIn.Barred.class);
        assertThat(attempt(email, TestAccounts.PASSWORD))
                .as("its owner, elsewhere")
                .isInstanceOf(SignIn.Admitted.class);

        clock.forward(Duration.ofMinutes(16));
        assertThat(signIn.attempt(email, TestAccounts.PASSWORD, attacker)).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void whoever_is_barred_is_told_until_when_and_learns_nothing_about_the_account() {
        String network = TestAccounts.freshEmail();
        Instant end = clock.instant().plus(Duration.ofMinutes(15));
        for (String email : List.of(people.administrator(), people.invited(), TestAccounts.freshEmail())) {
            for (int wrong = 0; wrong < 5; wrong++) {
                assertThat(signIn.attempt(email, "wrong", network)).isEqualTo(new SignIn.Refused());
            }
            for (String password : List.of("wrong", TestAccounts.PASSWORD)) {
                assertThat(signIn.attempt(email, password, network))
                        .isInstanceOfSatisfying(
                                SignIn.Barred.class,
                                barred -> assertThat(barred.until()).isCloseTo(end, within(1, ChronoUnit.MINUTES)));
            }
        }
    }

    @Test
    void one_network_alone_never_uses_up_what_all_may_try() {
        String email = people.administrator();
        String attacker = TestAccounts.freshEmail();
        for (int round = 0; round < 8; round++) {
            for (int wrong = 0; wrong < 30; wrong++) {
                signIn.attempt(email, "wrong", attacker);
            }
            clock.forward(Duration.ofMinutes(6));
        }

        assertThat(attempt(email, TestAccounts.PASSWORD)).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void a_hundred_wrong_passwords_from_everywhere_bar_the_account_until_it_has_another() {
        String email = people.administrator();
        for (int wrong = 0; wrong < 100; wrong++) {
            attempt(email, "wrong");
        }

        assertThat(attempt(email, TestAccounts.PASSWORD)).isInstanceOf(SignIn.Barred.class);

        people.chooseAnew(email, "another long password");
        assertThat(attempt(email, "another long password")).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void a_success_forgets_the_failures_before_it() {
        String email = people.administrator();
        String office = TestAccounts.freshEmail();
        for (int round = 0; round < 3; round++) {
            signIn.attempt(email, "wrong", office);
            signIn.attempt(email, "wrong", office);
            assertThat(signIn.attempt(email, TestAccounts.PASSWORD, office)).isInstanceOf(SignIn.Admitted.class);
        }
    }

    @Test
    void too_many_attempts_from_one_network_address_are_not_even_looked_at() {
        String address = TestAccounts.freshEmail();
        for (int attempt = 0; attempt < 30; attempt++) {
            signIn.attempt("nobody@test.example", "wrong", address);
        }

        assertThat(signIn.attempt(people.administrator(), TestAccounts.PASSWORD, address))
                .isInstanceOf(SignIn.TooManyAttempts.class);
    }

    @Test
    void a_disabled_account_is_refused_and_its_running_sessions_end() {
        String email = people.administrator();
        SignIn.Admitted session = (SignIn.Admitted) attempt(email, TestAccounts.PASSWORD);
        assertThat(resumes(session)).isTrue();

        administration.disable(TestAccounts.ADMINISTRATOR, people.view(email).id());

        assertThat(resumes(session)).isFalse();
        assertThat(attempt(email, TestAccounts.PASSWORD)).isEqualTo(new SignIn.Refused());
    }

    @Test
    void an_account_that_is_enabled_again_signs_in_but_its_old_sessions_stay_ended() {
        String email = people.administrator();
        SignIn.Admitted session = (SignIn.Admitted) attempt(email, TestAccounts.PASSWORD);
        administration.disable(TestAccounts.ADMINISTRATOR, people.view(email).id());
        administration.enable(TestAccounts.ADMINISTRATOR, people.view(email).id());

        assertThat(resumes(session)).isFalse();
        assertThat(attempt(email, TestAccounts.PASSWORD)).isInstanceOf(SignIn.Admitted.class);
    }

    private boolean resumes(SignIn.Admitted session) {
        return signIn.resume(session.actor().accountId(), session.sessionEpoch())
                .isPresent();
    }

    /** Each attempt from an address of its own, so that only the account's own limit counts. */
    @Test
    void right_passwords_neither_use_up_what_a_network_address_is_allowed_nor_give_it_back() {
        String office = TestAccounts.freshEmail();
        String email = people.administrator();
        for (int wrong = 0; wrong < 30; wrong++) {
            assertThat(signIn.attempt(email, TestAccounts.PASSWORD, office)).isInstanceOf(SignIn.Admitted.class);
            assertThat(signIn.attempt(TestAccounts.freshEmail(), "wrong", office))
                    .isEqualTo(new SignIn.Refused());
        }

        assertThat(signIn.attempt(email, TestAccounts.PASSWORD, office)).isInstanceOf(SignIn.TooManyAttempts.class);
    }

    private SignIn.Outcome attempt(String email, String password) {
        return signIn.attempt(email, password, TestAccounts.freshEmail());
    }
}
