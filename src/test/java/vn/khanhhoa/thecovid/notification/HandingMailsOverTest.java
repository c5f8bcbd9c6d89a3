package vn.khanhhoa.thecovid.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.PublicId;

class HandingMailsOverTest {
    private static final Instant NOW = Instant.parse("2021-12-01T03:00:00Z");
    private static final OutgoingMail MAIL = new OutgoingMail(
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
        mailServer("portal", "secret").send(MAIL, NOW);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(MAIL.subject());
        assertThat(received.getContent().toString().replace("\r\n", "\n")).isEqualTo(MAIL.body());
        assertThat(received.getAllRecipients()[0]).hasToString("ha@test.example");
        assertThat(received.getFrom()[0]).hasToString("portal@test.example");
        assertThat(received.getSentDate()).isEqualTo(NOW);
    }

    @Test
    void keeps_the_message_id_through_every_attempt() throws Exception {
        mailServer("portal", "secret").send(MAIL, NOW);
        mailServer("", "").send(MAIL, NOW.plusSeconds(60));

        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + MAIL.id() + "@test.example>");
    }

    @Test
    void says_why_a_server_does_not_take_it() {
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> mailServer("portal", "wrong").send(MAIL, NOW));
    }

    @Test
    void refuses_to_speak_in_clear_text_where_encryption_is_demanded() {
        MailServer demanding = new MailServer(
                new MailServer.Settings("127.0.0.1", server.getSmtp().getPort(), "", "", true, "portal@test.example"));

        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> demanding.send(MAIL, NOW));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private MailServer mailServer(String user, String password) {
        return new MailServer(new MailServer.Settings(
                "127.0.0.1", server.getSmtp().getPort(), user, password, false, "portal@test.example"));
    }
}
