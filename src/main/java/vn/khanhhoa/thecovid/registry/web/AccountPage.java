package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.AccountView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.Invitations;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;
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
    private OwnNumbers numbers;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    private String phone = "";
    private String document = "";

    public AccountView getAccount() {
        return administration.account(actor.get(), id());
    }

    public String agencyName(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    public void inviteAgain() {
        invitations.inviteAgain(actor.get(), id());
        stay("access.invited-again");
    }

    public void disable() {
        administration.disable(actor.get(), id());
        stay("access.disabled");
    }

    public void enable() {
        administration.enable(actor.get(), id());
        stay("access.enabled");
    }

    public void enterNumbers() {
        numbers.enter(actor.get(), id(), phone, document);
        stay("access.own-numbers-entered");
    }

    /** Masked, as they were entered. */
    public OwnNumbers.Shown getNumbers() {
        return numbers.shown(actor.get(), id());
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }

    private void stay(String key) {
        messages.success(key);
        messages.go("/admin/account?id=" + id());
    }

    private PublicId id() {
        return parameters.id("id");
    }
}
