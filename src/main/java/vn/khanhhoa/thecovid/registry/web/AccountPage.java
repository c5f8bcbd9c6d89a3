package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.AccountView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One account, and what an administrator can do with it. */
@Named
@RequestScoped
public class AccountPage {
    @Inject
    private AccountAdministration administration;

    @Inject
    private Invitations invitations;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    private String id = "";

    public AccountView getAccount() {
        return administration.account(actor.get(), publicId());
    }

    public String agencyName(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    public void inviteAgain() {
        invitations.inviteAgain(actor.get(), publicId());
        stay("access.invited-again");
    }

    public void disable() {
        administration.disable(actor.get(), publicId());
        stay("access.disabled");
    }

    public void enable() {
        administration.enable(actor.get(), publicId());
        stay("access.enabled");
    }

    private void stay(String key) {
        messages.success(key);
        messages.go("/admin/account?id=" + id);
    }

    private PublicId publicId() {
        return PublicId.parse(id).orElseThrow(NotFound::new);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
