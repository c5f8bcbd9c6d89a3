package vn.khanhhoa.thecovid.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class AcceptingAnInvitationIT {
    private static final String LINK_VOID = "access.link-void";

    @Inject
    private Invitations invitations;

    @Inject
    private AccountAdministration administration;

    @Inject
    private SentInvitations sent;

    @Inject
    private TestAccounts people;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void the_link_tells_whose_it_is_and_sets_the_password_once_only() {
        String email = people.invited();
        String secret = sent.secretFor(email);
        assertThat(invitations.invitee(secret)).contains(email);

        invitations.accept(secret, TestAccounts.PASSWORD);

        assertThat(people.view(email).state()).isEqualTo("ACTIVE");
        assertThat(invitations.invitee(secret)).isEmpty();
        assertBroken(LINK_VOID, () -> invitations.accept(secret, "another long password"));
    }

    @Test
    void the_link_ends_after_three_days() {
        String secret = sent.secretFor(people.invited());

        clock.forward(Duration.ofDays(3).plusMinutes(1));

        assertThat(invitations.invitee(secret)).isEmpty();
        assertBroken(LINK_VOID, () -> invitations.accept(secret, TestAccounts.PASSWORD));
    }

    @Test
    void a_newer_link_voids_the_older_one() {
        String email = people.invited();
        String older = sent.secretFor(email);

        invitations.inviteAgain(TestAccounts.ADMINISTRATOR, people.view(email).id());

        assertBroken(LINK_VOID, () -> invitations.accept(older, TestAccounts.PASSWORD));
        invitations.accept(sent.secretFor(email), TestAccounts.PASSWORD);
    }

    @Test
    void a_password_that_is_too_short_leaves_the_link_open() {
        String secret = sent.secretFor(people.invited());

        assertBroken("access.password-length", () -> invitations.accept(secret, "nine char"));

        invitations.accept(secret, "ten charac");
    }

    @Test
    void a_made_up_code_is_void() {
        assertThat(invitations.invitee("made-up")).isEmpty();
        assertBroken(LINK_VOID, () -> invitations.accept("made-up", TestAccounts.PASSWORD));
    }

    @Test
    void a_disabled_account_cannot_come_back_by_an_old_link() {
        String email = people.invited();
        administration.disable(TestAccounts.ADMINISTRATOR, people.view(email).id());

        assertBroken(LINK_VOID, () -> invitations.accept(sent.secretFor(email), TestAccounts.PASSWORD));
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_link_and_a_stranger_learns_nothing() {
        String email = people.administrator();
        String first = sent.secretFor(email);

        invitations.forgotten(email, TestAccounts.freshEmail());
        invitations.forgotten("nobody@test.example", TestAccounts.freshEmail());

        assertThat(sent.secretFor(email)).isNotEqualTo(first);
    }

    @Test
    void a_fourth_request_within_the_hour_sends_nothing() {
        String email = people.administrator();
        for (int request = 0; request < 3; request++) {
            invitations.forgotten(email, TestAccounts.freshEmail());
        }
        String third = sent.secretFor(email);

        invitations.forgotten(email, TestAccounts.freshEmail());

        assertThat(sent.secretFor(email)).isEqualTo(third);
    }

    @Test
    void an_address_has_one_account() {
        String email = people.administrator();

        assertBroken(
                "access.email-taken",
                () -> invitations.inviteMember(
                        TestAccounts.ADMINISTRATOR, email, "Trùng", Role.ADMINISTRATOR, Affiliation.NONE));
        assertThat(invitations.inviteFirstOfficer(email, "Trùng", 7)).isFalse();
    }

    @Test
    void a_name_holds_no_address_and_an_address_holds_nothing_else() {
        String email = TestAccounts.freshEmail();

        assertBroken(
                "shared.signs-in-name",
                () -> invitations.inviteFirstOfficer(email, "Khóa rồi: https://evil.example", 7));
        assertBroken("access.name-missing", () -> invitations.inviteFirstOfficer(email, " \u202e ", 7));
        for (String wrong :
                new String[] {email + "\"><b>x</b>", "a b@c.vn", "a@b", "a@b..vn", "a@-b.vn", "a\n@b.vn", "@b.vn"}) {
            assertBroken("access.email-shape", () -> invitations.inviteFirstOfficer(wrong, "Trần Thị Hà", 7));
        }
    }

    @Test
    void an_organisation_cannot_have_mails_sent_to_everybody() {
        Actor administrator = new Actor(
                1,
                "Bùi Thị Nhân Sự",
                Role.ORGANISATION_ADMINISTRATOR,
                System.nanoTime() % 1_000_000_000 + 1_000_000,
                0);
        for (int colleague = 0; colleague < 20; colleague++) {
            invitations.inviteColleague(administrator, TestAccounts.freshEmail(), "Trần Thị Hà", false);
        }

        assertBroken(
                "access.too-many-invitations",
                () -> invitations.inviteColleague(administrator, TestAccounts.freshEmail(), "Trần Thị Hà", false));
    }

    @Test
    void a_role_of_an_agency_needs_the_agency() {
        assertBroken(
                "access.role-needs-agency",
                () -> invitations.inviteMember(
                        TestAccounts.ADMINISTRATOR,
                        TestAccounts.freshEmail(),
                        "Không cơ quan",
                        Role.REVIEWER,
                        Affiliation.NONE));
    }

    private static void assertBroken(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
