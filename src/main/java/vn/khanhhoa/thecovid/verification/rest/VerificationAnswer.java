package vn.khanhhoa.thecovid.verification.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.verification.CheckReason;
import vn.khanhhoa.thecovid.verification.CheckResult;
import vn.khanhhoa.thecovid.verification.CheckedCard;

/** The verdict on a card. */
@JsonbNillable
@JsonbPropertyOrder({"valid", "reason", "verdict", "title", "advice", "card"})
@Schema(description = "The verdict on a card; every member is always there")
public record VerificationAnswer(
        @Schema(description = "Whether the card may be accepted now", example = "false")
        boolean valid,

        @Schema(
                description = "Why not; null for a valid card",
                nullable = true,
                enumeration = {
                    "nothing-given",
                    "not-a-card",
                    "foreign-code",
                    "too-long",
                    "bad-base45",
                    "bad-number",
                    "malformed",
                    "unsupported-header",
                    "unknown-key",
                    "bad-signature",
                    "wrong-issuer",
                    "unknown-card",
                    "revoked",
                    "superseded",
                    "expired",
                    "not-yet-valid",
                    "suspended"
                },
                example = "bad-signature")
        @Nullable String reason,

        @Schema(
                description = "How to show it: good for a valid card; bad, not to be accepted; warn, to be cleared up;"
                        + " unknown, not read as a card at all",
                enumeration = {"good", "bad", "warn", "unknown"},
                example = "bad")
        String verdict,

        @Schema(description = "The verdict for a person", example = "Forged or altered code")
        String title,

        @Schema(description = "What the checker should do") String advice,

        @Schema(description = "Null unless valid", nullable = true) @Nullable Card card) {

    /** What a check needs of the card. */
    @JsonbNillable
    @JsonbPropertyOrder({"number", "name", "birthYear", "documentEnd", "activities", "workplace", "validFrom", "validTo"
    })
    @Schema(name = "CheckedCard", description = "What a check needs of a valid card, to compare with the person")
    public record Card(
            @Schema(example = "KH7-2XQ4-9MT3-G") String number,

            @Schema(
                    description = "As printed; the initials only where a number was checked",
                    example = "Nguyễn Hoàng Phương Thảo")
            String name,

            @Schema(description = "Null where a number was checked", nullable = true, example = "1987") @Nullable Integer birthYear,

            @Schema(
                    description = "Last four characters of the identity document; empty for people without one",
                    example = "0678")
            String documentEnd,

            List<Activity> activities,
            @Schema(example = "Nhà máy chế biến Vĩnh Hòa") String workplace,

            @Schema(description = "First day", type = SchemaType.STRING, format = "date", example = "2021-10-11")
            LocalDate validFrom,

            @Schema(description = "Last day", type = SchemaType.STRING, format = "date", example = "2021-10-31")
            LocalDate validTo) {}

    /** Something that the card is for. */
    @JsonbPropertyOrder({"code", "name"})
    @Schema(description = "Something that the card is for")
    public record Activity(
            @Schema(description = "Of the portal's catalogue", example = "LV_DN")
            String code,

            @Schema(example = "Working in an enterprise, factory or industrial zone")
            String name) {}

    static VerificationAnswer of(CheckResult result, Locale language) {
        CheckReason reason = result.reason();
        CheckedCard card = result.card();
        return new VerificationAnswer(
                result.valid(),
                reason == null ? null : reason.code(),
                result.tone(),
                result.title(language),
                result.advice(language),
                card == null ? null : card(card));
    }

    private static Card card(CheckedCard card) {
        return new Card(
                card.number(),
                card.name(),
                card.birthYear(),
                card.lastFour(),
                card.activities().stream()
                        .map(activity -> new Activity(activity.code(), activity.name()))
                        .toList(),
                card.workplace(),
                card.validFrom(),
                card.validTo());
    }
}
