package vn.khanhhoa.thecovid.eligibility;

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
import vn.khanhhoa.thecovid.eligibility.evidence.RecordProblem;

/** The cells and problems of a row as one text, which is then encrypted. */
record ImportRowText(Map<String, String> cells, List<RecordProblem> problems) {
    /** Kept, because each look-up searches the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final int MOST_PROBLEMS = 20;

    String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStartObject("cells");
            cells.forEach(json::write);
            json.writeEnd();
            json.writeStartArray("problems");
            problems.stream().limit(MOST_PROBLEMS).forEach(problem -> write(json, problem));
            json.writeEnd();
            json.writeEnd();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RecordProblem problem) {
        json.writeStartObject();
        json.write("column", problem.column());
        json.write("key", problem.key());
        json.write("error", problem.isError());
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

    static ImportRowText read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            Map<String, String> cells = new LinkedHashMap<>();
            json.getJsonObject("cells").forEach((key, value) -> cells.put(key, ((JsonString) value).getString()));
            List<RecordProblem> problems = json.getJsonArray("problems").getValuesAs(JsonObject.class).stream()
                    .map(problem -> new RecordProblem(
                            problem.getString("column"),
                            problem.getString("key"),
                            problem.getBoolean("error"),
                            args(problem.getJsonArray("args"))))
                    .toList();
            return new ImportRowText(cells, problems);
        }
    }

    private static List<Object> args(JsonArray json) {
        List<Object> args = new ArrayList<>();
        for (JsonValue value : json) {
            args.add(value instanceof JsonNumber number ? number.longValue() : ((JsonString) value).getString());
        }
        return args;
    }
}
