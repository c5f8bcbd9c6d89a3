package vn.khanhhoa.thecovid.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
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
import vn.khanhhoa.thecovid.access.CurrentActor;
import vn.khanhhoa.thecovid.platform.rest.ApiLanguage;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.rest.TooManyRequests;
import vn.khanhhoa.thecovid.verification.CheckReason;
import vn.khanhhoa.thecovid.verification.CheckResult;
import vn.khanhhoa.thecovid.verification.Checking;

/** {@code POST /api/v1/verifications}: 200 for whatever is JSON. */
@ApplicationScoped
@Path("/verifications")
public class VerificationResource {
    private static final int LARGEST_BODY = 16 * 1024;

    @Inject
    private Checking checking;

    @Inject
    private CurrentActor caller;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
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
