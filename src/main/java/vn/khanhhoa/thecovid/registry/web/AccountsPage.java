package vn.khanhhoa.thecovid.registry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.access.AccountAdministration;
import vn.khanhhoa.thecovid.access.AccountView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.Paging;
import vn.khanhhoa.thecovid.registry.AgencyView;
import vn.khanhhoa.thecovid.registry.Catalogue;

/** Who may sign in, found by name or address. */
@Named
@RequestScoped
public class AccountsPage {
    private static final int SIZE = 25;

    @Inject
    private AccountAdministration administration;

    @Inject
    private Catalogue catalogue;

    @Inject
    private CurrentActor actor;

    private String text = "";
    private int page = 1;

    public List<AccountView> getAccounts() {
        return administration.search(actor.get(), text, getPaging().first(), SIZE);
    }

    public Paging getPaging() {
        return Paging.of(page, SIZE, administration.count(actor.get(), text), Map.of("text", text));
    }

    /** Empty where the account belongs to none. */
    public String agencyName(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
