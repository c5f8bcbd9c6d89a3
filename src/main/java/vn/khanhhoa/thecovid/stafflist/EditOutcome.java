package vn.khanhhoa.thecovid.stafflist;

import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What became of an act on lines of a draft.
 *
 * @param change by which it can be undone; empty where nothing changed
 * @param rows lines that it changed, as they are now; those that it removed are not among them
 * @param lines how many lines it was done to, be they among the rows or not
 * @param conflicts cells that somebody else had changed, and that were left alone
 */
public record EditOutcome(Optional<PublicId> change, int lines, List<RowView> rows, List<Conflict> conflicts) {
    /** @param text what stands there now */
    public record Conflict(PublicId row, String column, String text) {}

    public EditOutcome {
        rows = List.copyOf(rows);
        conflicts = List.copyOf(conflicts);
    }
}
