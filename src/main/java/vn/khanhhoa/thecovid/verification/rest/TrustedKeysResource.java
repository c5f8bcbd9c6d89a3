package vn.khanhhoa.thecovid.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import vn.khanhhoa.thecovid.card.TokenReading;

/** {@code GET /api/v1/trust/keys} and {@code /api/v1/trust/bundle}. */
@ApplicationScoped
@Path("/trust")
public class TrustedKeysResource {
    private static final String COSE_KEY_SET = "application/cose-key-set";
    private static final String CWT = "application/cwt";
    private static final int FRESH_SECONDS = 300;

    @Inject
    private TokenReading tokens;

    @GET
    @Path("/keys")
    @Produces(MediaType.APPLICATION_JSON)
    public Response jwkSet(@Context Request request) {
        return answer(request, tokens.jwkSet().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON);
    }

    @GET
    @Path("/keys")
    @Produces(COSE_KEY_SET)
    public Response coseKeySet(@Context Request request) {
        return answer(request, tokens.coseKeySet(), COSE_KEY_SET);
    }

    /** Says itself when it was made, so it is made for each who asks. */
    @GET
    @Path("/bundle")
    @Produces(CWT)
    public Response bundle() {
        return Response.ok(tokens.trustBundle(), CWT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response answer(Request request, byte[] keys, String type) {
        EntityTag tag = new EntityTag(digest(keys));
        CacheControl fresh = new CacheControl();
        fresh.setNoTransform(false);
        fresh.setMaxAge(FRESH_SECONDS);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null ? Response.ok(keys, type) : unchanged;
        return answer.tag(tag)
                .cacheControl(fresh)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String digest(byte[] keys) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(keys);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
