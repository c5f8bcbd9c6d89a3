package vn.khanhhoa.thecovid.intake;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.khanhhoa.thecovid.platform.JsonParts;

/**
 * Rows that a program sends: a JSON object whose member {@code rows} is an array of objects, with a text for the key of each
 * column, and the row's id as {@code _row} where it is to be mended. Read in one pass; numbers count as they are written.
 */
final class JsonRows {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String ROWS = "rows";
    private static final String REF = "_row";
    private static final int MOST_UNKNOWN = 20;

    private final byte[] file;
    private final ReadingLimits limits;
    private final RowBound bound;
    private final List<FormColumn> columns;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private int rows;
    private int data;

    JsonRows(byte[] file, FormDefinition form, ReadingLimits limits, RowBound bound) {
        this.file = file;
        this.limits = limits;
        this.bound = bound;
        this.columns = form.columns();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i).key(), i);
        }
    }

    Reading read(Consumer<ListRow> taker) {
        boolean found = false;
        try (JsonParser json = JSON.createParser(new InputStreamReader(
                new ByteArrayInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            expect(json, JsonParser.Event.START_OBJECT);
            while (json.next() == JsonParser.Event.KEY_NAME) {
                boolean here = json.getString().equals(ROWS);
                JsonParser.Event value = json.next();
                if (here && !found && value == JsonParser.Event.START_ARRAY) {
                    found = true;
                    readRows(json, taker);
                } else if (here) {
                    throw broken();
                } else {
                    JsonParts.skip(json, value);
                }
            }
            if (json.hasNext()) {
                json.next();
                throw broken();
            }
        } catch (JsonException | NoSuchElementException notJson) {
            throw broken();
        }
        if (!found) {
            throw broken();
        }
        if (data == 0) {
            throw new Refusal(UnreadableCode.NO_ROWS);
        }
        return new FinishedReading(
                data, 0, List.copyOf(unknown), "", Optional.empty(), false, List.of(), List.of(), List.of());
    }

    private void readRows(JsonParser json, Consumer<ListRow> taker) {
        JsonParser.Event event = json.next();
        while (event != JsonParser.Event.END_ARRAY) {
            rows++;
            if (event != JsonParser.Event.START_OBJECT) {
                throw broken();
            }
            readRow(json, taker);
            event = json.next();
        }
    }

    private void readRow(JsonParser json, Consumer<ListRow> taker) {
        bound.checkTime();
        List<String> cells = new ArrayList<>(Collections.nCopies(positions.size(), ""));
        List<RowProblem> problems = new ArrayList<>();
        String ref = "";
        while (json.next() == JsonParser.Event.KEY_NAME) {
            String key = json.getString();
            Integer at = positions.get(key);
            String text = text(json);
            if (at != null) {
                if (text.length() > limits.cellLength()) {
                    problems.add(new RowProblem(
                            rows,
                            key,
                            ProblemCode.CELL_TOO_LONG,
                            List.of(limits.cellLength(), columns.get(at).maxLength())));
                    text = text.substring(0, limits.cellLength());
                }
                cells.set(at, text);
            } else if (key.equals(REF)) {
                ref = text.length() > limits.cellLength() ? "" : text;
            } else if (unknown.size() < MOST_UNKNOWN) {
                unknown.add(key.length() > limits.cellLength() ? "" : key);
            }
        }
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (++data > limits.rows()) {
            throw new Refusal(UnreadableCode.TOO_MANY_ROWS, limits.rows());
        }
        bound.keep(rows, cells, problems);
        taker.accept(new ListRow(rows, cells, problems, Map.of(), ref, Set.of()));
    }

    private String text(JsonParser json) {
        return switch (json.next()) {
            case VALUE_STRING, VALUE_NUMBER -> json.getString();
            case VALUE_NULL -> "";
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            default -> throw broken();
        };
    }

    private void expect(JsonParser json, JsonParser.Event wanted) {
        if (json.next() != wanted) {
            throw broken();
        }
    }

    private Refusal broken() {
        return new Refusal(UnreadableCode.NOT_JSON_ROWS, rows);
    }
}
