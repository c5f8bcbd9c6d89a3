package vn.khanhhoa.thecovid.verification.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be checked. Where both are given, the token counts. */
@Schema(description = "What is to be checked: the token, or else the card number")
public record VerificationRequest(
        @Schema(description = "Text of the card's QR code, letter by letter", nullable = true, example = "KH1:6BF…")
        @Nullable String token,

        @Schema(
                description = "Number on the card; spaces, dashes and small letters are forgiven",
                nullable = true,
                example = "KH7-2XQ4-9MT3-G")
        @Nullable String cardNumber) {

    /** Any JSON will do; what does not ask for a check gives neither. */
    static VerificationRequest of(JsonValue json) {
        return json instanceof JsonObject object
                ? new VerificationRequest(text(object, "token"), text(object, "cardNumber"))
                : new VerificationRequest(null, null);
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString string ? string.getString() : null;
    }
}
