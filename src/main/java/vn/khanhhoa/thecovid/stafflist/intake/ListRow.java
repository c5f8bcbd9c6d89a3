package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;

/**
 * A row with data, as it stands in the file.
 *
 * @param number row number as the spreadsheet shows it, from 1
 * @param cells raw texts in the order of the template's columns; empty where there is none
 * @param problems what was already wrong in reading: formula errors, cut cells, cells outside the columns
 */
public record ListRow(int number, List<String> cells, List<RowProblem> problems) {
    public ListRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }
}
