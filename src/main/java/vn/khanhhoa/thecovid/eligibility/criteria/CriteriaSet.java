package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A criteria set that has been checked. The first row whose conditions are all met gives the level; the last has none.
 * {@link CriteriaCheck} makes one.
 *
 * @param place code of the area it is written for
 * @param document number of the document it follows; empty where none is known
 * @param levels from the one that allows most
 */
public record CriteriaSet(
        String code,
        String nameVi,
        String nameEn,
        String place,
        String document,
        List<Level> levels,
        List<CriteriaColumn> columns,
        List<CriteriaRow> rows) {
    private static final int DAY = 24;

    public CriteriaSet {
        levels = List.copyOf(levels);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !rows.get(rows.size() - 1).cells().isEmpty()) {
            throw new IllegalArgumentException("the last row of " + code + " must answer for everybody else");
        }
    }

    public String name(Locale language) {
        return language.getLanguage().equals("vi") ? nameVi : nameEn;
    }

    public CriteriaColumn column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(key));
    }

    /** 0 for the level that allows most. */
    int rank(Level level) {
        return levels.indexOf(level);
    }

    /** How old a negative test may be by the most patient criterion that asks for one; empty where none does. */
    public OptionalLong testHours() {
        Map<String, CriteriaColumn> tests = columns.stream()
                .filter(column -> column.term() == Term.NEGATIVE_TEST)
                .collect(Collectors.toMap(CriteriaColumn::key, Function.identity()));
        return rows.stream()
                .flatMap(row -> row.cells().entrySet().stream())
                .filter(cell -> tests.containsKey(cell.getKey()))
                .map(Map.Entry::getValue)
                .filter(condition -> condition.high() != null)
                .mapToLong(condition -> condition.unit() == Unit.DAYS ? condition.most() * DAY : condition.most())
                .max();
    }

    /** As it is written and changed. */
    public CriteriaDraft draft() {
        List<CriteriaDraft.Column> drawn = new ArrayList<>();
        for (CriteriaColumn column : columns) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            column.parameters().forEach((parameter, values) -> parameters.put(parameter.word(), values));
            drawn.add(new CriteriaDraft.Column(column.key(), column.term().word(), parameters));
        }
        List<CriteriaDraft.Row> written = new ArrayList<>();
        for (CriteriaRow row : rows) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (CriteriaColumn column : columns) {
                Condition condition = row.cells().get(column.key());
                if (condition != null) {
                    cells.put(column.key(), condition.text(column.term()));
                }
            }
            written.add(new CriteriaDraft.Row(
                    row.code(),
                    row.level().code(),
                    row.blocking(),
                    row.nameVi(),
                    row.nameEn(),
                    row.remarkVi(),
                    row.remarkEn(),
                    cells));
        }
        return new CriteriaDraft(code, nameVi, nameEn, place, document, levels, drawn, written);
    }
}
