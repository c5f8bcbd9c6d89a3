package vn.khanhhoa.thecovid.verification.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.verification.CheckReason;
import vn.khanhhoa.thecovid.verification.CheckResult;
import vn.khanhhoa.thecovid.verification.CheckedCard;

/**
 * The verdict on a card as JSON; every member is always there.
 *
 * @param reason null for a valid card
 * @param verdict good, bad, warn or unknown
 * @param card null unless valid
 */
@JsonbNillable
@JsonbPropertyOrder({"valid", "reason", "verdict", "title", "advice", "card"})
public record VerificationAnswer(
        boolean valid,
        @Nullable String reason,
        String verdict,
        String title,
        String advice,
        @Nullable Card card) {

    /** What a check needs of a valid card. Days are written {@code 2021-10-31}. */
    @JsonbNillable
    @JsonbPropertyOrder({"number", "name", "birthYear", "documentEnd", "activities", "workplace", "validFrom", "validTo"
    })
    public record Card(
            String number,
            String name,
            @Nullable Integer birthYear,
            String documentEnd,
            List<Activity> activities,
            String workplace,
            LocalDate validFrom,
            LocalDate validTo) {}

    /** Something that the card is for. */
    @JsonbPropertyOrder({"code", "name"})
    public record Activity(String code, String name) {}

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
