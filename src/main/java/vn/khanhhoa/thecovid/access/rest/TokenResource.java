package vn.khanhhoa.thecovid.access.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.access.ApiTokens;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.rest.TooManyRequests;

/** {@code POST /api/v1/token}: the token endpoint of OAuth 2.0 for client credentials, with Basic authentication. */
@Path("/token")
public class TokenResource {
    private static final String BASIC = "basic ";

    private record Credentials(String id, String secret) {}

    @Inject
    private ApiTokens tokens;

    @Inject
    private CurrentActor caller;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Response issue(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @FormParam("grant_type") @Nullable String grant,
            @FormParam("scope") @Nullable String scope) {
        if (grant == null) {
            return refused(400, "invalid_request", "grant_type is missing");
        }
        if (!grant.equals("client_credentials")) {
            return refused(400, "unsupported_grant_type", "only client_credentials is supported");
        }
        Optional<Credentials> credentials = credentials(authorization);
        if (credentials.isEmpty()) {
            return strange("client id and secret are expected by HTTP Basic authentication");
        }
        ApiTokens.Outcome outcome = tokens.issue(
                credentials.get().id(),
                credentials.get().secret(),
                scope == null ? "" : scope,
                caller.networkAddress());
        if (outcome instanceof ApiTokens.Issued issued) {
            return unkept(Response.ok(new TokenAnswer(
                    issued.token(), "Bearer", issued.life().toSeconds(), ApiScope.write(issued.scopes()))));
        } else if (outcome instanceof ApiTokens.TooManyAttempts tooMany) {
            throw new TooManyRequests(tooMany.retryAfter());
        } else if (outcome instanceof ApiTokens.ScopeRefused) {
            return refused(400, "invalid_scope", "the client was not given one of these scopes");
        }
        return strange("no such client, a wrong or expired secret, or the client was revoked");
    }

    /** Both are form-encoded inside (RFC 6749, section 2.3.1). */
    private static Optional<Credentials> credentials(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(
                            URLDecoder.decode(pair.substring(0, colon), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(colon + 1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Response strange(String why) {
        return unkept(Response.status(Response.Status.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"api\", charset=\"UTF-8\"")
                .entity(new TokenError("invalid_client", why)));
    }

    private static Response refused(int status, String error, String why) {
        return unkept(Response.status(status).entity(new TokenError(error, why)));
    }

    private static Response unkept(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Pragma", "no-cache")
                .build();
    }
}
