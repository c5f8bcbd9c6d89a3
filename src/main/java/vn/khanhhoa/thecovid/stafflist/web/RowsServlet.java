package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Incident;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * What the script of the grid asks for: {@code POST /organisation/rows/<act>?list=…}, JSON in and out, in the session of
 * the page. Only a script of this portal can add the header that is asked for, so no other site's form gets here.
 */
@WebServlet("/organisation/rows/*")
public class RowsServlet extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(RowsServlet.class.getName());
    private static final int LARGEST = 8 << 20;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private RowsAnswers answers;

    @Inject
    private Language language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isFromOurPage(request)) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, answers.problem("platform.not-json"));
            return;
        }
        Map<String, Function<JsonObject, JsonObject>> acts = answers.acts(request.getParameter("list"));
        Function<JsonObject, JsonObject> act =
                acts.get(Objects.requireNonNullElse(request.getPathInfo(), "").replaceFirst("^/", ""));
        try {
            if (act == null) {
                throw new NotFound();
            }
            Optional<JsonValue> asked = RequestJson.readIfJson(request.getInputStream(), LARGEST);
            if (asked.isEmpty()) {
                answer(response, HttpServletResponse.SC_BAD_REQUEST, answers.problem("platform.not-json"));
                return;
            }
            answer(response, HttpServletResponse.SC_OK, act.apply(asked.get().asJsonObject()));
        } catch (NotFound absent) {
            answer(response, HttpServletResponse.SC_NOT_FOUND, answers.problem("platform.not-found"));
        } catch (RuleViolation rule) {
            answer(
                    response,
                    UNPROCESSABLE,
                    answers.problem(rule.code(), rule.args().toArray()));
        } catch (ClassCastException | NullPointerException | JsonException unreadable) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, answers.problem("platform.not-json"));
        } catch (RuntimeException failure) {
            fail(response, failure);
        }
    }

    private void fail(HttpServletResponse response, RuntimeException failure) throws IOException {
        Optional<RuleViolation> rule = cause(failure, RuleViolation.class);
        if (rule.isPresent()) {
            answer(
                    response,
                    UNPROCESSABLE,
                    answers.problem(rule.get().code(), rule.get().args().toArray()));
        } else if (cause(failure, NotFound.class).isPresent()) {
            answer(response, HttpServletResponse.SC_NOT_FOUND, answers.problem("platform.not-found"));
        } else {
            answer(
                    response,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    answers.problem("platform.incident", Incident.log(LOG, Level.SEVERE, failure)));
        }
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    /** Browsers say where a request comes from; behind a proxy the scheme may differ, the host does not. */
    private static boolean isFromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getHeader("X-Portal-Grid") != null
                && (site == null || site.equals("same-origin"))
                && isOurs(request.getHeader("Origin"), request);
    }

    private static boolean isOurs(@Nullable String origin, HttpServletRequest request) {
        try {
            return origin == null
                    || request.getServerName().equals(URI.create(origin).getHost());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private void answer(HttpServletResponse response, int status, JsonObject json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Language", language.getCode());
        response.getWriter().write(json.toString());
    }

    static PublicId id(@Nullable String text) {
        return PublicId.parse(Objects.requireNonNullElse(text, "")).orElseThrow(NotFound::new);
    }
}
