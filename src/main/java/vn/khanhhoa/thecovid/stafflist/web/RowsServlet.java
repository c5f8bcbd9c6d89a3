package vn.khanhhoa.thecovid.stafflist.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.Failure;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.platform.web.Language;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What the script of the grid asks for: {@code POST /organisation/rows/<act>?list=…}, JSON in and out, in the session of
 * the page. Only a script of this portal can add the header that is asked for, so no other site's form gets here.
 */
@WebServlet("/organisation/rows/*")
public class RowsServlet extends HttpServlet {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int LARGEST = 8 << 20;

    @Inject
    private RowsAnswers answers;

    @Inject
    private Language language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Supplier<JsonObject> act = asked(request);
            answer(response, HttpServletResponse.SC_OK, act.get());
        } catch (RuntimeException thrown) {
            Failure failure = Failure.of(thrown);
            failure.headers().forEach(response::setHeader);
            answer(
                    response,
                    failure.status(),
                    JSON.createObjectBuilder()
                            .add("code", failure.code())
                            .add("detail", failure.detail(language.getLocale()))
                            .build());
        }
    }

    /** What the script wants done, read as a whole before any of it is done. */
    private Supplier<JsonObject> asked(HttpServletRequest request) throws IOException {
        if (!isFromOurPage(request)) {
            throw new ApiRefusal(HttpServletResponse.SC_BAD_REQUEST, "platform.not-json");
        }
        RowsAnswers.Act act = answers.act(
                Objects.requireNonNullElse(request.getPathInfo(), "").replaceFirst("^/", ""));
        PublicId list = id(request.getParameter("list"));
        JsonValue asked = RequestJson.read(request.getInputStream(), LARGEST);
        try {
            return act.read(list, asked.asJsonObject());
        } catch (ClassCastException | NullPointerException otherwise) {
            ApiRefusal refusal = new ApiRefusal(HttpServletResponse.SC_BAD_REQUEST, "platform.not-json");
            refusal.initCause(otherwise);
            throw refusal;
        }
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
