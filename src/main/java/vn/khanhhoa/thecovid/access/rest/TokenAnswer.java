package vn.khanhhoa.thecovid.access.rest;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** As RFC 6749 has it, section 5.1; the life is in seconds. */
@JsonbPropertyOrder({"accessToken", "tokenType", "expiresIn", "scope"})
public record TokenAnswer(
        @JsonbProperty("access_token") String accessToken,
        @JsonbProperty("token_type") String tokenType,
        @JsonbProperty("expires_in") long expiresIn,
        String scope) {
    @Override
    public String toString() {
        return "TokenAnswer[…]";
    }
}
