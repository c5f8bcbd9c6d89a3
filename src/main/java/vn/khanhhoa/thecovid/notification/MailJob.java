package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.notification.carrier.MailServer;

/** Sends mails where {@code portal.mail.host} names a server. */
@ApplicationScoped
class MailJob extends SendingJob {
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

    MailJob() {
        super(Channel.EMAIL);
    }

    @Override
    public String name() {
        return "notification-mail";
    }

    @Override
    Dispatch dispatch() {
        return dispatch;
    }

    @Override
    Optional<MailServer> carrier() {
        return host.map(name -> new MailServer(
                new MailServer.Settings(name, port, user.orElse(""), password.orElse(""), startTls, from), clock));
    }
}
