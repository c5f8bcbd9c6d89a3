package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A criteria set or a matrix put in force for a place and those within it that have none of their own.
 *
 * @param number counts the orders of the place
 * @param from the first moment at which it holds
 * @param until the first moment at which it no longer does; none where it holds until another order
 * @param endDocument number of the document that ended it, empty for none
 * @param enteredAt since when that is known
 */
public record RuleOrderView(
        PublicId setId,
        String code,
        String nameVi,
        String nameEn,
        AreaView place,
        int number,
        String document,
        Instant from,
        @Nullable Instant until,
        String endDocument,
        Instant enteredAt,
        String enterer) {
    /** Before it began, as if it had never been. */
    public boolean isTakenBack() {
        return until != null && !until.isAfter(from);
    }

    public boolean isOver(Instant at) {
        return until != null && !until.isAfter(at);
    }
}
