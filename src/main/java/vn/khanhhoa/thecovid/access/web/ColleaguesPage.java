package vn.khanhhoa.thecovid.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.AccountView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.platform.web.PageMessages;

/** Who else may act for the reader's organisation. */
@Named
@RequestScoped
public class ColleaguesPage {
    @Inject
    private AccountAdministration administration;

    @Inject
    private Invitations invitations;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String email = "";
    private String displayName = "";
    private boolean administers;

    public List<AccountView> getColleagues() {
        return administration.colleagues(actor.get());
    }

    public void invite() {
        invitations.inviteColleague(actor.get(), email, displayName, administers);
        messages.success("access.invited", email);
        messages.go("/organisation/colleagues");
    }

    public boolean isInviting() {
        return actor.get().may(Permission.KEEP_OWN_MEMBERS);
    }

    public boolean isAdministers() {
        return administers;
    }

    public void setAdministers(boolean administers) {
        this.administers = administers;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }
}
