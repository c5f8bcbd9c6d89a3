package vn.khanhhoa.thecovid.access.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.access.NeedsScope;
import vn.khanhhoa.thecovid.platform.RateLimits;
import vn.khanhhoa.thecovid.platform.rest.ApiCalls;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.Failure;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * Lets a call through whose token has the scope that the method needs (RFC 6750, section 3), and not too many of one
 * program.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHORIZATION)
public class ScopeCheck implements ContainerRequestFilter {
    private static final int CALLS = 600;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    private CurrentActor caller;

    @Inject
    private RateLimits limits;

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext call) {
        Method method = resource.getResourceMethod(); // none where the server answers OPTIONS by itself
        NeedsScope needed = method == null ? null : method.getAnnotation(NeedsScope.class);
        if (needed == null) {
            return;
        }
        Actor actor = caller.get();
        if (!actor.isSignedIn()) {
            boolean shown = call.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
            throw shown
                    ? unknown("access.token-void", ", error=\"invalid_token\"")
                    : unknown("access.token-missing", "");
        }
        if (!limits.allow("api", String.valueOf(actor.accountId()), CALLS, WINDOW)) {
            throw new ApiRefusal(
                    429,
                    "access.too-many-calls",
                    Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(WINDOW.toSeconds())),
                    CALLS);
        }
        if (!caller.scopes().contains(needed.value())) {
            throw new RuleViolation("access.scope-missing", needed.value().text());
        }
        call.setProperty(ApiCalls.CALLER, actor.accountId());
    }

    private static ApiRefusal unknown(String code, String why) {
        return new ApiRefusal(401, code, Map.of(HttpHeaders.WWW_AUTHENTICATE, Failure.CHALLENGE + why));
    }
}
