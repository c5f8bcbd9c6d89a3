package vn.khanhhoa.thecovid.notification.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.PublicId;

class HandingMailsOverTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2021-12-01T03:00:00Z"), ZoneOffset.UTC);
    private static final Outgoing MAIL = new Outgoing(
            PublicId.random(),
            "ha@test.example",
            "Đặt mật khẩu / Set your password",
            "Kính gửi Nguyễn Thị Hà,\nxin chào");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.setUser("portal@test.example", "portal", "secret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void delivers_subject_and_text_with_every_vietnamese_letter() throws Exception {
        assertThat(carry(mailServer("portal", "secret"))).isEqualTo(new Handover.Accepted(""));

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(MAIL.subject());
        assertThat(received.getContent().toString().replace("\r\n", "\n")).isEqualTo(MAIL.body());
        assertThat(received.getAllRecipients()[0]).hasToString("ha@test.example");
        assertThat(received.getFrom()[0]).hasToString("portal@test.example");
        assertThat(received.getSentDate()).isEqualTo(NOW.instant());
    }

    @Test
    void keeps_the_message_id_through_every_attempt() throws Exception {
        carry(mailServer("portal", "secret"));
        carry(mailServer("", ""));

        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + MAIL.id() + "@test.example>");
    }

    @Test
    void what_looks_like_mark_up_is_plain_text() throws Exception {
        Outgoing mail = new Outgoing(
                PublicId.random(),
                "ha@test.example",
                "Đã nhận danh sách",
                "Công ty <img src=x onerror=alert(1)> & <b>A</b>");
        mailServer("portal", "secret").carry(mail).join();

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getContentType()).startsWith("text/plain");
        assertThat(received.getContent().toString().strip()).isEqualTo(mail.body());
    }

    @Test
    void a_server_that_does_not_let_the_portal_in_holds_up_all_mails_and_spoils_none() {
        assertThat(carry(mailServer("portal", "wrong"))).isInstanceOf(Handover.Closed.class);
    }

    @Test
    void refuses_to_speak_in_clear_text_where_encryption_is_demanded() {
        MailServer demanding = new MailServer(
                new MailServer.Settings("127.0.0.1", server.getSmtp().getPort(), "", "", true, "portal@test.example"),
                NOW);

        assertThat(carry(demanding)).isInstanceOf(Handover.Closed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void where_nobody_listens_nothing_was_handed_over() {
        MailServer elsewhere = mailServer("", "");
        server.stop();

        assertThat(carry(elsewhere)).isInstanceOf(Handover.Closed.class);
    }

    @Test
    void a_recipient_that_the_server_does_not_know_is_refused_without_being_named() {
        try (SmtpStandIn standIn = new SmtpStandIn(Map.of("RCPT", "550 5.1.1 <ha@test.example> unknown"))) {
            assertThat(carry(standIn.port())).isEqualTo(new Handover.Refused("550 5.1.1 <…> unknown"));
        }
    }

    @Test
    void a_mailbox_that_is_full_is_tried_later() {
        try (SmtpStandIn standIn = new SmtpStandIn(Map.of("RCPT", "452 4.2.2 mailbox full"))) {
            assertThat(carry(standIn.port())).isEqualTo(new Handover.Deferred("452 4.2.2 mailbox full"));
        }
    }

    @Test
    void a_text_that_is_refused_is_refused() {
        try (SmtpStandIn standIn = new SmtpStandIn(Map.of(".", "554 5.7.1 looks like spam"))) {
            assertThat(carry(standIn.port())).isEqualTo(new Handover.Refused("554 5.7.1 looks like spam"));
        }
    }

    @Test
    void a_server_that_is_shutting_down_is_left_alone() {
        try (SmtpStandIn standIn = new SmtpStandIn(Map.of("MAIL", "421 4.3.2 shutting down"))) {
            assertThat(carry(standIn.port()))
                    .isEqualTo(new Handover.Closed("421 4.3.2 shutting down", Optional.empty()));
        }
    }

    @Test
    void a_connection_that_breaks_off_after_the_whole_mail_leaves_it_of_unknown_fate() {
        try (SmtpStandIn standIn = new SmtpStandIn(Map.of(".", SmtpStandIn.BREAKS_OFF))) {
            assertThat(carry(standIn.port())).isInstanceOf(Handover.Unknown.class);
            assertThat(standIn.mails()).hasSize(1);
        }
    }

    @Test
    void a_connection_that_breaks_off_before_the_mail_was_told_handed_nothing_over() {
        try (SmtpStandIn standIn = new SmtpStandIn(Map.of("DATA", SmtpStandIn.BREAKS_OFF))) {
            assertThat(carry(standIn.port())).isInstanceOf(Handover.Closed.class);
            assertThat(standIn.mails()).isEmpty();
        }
    }

    @Test
    void what_is_no_address_is_refused() {
        Outgoing nowhere = new Outgoing(PublicId.random(), "ha at test", "s", "b");

        assertThat(mailServer("", "").carry(nowhere).join()).isInstanceOf(Handover.Refused.class);
    }

    private static Handover carry(MailServer to) {
        return to.carry(MAIL).join();
    }

    private static Handover carry(int port) {
        return carry(
                new MailServer(new MailServer.Settings("127.0.0.1", port, "", "", false, "portal@test.example"), NOW));
    }

    private MailServer mailServer(String user, String password) {
        return new MailServer(
                new MailServer.Settings(
                        "127.0.0.1", server.getSmtp().getPort(), user, password, false, "portal@test.example"),
                NOW);
    }
}
