package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.notification.carrier.Carrier;
import vn.khanhhoa.thecovid.notification.carrier.Handover;
import vn.khanhhoa.thecovid.notification.carrier.MailServer;
import vn.khanhhoa.thecovid.notification.carrier.Outgoing;
import vn.khanhhoa.thecovid.notification.carrier.SmsGateway;
import vn.khanhhoa.thecovid.notification.carrier.SmsSettings;
import vn.khanhhoa.thecovid.notification.carrier.SmsStandIn;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.stafflist.MobileNumber;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** A mail server and a gateway as they are outside, and a sender that dies, hears nothing, or cannot write down what it heard. */
@InPortal
class SendingMessagesIT {
    private static final AtomicInteger NUMBERS = new AtomicInteger(8_100_000);

    @Inject
    private Dispatch dispatch;

    @Inject
    private UnsentMessages unsent;

    @Inject
    private Messages messages;

    @Inject
    private Outbox outbox;

    @Inject
    private TestTelling telling;

    @Inject
    private TestLists lists;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final SmsStandIn gateway = new SmsStandIn();
    private final String email = TestAccounts.freshEmail();
    private final String number = aNumber();

    @BeforeEach
    void nothing_else_waits() {
        mail.start();
        lists.inTransaction(() -> {
            sql.update("UPDATE notification_message SET state = 'FAILED' WHERE state IN ('WAITING', 'SENDING')");
            return sql.update("UPDATE notification_channel SET closed_until = NULL, closed_since = NULL, failures = 0");
        });
    }

    @AfterEach
    void stop() {
        mail.stop();
        gateway.close();
        clock.reset();
    }

    @Test
    void what_waits_is_sent_once_however_often_the_post_goes() {
        mailTo(email);
        smsTo(number);
        mails().deliver();
        mails().deliver();
        sms(false).deliver();
        sms(false).deliver();

        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(gateway.calls()).hasSize(1);
        assertThat(gateway.calls().get(0).body()).contains("84" + number.substring(1), "xin+chao");
        assertThat(only(email).state()).isEqualTo(MessageState.SENT);
        assertThat(only(number).gatewayId()).isEqualTo("SMS-1");
    }

    @Test
    void
            a_sender_that_dies_after_handing_a_mail_over_has_it_sent_twice_only_by_an_administrator_and_under_its_message_id()
                    throws Exception {
        mailTo(email);
        new Postman(Channel.EMAIL, dying(mailServer()), dispatch, Duration.ZERO).deliver();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(only(email).state()).isEqualTo(MessageState.SENDING);

        mails().deliver();
        clock.forward(Message.LONGEST_HANDOVER.plusSeconds(1));
        mails().deliver();
        clock.forward(Duration.ofHours(5));
        mails().deliver();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(only(email).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(only(email).lastError()).isEqualTo("no answer");

        outbox.sendAgain(TestAccounts.ADMINISTRATOR, only(email).id());
        mails().deliver();
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(SendingMessagesIT::messageId))
                .hasSize(2)
                .containsOnly("<" + only(email).id() + "@test.example>");
        assertThat(only(email).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void where_the_gateway_tells_repeats_by_their_key_an_sms_of_unknown_fate_goes_out_again_by_itself() {
        smsTo(number);
        new Postman(Channel.SMS, dying(smsGateway(true)), dispatch, Duration.ZERO).deliver();
        clock.forward(Message.LONGEST_HANDOVER.plusSeconds(1));
        sms(true).deliver();
        clock.forward(Duration.ofMinutes(2));
        sms(true).deliver();

        assertThat(only(number).state()).isEqualTo(MessageState.SENT);
        assertThat(gateway.calls())
                .hasSize(2)
                .extracting(call -> call.header("X-key"))
                .containsOnly(only(number).id().toString());
    }

    @Test
    void without_a_key_an_sms_that_was_not_answered_for_waits_for_an_administrator() {
        smsTo(number);
        gateway.hangs();
        sms(false).deliver();
        clock.forward(Duration.ofHours(2));
        sms(false).deliver();

        assertThat(only(number).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(gateway.calls()).hasSize(1);
    }

    @Test
    void a_gateway_that_hangs_does_not_make_every_waiting_sms_doubtful() {
        List<String> numbers = IntStream.range(0, 9).mapToObj(i -> aNumber()).toList();
        numbers.forEach(this::smsTo);
        gateway.hangs();
        sms(false).deliver();

        assertThat(numbers)
                .filteredOn(each -> only(each).state() == MessageState.UNKNOWN)
                .hasSize(2);
        assertThat(numbers)
                .filteredOn(each -> only(each).state() == MessageState.WAITING)
                .hasSize(7);
    }

    @Test
    void a_mail_server_that_is_down_for_a_day_loses_nothing_and_gets_all_in_their_order_afterwards() throws Exception {
        List<String> addresses =
                IntStream.range(0, 5).mapToObj(i -> TestAccounts.freshEmail()).toList();
        addresses.forEach(this::mailTo);
        Postman postman = mails();
        mail.stop();
        for (int hour = 0; hour < 24; hour++) {
            postman.deliver();
            clock.forward(Duration.ofHours(1));
        }
        unsent.run();
        assertThat(figures(Channel.EMAIL).isClosed()).isTrue();
        assertThat(addresses)
                .allSatisfy(address -> assertThat(only(address).state()).isEqualTo(MessageState.WAITING));

        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            postman.deliver();
            assertThat(Arrays.stream(back.getReceivedMessages()).map(SendingMessagesIT::recipient))
                    .containsExactlyElementsOf(addresses);
        } finally {
            back.stop();
        }
        assertThat(figures(Channel.EMAIL).isClosed()).isFalse();
    }

    @Test
    void a_gateway_that_is_busy_is_left_alone_for_as_long_as_it_says() {
        smsTo(number);
        gateway.answers(429, "Retry-After", "600");
        sms(false).deliver();
        gateway.answers(200, "{}");
        clock.forward(Duration.ofMinutes(9));
        sms(false).deliver();
        assertThat(gateway.calls()).hasSize(1);
        assertThat(only(number).state()).isEqualTo(MessageState.WAITING);

        clock.forward(Duration.ofMinutes(2));
        sms(false).deliver();
        assertThat(gateway.calls()).hasSize(2);
        assertThat(only(number).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_message_that_the_gateway_fails_over_is_tried_later_and_holds_up_no_other() {
        String other = aNumber();
        smsTo(number);
        gateway.answers(500, "");
        sms(false).deliver();
        gateway.answers(200, "{}");
        smsTo(other);
        sms(false).deliver();
        assertThat(only(other).state()).isEqualTo(MessageState.SENT);
        assertThat(only(number).state()).isEqualTo(MessageState.WAITING);
        assertThat(only(number).lastError()).isEqualTo("HTTP 500");

        clock.forward(Duration.ofMinutes(1));
        sms(false).deliver();
        assertThat(only(number).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void a_number_that_is_refused_fails_and_is_not_tried_again() {
        smsTo(number);
        gateway.answers(400, "");
        sms(false).deliver();
        clock.forward(Duration.ofHours(2));
        sms(false).deliver();

        assertThat(gateway.calls()).hasSize(1);
        assertThat(only(number).state()).isEqualTo(MessageState.FAILED);
    }

    @Test
    void what_nobody_takes_for_three_days_has_failed_and_can_be_sent_again() {
        smsTo(number);
        clock.forward(Duration.ofHours(71));
        unsent.run();
        assertThat(only(number).state()).isEqualTo(MessageState.WAITING);

        clock.forward(Duration.ofHours(2));
        unsent.run();
        assertThat(only(number).state()).isEqualTo(MessageState.FAILED);
        assertThat(only(number).lastError()).isEqualTo("not taken for 3 days");

        outbox.sendAgain(TestAccounts.ADMINISTRATOR, only(number).id());
        sms(false).deliver();
        assertThat(only(number).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void what_nobody_takes_is_given_up_some_at_a_time() {
        String other = aNumber();
        smsTo(number);
        smsTo(other);
        clock.forward(Duration.ofHours(73));

        assertThat(dispatch.giveUpWaiting(Actor.PORTAL, 1)).isTrue();
        unsent.run();

        assertThat(List.of(only(number).state(), only(other).state())).containsOnly(MessageState.FAILED);
        assertThat(dispatch.giveUpWaiting(Actor.PORTAL, 1)).isFalse();
    }

    @Test
    void an_answer_that_the_database_does_not_take_at_once_is_told_to_it_again() {
        smsTo(number);
        Forgetful database = new Forgetful(dispatch, 3);
        new Postman(Channel.SMS, smsGateway(false), database, Duration.ofMillis(10)).deliver();

        assertThat(only(number).state()).isEqualTo(MessageState.SENT);
        assertThat(gateway.calls()).hasSize(1);
    }

    @Test
    void a_database_that_stays_away_leaves_the_message_of_unknown_fate() {
        smsTo(number);
        new Postman(Channel.SMS, smsGateway(false), new Forgetful(dispatch, 1_000), Duration.ofMillis(1)).deliver();
        clock.forward(Message.LONGEST_HANDOVER.plusSeconds(1));
        sms(false).deliver();

        assertThat(only(number).state()).isEqualTo(MessageState.UNKNOWN);
        assertThat(gateway.calls()).hasSize(1);
    }

    @Test
    void a_message_that_cannot_be_opened_fails_and_those_behind_it_go_out() {
        String spoilt = aNumber();
        smsTo(spoilt);
        smsTo(number);
        lists.inTransaction(() -> sql.update(
                "UPDATE notification_message SET body = 'nonsense that no key opens' WHERE public_id = ?",
                only(spoilt).id()));
        sms(false).deliver();

        assertThat(only(spoilt).state()).isEqualTo(MessageState.FAILED);
        assertThat(only(spoilt).lastError()).startsWith("incident ");
        assertThat(only(number).state()).isEqualTo(MessageState.SENT);
    }

    /** Hands over, and is gone before it hears. */
    private static Carrier dying(Carrier real) {
        return new Carrier() {
            @Override
            public CompletableFuture<Handover> carry(Outgoing message) {
                real.carry(message).join();
                throw new IllegalStateException("killed");
            }

            @Override
            public boolean isKeyed() {
                return real.isKeyed();
            }

            @Override
            public int abreast() {
                return 1;
            }
        };
    }

    /** The database, away for some tellings. */
    @Vetoed
    static final class Forgetful extends Dispatch {
        private final Dispatch real;
        private final AtomicInteger left;

        Forgetful(Dispatch real, int times) {
            this.real = real;
            this.left = new AtomicInteger(times);
        }

        @Override
        public List<Long> due(Actor portal, Channel channel) {
            return real.due(portal, channel);
        }

        @Override
        public Optional<Claim> claim(Actor portal, long id) {
            return real.claim(portal, id);
        }

        @Override
        public void giveUpUnanswered(Actor portal, Channel channel, boolean keyed) {
            real.giveUpUnanswered(portal, channel, keyed);
        }

        @Override
        public void settle(Actor portal, Channel channel, Claim claim, Handover outcome, boolean keyed) {
            if (left.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            real.settle(portal, channel, claim, outcome, keyed);
        }
    }

    private int port;

    private Postman mails() {
        return new Postman(Channel.EMAIL, mailServer(), dispatch, Duration.ZERO);
    }

    private MailServer mailServer() {
        port = mail.getSmtp().getPort();
        return new MailServer(new MailServer.Settings("127.0.0.1", port, "", "", false, "portal@test.example"), clock);
    }

    private Postman sms(boolean keyed) {
        return new Postman(Channel.SMS, smsGateway(keyed), dispatch, Duration.ZERO);
    }

    private SmsGateway smsGateway(boolean keyed) {
        Map<String, String> settings = Map.of(
                "portal.sms.url", gateway.url(),
                "portal.sms.headers", "X-Key: {key}",
                "portal.sms.body", "to={to}&text={text}",
                "portal.sms.id.path", "/data/id",
                "portal.sms.keyed", String.valueOf(keyed),
                "portal.sms.abreast", "2",
                "portal.sms.timeout", "1");
        return new SmsGateway(
                SmsSettings.read(name -> Optional.ofNullable(settings.get(name)))
                        .orElseThrow(),
                Clock.systemUTC());
    }

    private void mailTo(String address) {
        write(Channel.EMAIL, Recipient.account(address));
    }

    private void smsTo(String digits) {
        write(Channel.SMS, Recipient.phone(new MobileNumber(digits)));
    }

    private void write(Channel channel, Recipient to) {
        lists.inTransaction(() -> {
            messages.add(List.of(new Letter(
                    MessageKind.PERSON_APPROVED, channel, "", to, new Letter.Words("xin chào", "xin chao", 1))));
            return null;
        });
    }

    private static String aNumber() {
        return "090" + NUMBERS.incrementAndGet();
    }

    private MessageView only(String recipient) {
        List<MessageView> found = telling.to(recipient);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private OutboxFigures figures(Channel channel) {
        return outbox.figures(TestAccounts.ADMINISTRATOR).stream()
                .filter(each -> each.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
