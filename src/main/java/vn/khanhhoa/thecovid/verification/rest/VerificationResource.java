package vn.khanhhoa.thecovid.verification.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.Problem;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.rest.TooManyRequests;
import vn.khanhhoa.thecovid.verification.CheckReason;
import vn.khanhhoa.thecovid.verification.CheckResult;
import vn.khanhhoa.thecovid.verification.Checking;

/** {@code POST /api/v1/verifications}. */
@Path("/verifications")
@Tag(name = "Checks", description = "Is this card valid?")
public class VerificationResource {
    private static final int LARGEST_BODY = 16 * 1024;

    @Inject
    private Checking checking;

    @Inject
    private CurrentActor caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkCard",
            summary = "Checks a card",
            description = "Open to anyone; nothing of a check is stored. From one network address, 600 tokens a minute"
                    + " and 30 card numbers in ten minutes.")
    @RequestBody(
            required = true,
            description = "At most 16 KiB of JSON in UTF-8",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = VerificationRequest.class),
                            examples = {
                                @ExampleObject(name = "code", value = "{\"token\": \"KH1:6BF…\"}"),
                                @ExampleObject(name = "number", value = "{\"cardNumber\": \"KH7-2XQ4-9MT3-G\"}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The verdict, whatever it is: also for JSON that asks for nothing",
            content = @Content(schema = @Schema(implementation = VerificationAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "Not JSON",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "More than 16 KiB",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "Not sent as application/json",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "Too many checks from this network address",
            headers =
                    @Header(
                            name = HttpHeaders.RETRY_AFTER,
                            description = "Seconds to wait, at most",
                            schema = @Schema(implementation = Integer.class)),
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Response check(InputStream body, @Context HttpHeaders headers) throws IOException {
        VerificationRequest request = VerificationRequest.of(RequestJson.read(body, LARGEST_BODY));
        Locale language = ApiLanguage.of(headers);
        Checking.Outcome outcome = outcome(request, language);
        if (outcome instanceof Checking.TooManyChecks tooMany) {
            throw new TooManyRequests(tooMany.retryAfter());
        }
        return Response.ok(VerificationAnswer.of(((Checking.Checked) outcome).result(), language))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .build();
    }

    private Checking.Outcome outcome(VerificationRequest request, Locale language) {
        String token = request.token();
        String number = request.cardNumber();
        if (token != null) {
            return checking.token(token, language, caller.networkAddress());
        }
        return number == null
                ? new Checking.Checked(CheckResult.not(CheckReason.NOTHING_GIVEN))
                : checking.number(number, language, caller.networkAddress());
    }
}
