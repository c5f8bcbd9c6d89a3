package vn.khanhhoa.thecovid.stafflist;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What shall be done with one cell.
 *
 * @param column empty for the line as a whole, which can be accepted and nothing else
 * @param seen the text that the cell had for whoever edits it: over another one nothing is written
 * @param text to stand in the cell, where it is {@link RowFix.Action#SET}
 */
public record CellEdit(PublicId row, String column, String seen, RowFix.Action action, String text) {
    public static CellEdit typed(PublicId row, String column, String seen, String text) {
        return new CellEdit(row, column, seen, RowFix.Action.SET, text);
    }

    /** A repair is taken back, and the text not repaired again. */
    public static CellEdit keepGiven(PublicId row, String column, String seen) {
        return new CellEdit(row, column, seen, RowFix.Action.KEEP_GIVEN, "");
    }

    /** What was repaired or doubted is right. */
    public static CellEdit accept(PublicId row, String column, String seen) {
        return new CellEdit(row, column, seen, RowFix.Action.ACCEPT, "");
    }

    boolean isTyped() {
        return action == RowFix.Action.SET;
    }

    boolean isOfLine() {
        return column.isEmpty() && action == RowFix.Action.ACCEPT;
    }
}
