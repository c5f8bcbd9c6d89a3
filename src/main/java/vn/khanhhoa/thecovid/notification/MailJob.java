package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.jobs.RecurringJob;

/** Sends what is due, where {@code portal.mail.host} names a server. */
@ApplicationScoped
class MailJob implements RecurringJob {
    private static final Logger LOG = Logger.getLogger(MailJob.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    @ConfigProperty(name = "portal.mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "portal.mail.port", defaultValue = "587")
    private int port;

    @Inject
    @ConfigProperty(name = "portal.mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "portal.mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "portal.mail.starttls", defaultValue = "true")
    private boolean startTls;

    @Inject
    @ConfigProperty(name = "portal.mail.from", defaultValue = "portal@localhost")
    private String from;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "notification-mail";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        host.ifPresent(name -> sendDue(new MailServer(
                new MailServer.Settings(name, port, user.orElse(""), password.orElse(""), startTls, from))));
    }

    void sendDue(MailServer server) {
        dispatch.giveUpUnanswered(Actor.PORTAL);
        for (long id : dispatch.due(Actor.PORTAL)) {
            try {
                dispatch.claim(Actor.PORTAL, id).ifPresent(mail -> send(server, id, mail));
            } catch (RuntimeException fault) {
                // One message that cannot be opened must not hold up those behind it.
                Incident.log(LOG, Level.SEVERE, fault);
            }
        }
    }

    private void send(MailServer server, long id, OutgoingMail mail) {
        try {
            server.send(mail, clock.instant());
            dispatch.sent(Actor.PORTAL, id);
        } catch (MessagingException refusal) {
            LOG.log(Level.WARNING, refusal, () -> "mail " + mail.id() + " was not taken");
            dispatch.refused(Actor.PORTAL, id, String.valueOf(refusal.getMessage()));
        }
    }
}
