package vn.khanhhoa.thecovid.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.SentInvitations;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class RegisteringAnOrganisationIT {
    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    @Inject
    private SelfRegistration registration;

    @Inject
    private ClaimHandling handling;

    @Inject
    private Invitations invitations;

    @Inject
    private TestAccounts accounts;

    @Inject
    private TestLists lists;

    @Inject
    private TestTelling telling;

    @Inject
    private SentInvitations sent;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    /** Whoever registers an identifier twice would otherwise see from the second mail whether the first address is known. */
    @Test
    void the_second_attempt_comes_to_the_same_whether_or_not_the_first_address_has_an_account() {
        for (String first : new String[] {accounts.administrator(), TestAccounts.freshEmail()}) {
            String taxCode = taxCode();
            String second = TestAccounts.freshEmail();

            assertThat(register(taxCode, first)).isTrue();
            assertThat(register(taxCode, second)).isTrue();

            assertThat(claims(taxCode)).as("claims after " + first).isEqualTo(1);
            assertThat(hasLink(second)).isFalse();
        }
    }

    @Test
    void an_address_that_is_new_is_sent_a_link_and_one_that_has_an_account_a_word_about_it() {
        String known = accounts.administrator();
        String unknown = TestAccounts.freshEmail();

        register(taxCode(), known);
        register(taxCode(), " " + unknown.toUpperCase(Locale.ROOT));

        assertThat(hasLink(unknown)).isTrue();
        assertThat(mails(known, "đã có tài khoản")).isEqualTo(1);
        assertThat(mails(unknown, "đã có tài khoản")).isZero();
    }

    @Test
    void whoever_an_agency_lets_in_beside_an_administrator_is_a_plain_user_and_the_administrator_hears_of_it() {
        String taxCode = taxCode();
        String first = TestAccounts.freshEmail();
        String second = TestAccounts.freshEmail();
        register(taxCode, first);
        invitations.accept(sent.secretFor(first), TestAccounts.PASSWORD);

        register(taxCode, second);
        telling.tell();
        assertThat(mails(first, "có người xin vào đơn vị")).isEqualTo(1);

        letIn(taxCode);
        telling.tell();
        assertThat(accounts.view(second).role()).isEqualTo(Role.ORGANISATION_OFFICER);
        assertThat(mails(first, "đơn vị có thêm người dùng")).isEqualTo(1);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM notification_inbox i JOIN access_account a ON a.id = i.account_id WHERE"
                                + " a.email = ? AND i.kind LIKE '%claim%'",
                        first))
                .isEqualTo(2);
    }

    @Test
    void whoever_is_let_into_an_organisation_that_nobody_administers_is_its_administrator() {
        String taxCode = taxCode();
        String second = TestAccounts.freshEmail();
        register(taxCode, TestAccounts.freshEmail());
        register(taxCode, second);

        letIn(taxCode);

        assertThat(accounts.view(second).role()).isEqualTo(Role.ORGANISATION_ADMINISTRATOR);
    }

    private void letIn(String taxCode) {
        Open claim = sql.list(
                        "SELECT c.public_id, c.agency_id FROM registry_claim c JOIN registry_organisation o ON o.id ="
                                + " c.organisation_id WHERE o.identifier = ?",
                        row -> new Open(Sql.publicId(row, "public_id"), row.getLong("agency_id")),
                        taxCode)
                .get(0);
        handling.accept(lists.member(claim.agencyId(), Role.REVIEWER, "Trần Thị Duyệt"), claim.id());
    }

    private record Open(PublicId id, long agencyId) {}

    @Test
    void an_identifier_that_nobody_came_for_is_free_after_three_days() {
        String taxCode = taxCode();
        register(taxCode, accounts.administrator());
        String later = TestAccounts.freshEmail();

        clock.forward(Duration.ofDays(3).plusMinutes(1));
        register(taxCode, later);

        assertThat(hasLink(later)).isTrue();
        assertThat(claims(taxCode)).isZero();
    }

    @Test
    void one_address_is_counted_in_every_spelling() {
        String email = TestAccounts.freshEmail();
        assertThat(register(taxCode(), email)).isTrue();
        assertThat(register(taxCode(), email.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(register(taxCode(), " " + email)).isTrue();

        assertThat(register(taxCode(), email)).isFalse();
    }

    @Test
    void names_and_addresses_are_nothing_else() {
        assertBroken(
                "shared.signs-in-name", "Công ty", "Bị khóa, mở tại\r\nhttps://evil.example/login", "a@test.example");
        assertBroken(
                "shared.address-in-name", "QUA TANG tai https://vcb-evil.vn/nhan Cong ty", "Trần Hà", "a@test.example");
        assertBroken("access.email-shape", "Công ty", "Trần Hà", "a@test.example\"><b>x</b>");
        assertBroken("registry.name-missing", "\u202e", "Trần Hà", "a@test.example");
        assertBroken("access.name-missing", "Công ty", " ", "a@test.example");
        assertBroken("shared.line-too-long", "x".repeat(201), "Trần Hà", "a@test.example");
    }

    private static void assertBroken(String code, String name, String contact, String email) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> new SelfRegistration.Application("KDC", name, "", contact, email))
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }

    private boolean register(String taxCode, String email) {
        return registration.register(
                new SelfRegistration.Application("DN", "Công ty thử " + taxCode, taxCode, "Trần Thị Hà", email),
                TestAccounts.freshEmail());
    }

    private long claims(String taxCode) {
        return sql.number(
                "SELECT COUNT(*) FROM registry_claim c JOIN registry_organisation o ON o.id = c.organisation_id"
                        + " WHERE o.identifier = ?",
                taxCode);
    }

    private boolean hasLink(String email) {
        return sent.hasSecretFor(email);
    }

    private long mails(String email, String subject) {
        return sql.number(
                "SELECT COUNT(*) FROM notification_message WHERE recipient = ? AND subject LIKE ?",
                email,
                "%" + subject + "%");
    }

    /** With the check digit that it needs. */
    private static String taxCode() {
        for (String digits = TestLists.fresh(); ; digits = TestLists.fresh()) {
            int sum = 0;
            for (int i = 0; i < WEIGHTS.length; i++) {
                sum += WEIGHTS[i] * (digits.charAt(i) - '0');
            }
            int check = 10 - sum % 11;
            if (check < 10) {
                return digits.substring(0, WEIGHTS.length) + check;
            }
        }
    }
}
