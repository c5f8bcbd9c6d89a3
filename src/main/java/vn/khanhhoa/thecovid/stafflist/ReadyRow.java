package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line that is ready to be submitted.
 *
 * @param entryId the entry that it stands for, 0 before it was ever submitted
 * @param leaveOn of a leaver, if a day was named
 */
record ReadyRow(
        long id,
        int number,
        byte[] key,
        DraftCells cells,
        EntryKind intent,
        long entryId,
        @Nullable LocalDate leaveOn) {
    ReadyRow of(long entry) {
        return new ReadyRow(id, number, key, cells, intent, entry, leaveOn);
    }

    boolean isLeave() {
        return intent == EntryKind.LEAVE;
    }
}
