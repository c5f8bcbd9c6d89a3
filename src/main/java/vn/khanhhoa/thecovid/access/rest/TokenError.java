package vn.khanhhoa.thecovid.access.rest;

import jakarta.json.bind.annotation.JsonbProperty;

/** As RFC 6749 has it, section 5.2. */
public record TokenError(
        String error, @JsonbProperty("error_description") String description) {}
