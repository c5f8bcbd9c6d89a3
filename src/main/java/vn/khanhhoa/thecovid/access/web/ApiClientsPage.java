package vn.khanhhoa.thecovid.access.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.khanhhoa.thecovid.access.ApiClientKeeping;
import vn.khanhhoa.thecovid.access.ApiClientView;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;

/** The programs that act for the reader's organisation or agency. */
@Named
@RequestScoped
public class ApiClientsPage {
    @Inject
    private ApiClientKeeping keeping;

    @Inject
    private CurrentActor actor;

    @Inject
    private PageMessages messages;

    @Inject
    private ShownSecret shown;

    private String name = "";
    private String[] scopes = {};

    /** The first of the choices, which changes nothing, is marked. */
    @PostConstruct
    void propose() {
        scopes = new String[] {getAllScopes().get(0).name()};
    }

    public List<ApiClientView> getClients() {
        return keeping.all(actor.get());
    }

    public void make() {
        Set<ApiScope> wanted = EnumSet.noneOf(ApiScope.class);
        for (String scope : scopes) {
            wanted.add(ApiScope.valueOf(scope));
        }
        ApiClientKeeping.Made made = keeping.make(actor.get(), name, wanted);
        shown.keep(made);
        messages.go(getFolder() + "/api-client?id=" + made.id());
    }

    public List<ApiScope> getAllScopes() {
        return keeping.scopes(actor.get());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String[] getScopes() {
        return scopes.clone();
    }

    public void setScopes(String[] scopes) {
        this.scopes = scopes.clone();
    }

    /** That of the reader's audience. */
    public String getFolder() {
        return actor.get().agencyId() == 0 ? "/organisation" : "/health-data";
    }

    /** Part of the keys of texts that differ between an organisation's programs and an agency's. */
    public String getOf() {
        return actor.get().agencyId() == 0 ? "organisation" : "agency";
    }
}
