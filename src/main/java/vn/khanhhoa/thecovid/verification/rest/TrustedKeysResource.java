package vn.khanhhoa.thecovid.verification.rest;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.khanhhoa.thecovid.card.TokenReading;

/** {@code GET /api/v1/trust/keys}. */
@Path("/trust/keys")
@Tag(name = "Trust", description = "The keys by which others verify tokens themselves")
public class TrustedKeysResource {
    private static final String COSE_KEY_SET = "application/cose-key-set";
    private static final int FRESH_SECONDS = 300;

    @Inject
    private TokenReading tokens;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "trustedKeys",
            summary = "The public keys of this portal",
            description =
                    "Tokens are a CWT (RFC 8392) in a COSE_Sign1 (RFC 9052) under ES256, in Base45 (RFC 9285) behind"
                            + " the prefix KH1:. The bytes of `kid` in the protected header, as base64url, name the key.")
    @APIResponse(
            responseCode = "200",
            description = "A JWK set (RFC 7517), or a COSE_KeySet (RFC 9052, section 7) where that is asked for",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        examples =
                                @ExampleObject(
                                        name = "keys",
                                        value = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\","
                                                + "\"alg\":\"ES256\",\"kid\":\"pPLz\",\"x\":\"…\",\"y\":\"…\"}]}")),
                @Content(mediaType = COSE_KEY_SET)
            })
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag that was sent in If-None-Match")
    public Response jwkSet(@Context Request request) {
        return answer(request, tokens.jwkSet().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON);
    }

    @GET
    @Produces(COSE_KEY_SET)
    @Operation(hidden = true)
    public Response coseKeySet(@Context Request request) {
        return answer(request, tokens.coseKeySet(), COSE_KEY_SET);
    }

    private static Response answer(Request request, byte[] keys, String type) {
        EntityTag tag = new EntityTag(digest(keys));
        CacheControl fresh = new CacheControl();
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
