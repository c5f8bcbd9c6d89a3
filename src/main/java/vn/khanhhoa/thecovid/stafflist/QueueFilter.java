package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of an agency's queue: by words of the name, by organisation, by list, by activity, by form, by deadline, by who
 * works on them; 0 and empty mean all.
 */
public record QueueFilter(
        String name,
        long organisationId,
        long listId,
        String activity,
        String form,
        Optional<Instant> dueBefore,
        long holderId) {
    public static final QueueFilter ALL = new QueueFilter("", 0, 0, "");

    /** What somebody works on. */
    public static QueueFilter of(long holderId) {
        return new QueueFilter("", 0, 0, "", "", Optional.empty(), holderId);
    }

    public QueueFilter(String name, long organisationId, long listId, String activity) {
        this(name, organisationId, listId, activity, "", Optional.empty(), 0);
    }
}
