package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;

/** What agencies have before them is taken back by programs that may submit, by whichever call it is. */
@ApplicationScoped
class SubmitScope {
    @Inject
    private CurrentActor caller;

    /** Within the call, of which then nothing is done. @param withdraws whether it takes entries back that wait */
    void requireFor(boolean withdraws) {
        if (withdraws && !caller.scopes().contains(ApiScope.LISTS_SUBMIT)) {
            String scope = ApiScope.LISTS_SUBMIT.text();
            String challenge = "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"" + scope + "\"";
            throw new ApiRefusal(403, "access.scope-missing", Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge), scope);
        }
    }
}
