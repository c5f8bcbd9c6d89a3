package vn.khanhhoa.thecovid.platform.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an API caller is told of a failure, as RFC 9457 has it, with the portal's own code. */
@Schema(description = "A failure, as RFC 9457 has it")
public record Problem(
        @Schema(description = "Always about:blank: the status and the code say what it is", example = "about:blank")
        String type,

        @Schema(description = "Name of the HTTP status", example = "Too Many Requests")
        String title,

        @Schema(description = "HTTP status", example = "429")
        int status,

        @Schema(description = "Names the rule; stays the same for ever", example = "platform.too-many-requests")
        String code,

        @Schema(description = "For a person, in the language of Accept-Language")
        String detail,

        @Schema(description = "To be quoted to the hotline; only where the fault is the portal's", nullable = true)
        @Nullable String incident) {}
