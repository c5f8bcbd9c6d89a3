package vn.khanhhoa.thecovid.stafflist;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.ColumnDifference;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.UnmatchedHeadings;
import vn.khanhhoa.thecovid.intake.UnnamedColumn;

/**
 * What the sender should know of how a file was read.
 *
 * @param sheet that was read, or several; empty where the file has none
 * @param otherSheets that could be read too, and were not chosen
 * @param otherVersion of the form, by which the file was made; 0 where it is the list's own or is not told
 * @param part whether it says of itself that it has only some lines of a list
 * @param closingRows numbers of rows that were left out as sums or signatures
 * @param ignoredColumns headings whose cells were left out
 * @param missingColumns of the form, which the file does not have
 * @param neededColumns keys of the columns for want of which a file was refused, or which a column without a heading may be
 * @param unnamedColumns without a heading, whose cells were left out
 * @param renamedColumns headings that the form has under another name
 */
public record ReadingNotes(
        String sheet,
        List<String> otherSheets,
        int otherVersion,
        boolean part,
        List<Integer> closingRows,
        List<String> ignoredColumns,
        List<String> missingColumns,
        List<String> renamedColumns,
        List<String> neededColumns,
        List<UnnamedColumn> unnamedColumns) {
    private static final ReadingNotes NONE =
            new ReadingNotes("", List.of(), 0, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    private static final int MOST = 10;
    /** Of the columns of a file, more than any form has. */
    private static final int MOST_COLUMNS = 200;

    private static final int LONGEST = 60;
    private static final String SHEET = "sheet";
    private static final String OTHERS = "others";
    private static final String VERSION = "version";
    private static final String PART = "part";
    private static final String CLOSING = "closing";
    private static final String IGNORED = "ignored";
    private static final String MISSING = "missing";
    private static final String RENAMED = "renamed";
    private static final String NEEDED = "needed";
    private static final String UNNAMED = "unnamed";
    /** Headings that are longer cannot be chosen: they would be cut. */
    private static final int LONGEST_HEADING = 100;

    private static final int MOST_HEADINGS = 30;

    public ReadingNotes {
        otherSheets = List.copyOf(otherSheets);
        closingRows = List.copyOf(closingRows);
        ignoredColumns = List.copyOf(ignoredColumns);
        missingColumns = List.copyOf(missingColumns);
        renamedColumns = List.copyOf(renamedColumns);
        neededColumns = List.copyOf(neededColumns);
        unnamedColumns = List.copyOf(unnamedColumns);
    }

    public String closingText() {
        return closingRows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** As many as a sentence names of some columns. */
    public static String few(List<String> columns) {
        return columns.stream().limit(MOST).collect(Collectors.joining(", "));
    }

    /** How many more there are. */
    public static int more(List<?> columns) {
        return Math.max(0, columns.size() - MOST);
    }

    public List<UnnamedColumn> fewUnnamed() {
        return unnamedColumns.subList(0, Math.min(MOST, unnamedColumns.size()));
    }

    /** Of a file that is still to be read. */
    static String toBe(List<String> otherSheets) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Cells.JSON.createGenerator(text)) {
            json.writeStartObject();
            writeNames(json, otherSheets);
            json.writeEnd();
        }
        return text.toString();
    }

    /** Of a file that was refused for what its headings lack. */
    static String write(UnmatchedHeadings unmatched) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Cells.JSON.createGenerator(text)) {
            json.writeStartObject().write(SHEET, shortened(unmatched.sheet())).writeStartArray(IGNORED);
            unmatched.headings().stream()
                    .filter(heading -> heading.length() <= LONGEST_HEADING)
                    .limit(MOST_HEADINGS)
                    .forEach(json::write);
            json.writeEnd().writeStartArray(NEEDED);
            unmatched.missing().forEach(json::write);
            json.writeEnd().writeEnd();
        }
        return text.toString();
    }

    public UnmatchedHeadings unmatched() {
        return new UnmatchedHeadings(sheet, ignoredColumns, neededColumns);
    }

    static String write(FinishedReading reading, FormDefinition form, List<String> otherSheets) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Cells.JSON.createGenerator(text)) {
            json.writeStartObject().write(SHEET, reading.sheet().length() > MOST * LONGEST ? "" : reading.sheet());
            writeNames(json, otherSheets);
            reading.version()
                    .filter(version -> version != form.version())
                    .ifPresent(version -> json.write(VERSION, version));
            if (reading.part()) {
                json.write(PART, true);
            }
            json.writeStartArray(CLOSING);
            reading.closingRows().forEach(json::write);
            json.writeEnd();
            write(json, IGNORED, reading.ignoredColumns());
            write(json, MISSING, headings(reading, ColumnDifference.Kind.MISSING));
            write(json, RENAMED, headings(reading, ColumnDifference.Kind.RENAMED));
            if (!reading.unnamedColumns().isEmpty()) {
                writeUnnamed(json, reading);
            }
            json.writeEnd();
        }
        return text.toString();
    }

    private static void writeUnnamed(JsonGenerator json, FinishedReading reading) {
        json.writeStartObject(UNNAMED);
        reading.unnamedColumns().stream()
                .limit(MOST_COLUMNS)
                .forEach(column -> json.write(column.letter(), column.cells()));
        json.writeEnd().writeStartArray(NEEDED);
        reading.differences().stream()
                .filter(difference -> difference.kind() == ColumnDifference.Kind.MISSING)
                .limit(MOST_HEADINGS)
                .forEach(difference -> json.write(difference.columnKey()));
        json.writeEnd();
    }

    /** What the sender may say of columns: headings that are not known, and columns without any. */
    public List<String> choosable() {
        List<String> names = new ArrayList<>();
        unnamedColumns.forEach(column -> names.add(column.name()));
        names.addAll(ignoredColumns);
        return names;
    }

    private static List<String> headings(FinishedReading reading, ColumnDifference.Kind kind) {
        return reading.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .map(ColumnDifference::heading)
                .toList();
    }

    private static void write(JsonGenerator json, String name, List<String> headings) {
        json.writeStartArray(name);
        headings.stream().limit(MOST_COLUMNS).map(ReadingNotes::shortened).forEach(json::write);
        json.writeEnd();
    }

    /** Whole: a sheet is found by it. */
    private static void writeNames(JsonGenerator json, List<String> sheets) {
        json.writeStartArray(OTHERS);
        sheets.stream().limit(MOST).forEach(json::write);
        json.writeEnd();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    static ReadingNotes read(@Nullable String written) {
        if (written == null) {
            return NONE;
        }
        try (JsonReader reader = Cells.JSON.createReader(new StringReader(written))) {
            JsonObject json = reader.readObject();
            return new ReadingNotes(
                    json.getString(SHEET, ""),
                    texts(json, OTHERS),
                    json.getInt(VERSION, 0),
                    json.getBoolean(PART, false),
                    numbers(json),
                    texts(json, IGNORED),
                    texts(json, MISSING),
                    texts(json, RENAMED),
                    texts(json, NEEDED),
                    unnamed(json));
        }
    }

    private static List<Integer> numbers(JsonObject json) {
        JsonArray numbers = json.containsKey(CLOSING) ? json.getJsonArray(CLOSING) : JsonValue.EMPTY_JSON_ARRAY;
        return numbers.getValuesAs(JsonNumber::intValue);
    }

    private static List<UnnamedColumn> unnamed(JsonObject json) {
        return json.containsKey(UNNAMED)
                ? json.getJsonObject(UNNAMED).entrySet().stream()
                        .map(column -> new UnnamedColumn(column.getKey(), ((JsonNumber) column.getValue()).intValue()))
                        .toList()
                : List.of();
    }

    private static List<String> texts(JsonObject json, String name) {
        JsonArray texts = json.containsKey(name) ? json.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
        return texts.getValuesAs(JsonString::getString);
    }
}
