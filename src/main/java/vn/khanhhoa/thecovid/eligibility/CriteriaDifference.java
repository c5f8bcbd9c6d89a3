package vn.khanhhoa.thecovid.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * @param term word of the column's term, empty where it is not of a cell
 * @param before of a row that was moved, the code of the one that it stood below; empty for none
 */
public record CriteriaDifference(Kind kind, String row, String column, String term, String before, String after) {
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
            found.add(new CriteriaDifference(Kind.LEVELS, "", "", "", levels(before), levels(after)));
        }
        Map<String, CriteriaDraft.Column> columns = byKey(before.columns(), CriteriaDraft.Column::key);
        for (CriteriaDraft.Column column : after.columns()) {
            CriteriaDraft.Column known = columns.get(column.key());
            if (known != null && !known.equals(column)) {
                found.add(new CriteriaDifference(Kind.COLUMN, "", column.key(), "", looksAt(known), looksAt(column)));
            }
        }
        Map<String, String> terms = new HashMap<>();
        before.columns().forEach(column -> terms.put(column.key(), column.term()));
        after.columns().forEach(column -> terms.put(column.key(), column.term()));
        Map<String, CriteriaDraft.Row> rows = byKey(before.rows(), CriteriaDraft.Row::code);
        Map<String, CriteriaDraft.Row> later = byKey(after.rows(), CriteriaDraft.Row::code);
        List<String> orderBefore = List.copyOf(rows.keySet());
        List<String> orderAfter = List.copyOf(later.keySet());
        Set<String> still = inTheSameOrder(orderBefore, orderAfter);
        for (CriteriaDraft.Row row : after.rows()) {
            CriteriaDraft.Row known = rows.get(row.code());
            if (known == null) {
                found.add(new CriteriaDifference(Kind.ROW_ADDED, row.code(), "", "", "", row.nameVi()));
            } else {
                if (!still.contains(row.code())) {
                    found.add(new CriteriaDifference(
                            Kind.ROW_MOVED,
                            row.code(),
                            "",
                            "",
                            above(orderBefore, row.code()),
                            above(orderAfter, row.code())));
                }
                compare(found, known, row, terms);
            }
        }
        for (CriteriaDraft.Row row : before.rows()) {
            if (!later.containsKey(row.code())) {
                found.add(new CriteriaDifference(Kind.ROW_REMOVED, row.code(), "", "", row.nameVi(), ""));
            }
        }
        return found;
    }

    private static String above(List<String> order, String code) {
        int at = order.indexOf(code);
        return at == 0 ? "" : order.get(at - 1);
    }

    /** As many as can stand still while the others are moved: a longest common subsequence. */
    private static Set<String> inTheSameOrder(List<String> before, List<String> after) {
        int[][] longest = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                longest[i][j] = before.get(i).equals(after.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        Set<String> still = new HashSet<>();
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size()) {
            if (before.get(i).equals(after.get(j))) {
                still.add(before.get(i));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return still;
    }

    private static void compare(
            List<CriteriaDifference> found,
            CriteriaDraft.Row before,
            CriteriaDraft.Row after,
            Map<String, String> terms) {
        String row = after.code();
        if (!before.level().equals(after.level())) {
            found.add(new CriteriaDifference(Kind.LEVEL, row, "", "", before.level(), after.level()));
        }
        if (before.blocking() != after.blocking()) {
            found.add(new CriteriaDifference(
                    Kind.BLOCKING, row, "", "", String.valueOf(before.blocking()), String.valueOf(after.blocking())));
        }
        Set<String> columns = new LinkedHashSet<>(after.cells().keySet());
        columns.addAll(before.cells().keySet());
        for (String column : columns) {
            String was = before.cells().getOrDefault(column, "");
            String is = after.cells().getOrDefault(column, "");
            if (!was.equals(is)) {
                found.add(new CriteriaDifference(Kind.CELL, row, column, terms.getOrDefault(column, ""), was, is));
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
