package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.khanhhoa.thecovid.platform.web.OwnPath;

/**
 * Restores the caller from two session attributes on every request, so that any node that has the session knows the
 * caller. The account is read again each time: a right that was taken away is gone with the next click. In the API it is
 * the bearer token alone that counts (RFC 6750): a session is not looked at, so no page elsewhere can borrow it.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {
    static final String ACCOUNT = "portal.account";
    static final String EPOCH = "portal.epoch";
    static final String ACTOR = "portal.actor";
    static final String SCOPES = "portal.scopes";
    static final String DESK = "portal.desk";
    static final String DESK_ENDED = "portal.desk-ended";
    private static final String API = "/api/";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,200}=*)");

    @Inject
    private SignIn signIn;

    @Inject
    private ApiTokens tokens;

    @Inject
    private LentDesks lentDesks;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getServletPath().startsWith(API)) {
            bearer(request).flatMap(tokens::caller).ifPresent(caller -> {
                request.setAttribute(ACTOR, caller.actor());
                request.setAttribute(SCOPES, caller.scopes());
            });
            return context.doNothing();
        }
        Optional<Actor> actor = restored(request);
        if (actor.isPresent()) {
            request.setAttribute(ACTOR, actor.get());
            return context.notifyContainerAboutLogin(
                    String.valueOf(actor.get().accountId()),
                    Set.of(actor.get().role().name()));
        }
        if (context.isProtected()) {
            return sendToSignIn(request, response, context);
        }
        return context.doNothing();
    }

    private Optional<Actor> restored(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ACCOUNT) instanceof Long account)
                || !(session.getAttribute(EPOCH) instanceof Integer epoch)) {
            return Optional.empty();
        }
        return signIn.resume(account, epoch).map(actor -> atDesk(request, session, actor));
    }

    /** At the desk that the session sits at, as long as the officer is lent there. */
    private Actor atDesk(HttpServletRequest request, HttpSession session, Actor actor) {
        if (!(session.getAttribute(DESK) instanceof Long agency)) {
            return actor;
        }
        if (actor.may(Permission.REVIEW_ENTRIES) && lentDesks.isLent(actor, agency)) {
            return actor.lentTo(agency);
        }
        session.removeAttribute(DESK);
        request.setAttribute(DESK_ENDED, agency);
        return actor;
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
    }

    /** Back to the page where the reader was; a background request gets the redirect in the form that its script understands. */
    private static AuthenticationStatus sendToSignIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String wanted = OwnPath.of(request) + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        boolean page = request.getMethod().equals("GET");
        String from = page ? wanted : OwnPath.back(request);
        String target = request.getContextPath() + "/public/sign-in?" + (page ? "" : "expired=true")
                + (from.equals("/")
                        ? ""
                        : (page ? "" : "&") + "then=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + target.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(target);
            }
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new IllegalStateException("the caller is gone", gone);
        }
    }
}
