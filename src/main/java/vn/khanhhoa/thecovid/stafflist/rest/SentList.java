package vn.khanhhoa.thecovid.stafflist.rest;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.BadRequestException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import vn.khanhhoa.thecovid.platform.JsonParts;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;

/**
 * What a list sent as JSON says of itself. Its rows are not looked at, only gone over: reading them is the job's, as with
 * any file.
 *
 * @param details answers for the whole list, by key
 */
record SentList(String form, String name, Map<String, String> details, boolean hasRows) {
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String DETAILS = "details";

    /** Throws 400 for what is not one JSON object in UTF-8. */
    static SentList of(byte[] body) {
        String form = "";
        String name = "";
        Map<String, String> details = Map.of();
        boolean rows = false;
        try (JsonParser json = JSON.createParser(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8.newDecoder()))) {
            if (json.next() != JsonParser.Event.START_OBJECT) {
                throw new BadRequestException();
            }
            while (json.next() == JsonParser.Event.KEY_NAME) {
                String key = json.getString();
                JsonParser.Event value = json.next();
                if (value == JsonParser.Event.VALUE_STRING && key.equals("form")) {
                    form = json.getString();
                } else if (value == JsonParser.Event.VALUE_STRING && key.equals("name")) {
                    name = json.getString();
                } else if (value == JsonParser.Event.START_OBJECT && key.equals(DETAILS)) {
                    details = details(json);
                } else {
                    rows |= value == JsonParser.Event.START_ARRAY && key.equals("rows");
                    JsonParts.skip(json, value);
                }
            }
            if (json.hasNext()) {
                json.next();
                throw new BadRequestException();
            }
        } catch (JsonException | NoSuchElementException notJson) {
            throw new BadRequestException(notJson);
        }
        return new SentList(form, name, details, rows);
    }

    private static Map<String, String> details(JsonParser json) {
        Map<String, String> details = new LinkedHashMap<>();
        while (json.next() == JsonParser.Event.KEY_NAME) {
            String key = json.getString();
            switch (json.next()) {
                case VALUE_STRING, VALUE_NUMBER -> details.put(key, json.getString());
                case VALUE_NULL -> {}
                default -> throw new ApiRefusal(400, "platform.wrong-member", DETAILS);
            }
        }
        return details;
    }
}
