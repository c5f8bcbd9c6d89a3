package vn.khanhhoa.thecovid.registry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * One version of a registration, for the organisation itself and for the agency that judges it.
 *
 * @param identifier empty for types without one
 * @param formCode the reference code on the request form
 * @param profile with its phone masked: the last three digits
 * @param version to be handed back when it is changed or judged, so that nobody overwrites what they have not seen
 */
public record RegistrationView(
        PublicId id,
        long organisationId,
        String typeCode,
        IdentifierKind identifierKind,
        String identifier,
        int number,
        String formCode,
        RegistrationState state,
        RegistrationProfile profile,
        String areaPath,
        long agencyId,
        long ruleId,
        @Nullable Instant submittedAt,
        @Nullable Instant judgedAt,
        String returnReason,
        String returnText,
        int version,
        List<DocumentView> documents) {

    public boolean isDraft() {
        return state == RegistrationState.DRAFT;
    }

    /** Null where there is none yet, which a page can test. */
    public @Nullable DocumentView document(DocumentKind kind) {
        return documents.stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElse(null);
    }
}
