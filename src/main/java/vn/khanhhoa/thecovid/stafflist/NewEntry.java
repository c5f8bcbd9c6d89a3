package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import vn.khanhhoa.thecovid.registry.Route;

/** A line on its way to becoming an entry, or to going on as the open one that it already is. */
record NewEntry(
        ReadyRow line,
        Aim aim,
        EntryContent content,
        Route route,
        long residenceAreaId,
        boolean confirmed,
        long submittedBy,
        Instant submittedAt) {
    /** The same by an entry of its own. */
    NewEntry anew() {
        return new NewEntry(
                line,
                new Aim(EntryKind.NEW, null, null),
                content,
                route,
                residenceAreaId,
                confirmed,
                submittedBy,
                submittedAt);
    }

    EntryState state() {
        return (confirmed ? EntryPosition.QUEUED : EntryPosition.WAITING).state();
    }
}
