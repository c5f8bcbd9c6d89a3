package vn.khanhhoa.thecovid.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * The numbered document by which officers of an agency decide themselves.
 *
 * @param accountId one officer, or 0 for all of the agency
 * @param documentDate of the document itself; none where it was not asked for yet
 * @param validTo the last day; none while it is open
 * @param endedAt when a head ended it before that; none where nobody did
 * @param forms codes of the forms it is for; empty for all
 */
public record Mandate(
        PublicId id,
        long accountId,
        String documentNo,
        @Nullable LocalDate documentDate,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant endedAt,
        Set<String> forms) {
    public boolean hasEnded(LocalDate today) {
        return endedAt != null || validTo != null && validTo.isBefore(today);
    }

    boolean isFor(String form) {
        return forms.isEmpty() || forms.contains(form);
    }

    static Set<String> forms(String kept) {
        return kept.isEmpty() ? Set.of() : Set.of(kept.split(" ", -1));
    }
}
