package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** Words what owners of accounts are told, Vietnamese first. */
@ApplicationScoped
class AccountMails {
    @Inject
    @ConfigProperty(name = "portal.public.url", defaultValue = "http://127.0.0.1:8080")
    private String publicUrl;

    @Inject
    private Messages messages;

    @Inject
    private DataCipher cipher;

    @Inject
    private Clock clock;

    /** The secret is a fragment: a browser keeps it to itself. */
    void invited(@Observes AccountInvited invited) {
        String link = publicUrl.replaceFirst("/+$", "") + "/public/invitation#" + invited.secret();
        String body = text(Texts.VIETNAMESE, invited, link) + "\n\n----\n\n" + text(Locale.ENGLISH, invited, link);
        String subject = Texts.get(Texts.VIETNAMESE, "notification.invitation.subject") + " / "
                + Texts.get(Locale.ENGLISH, "notification.invitation.subject");
        messages.add(new Message(invited.email(), subject, cipher.seal(body), clock.instant()));
    }

    private static String text(Locale language, AccountInvited invited, String link) {
        return Texts.get(language, "notification.invitation.body", invited.displayName(), link);
    }
}
