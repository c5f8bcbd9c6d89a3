package vn.khanhhoa.thecovid.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.AccountInvited;
import vn.khanhhoa.thecovid.notification.wording.Gap;

/** Writes to owners of accounts. At once: the link that opens the account is known in this transaction and nowhere else. */
@ApplicationScoped
class AccountMails {
    @Inject
    private Messages messages;

    @Inject
    private Wording wording;

    @Inject
    private Links links;

    void invited(@Observes AccountInvited invited) {
        Map<Gap, String> values =
                Map.of(Gap.HO_TEN, invited.displayName(), Gap.LIEN_KET, links.invitation(invited.secret()));
        messages.add(List.of(new Letter(
                MessageKind.ACCOUNT_INVITATION,
                Channel.EMAIL,
                "",
                Recipient.account(invited.email()),
                wording.today().mail(MessageKind.ACCOUNT_INVITATION, Wording.Filling.of(values)))));
    }
}
