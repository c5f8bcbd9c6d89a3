package vn.khanhhoa.thecovid.platform.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What an API caller is told of a failure, as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: status and code say what it is
 * @param title name of the HTTP status
 * @param code of the broken rule, the same as on screens
 * @param detail for a person
 * @param incident only where the fault is the portal's own
 */
@JsonbPropertyOrder({"type", "title", "status", "code", "detail", "incident"})
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String incident) {}
