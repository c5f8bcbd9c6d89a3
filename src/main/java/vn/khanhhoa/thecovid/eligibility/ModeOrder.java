package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A mode that holds for an activity at a place and those within it that have no order of their own.
 *
 * @param activity code of the catalogue; empty for all
 * @param number which version it is of this place and activity
 * @param agreer the second person; empty where none is needed
 */
public record ModeOrder(
        long orderId,
        PublicId id,
        long areaId,
        String activity,
        int number,
        IssueMode mode,
        String document,
        LocalDate documentDay,
        Instant from,
        Instant enteredAt,
        String enterer,
        String agreer) {
    boolean hasBegun(Instant at) {
        return !from.isAfter(at);
    }
}
