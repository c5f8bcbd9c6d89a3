package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;

/**
 * One person's request and what has become of it.
 *
 * @param line of the list
 * @param row that is mended to change it; null where a newer entry has taken its line
 * @param kind what it asks for: new, change or leave
 * @param amends the approved entry that it amends, or null
 * @param agency name of the authority that decides
 * @param reasonCode of the catalogue of reasons, null without one
 * @param reasonText what the agency adds to it
 * @param registrationCode to be handed to the person, who looks the request up with it
 */
@JsonbNillable
@JsonbPropertyOrder({
    "id",
    "line",
    "row",
    "name",
    "state",
    "kind",
    "amends",
    "workplace",
    "activities",
    "validFrom",
    "validTo",
    "agency",
    "submittedAt",
    "decidedAt",
    "reasonCode",
    "reasonText",
    "registrationCode"
})
public record EntryJson(
        String id,
        int line,
        @Nullable String row,
        String name,
        String state,
        String kind,
        @Nullable String amends,
        String workplace,
        List<String> activities,
        LocalDate validFrom,
        LocalDate validTo,
        String agency,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable String reasonCode,
        @Nullable String reasonText,
        String registrationCode) {
    static EntryJson of(EntryReading.OwnEntry own, String agency) {
        EntryView entry = own.entry();
        PublicId amended = entry.amendedId();
        PublicId row = own.row();
        return new EntryJson(
                entry.id().toString(),
                entry.line(),
                row == null ? null : row.toString(),
                entry.name(),
                ApiIds.word(entry.word()),
                ApiIds.word(entry.kind()),
                amended == null ? null : amended.toString(),
                entry.workplace(),
                entry.activities(),
                entry.validFrom(),
                entry.validTo(),
                agency,
                entry.submittedAt(),
                entry.decidedAt(),
                given(entry.reasonCode()),
                given(entry.reasonText()),
                own.code().toString());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
