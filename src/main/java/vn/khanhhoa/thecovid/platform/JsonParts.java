package vn.khanhhoa.thecovid.platform;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;

/** Going over parts of a JSON document that nobody wants. */
public final class JsonParts {
    private static final int DEEPEST = 64;

    private JsonParts() {}

    /**
     * Past the value that has just begun. The parser's own way never returns where the document ends inside the value; this
     * one throws as its next step does, and where it is nested without reason.
     */
    public static void skip(JsonParser json, JsonParser.Event begun) {
        int depth = change(begun);
        while (depth > 0) {
            depth += change(json.next());
            if (depth > DEEPEST) {
                throw new JsonException("nested too deeply");
            }
        }
    }

    private static int change(JsonParser.Event event) {
        return switch (event) {
            case START_ARRAY, START_OBJECT -> 1;
            case END_ARRAY, END_OBJECT -> -1;
            default -> 0;
        };
    }
}
