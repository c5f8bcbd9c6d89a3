package vn.khanhhoa.thecovid.notification.carrier;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to an SMTP server. A mail keeps its Message-ID through every attempt, so that a server can tell a repeat; none
 * has to, so what was written out and not answered for is of unknown fate (RFC 5321, section 4.2.5).
 */
public final class MailServer implements Carrier {
    private static final String TIMEOUT_MILLIS = "20000";
    private static final Pattern REPLY = Pattern.compile("(?m)^([245])\\d\\d[ -].*");
    /** About every mail and not about this one: come later, sign in, encrypt. */
    private static final Pattern ABOUT_US = Pattern.compile("^(?:421|53\\d)");

    /** Where the server is; no user means no sign-in. */
    public record Settings(String host, int port, String user, String password, boolean startTls, String from) {
        @Override
        public String toString() {
            return "Settings[" + host + ":" + port + "]";
        }
    }

    private final Settings settings;
    private final Session session;
    private final Clock clock;

    public MailServer(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        session = Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        });
    }

    @Override
    public boolean isKeyed() {
        return false;
    }

    @Override
    public int abreast() {
        return 1;
    }

    @Override
    public CompletableFuture<Handover> carry(Outgoing mail) {
        Letter letter = new Letter(session, "<" + mail.id() + "@" + domain() + ">");
        try {
            letter.setFrom(new InternetAddress(settings.from()));
            letter.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
            letter.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            letter.setText(mail.body(), StandardCharsets.UTF_8.name());
            letter.setSentDate(Date.from(clock.instant()));
            letter.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(letter);
            return CompletableFuture.completedFuture(new Handover.Accepted(""));
        } catch (AddressException noAddress) {
            return CompletableFuture.completedFuture(new Handover.Refused("not an address"));
        } catch (MessagingException failure) {
            return CompletableFuture.completedFuture(outcome(failure, letter.written, mail.recipient()));
        }
    }

    private static Handover outcome(MessagingException failure, boolean written, String recipient) {
        Optional<String> reply = reply(failure);
        String reason =
                reply.orElseGet(() -> String.valueOf(failure.getMessage())).replace(recipient, "…");
        if (reply.isEmpty() && written) {
            return new Handover.Unknown(reason);
        }
        if (reply.isEmpty()
                || !(failure instanceof SendFailedException)
                || ABOUT_US.matcher(reason).find()) {
            return new Handover.Closed(reason, Optional.empty());
        }
        return reason.startsWith("5") ? new Handover.Refused(reason) : new Handover.Deferred(reason);
    }

    /** What the server said, if it said anything: the first line with a number, of the failure or of one inside it. */
    private static Optional<String> reply(MessagingException failure) {
        for (@Nullable Exception at = failure; at != null; ) {
            Matcher found = REPLY.matcher(String.valueOf(at.getMessage()));
            if (found.find()) {
                return Optional.of(found.group().strip());
            }
            at = at instanceof MessagingException outer ? outer.getNextException() : null;
        }
        return Optional.empty();
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    /** Saving a message would give it a new id; and it knows when the server has had all of it. */
    private static final class Letter extends MimeMessage {
        private final String id;
        private boolean written;

        Letter(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            written = true;
        }
    }
}
