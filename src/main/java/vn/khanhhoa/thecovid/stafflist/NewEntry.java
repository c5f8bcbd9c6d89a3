package vn.khanhhoa.thecovid.stafflist;

import java.time.Instant;
import vn.khanhhoa.thecovid.registry.Route;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;

/** A line on its way to becoming an entry. */
record NewEntry(
        DraftRows.ReadyRow line,
        CheckedRow row,
        long personId,
        EntryPlace place,
        Route route,
        boolean confirmed,
        long submittedBy,
        Instant submittedAt) {
    EntryState state() {
        return confirmed ? EntryState.PENDING : EntryState.WAITING;
    }
}
