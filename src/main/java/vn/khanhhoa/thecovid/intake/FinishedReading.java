package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Optional;

/**
 * Every row was handed over.
 *
 * @param rows rows with data
 * @param headerRow last row of the headings, as the spreadsheet numbers it
 * @param ignoredColumns headings that the template does not know; their cells were left out
 * @param sheet name of the sheet that was read; empty where the file has none
 * @param version of the template, where the file tells from which it was made
 * @param part whether the file says that it has only some lines of a list
 * @param closingRows numbers of rows that were left out as sums or signatures, the first of them
 * @param differences columns in which the file and the form differ, in the order of the form and then of the file
 * @param unnamedColumns columns without a heading whose cells were left out
 */
public record FinishedReading(
        int rows,
        int headerRow,
        List<String> ignoredColumns,
        String sheet,
        Optional<Integer> version,
        boolean part,
        List<Integer> closingRows,
        List<ColumnDifference> differences,
        List<UnnamedColumn> unnamedColumns)
        implements Reading {
    public FinishedReading {
        ignoredColumns = List.copyOf(ignoredColumns);
        closingRows = List.copyOf(closingRows);
        differences = List.copyOf(differences);
        unnamedColumns = List.copyOf(unnamedColumns);
    }
}
