package vn.khanhhoa.thecovid.verification.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What is to be checked. Where both are given, the token counts. */
record VerificationRequest(@Nullable String token, @Nullable String cardNumber) {

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
