package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * One criteria set or one version of the matrix, without its table.
 *
 * @param revision goes on with each change
 * @param documentName of the file attached, empty for none
 * @param attester who found the table equal to its document; none of a draft
 */
public record RuleSetSummary(
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

    /** Came with the portal: nobody has compared it with a document. */
    public boolean isShipped() {
        return !isDraft() && documentName.isEmpty();
    }

    public String stateKey() {
        return "eligibility.state." + (isDraft() ? "draft" : isShipped() ? "shipped" : "attested");
    }

    public String tone() {
        return isDraft() ? "progress" : isShipped() ? "neutral" : "good";
    }
}
