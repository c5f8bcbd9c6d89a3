package vn.khanhhoa.thecovid.stafflist;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.CellHint;
import vn.khanhhoa.thecovid.intake.CellText;
import vn.khanhhoa.thecovid.intake.CheckedRow;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.Repair;
import vn.khanhhoa.thecovid.intake.RepairKind;
import vn.khanhhoa.thecovid.intake.RowProblem;
import vn.khanhhoa.thecovid.person.NameWords;

/**
 * The cells of a line with all that is needed to check it again as it was checked first. All by column key.
 *
 * @param texts what counts; blank cells are absent
 * @param given what was given where the text was put right
 * @param kept columns that the sender wants as they are
 * @param hints what the spreadsheet knew of a cell
 * @param filed what the line's row in its file said where somebody has mended it in the list since; empty for nothing
 */
record DraftCells(
        Map<String, String> texts,
        Map<String, Given> given,
        Set<String> kept,
        Map<String, CellHint> hints,
        Map<String, String> filed) {
    static final DraftCells NONE = new DraftCells(Map.of(), Map.of(), Set.of(), Map.of(), Map.of());
    private static final List<String> WHO = List.of("document_number", DraftRows.NAME, LineCheck.BIRTH);
    private static final String CELLS = "cells";

    record Given(RepairKind kind, String text) {}

    /** Of a row as it was read and checked. @param filed what is known of its cells before they were mended */
    static DraftCells of(FormDefinition form, ListRow row, CheckedRow checked, Map<String, String> filed) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Repair repair : checked.repairs()) {
            given.put(repair.columnKey(), new Given(repair.kind(), repair.given()));
        }
        Map<String, CellHint> hints = new LinkedHashMap<>();
        row.hints()
                .forEach((position, hint) ->
                        hints.put(form.columns().get(position).key(), hint));
        return new DraftCells(checked.cells(), given, row.kept(), hints, filed);
    }

    /**
     * As it was given, to be checked again; text of an old font stays converted, which only a reader does.
     *
     * @param found in reading it
     */
    ListRow listRow(FormDefinition form, int number, List<RowProblem> found) {
        List<String> cells = new ArrayList<>();
        Map<Integer, CellHint> known = new LinkedHashMap<>();
        List<Repair> converted = new ArrayList<>();
        Map<String, String> earlier = new LinkedHashMap<>();
        List<FormColumn> columns = form.columns();
        for (int i = 0; i < columns.size(); i++) {
            String key = columns.get(i).key();
            String text = text(key);
            Given before = given.get(key);
            if (before != null && before.kind() == RepairKind.OLD_FONT) {
                converted.add(new Repair(key, RepairKind.OLD_FONT, before.text(), text));
            } else if (before != null) {
                earlier.put(key, text);
            }
            cells.add(before == null || before.kind() == RepairKind.OLD_FONT ? text : before.text());
            if (hints.containsKey(key)) {
                known.put(i, hints.get(key));
            }
        }
        return new ListRow(number, cells, found, known, "", kept, earlier, converted);
    }

    /** All that is known of one cell. */
    private record Cell(
            String text,
            @Nullable Given given,
            boolean kept,
            @Nullable CellHint hint,
            @Nullable String filed) {
        boolean isTreatedAs(Cell other) {
            return Objects.equals(given, other.given) && kept == other.kept && Objects.equals(filed, other.filed);
        }
    }

    private Cell cell(String key) {
        return new Cell(text(key), given.get(key), kept.contains(key), hints.get(key), filed.get(key));
    }

    /** What the line's row in its file said; of a line that was typed, what stood there first. */
    private String inFile(String key) {
        Given before = given.get(key);
        String text = before == null ? text(key) : CellText.composed(before.text());
        return filed.getOrDefault(key, text);
    }

    /** Who is meant, as the file said it. */
    String origin() {
        return inFile(WHO.get(0)) + "|" + NameWords.plain(inFile(DraftRows.NAME)) + "|" + inFile(LineCheck.BIRTH);
    }

    /** Whether the file said otherwise who is meant. */
    boolean isOtherwiseInFile() {
        return WHO.stream().anyMatch(filed::containsKey);
    }

    String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** Characters of all texts together. */
    int length() {
        return texts.values().stream().mapToInt(String::length).sum();
    }

    /** With a text that was typed in place of another; it is checked as any other. */
    DraftCells typed(String key, String text) {
        return with(Map.of(key, new Cell(text, null, false, null, null)));
    }

    /** The same in a line that came with a file: what the file said is remembered, for it may come again. */
    DraftCells mended(String key, String text) {
        String file = inFile(key);
        return with(Map.of(key, new Cell(text, null, false, null, file.equals(text) ? null : file)));
    }

    /** Some cells as the file had them. */
    DraftCells asFiled(Collection<String> keys) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        keys.forEach(key -> cells.put(key, new Cell(inFile(key), null, false, null, null)));
        return with(cells);
    }

    /** Columns of a file's row that say what they said before they were mended in the line. */
    List<String> mendedIn(DraftCells line) {
        return line.filed.entrySet().stream()
                .filter(cell -> cell.getValue().equals(inFile(cell.getKey())))
                .map(Map.Entry::getKey)
                .filter(key -> !text(key).equals(line.text(key)))
                .toList();
    }

    /** With what was given in place of what it was repaired to, for good. */
    DraftCells keepingGiven(String key) {
        Given before = given.get(key);
        return before == null ? this : keeping(key, before.text());
    }

    /** With a text that the sender wants as it is, for good. */
    DraftCells keeping(String key, String text) {
        return with(Map.of(key, new Cell(text, null, true, hints.get(key), filed.get(key))));
    }

    /**
     * What a file says, with what the sender had decided on the cells of the line before: where a cell says the same again,
     * it is treated as it was.
     */
    DraftCells heeding(DraftCells before) {
        Map<String, Cell> decided = new LinkedHashMap<>();
        for (String key : texts.keySet()) {
            Cell now = cell(key);
            Cell old = before.cell(key);
            boolean same = now.text().equals(old.text())
                    || old.kept()
                            && now.given() != null
                            && CellText.composed(now.given().text()).equals(old.text());
            if (same && !now.isTreatedAs(old)) {
                decided.put(key, old);
            }
        }
        return with(decided);
    }

    /** With some cells as others have them. */
    DraftCells with(Collection<String> keys, DraftCells others) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        keys.forEach(key -> cells.put(key, others.cell(key)));
        return with(cells);
    }

    private DraftCells with(Map<String, Cell> cells) {
        if (cells.isEmpty()) {
            return this;
        }
        Map<String, String> newTexts = new LinkedHashMap<>(texts);
        Map<String, Given> newGiven = new LinkedHashMap<>(given);
        Set<String> newKept = new LinkedHashSet<>(kept);
        Map<String, CellHint> newHints = new LinkedHashMap<>(hints);
        Map<String, String> newFiled = new LinkedHashMap<>(filed);
        cells.forEach((key, cell) -> {
            put(newTexts, key, cell.text().isEmpty() ? null : cell.text());
            put(newGiven, key, cell.given());
            put(newHints, key, cell.hint());
            put(newFiled, key, cell.filed());
            newKept.remove(key);
            if (cell.kept()) {
                newKept.add(key);
            }
        });
        return new DraftCells(newTexts, newGiven, newKept, newHints, newFiled);
    }

    private static <T> void put(Map<String, T> map, String key, @Nullable T value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    String write() {
        StringWriter text = new StringWriter(Cells.TYPICAL_LENGTH);
        try (JsonGenerator json = Cells.JSON.createGenerator(text)) {
            json.writeStartObject().writeStartObject(CELLS);
            texts.forEach(json::write);
            json.writeEnd();
            if (!given.isEmpty()) {
                json.writeStartObject("given");
                given.forEach((key, before) -> json.writeStartArray(key)
                        .write(before.kind().name())
                        .write(before.text())
                        .writeEnd());
                json.writeEnd();
            }
            if (!kept.isEmpty()) {
                json.writeStartArray("kept");
                kept.forEach(json::write);
                json.writeEnd();
            }
            if (!hints.isEmpty()) {
                json.writeStartObject("hints");
                hints.forEach((key, hint) -> json.write(key, hint.name()));
                json.writeEnd();
            }
            if (!filed.isEmpty()) {
                json.writeStartObject("filed");
                filed.forEach(json::write);
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    /** Lines of earlier days have the texts alone. */
    static DraftCells read(String written) {
        try (JsonReader reader = Cells.JSON.createReader(new StringReader(written))) {
            JsonObject json = reader.readObject();
            if (json.getOrDefault(CELLS, JsonValue.NULL).getValueType() != JsonValue.ValueType.OBJECT) {
                return new DraftCells(Cells.read(json), Map.of(), Set.of(), Map.of(), Map.of());
            }
            Map<String, Given> given = new LinkedHashMap<>();
            object(json, "given").forEach((key, value) -> {
                JsonArray before = value.asJsonArray();
                given.put(key, new Given(RepairKind.valueOf(before.getString(0)), before.getString(1)));
            });
            Set<String> kept = new LinkedHashSet<>();
            if (json.containsKey("kept")) {
                json.getJsonArray("kept").getValuesAs(JsonString::getString).forEach(kept::add);
            }
            Map<String, CellHint> hints = new LinkedHashMap<>();
            object(json, "hints")
                    .forEach((key, value) -> hints.put(key, CellHint.valueOf(((JsonString) value).getString())));
            // What the file left blank is kept as well: it says that somebody has filled the cell since.
            Map<String, String> filed = new LinkedHashMap<>();
            object(json, "filed")
                    .forEach((key, value) -> filed.put(key, CellText.composed(((JsonString) value).getString())));
            return new DraftCells(Cells.read(json.getJsonObject(CELLS)), given, kept, hints, filed);
        }
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonObject(name) : JsonValue.EMPTY_JSON_OBJECT;
    }
}
