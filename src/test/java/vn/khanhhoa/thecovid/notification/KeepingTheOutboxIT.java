package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.access.AccountNamedAgain;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.platform.Sql;
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
    private ForgottenMessages forgotten;

    @Inject
    private TestTelling telling;

    @Inject
    private Event<AccountInvited> invited;

    @Inject
    private Sql sql;

    @Inject
    private Event<AccountNamedAgain> namedAgain;

    @Inject
    private PublicAddress address;

    @Inject
    private TestClock clock;

    @Resource
    private UserTransaction transaction;

    private final String email = TestAccounts.freshEmail();

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void an_invitation_waits_as_a_mail_in_both_languages_with_its_link() throws Exception {
        MessageView message = invite();

        assertThat(message.state()).isEqualTo(MessageState.WAITING);
        assertThat(telling.words(message))
                .contains("Kính gửi Ông/Bà", "Dear Sir or Madam", "/public/invitation#the-secret")
                .doesNotContain("{", "}");
    }

    @Test
    void an_administrator_reads_the_mail_and_cannot_open_somebody_else_s_account_by_it() throws Exception {
        MessageView message = invite();

        assertThat(outbox.open(ADMINISTRATOR, message.id()).body())
                .contains("Kính gửi Ông/Bà", "/public/invitation#•••")
                .doesNotContain("the-secret");
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

        assertThat(telling.text(telling.to(email).get(0)))
                .contains("đã có tài khoản", "has an account already", "/public/sign-in")
                .doesNotContain("{", "}", "invitation#");
    }

    @Test
    void nothing_of_its_text_lies_in_the_database_in_clear() throws Exception {
        assertThat(telling.stored(invite().id())).doesNotContain("the-secret", "invitation");
    }

    @Test
    void no_mail_is_left_of_an_invitation_that_rolled_back() throws Exception {
        transaction.begin();
        invited.fire(new AccountInvited(email, "the-secret"));
        transaction.rollback();

        assertThat(telling.to(email)).isEmpty();
    }

    @Test
    void reading_a_text_leaves_a_mark_on_the_trail() throws Exception {
        MessageView message = invite();

        outbox.open(ADMINISTRATOR, message.id());

        assertThat(marks("notification.opened", message.id())).isEqualTo(1);
    }

    @Test
    void only_what_failed_can_be_sent_again() throws Exception {
        MessageView waiting = invite();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> outbox.sendAgain(ADMINISTRATOR, waiting.id()))
                .extracting(RuleViolation::code)
                .isEqualTo("notification.not-failed");
    }

    @Test
    void all_that_match_are_sent_again_if_they_are_as_many_as_were_shown() throws Exception {
        for (int i = 0; i < 3; i++) {
            set(invite(), i == 0 ? MessageState.UNKNOWN : MessageState.FAILED);
        }
        invite();
        OutboxFilter mine = OutboxFilter.to(email);
        Outbox.SentAgain count = outbox.countSentAgain(ADMINISTRATOR, mine);
        assertThat(count).isEqualTo(new Outbox.SentAgain(3, 1));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> outbox.sendAllAgain(ADMINISTRATOR, mine, 2))
                .extracting(RuleViolation::code)
                .isEqualTo("notification.other-number");
        assertThat(outbox.sendAllAgain(ADMINISTRATOR, mine, 3)).isEqualTo(3);

        assertThat(telling.to(email))
                .hasSize(4)
                .allSatisfy(message -> assertThat(message.state()).isEqualTo(MessageState.WAITING));
    }

    @Test
    void a_list_is_read_in_parts_without_a_gap_or_a_repeat() throws Exception {
        for (int i = 0; i < 7; i++) {
            invite();
            clock.forward(Duration.ofMillis(1 + i % 2));
        }
        List<PublicId> whole = ids(Optional.empty(), 100);
        List<PublicId> first = ids(Optional.empty(), 3);
        List<PublicId> second = ids(Optional.of(first.get(2)), 3);
        List<PublicId> third = ids(Optional.of(second.get(2)), 3);

        assertThat(IntStream.range(0, 7).mapToObj(whole::get))
                .containsExactlyElementsOf(List.of(
                        first.get(0),
                        first.get(1),
                        first.get(2),
                        second.get(0),
                        second.get(1),
                        second.get(2),
                        third.get(0)));
    }

    @Test
    void a_filter_finds_by_channel_state_kind_and_day() throws Exception {
        MessageView message = invite();
        LocalDate today = LocalDate.now(clock);

        assertThat(found(Channel.EMAIL, MessageState.WAITING, MessageKind.ACCOUNT_INVITATION, today))
                .contains(message.id());
        assertThat(found(Channel.SMS, MessageState.WAITING, MessageKind.ACCOUNT_INVITATION, today))
                .isEmpty();
        assertThat(found(Channel.EMAIL, MessageState.SENT, MessageKind.ACCOUNT_INVITATION, today))
                .isEmpty();
        assertThat(found(Channel.EMAIL, MessageState.WAITING, MessageKind.LIST_DECIDED, today))
                .isEmpty();
        assertThat(found(Channel.EMAIL, MessageState.WAITING, MessageKind.ACCOUNT_INVITATION, today.minusDays(1)))
                .isEmpty();
    }

    @Test
    void the_figures_of_the_day_count_what_was_written() throws Exception {
        OutboxFigures before = figures();
        set(invite(), MessageState.SENT);
        set(invite(), MessageState.FAILED);
        OutboxFigures after = figures();

        assertThat(after.count(MessageState.SENT)).isEqualTo(before.count(MessageState.SENT) + 1);
        assertThat(after.count(MessageState.FAILED)).isEqualTo(before.count(MessageState.FAILED) + 1);
    }

    @Test
    void what_was_said_is_forgotten_after_a_year() throws Exception {
        MessageView kept = invite();
        MessageView old = invite();
        write(kept, Duration.ofDays(364));
        write(old, Duration.ofDays(366));
        forgotten.run();

        assertThat(telling.to(email)).extracting(MessageView::id).containsExactly(kept.id());
    }

    private void write(MessageView message, Duration ago) {
        set(message, MessageState.SENT);
        sql.update(
                "UPDATE notification_message SET created_at = ? WHERE public_id = ?",
                clock.instant().minus(ago),
                message.id());
    }

    private List<PublicId> ids(Optional<PublicId> before, int count) {
        return outbox.list(ADMINISTRATOR, OutboxFilter.to(email), before, count).stream()
                .map(MessageView::id)
                .toList();
    }

    private List<PublicId> found(Channel channel, MessageState state, MessageKind kind, LocalDate day) {
        OutboxFilter filter = new OutboxFilter(
                Optional.of(channel), Optional.of(state), Optional.of(kind), Optional.of(day), Optional.of(day), email);
        return outbox.list(ADMINISTRATOR, filter, Optional.empty(), 10).stream()
                .map(MessageView::id)
                .toList();
    }

    private OutboxFigures figures() {
        return outbox.figures(ADMINISTRATOR).get(Channel.EMAIL.ordinal());
    }

    private MessageView invite() throws Exception {
        transaction.begin();
        invited.fire(new AccountInvited(email, "the-secret"));
        transaction.commit();
        return telling.to(email).get(0);
    }

    private void set(MessageView message, MessageState state) {
        sql.update("UPDATE notification_message SET state = ? WHERE public_id = ?", state.name(), message.id());
    }

    private long marks(String action, PublicId id) {
        return sql.number(
                "SELECT COUNT(*) FROM audit_record WHERE action = ? AND subject_id = ?", action, id.toString());
    }
}
