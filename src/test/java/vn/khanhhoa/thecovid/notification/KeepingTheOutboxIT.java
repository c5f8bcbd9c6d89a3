package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.access.AccountNamedAgain;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.web.PublicAddress;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class KeepingTheOutboxIT {
    private static final Actor ADMINISTRATOR = TestAccounts.ADMINISTRATOR;

    @Inject
    private Outbox outbox;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Event<AccountInvited> invited;

    @Inject
    private Event<AccountNamedAgain> namedAgain;

    @Inject
    private PublicAddress address;

    @Inject
    private TestClock clock;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/portalPlain")
    private DataSource dataSource;

    private final String email = TestAccounts.freshEmail();

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void an_invitation_waits_as_a_mail_in_both_languages_with_its_link() throws Exception {
        MessageView message = invite();

        String body = outbox.open(ADMINISTRATOR, message.id()).body();
        assertThat(message.state()).isEqualTo(MessageState.WAITING);
        assertThat(body)
                .contains("Kính gửi Ông/Bà", "Dear Sir or Madam", "/public/invitation#the-secret")
                .doesNotContain("{0}", "{1}");
    }

    @Test
    void a_line_is_a_link_where_it_leads_to_the_portal_and_nowhere_else() {
        assertThat(address.leadsHere(address.link("/public/invitation#the-secret")))
                .isTrue();
        for (String elsewhere : new String[] {
            "https://evil.example/login",
            address.link(".evil.example/"),
            "http://",
            address.link("/").replaceFirst("/$", "@x/")
        }) {
            assertThat(address.leadsHere(elsewhere)).as(elsewhere).isFalse();
        }
    }

    @Test
    void the_owner_of_an_account_hears_that_its_address_was_given_once_more() throws Exception {
        transaction.begin();
        namedAgain.fire(new AccountNamedAgain(email));
        transaction.commit();

        String body = outbox.open(ADMINISTRATOR, mine().id()).body();
        assertThat(body)
                .contains("đã có tài khoản", "has an account already", "/public/sign-in", "/public/forgotten")
                .doesNotContain("{0}", "{1}", "invitation#");
    }

    @Test
    void nothing_of_its_text_lies_in_the_database_in_clear() throws Exception {
        MessageView message = invite();

        assertThat(stored(message.id())).doesNotContain("the-secret", "invitation");
    }

    @Test
    void no_mail_is_left_of_an_invitation_that_rolled_back() throws Exception {
        transaction.begin();
        invited.fire(new AccountInvited(email, "the-secret"));
        transaction.rollback();

        assertThat(outbox.list(ADMINISTRATOR, null, 0, 100))
                .extracting(MessageView::recipient)
                .doesNotContain(email);
    }

    @Test
    void reading_a_text_leaves_a_mark_on_the_trail() throws Exception {
        MessageView message = invite();

        outbox.open(ADMINISTRATOR, message.id());

        assertThat(marks("notification.opened", message.id())).isEqualTo(1);
    }

    @Test
    void a_mail_is_claimed_by_one_sender_only() throws Exception {
        long id = dueId(invite());

        assertThat(dispatch.claim(Actor.PORTAL, id)).isPresent();
        assertThat(dispatch.claim(Actor.PORTAL, id)).isEmpty();
        dispatch.sent(Actor.PORTAL, id);
        assertThat(dispatch.claim(Actor.PORTAL, id)).isEmpty();
        assertThat(state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_refused_mail_is_tried_later_with_its_reason_kept_until_it_has_failed_eight_times() throws Exception {
        long id = dueId(invite());
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(dispatch.claim(Actor.PORTAL, id))
                    .as("attempt %s", attempt)
                    .isPresent();
            dispatch.refused(Actor.PORTAL, id, "mailbox full");
            assertThat(dispatch.claim(Actor.PORTAL, id)).isEmpty();
            clock.forward(Duration.ofMinutes(1L << attempt));
        }

        assertThat(state()).isEqualTo(MessageState.FAILED);
        assertThat(mine().lastError()).isEqualTo("mailbox full");
    }

    @Test
    void a_mail_of_unknown_fate_is_left_to_the_administrator() throws Exception {
        long id = dueId(invite());
        dispatch.claim(Actor.PORTAL, id);

        clock.forward(Duration.ofMinutes(11));
        dispatch.giveUpUnanswered(Actor.PORTAL);

        assertThat(state()).isEqualTo(MessageState.FAILED);
        assertThat(dispatch.claim(Actor.PORTAL, id)).isEmpty();

        outbox.sendAgain(ADMINISTRATOR, mine().id());
        assertThat(dispatch.claim(Actor.PORTAL, id)).isPresent();
    }

    @Test
    void only_a_failed_mail_can_be_sent_again() throws Exception {
        MessageView waiting = invite();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> outbox.sendAgain(ADMINISTRATOR, waiting.id()))
                .extracting(RuleViolation::code)
                .isEqualTo("notification.not-failed");
    }

    private MessageView invite() throws Exception {
        transaction.begin();
        invited.fire(new AccountInvited(email, "the-secret"));
        transaction.commit();
        return mine();
    }

    private MessageState state() {
        return mine().state();
    }

    private MessageView mine() {
        return outbox.list(ADMINISTRATOR, null, 0, 200).stream()
                .filter(message -> message.recipient().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private long dueId(MessageView message) throws Exception {
        return one("SELECT id FROM notification_message WHERE public_id = ?", message.id(), Long.class);
    }

    private String stored(PublicId id) throws Exception {
        return one("SELECT CONVERT(body USING latin1) FROM notification_message WHERE public_id = ?", id, String.class);
    }

    private <T> T one(String sql, PublicId id, Class<T> type) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(sql)) {
            read.setBytes(1, id.bytes());
            try (ResultSet rows = read.executeQuery()) {
                rows.next();
                return rows.getObject(1, type);
            }
        }
    }

    private int marks(String action, PublicId id) throws Exception {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "SELECT COUNT(*) FROM audit_record WHERE action = ? AND subject_id = ?")) {
            read.setString(1, action);
            read.setString(2, id.toString());
            try (ResultSet rows = read.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
