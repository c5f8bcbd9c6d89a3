package vn.khanhhoa.thecovid.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;

/**
 * One thing in which two tables are not the same.
 *
 * @param row code of the row, empty where it is of a column or of the levels
 * @param column key of the column, empty where it is of a whole row
 */
public record CriteriaDifference(Kind kind, String row, String column, String before, String after) {
    public enum Kind {
        ROW_ADDED,
        ROW_REMOVED,
        ROW_MOVED,
        LEVEL,
        BLOCKING,
        CELL,
        /** What a column looks at. */
        COLUMN,
        LEVELS;

        public String key() {
            return "eligibility.difference." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** In the order of the later table; names and remarks apart, which give nobody another level. */
    static List<CriteriaDifference> between(CriteriaDraft before, CriteriaDraft after) {
        List<CriteriaDifference> found = new ArrayList<>();
        if (!before.levels().equals(after.levels())) {
            found.add(new CriteriaDifference(Kind.LEVELS, "", "", levels(before), levels(after)));
        }
        Map<String, CriteriaDraft.Column> columns = byKey(before.columns(), CriteriaDraft.Column::key);
        for (CriteriaDraft.Column column : after.columns()) {
            CriteriaDraft.Column known = columns.get(column.key());
            if (known != null && !known.equals(column)) {
                found.add(new CriteriaDifference(Kind.COLUMN, "", column.key(), looksAt(known), looksAt(column)));
            }
        }
        Map<String, CriteriaDraft.Row> rows = byKey(before.rows(), CriteriaDraft.Row::code);
        Map<String, CriteriaDraft.Row> later = byKey(after.rows(), CriteriaDraft.Row::code);
        List<String> orderBefore = new ArrayList<>(rows.keySet());
        orderBefore.retainAll(later.keySet());
        List<String> orderAfter = new ArrayList<>(later.keySet());
        orderAfter.retainAll(rows.keySet());
        for (CriteriaDraft.Row row : after.rows()) {
            CriteriaDraft.Row known = rows.get(row.code());
            if (known == null) {
                found.add(new CriteriaDifference(Kind.ROW_ADDED, row.code(), "", "", row.nameVi()));
            } else {
                int was = orderBefore.indexOf(row.code());
                int is = orderAfter.indexOf(row.code());
                if (was != is) {
                    found.add(new CriteriaDifference(
                            Kind.ROW_MOVED, row.code(), "", String.valueOf(was + 1), String.valueOf(is + 1)));
                }
                compare(found, known, row);
            }
        }
        for (CriteriaDraft.Row row : before.rows()) {
            if (!later.containsKey(row.code())) {
                found.add(new CriteriaDifference(Kind.ROW_REMOVED, row.code(), "", row.nameVi(), ""));
            }
        }
        return found;
    }

    private static void compare(List<CriteriaDifference> found, CriteriaDraft.Row before, CriteriaDraft.Row after) {
        String row = after.code();
        if (!before.level().equals(after.level())) {
            found.add(new CriteriaDifference(Kind.LEVEL, row, "", before.level(), after.level()));
        }
        if (before.blocking() != after.blocking()) {
            found.add(new CriteriaDifference(
                    Kind.BLOCKING, row, "", String.valueOf(before.blocking()), String.valueOf(after.blocking())));
        }
        Set<String> columns = new LinkedHashSet<>(after.cells().keySet());
        columns.addAll(before.cells().keySet());
        for (String column : columns) {
            String was = before.cells().getOrDefault(column, "");
            String is = after.cells().getOrDefault(column, "");
            if (!was.equals(is)) {
                found.add(new CriteriaDifference(Kind.CELL, row, column, was, is));
            }
        }
    }

    private static String levels(CriteriaDraft table) {
        return table.levels().stream()
                .map(level -> level.code() + " (" + level.treatedAs() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String looksAt(CriteriaDraft.Column column) {
        return column.parameters().isEmpty() ? column.term() : column.term() + " " + column.parameters();
    }

    /** In their order; of those that repeat the first. */
    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, each -> each, (first, other) -> first, LinkedHashMap::new));
    }
}
