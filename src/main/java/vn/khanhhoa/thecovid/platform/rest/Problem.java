package vn.khanhhoa.thecovid.platform.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.Texts;

/**
 * What an API caller is told of a failure, as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: status and code say what it is
 * @param title name of the HTTP status
 * @param code of the broken rule, the same as on screens
 * @param detail for a person
 * @param errors what is wrong with single members of what was sent, where the call tells
 * @param incident only where the fault is the portal's own
 */
@JsonbPropertyOrder({"type", "title", "status", "code", "detail", "errors", "incident"})
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable List<Error> errors,
        @Nullable String incident) {
    @JsonbPropertyOrder({"member", "code", "detail"})
    public record Error(String member, String code, String detail) {
        static Error of(ApiFault fault, Locale language) {
            return new Error(
                    fault.member(),
                    fault.code(),
                    Texts.get(language, fault.code(), fault.args().toArray()));
        }
    }

    static Problem of(Failure failure, Locale language) {
        Response.Status known = Response.Status.fromStatusCode(failure.status());
        return new Problem(
                "about:blank",
                known == null ? "Unprocessable Content" : known.getReasonPhrase(),
                failure.status(),
                failure.code(),
                failure.detail(language),
                failure.faults().isEmpty()
                        ? null
                        : failure.faults().stream()
                                .map(fault -> Error.of(fault, language))
                                .toList(),
                failure.incident().isEmpty() ? null : failure.incident());
    }
}
