package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.stafflist.CellEdit;
import vn.khanhhoa.thecovid.stafflist.intake.ReadingChoices;

/** What callers send about rows; whatever is not as it is described is answered with 400. */
final class SentRows {
    private SentRows() {}

    static List<CellEdit> corrections(byte[] body) {
        List<CellEdit> edits = new ArrayList<>();
        for (JsonObject each : array(body, "corrections")) {
            boolean keep = isTrue(each, "keepGiven");
            boolean accept = isTrue(each, "accept");
            if (keep && accept) {
                throw new BadRequestException();
            }
            String row = required(each, "row");
            String column = required(each, "column");
            String seen = required(each, "seen");
            if (keep) {
                edits.add(CellEdit.keepGiven(ApiIds.of(row), column, seen));
            } else if (accept) {
                edits.add(CellEdit.accept(ApiIds.of(row), column, seen));
            } else {
                edits.add(CellEdit.typed(ApiIds.of(row), column, seen, required(each, "text")));
            }
        }
        return edits;
    }

    static List<Map<String, String>> rows(byte[] body) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonObject each : array(body, "rows")) {
            Map<String, String> cells = new LinkedHashMap<>();
            each.forEach((key, value) -> text(value).ifPresent(text -> cells.put(key, text)));
            rows.add(cells);
        }
        return rows;
    }

    static ReadingChoices choice(byte[] body) {
        JsonObject object = object(body);
        Optional<String> sheet = Optional.ofNullable(object.get("sheet")).flatMap(SentRows::text);
        JsonValue convert = object.getOrDefault("convertOldFont", JsonValue.NULL);
        Optional<Boolean> converted = convert == JsonValue.TRUE || convert == JsonValue.FALSE
                ? Optional.of(convert == JsonValue.TRUE)
                : Optional.empty();
        if (sheet.isEmpty() && converted.isEmpty()) {
            throw new BadRequestException();
        }
        return new ReadingChoices(sheet.stream().toList(), converted, Map.of());
    }

    /** Without a body nothing is removed. */
    static boolean removesMissing(byte[] body) {
        return body.length > 0 && isTrue(object(body), "removeMissing");
    }

    private static boolean isTrue(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.FALSE) == JsonValue.TRUE;
    }

    private static JsonObject object(byte[] body) {
        if (RequestJson.parse(body) instanceof JsonObject object) {
            return object;
        }
        throw new BadRequestException();
    }

    private static List<JsonObject> array(byte[] body, String name) {
        if (object(body).get(name) instanceof JsonArray array
                && array.stream().allMatch(JsonObject.class::isInstance)) {
            return array.getValuesAs(JsonObject.class);
        }
        throw new BadRequestException();
    }

    private static String required(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).flatMap(SentRows::text).orElseThrow(BadRequestException::new);
    }

    /** Numbers count as they are written. */
    private static Optional<String> text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.toString());
        }
        if (value != JsonValue.NULL) {
            throw new BadRequestException();
        }
        return Optional.empty();
    }
}
