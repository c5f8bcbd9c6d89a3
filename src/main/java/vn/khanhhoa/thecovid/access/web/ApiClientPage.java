package vn.khanhhoa.thecovid.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.ApiClientKeeping;
import vn.khanhhoa.thecovid.access.ApiClientView;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.platform.web.Parameters;
import vn.khanhhoa.thecovid.shared.PublicId;

/** One program of an organisation or an agency: what it may do, and its secret right after that was made. */
@Named
@RequestScoped
public class ApiClientPage {
    @Inject
    private ApiClientKeeping keeping;

    @Inject
    private CurrentActor actor;

    @Inject
    private Parameters parameters;

    @Inject
    private PageMessages messages;

    @Inject
    private ShownSecret shown;

    private @Nullable ApiClientView client;
    private String secret = "";

    public void load() {
        getClient();
        secret = shown.take(getId());
    }

    public void changeSecret() {
        shown.keep(keeping.changeSecret(actor.get(), getId()));
        messages.go(getFolder() + "/api-client?id=" + getId());
    }

    public void revoke() {
        keeping.revoke(actor.get(), getId());
        messages.success("access.api-client-is-revoked");
        messages.go(getFolder() + "/api-clients");
    }

    public ApiClientView getClient() {
        ApiClientView known = client;
        if (known == null) {
            known = keeping.view(actor.get(), getId());
            client = known;
        }
        return known;
    }

    public String getSecret() {
        return secret;
    }

    public PublicId getId() {
        return parameters.id("id");
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
