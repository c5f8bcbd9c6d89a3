package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.intake.RowProblem;

/**
 * A line of a draft.
 *
 * @param id 0 for a line that is not stored yet
 * @param uploadId of the file it came with, 0 for one that was typed
 * @param number of its row in that file
 * @param key keyed hash of the identity document; something random where there is none to be read
 * @param alike keyed hash of name and birth date as they were typed
 * @param entryId the entry it stands for, 0 where it was never submitted
 */
record DraftRow(
        long id,
        PublicId publicId,
        long uploadId,
        int number,
        byte[] key,
        byte[] alike,
        RowState state,
        EntryKind intent,
        long entryId,
        String name,
        DraftCells cells,
        List<RowProblem> problems) {
    boolean isNew() {
        return id == 0;
    }

    DraftRow with(DraftCells other) {
        return new DraftRow(id, publicId, uploadId, number, key, alike, state, intent, entryId, name, other, problems);
    }

    /** The same line as another one has it: a file's in place of what is stored. */
    DraftRow inPlaceOf(DraftRow stored) {
        return new DraftRow(
                stored.id,
                stored.publicId,
                uploadId,
                number,
                key,
                alike,
                state,
                stored.intent,
                stored.entryId,
                name,
                cells,
                problems);
    }

    DraftRow withId(long newId) {
        return new DraftRow(
                newId, publicId, uploadId, number, key, alike, state, intent, entryId, name, cells, problems);
    }

    DraftRow as(RowState newState, EntryKind newIntent) {
        return new DraftRow(
                id, publicId, uploadId, number, key, alike, newState, newIntent, entryId, name, cells, problems);
    }

    /** Submitted so, the approved entry is asked to end. */
    DraftRow leaving(long approvedEntryId) {
        return new DraftRow(
                id,
                publicId,
                uploadId,
                number,
                key,
                alike,
                RowState.GOOD,
                EntryKind.LEAVE,
                approvedEntryId,
                name,
                cells,
                problems);
    }

    DraftRow found(byte[] newKey, RowState newState, List<RowProblem> newProblems) {
        return new DraftRow(
                id, publicId, uploadId, number, newKey, alike, newState, intent, entryId, name, cells, newProblems);
    }
}
