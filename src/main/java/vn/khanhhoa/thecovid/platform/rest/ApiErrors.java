package vn.khanhhoa.thecovid.platform.rest;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * The one place where a failure of the API becomes words: what the pages say of it, as problem+json (RFC 9457). A broken
 * rule is 422, a record that somebody else changed 409; anything unforeseen is logged under an incident id.
 */
@Provider
public class ApiErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ApiErrors.class.getName());
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int UNPROCESSABLE = 422;
    private static final String CHANGED_MEANWHILE = "platform.changed-meanwhile";

    private static final Map<String, Integer> RULES = Map.of(
            CHANGED_MEANWHILE,
            409,
            "platform.call-in-flight",
            409,
            "access.sign-in-first",
            401,
            "access.not-permitted",
            403);

    private static final Map<Integer, String> CODES = Map.of(
            400, "platform.not-json",
            404, "platform.not-found",
            405, "platform.method-not-allowed",
            406, "platform.not-acceptable",
            413, "platform.too-large",
            415, "platform.media-type",
            429, "platform.too-many-requests");

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        ApiRefusal refusal = cause(failure, ApiRefusal.class);
        if (refusal != null) {
            Response.ResponseBuilder answer =
                    Response.fromResponse(problem(refusal.status(), refusal.code(), refusal.args()));
            refusal.headers().forEach(answer::header);
            return answer.build();
        }
        RuleViolation rule = cause(failure, RuleViolation.class);
        if (rule != null) {
            return problem(
                    RULES.getOrDefault(rule.code(), UNPROCESSABLE),
                    rule.code(),
                    rule.args().toArray());
        }
        if (cause(failure, OptimisticLockException.class) != null) {
            return problem(409, CHANGED_MEANWHILE);
        }
        if (cause(failure, NotFound.class) != null) {
            return problem(404, "platform.not-found");
        }
        WebApplicationException http = cause(failure, WebApplicationException.class);
        String code = http == null ? null : CODES.get(http.getResponse().getStatus());
        if (http == null || code == null) {
            return incident(failure);
        }
        Response.ResponseBuilder answer =
                Response.fromResponse(problem(http.getResponse().getStatus(), code));
        keep(http.getResponse(), HttpHeaders.RETRY_AFTER, answer);
        keep(http.getResponse(), HttpHeaders.ALLOW, answer);
        return answer.build();
    }

    private Response incident(Throwable failure) {
        String id = Incident.log(LOG, Level.SEVERE, failure);
        return answer(500, "platform.incident", id, id);
    }

    private Response problem(int status, String code, Object... args) {
        return answer(status, code, null, args);
    }

    private Response answer(int status, String code, @Nullable String incident, Object... args) {
        Locale language = ApiLanguage.of(headers);
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Unprocessable Content" : known.getReasonPhrase();
        return Response.status(status)
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(new Problem("about:blank", title, status, code, Texts.get(language, code, args), incident))
                .build();
    }

    private static void keep(Response from, String header, Response.ResponseBuilder to) {
        String value = from.getHeaderString(header);
        if (value != null) {
            to.header(header, value);
        }
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
