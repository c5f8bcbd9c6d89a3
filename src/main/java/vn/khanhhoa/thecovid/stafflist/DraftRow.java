package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param leaveOn of a prepared leave, the day that was named; null otherwise
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
        @Nullable LocalDate leaveOn,
        String name,
        DraftCells cells,
        List<RowProblem> problems) {
    boolean isNew() {
        return id == 0;
    }

    DraftRow with(DraftCells other) {
        return new DraftRow(
                id, publicId, uploadId, number, key, alike, state, intent, entryId, leaveOn, name, other, problems);
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
                null,
                name,
                cells,
                problems);
    }

    /** @param numberInList of the rows of the file so far, by their numbers there */
    DraftRow numbered(int newNumber, Map<Integer, Integer> numberInList) {
        return new DraftRow(
                id,
                publicId,
                uploadId,
                newNumber,
                key,
                alike,
                state,
                intent,
                entryId,
                leaveOn,
                name,
                cells,
                problems.stream()
                        .map(problem -> problem.numbered(newNumber, numberInList))
                        .toList());
    }

    DraftRow withId(long newId) {
        return new DraftRow(
                newId, publicId, uploadId, number, key, alike, state, intent, entryId, leaveOn, name, cells, problems);
    }

    /** What is asked for from now on; a day of leaving that was named before is not. */
    DraftRow as(RowState newState, EntryKind newIntent) {
        return new DraftRow(
                id, publicId, uploadId, number, key, alike, newState, newIntent, entryId, null, name, cells, problems);
    }

    /** Submitted so, the approved entry is asked to end. @param day null for the day on which it is sent */
    DraftRow leaving(long approvedEntryId, @Nullable LocalDate day) {
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
                day,
                name,
                cells,
                problems);
    }

    DraftRow found(byte[] newKey, RowState newState, List<RowProblem> newProblems) {
        return new DraftRow(
                id,
                publicId,
                uploadId,
                number,
                newKey,
                alike,
                newState,
                intent,
                entryId,
                leaveOn,
                name,
                cells,
                newProblems);
    }
}
