package vn.khanhhoa.thecovid.stafflist.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the lines of generated lists came out, against what is known to be true of them. */
final class ScoreOfIntake {
    /** Columns that tell of each other: a problem at one of them is told of the person as a whole. */
    private static final Map<String, Set<String>> TOLD_AT = Map.of(
            "document_number", Set.of("document_number", "document_kind"),
            "valid_to", Set.of("valid_to", "valid_from"),
            "address", Set.of("address", "residence"));

    int lines;
    int rightAtOnce;
    int repaired;
    int pointedOut;
    /** Of those pointed out: nothing was to be asked. */
    int withoutNeed;
    /** A doubt of which the sender was not told. */
    final List<String> wronglyAccepted = new ArrayList<>();
    /** A text that came out as something else than was meant. */
    final List<String> wronglyChanged = new ArrayList<>();
    /** By fault, then by outcome. */
    final Map<String, Map<String, Integer>> byFault = new TreeMap<>();

    void add(GeneratedList list) {
        RowChecker checker =
                new RowChecker(ListFiles.form(), ListFiles.LISTS, ListFiles.TODAY, ListFiles.LONGEST_PERIOD);
        List<CheckedRow> rows = new ArrayList<>();
        for (int i = 0; i < list.lines().size(); i++) {
            rows.add(checker.check(list.lines().get(i).row(i + 2)));
        }
        List<CheckedRow> concluded = checker.conclude(rows);
        for (int i = 0; i < rows.size(); i++) {
            add(list.lines().get(i), concluded.get(i));
        }
    }

    private void add(GeneratedList.Line line, CheckedRow row) {
        Set<String> told = new HashSet<>();
        row.problems().forEach(problem -> told.add(problem.columnKey()));
        String outcome = outcome(line, row, told);
        lines++;
        switch (outcome) {
            case "right at once" -> rightAtOnce++;
            case "repaired" -> repaired++;
            case "pointed out" -> pointedOut++;
            default -> {}
        }
        if (outcome.equals("pointed out") && line.doubtful().isEmpty()) {
            withoutNeed++;
        }
        line.faults()
                .forEach(fault -> byFault.computeIfAbsent(fault, unused -> new HashMap<>())
                        .merge(outcome, 1, Integer::sum));
    }

    private String outcome(GeneratedList.Line line, CheckedRow row, Set<String> told) {
        for (String column : line.doubtful()) {
            if (!isTold(column, told)) {
                wronglyAccepted.add(describe(column, line, row));
                return "wrongly accepted";
            }
        }
        for (FormColumn column : ListFiles.form().columns()) {
            CellValue value = row.values().get(column.key());
            if (value != null && !isRight(column.key(), value, line, row)) {
                wronglyChanged.add(describe(column.key(), line, row));
                return "wrongly changed";
            }
            if (value == null && line.meant().containsKey(column.key()) && !isTold(column.key(), told)) {
                wronglyAccepted.add(describe(column.key(), line, row));
                return "wrongly accepted";
            }
        }
        if (!told.isEmpty()) {
            return "pointed out";
        }
        return row.repairs().isEmpty() ? "right at once" : "repaired";
    }

    private static boolean isTold(String doubt, Set<String> told) {
        return Arrays.stream(doubt.split("\\|"))
                .flatMap(column -> TOLD_AT.getOrDefault(column, Set.of(column)).stream())
                .anyMatch(told::contains);
    }

    /** Of a doubtful text the value may be anything, as the sender is asked; but it is not to be repaired. */
    private static boolean isRight(String column, CellValue value, GeneratedList.Line line, CheckedRow row) {
        String meant = line.meant().getOrDefault(column, "");
        if (GeneratedList.text(value).equals(meant)) {
            return true;
        }
        return line.doubtful().contains(column)
                && row.repairs().stream().noneMatch(repair -> repair.columnKey().equals(column));
    }

    private static String describe(String column, GeneratedList.Line line, CheckedRow row) {
        return column + ": " + line.faults() + " given [" + row.texts().get(column) + "] meant ["
                + line.meant().get(column) + "] value " + row.values().get(column) + " repairs " + row.repairs()
                + " problems " + row.problems();
    }
}
