package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.TrustedProxies;

/** Who sits in front of the running request. Pages and resources take the actor from here and hand it on. */
@Named
@RequestScoped
public class CurrentActor {
    @Inject
    private HttpServletRequest request;

    @Inject
    private TrustedProxies proxies;

    public Actor get() {
        return request.getAttribute(PortalAuthentication.ACTOR) instanceof Actor actor ? actor : Actor.VISITOR;
    }

    /** Begins a fresh session: an id that somebody else may know from before is worth nothing. */
    public void enter(SignIn.Admitted admitted) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(PortalAuthentication.ACCOUNT, admitted.actor().accountId());
        session.setAttribute(PortalAuthentication.EPOCH, admitted.sessionEpoch());
        request.setAttribute(PortalAuthentication.ACTOR, admitted.actor());
    }

    public void leave() {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.removeAttribute(PortalAuthentication.ACTOR);
    }

    /** From the next request on the actor sits at the desk of an agency that they are lent to. */
    public void sitAt(long agencyId) {
        request.getSession(true).setAttribute(PortalAuthentication.DESK, agencyId);
    }

    public void sitAtOwnDesk() {
        request.getSession(true).removeAttribute(PortalAuthentication.DESK);
    }

    /** The agency whose desk the actor sat at until this request, because the loan has ended; 0 for none. */
    public long endedDesk() {
        return request.getAttribute(PortalAuthentication.DESK_ENDED) instanceof Long agency ? agency : 0;
    }

    /** What a program's token is good for; nothing for people. */
    public Set<ApiScope> scopes() {
        Set<ApiScope> scopes = EnumSet.noneOf(ApiScope.class);
        if (request.getAttribute(PortalAuthentication.SCOPES) instanceof Set<?> held) {
            held.forEach(scope -> scopes.add((ApiScope) scope));
        }
        return scopes;
    }

    /** Of the client, where a trusted proxy tells it; for rate limits only. */
    public String networkAddress() {
        return proxies.network(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For")));
    }
}
