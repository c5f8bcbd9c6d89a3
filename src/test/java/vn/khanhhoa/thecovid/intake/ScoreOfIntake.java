package vn.khanhhoa.thecovid.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the lines of generated lists came out, against what is known to be true of them: from the bytes of the file, through
 * reader and checker. Text in an old font is converted where the reader asks.
 */
final class ScoreOfIntake {
    enum Outcome {
        RIGHT_AT_ONCE,
        REPAIRED,
        POINTED_OUT,
        /** A doubt of which the sender was not told. */
        WRONGLY_ACCEPTED,
        /** A text that came out as something else than was meant. */
        WRONGLY_CHANGED
    }

    /** Columns that tell of each other: a problem at one of them is told of the person as a whole. */
    private static final Map<String, Set<String>> TOLD_AT = Map.of(
            "document_number", Set.of("document_number", "document_kind"),
            "valid_to", Set.of("valid_to", "valid_from"),
            "address", Set.of("address", "residence"));

    int lines;
    /** Of those pointed out: foreign names, right as they stand, with letters that an old font would leave. */
    int foreignNames;
    /** Of those pointed out: nothing else was to be asked. */
    final List<String> withoutNeed = new ArrayList<>();
    /** What was wrongly accepted or changed, to be printed: these people do not exist. */
    final List<String> wrong = new ArrayList<>();

    private final Map<Outcome, Integer> outcomes = new TreeMap<>();
    /** By form, by kind of file and by fault, then by outcome. */
    final Map<String, Map<Outcome, Integer>> parts = new TreeMap<>();

    int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    void add(GeneratedList list) {
        List<ListRow> rows = new ArrayList<>();
        byte[] file = list.bytes();
        Reading reading = read(file, list.form(), Optional.empty(), rows);
        if (reading instanceof ReadingQuestion.ConvertOldFont) {
            rows.clear();
            reading = read(file, list.form(), Optional.of(true), rows);
        }
        if (!(reading instanceof FinishedReading finished)
                || finished.rows() != list.lines().size()) {
            throw new AssertionError(list.form().code() + " as " + list.kind() + ": " + reading);
        }
        RowChecker checker = new RowChecker(list.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<CheckedRow> checked =
                checker.conclude(rows.stream().map(checker::check).toList());
        for (CheckedRow row : checked) {
            add(list, list.line(row.rowNumber()), row);
        }
    }

    private static Reading read(byte[] file, FormDefinition form, Optional<Boolean> convert, List<ListRow> rows) {
        ReadingChoices choices = new ReadingChoices(List.of(), convert, Map.of());
        return new ListReader(ReadingLimits.DEFAULT).read(file, form, choices, rows::add);
    }

    private void add(GeneratedList list, GeneratedList.Line line, CheckedRow row) {
        Set<String> told = new HashSet<>();
        // Some are seventeen, which is pointed out by rights.
        row.problems().stream()
                .filter(problem -> problem.code() != ProblemCode.WORKER_MINOR)
                .forEach(problem -> told.add(problem.columnKey()));
        Outcome outcome = outcome(list, line, row, told);
        lines++;
        if (outcome == Outcome.POINTED_OUT
                && line.doubtful().isEmpty()
                && line.doubtfulUnlessRight().isEmpty()) {
            if (line.faults().contains("foreign letters")) {
                foreignNames++;
            } else {
                withoutNeed.add(describe(told.toString(), list, line, row));
            }
        }
        outcomes.merge(outcome, 1, Integer::sum);
        count("form " + list.form().code(), outcome);
        count("file " + list.kind(), outcome);
        line.faults().forEach(fault -> count("fault " + fault, outcome));
    }

    private void count(String part, Outcome outcome) {
        parts.computeIfAbsent(part, unused -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    }

    private Outcome outcome(GeneratedList list, GeneratedList.Line line, CheckedRow row, Set<String> told) {
        for (String column : line.doubtful()) {
            if (!isTold(column, told)) {
                return wrong(Outcome.WRONGLY_ACCEPTED, column, list, line, row);
            }
        }
        for (FormColumn column : list.form().columns()) {
            String key = column.key();
            CellValue value = row.values().get(key);
            if (value != null && !isRight(key, value, line, row, told)) {
                return wrong(Outcome.WRONGLY_CHANGED, key, list, line, row);
            }
            if (value == null && line.meant().containsKey(key) && !isTold(key, told)) {
                return wrong(Outcome.WRONGLY_ACCEPTED, key, list, line, row);
            }
        }
        if (!told.isEmpty()) {
            return Outcome.POINTED_OUT;
        }
        return row.repairs().isEmpty() ? Outcome.RIGHT_AT_ONCE : Outcome.REPAIRED;
    }

    private static boolean isTold(String doubt, Set<String> told) {
        return Arrays.stream(doubt.split("\\|"))
                .flatMap(column -> TOLD_AT.getOrDefault(column, Set.of(column)).stream())
                .anyMatch(told::contains);
    }

    /** Of a doubtful text the value may be anything, as the sender is asked; but it is not to be repaired. */
    private static boolean isRight(
            String column, CellValue value, GeneratedList.Line line, CheckedRow row, Set<String> told) {
        if (GeneratedList.text(value).equals(line.meant().getOrDefault(column, ""))) {
            return true;
        }
        boolean asked = line.doubtful().contains(column)
                || line.doubtfulUnlessRight().contains(column) && told.contains(column);
        return asked
                && row.repairs().stream().noneMatch(repair -> repair.columnKey().equals(column));
    }

    private Outcome wrong(Outcome outcome, String column, GeneratedList list, GeneratedList.Line line, CheckedRow row) {
        wrong.add(outcome + " " + describe(column, list, line, row));
        return outcome;
    }

    private static String describe(String column, GeneratedList list, GeneratedList.Line line, CheckedRow row) {
        return list.form().code() + " " + list.kind() + " " + column + ": " + line.faults() + " given ["
                + row.texts().get(column) + "] meant [" + line.meant().get(column) + "] value "
                + row.values().get(column) + " repairs " + row.repairs() + " problems " + row.problems();
    }
}
