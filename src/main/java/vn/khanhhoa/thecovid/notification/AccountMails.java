package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.access.AccountNamedAgain;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.platform.web.PublicAddress;

/**
 * Words what owners of accounts are told, Vietnamese first. Nothing that somebody typed is in it, not even a name: whoever
 * registers could otherwise send their own words to anybody in the portal's name.
 */
@ApplicationScoped
class AccountMails {
    @Inject
    private PublicAddress address;

    @Inject
    private Messages messages;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    /** The secret is a fragment: a browser keeps it to itself. */
    void invited(@Observes AccountInvited invited) {
        send(
                invited.email(),
                "notification.invitation.subject",
                "notification.invitation.body",
                address.link("/public/invitation#" + invited.secret()));
    }

    void namedAgain(@Observes AccountNamedAgain named) {
        send(
                named.email(),
                "notification.known.subject",
                "notification.known.body",
                address.link("/public/sign-in"),
                address.link("/public/forgotten"));
    }

    private void send(String recipient, String subject, String body, Object... links) {
        messages.add(new Message(
                recipient,
                Texts.get(Texts.VIETNAMESE, subject) + " / " + Texts.get(Locale.ENGLISH, subject),
                cipher.seal(Texts.get(Texts.VIETNAMESE, body, links) + "\n\n----\n\n"
                        + Texts.get(Locale.ENGLISH, body, links)),
                clock.instant()));
    }
}
