package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.WrittenDate;

/**
 * A line of a preview.
 *
 * @param number that the line has in the list, or would have
 * @param fileRow number of the row in the file, 0 for a missing one
 * @param state as it would be; of a missing one as it is
 * @param kept cells that were mended in the list and stay so, since the file says what it said before: that, and what stays
 * @param recheckedOnly every cell is as it was, and yet the line changes: it is found otherwise today, or was returned
 * @param problems what is found at the line of the file; none of a missing one
 */
public record StagedRowView(
        int number,
        int fileRow,
        String name,
        RowState state,
        List<Difference> differences,
        List<Difference> kept,
        boolean recheckedOnly,
        List<DraftRowView.Problem> problems) {
    public StagedRowView {
        differences = List.copyOf(differences);
        kept = List.copyOf(kept);
        problems = List.copyOf(problems);
    }

    /**
     * A cell that would change, in full as in the grid: of a number, the difference may be a zero in front.
     *
     * @param key of the column
     * @param turnsBack whether it is the same date with day and month in each other's place
     */
    public record Difference(
            String key, String columnVi, String columnEn, String before, String after, boolean turnsBack) {
        static Difference of(FormColumn column, DraftRow old, DraftRow row) {
            return of(column, old.cells().text(column.key()), row.cells().text(column.key()));
        }

        static Difference of(FormColumn column, String before, String after) {
            return new Difference(
                    column.key(),
                    column.labelVi(),
                    column.labelEn(),
                    before,
                    after,
                    WrittenDate.turned(after).filter(before::equals).isPresent());
        }
    }
}
