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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.stafflist.intake.CellHint;
import vn.khanhhoa.thecovid.stafflist.intake.CheckedRow;
import vn.khanhhoa.thecovid.stafflist.intake.FormColumn;
import vn.khanhhoa.thecovid.stafflist.intake.FormDefinition;
import vn.khanhhoa.thecovid.stafflist.intake.ListRow;
import vn.khanhhoa.thecovid.stafflist.intake.Repair;
import vn.khanhhoa.thecovid.stafflist.intake.RepairKind;

/**
 * The cells of a line with all that is needed to check it again as it was checked first. All by column key.
 *
 * @param texts what counts; blank cells are absent
 * @param given what was given where the text was put right
 * @param kept columns that the sender wants as they are
 * @param hints what the spreadsheet knew of a cell
 */
record DraftCells(Map<String, String> texts, Map<String, Given> given, Set<String> kept, Map<String, CellHint> hints) {
    private static final String CELLS = "cells";

    record Given(RepairKind kind, String text) {}

    /** Of a row as it was read and checked. */
    static DraftCells of(FormDefinition form, ListRow row, CheckedRow checked) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Repair repair : checked.repairs()) {
            given.put(repair.columnKey(), new Given(repair.kind(), repair.given()));
        }
        Map<String, CellHint> hints = new LinkedHashMap<>();
        row.hints()
                .forEach((position, hint) ->
                        hints.put(form.columns().get(position).key(), hint));
        return new DraftCells(checked.cells(), given, row.kept(), hints);
    }

    /** As it was given, to be checked again; text of an old font stays converted, which only a reader does. */
    ListRow listRow(FormDefinition form, int number) {
        List<String> cells = new ArrayList<>();
        Map<Integer, CellHint> found = new LinkedHashMap<>();
        List<Repair> converted = new ArrayList<>();
        Map<String, String> earlier = new LinkedHashMap<>();
        List<FormColumn> columns = form.columns();
        for (int i = 0; i < columns.size(); i++) {
            String key = columns.get(i).key();
            String text = texts.getOrDefault(key, "");
            Given before = given.get(key);
            if (before != null && before.kind() == RepairKind.OLD_FONT) {
                converted.add(new Repair(key, RepairKind.OLD_FONT, before.text(), text));
            } else if (before != null) {
                earlier.put(key, text);
            }
            cells.add(before == null || before.kind() == RepairKind.OLD_FONT ? text : before.text());
            if (hints.containsKey(key)) {
                found.put(i, hints.get(key));
            }
        }
        return new ListRow(number, cells, List.of(), found, "", kept, earlier, converted);
    }

    /** With a text that was typed in place of another; it is checked as any other. */
    DraftCells typed(String key, String text) {
        return changed(key, text, false);
    }

    /** With what was given in place of what it was repaired to, for good. */
    DraftCells keepingGiven(String key) {
        Given before = given.get(key);
        return before == null ? this : changed(key, before.text(), true);
    }

    private DraftCells changed(String key, String text, boolean keep) {
        Map<String, String> newTexts = new LinkedHashMap<>(texts);
        if (text.isEmpty()) {
            newTexts.remove(key);
        } else {
            newTexts.put(key, text);
        }
        Map<String, Given> newGiven = new LinkedHashMap<>(given);
        newGiven.remove(key);
        Set<String> newKept = new LinkedHashSet<>(kept);
        newKept.remove(key);
        Map<String, CellHint> newHints = new LinkedHashMap<>(hints);
        if (keep) {
            newKept.add(key);
        } else {
            newHints.remove(key);
        }
        return new DraftCells(newTexts, newGiven, newKept, newHints);
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
            json.writeEnd();
        }
        return text.toString();
    }

    /** Lines of earlier days have the texts alone. */
    static DraftCells read(String written) {
        try (JsonReader reader = Cells.JSON.createReader(new StringReader(written))) {
            JsonObject json = reader.readObject();
            if (json.getOrDefault(CELLS, JsonValue.NULL).getValueType() != JsonValue.ValueType.OBJECT) {
                return new DraftCells(texts(json), Map.of(), Set.of(), Map.of());
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
            return new DraftCells(texts(json.getJsonObject(CELLS)), given, kept, hints);
        }
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonObject(name) : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.forEach((key, value) -> texts.put(key, ((JsonString) value).getString()));
        return texts;
    }
}
