package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import vn.khanhhoa.thecovid.shared.PublicId;

/** People with accounts, made as the portal makes them: invited, then a password chosen. */
@ApplicationScoped
public class TestAccounts {
    public static final String PASSWORD = "a long enough password";
    public static final Actor ADMINISTRATOR = new Actor(1, "Administrator", Role.ADMINISTRATOR, 0, 0);

    @Inject
    private Invitations invitations;

    @Inject
    private AccountAdministration administration;

    @Inject
    private SentInvitations sent;

    @Inject
    private Accounts accounts;

    /** An address that no other test uses. */
    public static String freshEmail() {
        return PublicId.random().toString().replace('_', 'x').replace('-', 'y').toLowerCase(Locale.ROOT)
                + "@test.example";
    }

    /** Somebody who may sign in with {@link #PASSWORD}. */
    public String administrator() {
        String email = invited();
        invitations.accept(sent.secretFor(email), PASSWORD);
        return email;
    }

    public void chooseAnew(String email, String password) {
        invitations.forgotten(email, freshEmail());
        invitations.accept(sent.secretFor(email), password);
    }

    /** Somebody who has not chosen a password yet. */
    public String invited() {
        String email = freshEmail();
        invitations.inviteMember(ADMINISTRATOR, email, "Phạm Được Mời", Role.ADMINISTRATOR, Affiliation.NONE);
        return email;
    }

    public Actor organisationOfficer(long organisationId) {
        String email = freshEmail();
        invitations.inviteFirstOfficer(email, "Trần Thị Nhân Sự", organisationId);
        return entered(email);
    }

    public Actor member(Role role, long agencyId) {
        String email = freshEmail();
        invitations.inviteMember(ADMINISTRATOR, email, "Lê Thị Cán Bộ", role, Affiliation.agency(agencyId));
        return entered(email);
    }

    private Actor entered(String email) {
        invitations.accept(sent.secretFor(email), PASSWORD);
        AccountView view = view(email);
        return new Actor(idOf(email), view.displayName(), view.role(), view.organisationId(), view.agencyId());
    }

    public AccountView view(String email) {
        return administration.search(ADMINISTRATOR, email, 0, 1).get(0);
    }

    @Transactional
    long idOf(String email) {
        return accounts.byEmail(email).orElseThrow().id();
    }
}
