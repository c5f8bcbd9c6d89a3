package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.access.AccountNamedAgain;
import vn.khanhhoa.thecovid.notification.wording.Gap;

/**
 * Writes to owners of accounts. At once: the link that opens the account is known in this transaction and nowhere else.
 * Nothing that somebody typed is in it, not even a name: whoever registers could otherwise send their own words to anybody
 * in the portal's name.
 */
@ApplicationScoped
class AccountMails {
    @Inject
    private Messages messages;

    @Inject
    private Wording wording;

    @Inject
    private Links links;

    void invited(@Observes AccountInvited invited) {
        send(MessageKind.ACCOUNT_INVITATION, invited.email(), links.invitation(invited.secret()));
    }

    void namedAgain(@Observes AccountNamedAgain named) {
        send(MessageKind.ACCOUNT_NAMED_AGAIN, named.email(), links.signIn());
    }

    private void send(MessageKind kind, String email, String link) {
        messages.add(List.of(new Letter(
                kind,
                Channel.EMAIL,
                "",
                Recipient.account(email),
                wording.today().mail(kind, Wording.Filling.of(Map.of(Gap.LINK, link))))));
    }
}
