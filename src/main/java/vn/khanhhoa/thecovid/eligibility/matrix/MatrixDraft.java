package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A matrix as it is written, right or wrong.
 *
 * @param levels codes in the order of the parts of a cell
 * @param scenarios codes of the columns
 */
public record MatrixDraft(List<String> levels, List<String> scenarios, List<Row> rows) {
    /** @param cells text by code of the scenario */
    public record Row(String activity, Map<String, String> cells, String noteVi, String noteEn) {
        public Row {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        public Row with(String scenario, String text) {
            Map<String, String> changed = new LinkedHashMap<>(cells);
            changed.put(scenario, text);
            return new Row(activity, changed, noteVi, noteEn);
        }

        public Row withNotes(String vietnamese, String english) {
            return new Row(activity, cells, vietnamese, english);
        }
    }

    public MatrixDraft {
        levels = List.copyOf(levels);
        scenarios = List.copyOf(scenarios);
        rows = List.copyOf(rows);
    }

    public Optional<Row> row(String activity) {
        return rows.stream().filter(row -> row.activity().equals(activity)).findFirst();
    }

    /** In place of the row of that activity, or at the end. */
    public MatrixDraft with(Row row) {
        List<Row> changed = new ArrayList<>(rows);
        int at = rows.stream().map(Row::activity).toList().indexOf(row.activity());
        if (at < 0) {
            changed.add(row);
        } else {
            changed.set(at, row);
        }
        return new MatrixDraft(levels, scenarios, changed);
    }

    public MatrixDraft without(String activity) {
        return new MatrixDraft(
                levels,
                scenarios,
                rows.stream().filter(row -> !row.activity().equals(activity)).toList());
    }
}
