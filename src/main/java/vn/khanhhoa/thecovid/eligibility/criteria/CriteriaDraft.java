package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A criteria set as somebody wrote it, every cell as its text, right or wrong. */
public record CriteriaDraft(
        String code,
        String nameVi,
        String nameEn,
        String place,
        String document,
        List<Level> levels,
        List<Column> columns,
        List<Row> rows) {
    public record Column(String key, String term, Map<String, List<String>> parameters) {
        public Column {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /** @param cells texts by the key of their column; a blank one is none */
    public record Row(
            String code,
            String level,
            boolean blocking,
            String nameVi,
            String nameEn,
            String remarkVi,
            String remarkEn,
            Map<String, String> cells) {
        public Row {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        /** With one cell written anew; a blank text empties it. */
        public Row with(String column, String text) {
            Map<String, String> changed = new LinkedHashMap<>(cells);
            changed.put(column, text);
            if (text.isBlank()) {
                changed.remove(column);
            }
            return new Row(code, level, blocking, nameVi, nameEn, remarkVi, remarkEn, changed);
        }
    }

    public CriteriaDraft {
        levels = List.copyOf(levels);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    public CriteriaDraft withRows(List<Row> others) {
        return new CriteriaDraft(code, nameVi, nameEn, place, document, levels, columns, others);
    }

    public CriteriaDraft withColumns(List<Column> others) {
        return new CriteriaDraft(code, nameVi, nameEn, place, document, levels, others, rows);
    }

    /** With one cell written anew, as a page that edits the table does. */
    public CriteriaDraft with(String row, String column, String text) {
        return withRows(rows.stream()
                .map(each -> each.code().equals(row) ? each.with(column, text) : each)
                .toList());
    }
}
