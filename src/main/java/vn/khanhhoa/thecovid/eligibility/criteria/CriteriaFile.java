package vn.khanhhoa.thecovid.eligibility.criteria;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.shared.OneLine;

/**
 * A criteria set as a file: JSON in UTF-8, one line for each level, column and row, so that two versions can be compared.
 * Read strictly: a field that is unknown, missing, repeated or of another kind is a problem with its place. A set has
 * exactly one text.
 */
public final class CriteriaFile {
    /** @param draft there if the file has the form of one; its cells are not looked at yet */
    public record Read(Optional<CriteriaDraft> draft, List<CriteriaProblem> problems) {}

    private static final int FORMAT = 1;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_FILE = 1_000_000;
    private static final Set<String> SET =
            Set.of("format", "code", "name_vi", "name_en", "place", "document", "levels", "columns", "rows");
    private static final Set<String> LEVEL = Set.of("code", "name_vi", "name_en", "colour", "treated_as");
    private static final Set<String> ROW =
            Set.of("code", "level", "blocking", "name_vi", "name_en", "remark_vi", "remark_en", "when");
    private static final Set<String> OPTIONAL =
            Set.of("blocking", "remark_vi", "remark_en", "when", "place", "document");

    private final Findings findings = new Findings();

    private CriteriaFile() {}

    public static Read read(String text) {
        return new CriteriaFile().readFile(text);
    }

    /** Reads, and checks what was read. */
    public static CheckedCriteria read(String text, Vocabulary vocabulary) {
        Read read = read(text);
        return read.draft()
                .map(draft -> CriteriaCheck.check(draft, vocabulary))
                .orElseGet(() -> new CheckedCriteria(Optional.empty(), read.problems()));
    }

    private Read readFile(String text) {
        if (text.length() > LONGEST_FILE) {
            findings.add(ProblemCode.TOO_LONG, "", "", LONGEST_FILE);
            return new Read(Optional.empty(), findings.all());
        }
        try (JsonReader reader = Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE))
                .createReader(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text))) {
            CriteriaDraft draft = set(reader.readObject());
            return new Read(findings.hasErrors() ? Optional.empty() : Optional.of(draft), findings.all());
        } catch (JsonParsingException malformed) {
            findings.add(
                    ProblemCode.FILE_NOT_READABLE,
                    "",
                    "",
                    malformed.getLocation().getLineNumber(),
                    malformed.getLocation().getColumnNumber());
        } catch (JsonException | IllegalStateException unlike) {
            findings.add(ProblemCode.FILE_NOT_READABLE, "", "", "?", "?");
        }
        return new Read(Optional.empty(), findings.all());
    }

    private CriteriaDraft set(JsonObject file) {
        fields(file, SET, "", "");
        if (!Json.createValue(FORMAT).equals(file.get("format"))) {
            findings.add(ProblemCode.FORMAT_UNKNOWN, "", "", FORMAT);
        }
        return new CriteriaDraft(
                string(file, "code", "", ""),
                string(file, "name_vi", "", ""),
                string(file, "name_en", "", ""),
                string(file, "place", "", ""),
                string(file, "document", "", ""),
                each(file, "levels", this::level),
                each(file, "columns", this::column),
                each(file, "rows", this::row));
    }

    private <T> List<T> each(JsonObject file, String field, BiFunction<JsonObject, String, T> read) {
        List<T> all = new ArrayList<>();
        if (file.get(field) instanceof JsonArray array) {
            for (JsonValue value : array) {
                if (value instanceof JsonObject object) {
                    all.add(read.apply(object, field));
                } else {
                    findings.add(ProblemCode.FIELD_OF_WRONG_KIND, "", "", field, "{ }");
                }
            }
        } else if (file.containsKey(field)) {
            findings.add(ProblemCode.FIELD_OF_WRONG_KIND, "", "", field, "[ ]");
        }
        return all;
    }

    private Level level(JsonObject level, String list) {
        fields(level, LEVEL, "", "");
        return new Level(
                string(level, "code", "", ""),
                string(level, "name_vi", "", ""),
                string(level, "name_en", "", ""),
                string(level, "colour", "", ""),
                string(level, "treated_as", "", ""));
    }

    private CriteriaDraft.Column column(JsonObject column, String list) {
        String key = string(column, "key", "", "");
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        column.forEach((name, value) -> {
            if (!name.equals("key") && !name.equals("term")) {
                parameters.put(name, strings(value, key, name));
            }
        });
        if (!column.containsKey("key")) {
            findings.add(ProblemCode.FIELD_MISSING, "", "", "key");
        }
        if (!column.containsKey("term")) {
            findings.add(ProblemCode.FIELD_MISSING, "", key, "term");
        }
        return new CriteriaDraft.Column(key, string(column, "term", "", key), parameters);
    }

    private List<String> strings(JsonValue value, String column, String field) {
        if (value instanceof JsonString string) {
            return List.of(OneLine.of(string.getString()));
        }
        if (value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.stream()
                    .map(each -> OneLine.of(((JsonString) each).getString()))
                    .toList();
        }
        findings.add(ProblemCode.FIELD_OF_WRONG_KIND, "", column, field, "[\" \"]");
        return List.of();
    }

    private CriteriaDraft.Row row(JsonObject row, String list) {
        String code = string(row, "code", "", "");
        fields(row, ROW, code, "");
        Map<String, String> cells = new LinkedHashMap<>();
        if (row.get("when") instanceof JsonObject when) {
            when.keySet().forEach(column -> cells.put(column, string(when, column, code, column)));
        } else if (row.containsKey("when")) {
            findings.add(ProblemCode.FIELD_OF_WRONG_KIND, code, "", "when", "{ }");
        }
        JsonValue blocking = row.getOrDefault("blocking", JsonValue.FALSE);
        if (blocking != JsonValue.TRUE && blocking != JsonValue.FALSE) {
            findings.add(ProblemCode.FIELD_OF_WRONG_KIND, code, "", "blocking", "true, false");
        }
        return new CriteriaDraft.Row(
                code,
                string(row, "level", code, ""),
                blocking == JsonValue.TRUE,
                string(row, "name_vi", code, ""),
                string(row, "name_en", code, ""),
                string(row, "remark_vi", code, ""),
                string(row, "remark_en", code, ""),
                cells);
    }

    private void fields(JsonObject object, Set<String> known, String row, String column) {
        object.keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> findings.add(ProblemCode.FIELD_UNKNOWN, row, column, field));
        known.stream()
                .filter(field -> !OPTIONAL.contains(field) && !object.containsKey(field))
                .sorted()
                .forEach(field -> findings.add(ProblemCode.FIELD_MISSING, row, column, field));
    }

    private String string(JsonObject object, String field, String row, String column) {
        JsonValue value = object.get(field);
        if (value instanceof JsonString string) {
            return OneLine.of(string.getString());
        }
        if (value != null) {
            findings.add(ProblemCode.FIELD_OF_WRONG_KIND, row, column, field, "\" \"");
        }
        return "";
    }

    public static String write(CriteriaDraft draft) {
        JsonObjectBuilder head = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("code", draft.code())
                .add("name_vi", draft.nameVi())
                .add("name_en", draft.nameEn())
                .add("place", draft.place())
                .add("document", draft.document());
        String fields = head.build().entrySet().stream()
                .map(field -> "  " + Json.createValue(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(",\n"));
        return "{\n" + fields + ",\n"
                + lines(
                        "levels",
                        draft.levels().stream().map(CriteriaFile::line).toList()) + ",\n"
                + lines(
                        "columns",
                        draft.columns().stream().map(CriteriaFile::line).toList()) + ",\n"
                + lines("rows", draft.rows().stream().map(CriteriaFile::line).toList()) + "\n}\n";
    }

    private static String lines(String field, List<JsonObject> objects) {
        return "  \"" + field + "\": ["
                + objects.stream().map(object -> "\n    " + object).collect(Collectors.joining(","))
                + "\n  ]";
    }

    private static JsonObject line(Level level) {
        return Json.createObjectBuilder()
                .add("code", level.code())
                .add("name_vi", level.nameVi())
                .add("name_en", level.nameEn())
                .add("colour", level.colour())
                .add("treated_as", level.treatedAs())
                .build();
    }

    private static JsonObject line(CriteriaDraft.Column column) {
        JsonObjectBuilder line =
                Json.createObjectBuilder().add("key", column.key()).add("term", column.term());
        column.parameters().forEach((parameter, values) -> {
            JsonArrayBuilder array = Json.createArrayBuilder();
            values.forEach(array::add);
            line.add(parameter, array);
        });
        return line.build();
    }

    private static JsonObject line(CriteriaDraft.Row row) {
        JsonObjectBuilder line =
                Json.createObjectBuilder().add("code", row.code()).add("level", row.level());
        if (row.blocking()) {
            line.add("blocking", true);
        }
        line.add("name_vi", row.nameVi()).add("name_en", row.nameEn());
        if (!row.remarkVi().isEmpty() || !row.remarkEn().isEmpty()) {
            line.add("remark_vi", row.remarkVi()).add("remark_en", row.remarkEn());
        }
        JsonObjectBuilder cells = Json.createObjectBuilder();
        row.cells().forEach(cells::add);
        return line.add("when", cells).build();
    }

    /** The sets that a portal begins with. */
    public static List<String> shipped() {
        return List.of("criteria-khanh-hoa-2021.json", "criteria-da-nang-2021.json", "criteria-ho-chi-minh-2021.json")
                .stream()
                .map(CriteriaFile::resource)
                .toList();
    }

    private static String resource(String name) {
        try (Reader file = Vocabulary.resource(name)) {
            StringWriter text = new StringWriter();
            file.transferTo(text);
            return text.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
