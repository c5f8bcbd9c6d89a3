package vn.khanhhoa.thecovid.stafflist;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.stafflist.intake.ProblemCode;
import vn.khanhhoa.thecovid.stafflist.intake.RowProblem;

/** How the cells of a line and its problems are written into the database: JSON, the cells then encrypted. */
final class Cells {
    private Cells() {}

    static String write(Map<String, String> cells) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        cells.forEach(json::add);
        return json.build().toString();
    }

    static Map<String, String> read(String json) {
        Map<String, String> cells = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((key, value) -> cells.put(key, ((JsonString) value).getString()));
        }
        return cells;
    }

    static String writeProblems(List<RowProblem> problems) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (RowProblem problem : problems) {
            JsonArrayBuilder args = Json.createArrayBuilder();
            for (Object arg : problem.args()) {
                if (arg instanceof Number number) {
                    args.add(number.longValue());
                } else {
                    args.add(String.valueOf(arg));
                }
            }
            json.add(Json.createObjectBuilder()
                    .add("column", problem.columnKey())
                    .add("code", problem.code().name())
                    .add("args", args));
        }
        return json.build().toString();
    }

    static List<RowProblem> readProblems(int row, String json) {
        List<RowProblem> problems = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
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
