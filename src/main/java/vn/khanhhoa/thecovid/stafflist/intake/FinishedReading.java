package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.List;

/**
 * Every row was handed over.
 *
 * @param rows rows with data
 * @param headerRow row in which the headings stand, as the spreadsheet numbers it
 * @param ignoredColumns headings that the template does not know; their cells were left out
 */
public record FinishedReading(int rows, int headerRow, List<String> ignoredColumns) implements Reading {
    public FinishedReading {
        ignoredColumns = List.copyOf(ignoredColumns);
    }
}
