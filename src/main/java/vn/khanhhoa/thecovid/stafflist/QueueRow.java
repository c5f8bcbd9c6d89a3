package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.List;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A pending entry as a queue shows it. */
public record QueueRow(
        long entryId,
        PublicId id,
        EntryKind kind,
        String name,
        long organisationId,
        String workplace,
        long areaId,
        List<String> activities,
        Instant submittedAt) {
    /** Where this row stands in the order of the queue. */
    public QueuePlace place() {
        return new QueuePlace(submittedAt, entryId);
    }
}
