package vn.khanhhoa.thecovid.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.web.OwnPath;

/**
 * Restores the caller from two session attributes on every request, so that any node that has the session knows the
 * caller. The account is read again each time: a right that was taken away is gone with the next click. In the API it is
 * the bearer token alone that counts (RFC 6750): a session is not looked at, so no page elsewhere can borrow it.
 *
 * <p>A module of Jakarta Authentication: the bridge that Jakarta Security would put before its own kind looks the bean up by
 * name twice a request, which took a fifth of the time of a check.
 */
@ApplicationScoped
public class PortalAuthentication implements ServerAuthModule {
    /** Before the first request. */
    @WebListener
    public static class Registration implements ServletContextListener {
        @Inject
        private PortalAuthentication authentication;

        @Override
        public void contextInitialized(ServletContextEvent start) {
            AuthConfigFactory.getFactory().registerServerAuthModule(authentication, start.getServletContext());
        }

        @Override
        public void contextDestroyed(ServletContextEvent end) {
            AuthConfigFactory.getFactory().removeServerAuthModule(end.getServletContext());
        }
    }

    /** The mandatory word of the container's profile for servlets. */
    private static final String PROTECTED = "jakarta.security.auth.message.MessagePolicy.isMandatory";

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

    private volatile @Nullable CallbackHandler container;

    @Override
    @SuppressWarnings("rawtypes") // of the interface
    public void initialize(
            MessagePolicy requestPolicy, MessagePolicy responsePolicy, CallbackHandler handler, Map options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        HttpServletRequest request = (HttpServletRequest) message.getRequestMessage();
        if (request.getServletPath().startsWith(API)) {
            bearer(request).flatMap(tokens::caller).ifPresent(caller -> {
                request.setAttribute(ACTOR, caller.actor());
                request.setAttribute(SCOPES, caller.scopes());
            });
            return told(new CallerPrincipalCallback(client, (Principal) null));
        }
        Optional<Actor> actor = restored(request);
        if (actor.isPresent()) {
            request.setAttribute(ACTOR, actor.get());
            return told(
                    new CallerPrincipalCallback(
                            client, String.valueOf(actor.get().accountId())),
                    new GroupPrincipalCallback(
                            client, new String[] {actor.get().role().name()}));
        }
        if (Boolean.parseBoolean(String.valueOf(message.getMap().get(PROTECTED)))) {
            return sendToSignIn(request, (HttpServletResponse) message.getResponseMessage());
        }
        return told(new CallerPrincipalCallback(client, (Principal) null));
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, @Nullable Subject client) {
        if (client != null) {
            client.getPrincipals().clear();
        }
    }

    private AuthStatus told(Callback... callbacks) throws AuthException {
        try {
            Objects.requireNonNull(container).handle(callbacks);
            return AuthStatus.SUCCESS;
        } catch (IOException | UnsupportedCallbackException impossible) {
            throw new AuthException(impossible);
        }
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
    private static AuthStatus sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
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
            return AuthStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new IllegalStateException("the caller is gone", gone);
        }
    }
}
