package vn.khanhhoa.thecovid.platform.rest;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
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
 * What a failure is to a program or a script: the one place where that is decided. A broken rule is 422, a record that
 * somebody else changed 409; anything unforeseen is logged under an incident id.
 *
 * @param code also the key of the sentence, whose gaps the arguments fill
 * @param faults what is wrong with single members of what was sent
 * @param incident empty unless the fault is the portal's own
 */
public record Failure(
        int status,
        String code,
        List<Object> args,
        List<ApiFault> faults,
        Map<String, String> headers,
        String incident) {
    private static final Logger LOG = Logger.getLogger(Failure.class.getName());
    private static final int UNPROCESSABLE = 422;
    private static final String CHANGED_MEANWHILE = "platform.changed-meanwhile";
    private static final String NOT_FOUND = "platform.not-found";
    private static final String SCOPE_MISSING = "access.scope-missing";

    /** With which a program is told how to come in (RFC 6750, section 3). */
    public static final String CHALLENGE = "Bearer realm=\"api\"";

    private static final Map<String, Integer> RULES = Map.of(
            CHANGED_MEANWHILE,
            409,
            "platform.call-in-flight",
            409,
            "verification.device-without-post",
            409,
            "access.sign-in-first",
            401,
            "access.not-permitted",
            403,
            SCOPE_MISSING,
            403,
            "stafflist.column-unknown",
            404);

    private static final Map<Integer, String> CODES = Map.of(
            400, "platform.not-json",
            404, NOT_FOUND,
            405, "platform.method-not-allowed",
            406, "platform.not-acceptable",
            413, "platform.too-large",
            415, "platform.media-type",
            429, "platform.too-many-requests");

    public static Failure of(Throwable failure) {
        ApiRefusal refusal = cause(failure, ApiRefusal.class);
        if (refusal != null) {
            return new Failure(
                    refusal.status(), refusal.code(), refusal.args(), refusal.faults(), refusal.headers(), "");
        }
        RuleViolation rule = cause(failure, RuleViolation.class);
        if (rule != null) {
            return of(RULES.getOrDefault(rule.code(), UNPROCESSABLE), rule.code(), rule.args(), challenge(rule));
        }
        if (cause(failure, OptimisticLockException.class) != null) {
            return of(409, CHANGED_MEANWHILE, List.of(), Map.of());
        }
        if (cause(failure, NotFound.class) != null) {
            return of(404, NOT_FOUND, List.of(), Map.of());
        }
        WebApplicationException http = cause(failure, WebApplicationException.class);
        String code = http == null ? null : CODES.get(http.getResponse().getStatus());
        if (http == null || code == null) {
            String incident = Incident.log(LOG, Level.SEVERE, failure);
            return new Failure(500, "platform.incident", List.of(incident), List.of(), Map.of(), incident);
        }
        return of(http.getResponse().getStatus(), code, List.of(), kept(http.getResponse()));
    }

    private static Failure of(int status, String code, List<Object> args, Map<String, String> headers) {
        return new Failure(status, code, args, List.of(), headers, "");
    }

    /** For a person. */
    public String detail(Locale language) {
        return Texts.get(language, code, args.toArray());
    }

    private static Map<String, String> challenge(RuleViolation rule) {
        return rule.code().equals(SCOPE_MISSING)
                ? Map.of(
                        HttpHeaders.WWW_AUTHENTICATE,
                        CHALLENGE + ", error=\"insufficient_scope\", scope=\""
                                + rule.args().get(0) + "\"")
                : Map.of();
    }

    private static Map<String, String> kept(Response answer) {
        Map<String, String> headers = new HashMap<>();
        for (String header : List.of(HttpHeaders.RETRY_AFTER, HttpHeaders.ALLOW)) {
            String value = answer.getHeaderString(header);
            if (value != null) {
                headers.put(header, value);
            }
        }
        return headers;
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
