package vn.khanhhoa.thecovid.platform.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** Failures of the API as problem+json (RFC 9457). */
@Provider
public class ApiErrors implements ExceptionMapper<Throwable> {
    private static final String PROBLEM_JSON = "application/problem+json";

    @Context
    @SuppressWarnings("NullAway.Init") // by the container
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        Failure failure = Failure.of(thrown);
        Locale language = ApiLanguage.of(headers);
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .entity(Problem.of(failure, language));
        failure.headers().forEach(answer::header);
        return answer.build();
    }
}
