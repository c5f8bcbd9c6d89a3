package vn.khanhhoa.thecovid.stafflist;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What shall stand in one cell.
 *
 * @param seen the text that the cell had for whoever edits it: over another one nothing is written
 * @param text what was typed; without meaning where the cell is to have back what was given
 * @param keepGiven a repair is taken back, and the text not repaired again
 */
public record CellEdit(PublicId row, String column, String seen, String text, boolean keepGiven) {
    public static CellEdit typed(PublicId row, String column, String seen, String text) {
        return new CellEdit(row, column, seen, text, false);
    }

    public static CellEdit keepGiven(PublicId row, String column, String seen) {
        return new CellEdit(row, column, seen, "", true);
    }
}
