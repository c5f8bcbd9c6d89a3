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
import vn.khanhhoa.thecovid.platform.web.Parameters;
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
    private Parameters parameters;

    @Inject
    private CurrentActor actor;

    public List<AccountView> getAccounts() {
        return administration.search(actor.get(), getText(), getPaging().first(), SIZE);
    }

    public Paging getPaging() {
        return Paging.of(
                parameters.page(),
                SIZE,
                administration.count(actor.get(), getText()),
                Map.of("search", parameters.search()));
    }

    /** Empty where the account belongs to none. */
    public String agencyName(long agencyId) {
        return catalogue.agency(agencyId).map(AgencyView::name).orElse("");
    }

    public String getText() {
        return parameters.text("text");
    }
}
