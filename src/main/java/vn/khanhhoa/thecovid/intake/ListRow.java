package vn.khanhhoa.thecovid.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row with data, as it stands in the file.
 *
 * @param number row number as the spreadsheet shows it, from 1
 * @param cells raw texts in the order of the template's columns; empty where there is none
 * @param problems what was already wrong in reading: formula errors, cut cells, cells outside the columns
 * @param hints by the position of the column in the template; most cells have none
 * @param ref the id by which a workbook of problems names the row it belongs to; otherwise empty
 * @param kept columns whose text the sender wants as it is: they are not repaired
 * @param earlier texts by column key that cells were put right to when the row was checked before
 * @param repairs texts that reading itself has converted, which only happens where the sender asked for it
 */
public record ListRow(
        int number,
        List<String> cells,
        List<RowProblem> problems,
        Map<Integer, CellHint> hints,
        String ref,
        Set<String> kept,
        Map<String, String> earlier,
        List<Repair> repairs) {
    public ListRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
        hints = Map.copyOf(hints);
        kept = Set.copyOf(kept);
        earlier = Map.copyOf(earlier);
        repairs = List.copyOf(repairs);
    }

    /** As if it had never been checked. */
    public ListRow afresh() {
        return new ListRow(number, cells, problems, hints, ref, kept, Map.of(), repairs);
    }

    public ListRow(int number, List<String> cells, List<RowProblem> problems) {
        this(number, cells, problems, Map.of(), "", Set.of(), Map.of(), List.of());
    }

    public ListRow(
            int number,
            List<String> cells,
            List<RowProblem> problems,
            Map<Integer, CellHint> hints,
            String ref,
            Set<String> kept) {
        this(number, cells, problems, hints, ref, kept, Map.of(), List.of());
    }
}
