package vn.khanhhoa.thecovid.stafflist;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.intake.CellText;
import vn.khanhhoa.thecovid.intake.ProblemCode;
import vn.khanhhoa.thecovid.intake.RowProblem;

/** How the cells of a line and its problems are written into the database: JSON, the cells then encrypted. */
final class Cells {
    /** Kept, because each look-up searches the class path. */
    static final JsonProvider JSON = JsonProvider.provider();

    static final int TYPICAL_LENGTH = 512;

    private Cells() {}

    static String write(Map<String, String> cells) {
        StringWriter text = new StringWriter(TYPICAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            cells.forEach(json::write);
            json.writeEnd();
        }
        return text.toString();
    }

    static Map<String, String> read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return read(reader.readObject());
        }
    }

    /** Composed, as those of earlier days were not when they were written. */
    static Map<String, String> read(JsonObject json) {
        Map<String, String> cells = new LinkedHashMap<>();
        json.forEach((key, value) -> {
            String text = CellText.composed(((JsonString) value).getString());
            if (!text.isEmpty()) {
                cells.put(key, text);
            }
        });
        return cells;
    }

    static String writeProblems(List<RowProblem> problems) {
        if (problems.isEmpty()) {
            return "[]";
        }
        StringWriter text = new StringWriter(TYPICAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            problems.forEach(problem -> write(json, problem));
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RowProblem problem) {
        json.writeStartObject();
        json.write("column", problem.columnKey());
        json.write("code", problem.code().name());
        json.writeStartArray("args");
        for (Object arg : problem.args()) {
            if (arg instanceof Number number) {
                json.write(number.longValue());
            } else {
                json.write(String.valueOf(arg));
            }
        }
        json.writeEnd();
        json.writeEnd();
    }

    static List<RowProblem> readProblems(int row, String json) {
        List<RowProblem> problems = new ArrayList<>();
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            for (JsonObject problem : reader.readArray().getValuesAs(JsonObject.class)) {
                problems.add(new RowProblem(
                        row,
                        problem.getString("column"),
                        ProblemCode.valueOf(problem.getString("code")),
                        args(problem.getJsonArray("args"))));
            }
        }
        return problems;
    }

    private static List<Object> args(JsonArray json) {
        List<Object> args = new ArrayList<>();
        for (JsonValue value : json) {
            args.add(value instanceof JsonNumber number ? number.longValue() : ((JsonString) value).getString());
        }
        return args;
    }
}
