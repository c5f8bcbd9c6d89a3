package vn.khanhhoa.thecovid.platform.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a call that changes something, in a form that can be kept and given again. */
public record ApiAnswer(int status, Map<String, String> headers, String body) {
    private static final Jsonb JSON = JsonbBuilder.create();

    public static ApiAnswer of(int status, Object body) {
        return new ApiAnswer(status, Map.of(), JSON.toJson(body));
    }

    public static ApiAnswer empty() {
        return new ApiAnswer(204, Map.of(), "");
    }

    /** The same with one header more; null changes nothing. */
    public ApiAnswer with(String header, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiAnswer(status, more, body);
    }

    Response response() {
        Response.ResponseBuilder answer = Response.status(status);
        headers.forEach(answer::header);
        if (!body.isEmpty()) {
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        return answer.build();
    }

    String written() {
        return JSON.toJson(this);
    }

    static ApiAnswer read(String written) {
        return JSON.fromJson(written, ApiAnswer.class);
    }
}
