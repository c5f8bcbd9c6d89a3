package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A pending entry as a queue shows it.
 *
 * @param holderId who works on it, or worked on it until {@code heldUntil}; 0 for nobody
 * @param reopened whether it was decided before
 */
public record QueueRow(
        long entryId,
        PublicId id,
        EntryKind kind,
        String name,
        long organisationId,
        String workplace,
        long areaId,
        List<String> activities,
        Instant submittedAt,
        @Nullable Instant dueAt,
        long holderId,
        @Nullable Instant heldUntil,
        boolean reopened) {
    public boolean isHeld(Instant now) {
        return holderId != 0 && heldUntil != null && heldUntil.isAfter(now);
    }

    public boolean isLate(Instant now) {
        return dueAt != null && dueAt.isBefore(now);
    }

    /** Where this row stands in the order of the queue. */
    public QueuePlace place() {
        return new QueuePlace(submittedAt, entryId);
    }
}
