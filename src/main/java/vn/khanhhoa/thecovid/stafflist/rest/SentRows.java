package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.intake.ReadingChoices;
import vn.khanhhoa.thecovid.platform.rest.ApiIds;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.platform.rest.RequestJson;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.CellEdit;
import vn.khanhhoa.thecovid.stafflist.RowFix;

/** What callers send about rows, entries and details; whatever is not as it is described is answered with 400. */
final class SentRows {
    private SentRows() {}

    static List<CellEdit> corrections(byte[] body) {
        List<CellEdit> edits = new ArrayList<>();
        for (JsonObject each : objects(body, "corrections")) {
            boolean keep = isTrue(each, "keepGiven");
            boolean accept = isTrue(each, "accept");
            if (keep && accept) {
                throw wrong("accept");
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
        return objects(body, "rows").stream()
                .map(each -> texts(each, "rows").orElseThrow())
                .toList();
    }

    static RowFix fix(byte[] body) {
        JsonObject object = object(body);
        RowFix.Action action = ApiIds.one("action", RowFix.Action.class, required(object, "action"));
        String problem = required(object, "problem");
        if (problem.isEmpty()) {
            throw wrong("problem");
        }
        RowSearch search = new RowSearch(text(object, "state").orElse(""), problem, required(object, "column"));
        return search.fix(
                action,
                text(object, "given"),
                text(object, "text").orElse(""),
                ApiIds.number("rows", required(object, "rows")));
    }

    static ReadingChoices choice(byte[] body) {
        JsonObject object = object(body);
        List<String> sheets = sheets(object);
        JsonValue convert = object.getOrDefault("convertOldFont", JsonValue.NULL);
        Optional<Boolean> converted = convert == JsonValue.TRUE || convert == JsonValue.FALSE
                ? Optional.of(convert == JsonValue.TRUE)
                : Optional.empty();
        boolean ownForm = isTrue(object, "ownForm");
        if (sheets.isEmpty() && converted.isEmpty() && !ownForm) {
            throw wrong("sheet");
        }
        return new ReadingChoices(sheets, converted, Map.of(), ownForm);
    }

    /** How a file that came before is read now: other sheets of it, or headings with the columns that they are. */
    static ReadingChoices again(byte[] body) {
        JsonObject object = object(body);
        List<String> sheets = sheets(object);
        Map<String, String> columns = texts(object.get("columns"), "columns").orElse(Map.of());
        if (sheets.isEmpty() && columns.isEmpty()) {
            throw wrong("sheets");
        }
        return new ReadingChoices(sheets, Optional.empty(), columns);
    }

    /** One as {@code sheet}, several as {@code sheets}. */
    private static List<String> sheets(JsonObject object) {
        if (!(object.get("sheets") instanceof JsonArray several)) {
            return text(object, "sheet").stream().toList();
        }
        return several.stream()
                .map(each -> text(each, "sheets").orElseThrow(() -> wrong("sheets")))
                .toList();
    }

    /** Without a body nothing is removed. */
    static boolean removesMissing(byte[] body) {
        return body.length > 0 && isTrue(object(body), "removeMissing");
    }

    private static boolean isTrue(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.FALSE) == JsonValue.TRUE;
    }

    static List<PublicId> entries(byte[] body) {
        return array(body, "entries").stream()
                .map(each -> ApiIds.of(text(each, "entries").orElseThrow(() -> wrong("entries"))))
                .toList();
    }

    static LocalDate day(byte[] body, String name) {
        String text = required(object(body), name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw wrong(name);
        }
    }

    /** Answers by the keys of the form's details. */
    static Map<String, String> answers(byte[] body) {
        return texts(object(body).get("answers"), "answers").orElseThrow(() -> wrong("answers"));
    }

    /** Empty where it is no object. */
    private static Optional<Map<String, String>> texts(@Nullable JsonValue value, String name) {
        if (value instanceof JsonObject object) {
            Map<String, String> texts = new LinkedHashMap<>();
            object.forEach((key, each) -> text(each, name).ifPresent(text -> texts.put(key, text)));
            return Optional.of(texts);
        }
        return Optional.empty();
    }

    private static JsonObject object(byte[] body) {
        if (RequestJson.parse(body) instanceof JsonObject object) {
            return object;
        }
        throw new BadRequestException();
    }

    private static JsonArray array(byte[] body, String name) {
        if (object(body).get(name) instanceof JsonArray array) {
            return array;
        }
        throw wrong(name);
    }

    private static List<JsonObject> objects(byte[] body, String name) {
        JsonArray array = array(body, name);
        if (!array.stream().allMatch(JsonObject.class::isInstance)) {
            throw wrong(name);
        }
        return array.getValuesAs(JsonObject.class);
    }

    private static String required(JsonObject object, String name) {
        return text(object, name).orElseThrow(() -> wrong(name));
    }

    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).flatMap(value -> text(value, name));
    }

    /** Numbers count as they are written. */
    private static Optional<String> text(JsonValue value, String name) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.toString());
        }
        if (value != JsonValue.NULL) {
            throw wrong(name);
        }
        return Optional.empty();
    }

    private static ApiRefusal wrong(String member) {
        return new ApiRefusal(400, "platform.wrong-member", member);
    }
}
