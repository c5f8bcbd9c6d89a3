package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a criteria set of a draft, or says of each cell what is wrong with it. What does not keep the set from being used
 * (a gap, an overlap, a column without a cell) is told as well.
 */
public final class CriteriaCheck {
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
    private static final int LONGEST_TEXT = 500;
    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 60;

    private final Vocabulary vocabulary;
    private final Findings findings = new Findings();

    private CriteriaCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static CheckedCriteria check(CriteriaDraft draft, Vocabulary vocabulary) {
        return new CriteriaCheck(vocabulary).check(draft);
    }

    /** A column by itself, whatever is wrong elsewhere; empty where something is wrong with it. */
    public static Optional<CriteriaColumn> column(CriteriaDraft.Column drawn, Vocabulary vocabulary) {
        CriteriaCheck alone = new CriteriaCheck(vocabulary);
        Optional<CriteriaColumn> column =
                alone.columns(List.of(drawn)).values().stream().findFirst();
        return alone.findings.hasErrors() ? Optional.empty() : column;
    }

    /** What a cell of the column asks, whatever is wrong elsewhere; empty where it asks nothing, or cannot be understood. */
    public static Optional<Condition> cell(CriteriaColumn column, String text, Vocabulary vocabulary) {
        return text.isBlank()
                ? Optional.empty()
                : new ConditionReader(vocabulary, new Findings(), "", column.key(), column.term()).read(text);
    }

    private CheckedCriteria check(CriteriaDraft draft) {
        if (draft.rows().size() > MOST_ROWS || draft.columns().size() > MOST_COLUMNS) {
            findings.add(ProblemCode.TOO_LONG, "", "", MOST_ROWS + " × " + MOST_COLUMNS);
            return new CheckedCriteria(Optional.empty(), findings.all());
        }
        code(draft.code(), "", "");
        name(draft.nameVi(), draft.nameEn(), "", "");
        tooLong("", "", draft.place(), draft.document());
        Map<String, Level> levels = levels(draft.levels());
        Map<String, CriteriaColumn> columns = columns(draft.columns());
        List<CriteriaRow> rows = rows(draft.rows(), levels, columns);
        order(draft.rows());
        unitsOfColumns(rows, columns);
        RowNames.look(rows, findings);
        for (CriteriaColumn column : columns.values()) {
            if (draft.rows().stream()
                    .noneMatch(
                            row -> !row.cells().getOrDefault(column.key(), "").isBlank())) {
                findings.add(ProblemCode.COLUMN_UNUSED, "", column.key());
            }
        }
        if (rows.size() == draft.rows().size()
                && columns.size() == draft.columns().size()) {
            new CriteriaCoverage(vocabulary, List.copyOf(columns.values()), rows, findings).look();
        }
        if (findings.hasErrors()) {
            return new CheckedCriteria(Optional.empty(), findings.all());
        }
        CriteriaSet set = new CriteriaSet(
                draft.code(),
                draft.nameVi(),
                draft.nameEn(),
                draft.place(),
                draft.document(),
                draft.levels(),
                List.copyOf(columns.values()),
                rows);
        return new CheckedCriteria(Optional.of(set), findings.all());
    }

    private void code(String code, String row, String column) {
        if (!CODE.matcher(code).matches()) {
            findings.add(ProblemCode.CODE_MALFORMED, row, column, code);
        }
    }

    private void name(String nameVi, String nameEn, String row, String column) {
        if (nameVi.isBlank() || nameEn.isBlank()) {
            findings.add(ProblemCode.NAME_MISSING, row, column);
        }
        tooLong(row, column, nameVi, nameEn);
    }

    private void tooLong(String row, String column, String... texts) {
        Stream.of(texts)
                .filter(text -> text.length() > LONGEST_TEXT)
                .forEach(text -> findings.add(ProblemCode.TOO_LONG, row, column, LONGEST_TEXT));
    }

    private void repeated(Collection<String> codes, Function<String, String> row, Function<String, String> column) {
        Set<String> seen = new HashSet<>();
        codes.stream()
                .filter(code -> !seen.add(code))
                .distinct()
                .forEach(code -> findings.add(ProblemCode.CODE_REPEATED, row.apply(code), column.apply(code), code));
    }

    private Map<String, Level> levels(List<Level> levels) {
        if (levels.isEmpty()) {
            findings.add(ProblemCode.NO_LEVEL, "", "");
        }
        repeated(levels.stream().map(Level::code).toList(), code -> "", code -> "");
        Map<String, Level> byCode = new LinkedHashMap<>();
        for (Level level : levels) {
            code(level.code(), "", "");
            code(level.treatedAs(), "", "");
            name(level.nameVi(), level.nameEn(), "", "");
            if (!COLOUR.matcher(level.colour()).matches()) {
                findings.add(ProblemCode.COLOUR_MALFORMED, "", "", level.code(), level.colour());
            }
            byCode.putIfAbsent(level.code(), level);
        }
        return byCode;
    }

    private Map<String, CriteriaColumn> columns(List<CriteriaDraft.Column> drawn) {
        repeated(drawn.stream().map(CriteriaDraft.Column::key).toList(), key -> "", key -> key);
        Map<String, CriteriaColumn> columns = new LinkedHashMap<>();
        for (CriteriaDraft.Column column : drawn) {
            code(column.key(), "", column.key());
            Optional<Term> term = Term.of(column.term());
            if (term.isEmpty()) {
                findings.add(
                        ProblemCode.TERM_UNKNOWN,
                        "",
                        column.key(),
                        column.term(),
                        Stream.of(Term.values()).map(Term::word).collect(Collectors.joining(", ")));
            } else {
                columns.putIfAbsent(
                        column.key(), new CriteriaColumn(column.key(), term.get(), parameters(column, term.get())));
            }
        }
        return columns;
    }

    private Map<Parameter, List<String>> parameters(CriteriaDraft.Column column, Term term) {
        Map<Parameter, List<String>> parameters = new EnumMap<>(Parameter.class);
        Map<String, Parameter> known =
                term.parameters().stream().collect(Collectors.toMap(Parameter::word, parameter -> parameter));
        column.parameters().forEach((word, values) -> {
            Parameter parameter = known.get(word);
            if (parameter == null) {
                findings.add(ProblemCode.PARAMETER_UNKNOWN, "", column.key(), word, term.word());
            } else {
                parameters.put(parameter, values(column.key(), parameter, values));
            }
        });
        for (Parameter parameter : term.parameters()) {
            if (!parameters.containsKey(parameter)) {
                if (parameter.choices().isEmpty()) {
                    findings.add(ProblemCode.PARAMETER_MISSING, "", column.key(), parameter.word());
                } else {
                    parameters.put(parameter, parameter.choices().subList(0, 1));
                }
            }
        }
        return parameters;
    }

    private List<String> values(String column, Parameter parameter, List<String> given) {
        List<String> distinct = given.stream().distinct().toList();
        if (distinct.isEmpty() || (!parameter.choices().isEmpty() && distinct.size() > 1)) {
            findings.add(ProblemCode.PARAMETER_MISSING, "", column, parameter.word());
        }
        List<String> allowed = parameter
                .list()
                .map(list -> vocabulary.codes(list).stream()
                        .map(Vocabulary.Named::code)
                        .toList())
                .orElse(parameter.choices());
        distinct.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> findings.add(
                        ProblemCode.PARAMETER_VALUE_UNKNOWN,
                        "",
                        column,
                        value,
                        parameter.word(),
                        String.join(", ", allowed)));
        return distinct;
    }

    private List<CriteriaRow> rows(
            List<CriteriaDraft.Row> written, Map<String, Level> levels, Map<String, CriteriaColumn> columns) {
        repeated(written.stream().map(CriteriaDraft.Row::code).toList(), code -> code, code -> "");
        List<CriteriaRow> rows = new ArrayList<>();
        for (CriteriaDraft.Row row : written) {
            code(row.code(), row.code(), "");
            name(row.nameVi(), row.nameEn(), row.code(), "");
            tooLong(row.code(), "", row.remarkVi(), row.remarkEn());
            Level level = levels.get(row.level());
            if (level == null) {
                findings.add(
                        ProblemCode.LEVEL_UNKNOWN, row.code(), "", row.level(), String.join(", ", levels.keySet()));
            }
            Map<String, Condition> cells = cells(row, columns);
            if (level != null && cells != null) {
                rows.add(new CriteriaRow(
                        row.code(),
                        level,
                        row.blocking(),
                        row.nameVi(),
                        row.nameEn(),
                        row.remarkVi(),
                        row.remarkEn(),
                        cells));
            }
        }
        return rows;
    }

    private @Nullable Map<String, Condition> cells(CriteriaDraft.Row row, Map<String, CriteriaColumn> columns) {
        Map<String, Condition> cells = new LinkedHashMap<>();
        boolean right = true;
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            CriteriaColumn column = columns.get(cell.getKey());
            if (cell.getValue().isBlank()) {
                continue;
            }
            if (column == null) {
                findings.add(ProblemCode.COLUMN_UNKNOWN, row.code(), cell.getKey());
                right = false;
            } else {
                Optional<Condition> condition = new ConditionReader(
                                vocabulary, findings, row.code(), column.key(), column.term())
                        .read(cell.getValue());
                condition.ifPresent(read -> cells.put(column.key(), read));
                right &= condition.isPresent();
            }
        }
        return right ? cells : null;
    }

    private void order(List<CriteriaDraft.Row> rows) {
        String ordinary = "";
        for (int i = 0; i < rows.size(); i++) {
            CriteriaDraft.Row row = rows.get(i);
            boolean last = i == rows.size() - 1;
            boolean unconditional = row.cells().values().stream().allMatch(String::isBlank);
            if (row.blocking() && !ordinary.isEmpty()) {
                findings.add(ProblemCode.BLOCKING_TOO_LATE, row.code(), "", ordinary);
            }
            if (unconditional && row.blocking()) {
                findings.add(ProblemCode.OTHERWISE_BLOCKING, row.code(), "");
            }
            if (unconditional && !last) {
                findings.add(ProblemCode.OTHERWISE_TOO_EARLY, row.code(), "");
            }
            if (!row.blocking() && ordinary.isEmpty()) {
                ordinary = row.code();
            }
        }
        if (rows.isEmpty()
                || !rows.get(rows.size() - 1).cells().values().stream().allMatch(String::isBlank)) {
            findings.add(ProblemCode.OTHERWISE_MISSING, "", "");
        }
    }

    /** One column counts in one unit, or its cells could not be compared. */
    private void unitsOfColumns(List<CriteriaRow> rows, Map<String, CriteriaColumn> columns) {
        Map<String, Unit> units = new HashMap<>();
        for (CriteriaRow row : rows) {
            row.cells().forEach((key, condition) -> {
                Unit unit = condition.unit();
                Unit first = unit == null ? null : units.putIfAbsent(key, unit);
                if (unit != null && first != null && first != unit && columns.containsKey(key)) {
                    findings.add(ProblemCode.UNIT_WRONG, row.code(), key, unit.word(), first.word());
                }
            });
        }
    }
}
