package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * One criteria set or one version of the matrix, without its table.
 *
 * @param revision goes on with each change
 * @param shipped whether it came with the portal, so that nobody wrote it
 * @param documentName of the file attached, empty for none
 * @param attester who found the table equal to its document; none until then
 */
public record RuleSetSummary(
        PublicId id,
        String code,
        String nameVi,
        String nameEn,
        String document,
        int revision,
        boolean shipped,
        String beginner,
        Instant begunAt,
        String editor,
        Instant editedAt,
        String documentName,
        @Nullable String attester,
        @Nullable Instant attestedAt) {
    public boolean isAttested() {
        return attestedAt != null;
    }

    /** Whether its table may still be changed. */
    public boolean isDraft() {
        return !shipped && !isAttested();
    }

    public String stateKey() {
        return "eligibility.state." + (isAttested() ? "attested" : shipped ? "shipped" : "draft");
    }

    public String tone() {
        return isAttested() ? "good" : shipped ? "neutral" : "progress";
    }
}
