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
    EntryState state() {
        return (confirmed ? EntryPosition.QUEUED : EntryPosition.WAITING).state();
    }
}
