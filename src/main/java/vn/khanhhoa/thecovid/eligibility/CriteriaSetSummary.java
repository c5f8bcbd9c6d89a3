package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * One criteria set without its table.
 *
 * @param revision goes on with each change
 * @param documentName of the file attached, empty for none
 * @param attester who found the table equal to its document; none of a draft
 */
public record CriteriaSetSummary(
        PublicId id,
        String code,
        String nameVi,
        String nameEn,
        String document,
        int revision,
        String beginner,
        Instant begunAt,
        String editor,
        Instant editedAt,
        String documentName,
        @Nullable String attester,
        @Nullable Instant attestedAt) {
    public boolean isDraft() {
        return attestedAt == null;
    }
}
