package vn.khanhhoa.thecovid.stafflist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.intake.WrittenDate;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * A line of a draft.
 *
 * @param id 0 for a line that is not stored yet
 * @param uploadId of the file it came with, 0 for one that was typed
 * @param number of the line in the list
 * @param fileRow number of its row in that file, 0 where there is none or it is not known
 * @param key keyed hash of the identity document; something random where there is none to be read
 * @param alike keyed hash of name and birth date as they were typed
 * @param workplaceId where the person is to work; 0 where that is not known, or nowhere
 * @param entryId the entry it stands for, 0 where it was never submitted
 * @param leaveOn of a prepared leave, the day that was named; null otherwise
 */
record DraftRow(
        long id,
        PublicId publicId,
        long uploadId,
        int number,
        int fileRow,
        byte[] key,
        byte[] alike,
        long workplaceId,
        RowState state,
        EntryKind intent,
        long entryId,
        @Nullable LocalDate leaveOn,
        String name,
        DraftCells cells,
        List<RowProblem> problems) {
    /**
     * With what somebody does to one of its cells, or to the line as a whole where no column is named; still to be checked.
     * The same object where there is nothing to be done.
     */
    DraftRow edited(String column, RowFix.Action action, String text) {
        Optional<String> turned = WrittenDate.turned(cells.text(column));
        if (action == RowFix.Action.TURN && turned.isEmpty()) {
            return this;
        }
        List<RowProblem> left = problems.stream()
                .filter(problem -> !problem.columnKey().equals(column) || !action.settles(problem.code()))
                .toList();
        DraftCells changed = switch (action) {
            case SET -> typed(column, text);
            case CLEAR -> typed(column, "");
            case TURN -> typed(column, turned.orElseThrow());
            case KEEP_GIVEN -> cells.keepingGiven(column);
            case DROP -> cells;
            case ACCEPT -> {
                if (!column.isEmpty() && left.size() < problems.size()) {
                    yield cells.keeping(column, cells.text(column));
                }
                yield cells.given().containsKey(column) ? cells.typed(column, cells.text(column)) : cells;
            }
        };
        return changed == cells && left.size() == problems.size() ? this : with(changed, left);
    }

    private DraftCells typed(String column, String text) {
        return uploadId == 0 ? cells.typed(column, text) : cells.mended(column, text);
    }

    /** What was found in reading the file, and is found in no later check. */
    List<RowProblem> ofTheFile() {
        return problems.stream().filter(problem -> problem.code().isOfTheFile()).toList();
    }

    /** The sender has looked at the cell already, and wants it as it is. */
    boolean isSettled(RowProblem problem) {
        return problem.code().isDoubt() && cells.kept().contains(problem.columnKey());
    }

    ListRow listRow(FormDefinition form) {
        return cells.listRow(form, number, ofTheFile());
    }

    DraftRow with(DraftCells other) {
        return with(other, problems);
    }

    DraftRow with(DraftCells other, List<RowProblem> found) {
        return copy(id, key, state, intent, entryId, leaveOn, other, found);
    }

    /** The same line as another one has it: a file's in place of what is stored. */
    DraftRow inPlaceOf(DraftRow stored) {
        return new DraftRow(
                stored.id,
                stored.publicId,
                uploadId,
                number,
                fileRow,
                key,
                alike,
                workplaceId,
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
                fileRow,
                key,
                alike,
                workplaceId,
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

    DraftRow standingFor(long entry) {
        return copy(id, key, state, intent, entry, leaveOn, cells, problems);
    }

    DraftRow withId(long newId) {
        return copy(newId, key, state, intent, entryId, leaveOn, cells, problems);
    }

    /** What is asked for from now on; a day of leaving that was named before is not. */
    DraftRow as(RowState newState, EntryKind newIntent) {
        return copy(id, key, newState, newIntent, entryId, null, cells, problems);
    }

    /** Submitted so, the approved entry is asked to end. @param day null for the day on which it is sent */
    DraftRow leaving(long approvedEntryId, @Nullable LocalDate day) {
        return copy(id, key, RowState.GOOD, EntryKind.LEAVE, approvedEntryId, day, cells, problems);
    }

    DraftRow found(byte[] newKey, RowState newState, List<RowProblem> newProblems) {
        return copy(id, newKey, newState, intent, entryId, leaveOn, cells, newProblems);
    }

    private DraftRow copy(
            long newId,
            byte[] newKey,
            RowState newState,
            EntryKind newIntent,
            long newEntryId,
            @Nullable LocalDate newLeaveOn,
            DraftCells newCells,
            List<RowProblem> newProblems) {
        return new DraftRow(
                newId,
                publicId,
                uploadId,
                number,
                fileRow,
                newKey,
                alike,
                workplaceId,
                newState,
                newIntent,
                newEntryId,
                newLeaveOn,
                name,
                newCells,
                newProblems);
    }
}
