package vn.khanhhoa.thecovid.eligibility.matrix;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.shared.OneLine;

/**
 * A matrix as a sheet: a line for each activity, a column for each scenario, and the levels in the heading of the first
 * column, {@code activity: GREEN/YELLOW/RED/HOLD}. The last level may be left out of a cell and is denied then.
 */
public final class MatrixFile {
    /**
     * @param draft what is written, right or wrong; none where it is no sheet with these headings
     * @param matrix there unless a problem is an error
     */
    public record Read(Optional<MatrixDraft> draft, Optional<ConditionMatrix> matrix, List<MatrixProblem> problems) {}

    private static final Pattern HEADING = Pattern.compile("activity: ([A-Z0-9_]+(?:/[A-Z0-9_]+)+)");
    private static final Pattern CELL = Pattern.compile("(?:(\\d+)% ?)?(?:<= ?(\\d+) ?)?(\\S+)");
    private static final String NOTE_VI = "note_vi";
    private static final String NOTE_EN = "note_en";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LARGEST = 1_000_000;
    private static final int MOST_PEOPLE = 100_000;
    private static final String EXAMPLE = "50% <=10 yes/T/D+T";

    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final List<MatrixProblem> problems = new ArrayList<>();
    private final List<String> levels = new ArrayList<>();

    private MatrixFile(Collection<Scenario> scenarios) {
        scenarios.forEach(scenario -> this.scenarios.put(scenario.code(), scenario));
    }

    public static Read read(String text, Collection<Scenario> scenarios) {
        return new MatrixFile(scenarios).read(text);
    }

    /** One cell by itself; empty where it is not understood. */
    public static Optional<MatrixCell> cell(String text, List<String> levels) {
        MatrixFile file = new MatrixFile(List.of());
        file.levels.addAll(levels);
        return file.cell("", "", OneLine.of(text));
    }

    private void add(MatrixProblem.Code code, String activity, String scenario, Object... args) {
        problems.add(new MatrixProblem(
                code, activity, scenario, Stream.of(args).map(String::valueOf).toList()));
    }

    private Read read(String text) {
        if (text.length() > LARGEST) {
            add(MatrixProblem.Code.FILE_NOT_READABLE, "", "", "1");
            return new Read(Optional.empty(), Optional.empty(), problems);
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            List<CsvRecord> lines = csv.stream().toList();
            if (!heading(lines.isEmpty() ? List.of("") : lines.get(0).getFields())) {
                return new Read(Optional.empty(), Optional.empty(), problems);
            }
            return matrix(lines);
        } catch (CsvParseException malformed) {
            add(MatrixProblem.Code.FILE_NOT_READABLE, "", "", String.valueOf(malformed.getMessage()));
            return new Read(Optional.empty(), Optional.empty(), problems);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean heading(List<String> fields) {
        Matcher first = HEADING.matcher(fields.get(0));
        List<String> last = fields.subList(Math.max(0, fields.size() - 2), fields.size());
        if (!first.matches() || !last.equals(List.of(NOTE_VI, NOTE_EN))) {
            add(MatrixProblem.Code.HEADER_WRONG, "", "", "activity: GREEN/YELLOW/RED/HOLD");
            return false;
        }
        levels.addAll(List.of(first.group(1).split("/")));
        List<String> named = fields.subList(1, fields.size() - 2);
        named.stream()
                .filter(code -> !scenarios.containsKey(code) || named.indexOf(code) != named.lastIndexOf(code))
                .forEach(code ->
                        add(MatrixProblem.Code.SCENARIO_UNKNOWN, "", code, String.join(", ", scenarios.keySet())));
        scenarios.keySet().stream()
                .filter(code -> !named.contains(code))
                .forEach(code -> add(MatrixProblem.Code.SCENARIO_MISSING, "", code));
        return problems.isEmpty();
    }

    private Read matrix(List<CsvRecord> lines) {
        List<String> columns = lines.get(0).getFields();
        List<MatrixRow> rows = new ArrayList<>();
        List<MatrixDraft.Row> written = new ArrayList<>();
        Set<String> activities = new HashSet<>();
        for (CsvRecord line : lines.subList(1, lines.size())) {
            List<String> fields = new ArrayList<>(line.getFields());
            while (fields.size() < columns.size()) {
                fields.add("");
            }
            String activity = OneLine.of(fields.get(0));
            if (activity.isEmpty() || fields.size() > columns.size()) {
                add(MatrixProblem.Code.FILE_NOT_READABLE, "", "", line.getStartingLineNumber());
            } else if (!activities.add(activity)) {
                add(MatrixProblem.Code.ACTIVITY_REPEATED, activity, "");
            } else {
                rows.add(row(activity, columns, fields));
                written.add(written(activity, columns, fields));
            }
        }
        if (!activities.contains(ConditionMatrix.EMERGENCY)) {
            add(MatrixProblem.Code.ACTIVITY_MISSING, ConditionMatrix.EMERGENCY, "");
        }
        Optional<MatrixDraft> draft =
                Optional.of(new MatrixDraft(levels, columns.subList(1, columns.size() - 2), written));
        if (problems.stream().anyMatch(MatrixProblem::isError)) {
            return new Read(draft, Optional.empty(), List.copyOf(problems));
        }
        ConditionMatrix matrix = new ConditionMatrix(levels, scenarios.values(), rows);
        rows.forEach(this::lookAgain);
        return new Read(draft, Optional.of(matrix), List.copyOf(problems));
    }

    private static MatrixDraft.Row written(String activity, List<String> columns, List<String> fields) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 1; i < columns.size() - 2; i++) {
            cells.put(columns.get(i), OneLine.of(fields.get(i)));
        }
        return new MatrixDraft.Row(
                activity,
                cells,
                OneLine.of(fields.get(columns.size() - 2)),
                OneLine.of(fields.get(columns.size() - 1)));
    }

    private MatrixRow row(String activity, List<String> columns, List<String> fields) {
        Map<String, MatrixCell> cells = new LinkedHashMap<>();
        for (int i = 1; i < columns.size() - 2; i++) {
            String scenario = columns.get(i);
            Optional<MatrixCell> cell = cell(activity, scenario, OneLine.of(fields.get(i)));
            cell.ifPresent(read -> cells.put(scenario, read));
            if (activity.equals(ConditionMatrix.EMERGENCY)
                    && !cell.map(MatrixCell::isOpen).orElse(true)) {
                add(MatrixProblem.Code.EMERGENCY_DENIED, activity, scenario);
            }
        }
        return new MatrixRow(
                activity,
                OneLine.of(fields.get(columns.size() - 2)),
                OneLine.of(fields.get(columns.size() - 1)),
                cells);
    }

    private Optional<MatrixCell> cell(String activity, String scenario, String text) {
        if (text.isEmpty()) {
            add(MatrixProblem.Code.CELL_EMPTY, activity, scenario);
            return Optional.empty();
        }
        Matcher matcher = CELL.matcher(text);
        if (!matcher.matches()) {
            add(MatrixProblem.Code.CELL_NOT_UNDERSTOOD, activity, scenario, text, EXAMPLE);
            return Optional.empty();
        }
        List<MatrixCell.Part> parts = new ArrayList<>();
        for (String part : matcher.group(3).split("/", -1)) {
            Optional<MatrixCell.Part> read = part(part);
            if (read.isEmpty()) {
                add(MatrixProblem.Code.CELL_NOT_UNDERSTOOD, activity, scenario, part, EXAMPLE);
                return Optional.empty();
            }
            parts.add(read.get());
        }
        if (parts.size() == levels.size() - 1) {
            parts.add(MatrixCell.Part.NO);
        }
        if (parts.size() != levels.size()) {
            add(MatrixProblem.Code.PARTS_WRONG, activity, scenario, String.join("/", levels));
            return Optional.empty();
        }
        int capacity = number(matcher.group(1));
        int people = number(matcher.group(2));
        boolean limited = (matcher.group(1) != null && (capacity < 1 || capacity > 100))
                || (matcher.group(2) != null && (people < 1 || people > MOST_PEOPLE));
        if (limited) {
            add(MatrixProblem.Code.LIMIT_WRONG, activity, scenario, MOST_PEOPLE);
            return Optional.empty();
        }
        return Optional.of(new MatrixCell(capacity, people, parts));
    }

    /** 0 where there is none, more than any limit where it is longer than a number. */
    private static int number(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return digits.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static Optional<MatrixCell.Part> part(String text) {
        switch (text) {
            case "yes", "✓" -> {
                return Optional.of(MatrixCell.Part.YES);
            }
            case "no", "✗" -> {
                return Optional.of(MatrixCell.Part.NO);
            }
            default -> {
                Set<MatrixCondition> needs = EnumSet.noneOf(MatrixCondition.class);
                for (String letters : (text.equals("DT") ? "D+T" : text).split("\\+", -1)) {
                    Optional<MatrixCondition> condition = MatrixCondition.of(letters);
                    if (condition.isEmpty()) {
                        return Optional.empty();
                    }
                    needs.add(condition.get());
                }
                return Optional.of(new MatrixCell.Part(true, needs));
            }
        }
    }

    /** What is odd, though it may be meant. */
    private void lookAgain(MatrixRow row) {
        MatrixCell milder = null;
        for (Scenario scenario : scenarios.values().stream()
                .sorted(Comparator.comparingInt(Scenario::strictness))
                .toList()) {
            MatrixCell cell = Objects.requireNonNull(row.cells().get(scenario.code()));
            for (int level = 0; level < levels.size(); level++) {
                MatrixCell.Part part = cell.parts().get(level);
                if (milder != null
                        && part.allowed()
                        && !milder.parts().get(level).allowed()) {
                    add(MatrixProblem.Code.STRICTER_ALLOWS_MORE, row.activity(), scenario.code(), levels.get(level));
                }
                if (level > 0 && part.isLaxerThan(cell.parts().get(level - 1))) {
                    add(
                            MatrixProblem.Code.LOWER_LEVEL_MAY_MORE,
                            row.activity(),
                            scenario.code(),
                            levels.get(level),
                            levels.get(level - 1));
                }
            }
            milder = cell;
        }
    }

    public static String write(ConditionMatrix matrix) {
        return write(new MatrixDraft(
                matrix.levels(),
                matrix.scenarios().stream().map(Scenario::code).toList(),
                matrix.rows().stream()
                        .map(row -> new MatrixDraft.Row(row.activity(), texts(row.cells()), row.noteVi(), row.noteEn()))
                        .toList()));
    }

    private static Map<String, String> texts(Map<String, MatrixCell> cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        cells.forEach((scenario, cell) -> texts.put(scenario, cell.text()));
        return texts;
    }

    public static String write(MatrixDraft draft) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            List<String> heading = new ArrayList<>(List.of("activity: " + String.join("/", draft.levels())));
            heading.addAll(draft.scenarios());
            heading.addAll(List.of(NOTE_VI, NOTE_EN));
            csv.writeRecord(heading);
            for (MatrixDraft.Row row : draft.rows()) {
                List<String> line = new ArrayList<>(List.of(row.activity()));
                draft.scenarios().forEach(scenario -> line.add(row.cells().getOrDefault(scenario, "")));
                line.addAll(List.of(row.noteVi(), row.noteEn()));
                csv.writeRecord(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    /** The five that a portal begins with. */
    public static List<Scenario> shippedScenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(resource("scenario.csv"))) {
            csv.stream()
                    .skip(1)
                    .forEach(line -> scenarios.add(new Scenario(
                            line.getField(0),
                            Integer.parseInt(line.getField(1)),
                            line.getField(2),
                            line.getField(3),
                            line.getField(4),
                            line.getField(5))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return scenarios;
    }

    /** The matrix that a portal begins with, as its file. */
    public static String shipped() {
        return resource("matrix.csv");
    }

    private static String resource(String name) {
        try (InputStream file = MatrixFile.class.getResourceAsStream("/eligibility/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("no such file is shipped: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
