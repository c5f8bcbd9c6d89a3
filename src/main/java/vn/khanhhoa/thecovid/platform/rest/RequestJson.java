package vn.khanhhoa.thecovid.platform.rest;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import vn.khanhhoa.thecovid.platform.JsonParts;

/** Reads what was sent as JSON, whatever it says, but no more than so many bytes and no deeper than a request needs. */
public final class RequestJson {
    private static final int DEEPEST = 16;

    /** Looked for once: {@code Json} goes through all archives for it at each call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private RequestJson() {}

    /** @param limit in bytes; what is longer or nested too deeply is answered with 413, what is not JSON in UTF-8 with 400 */
    public static JsonValue read(InputStream body, int limit) throws IOException {
        return parse(RequestBody.read(body, limit));
    }

    /** The same of what was read already. */
    public static JsonValue parse(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (isDeeperThan(DEEPEST, text)) {
                throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
            }
            try (JsonParser parser = JSON.createParser(new StringReader(text))) {
                parser.next();
                JsonValue value = parser.getValue();
                if (parser.hasNext()) { // where something follows, the parser throws here or at its next step
                    parser.next();
                }
                return value;
            }
        } catch (CharacterCodingException | JsonException | NoSuchElementException notJson) {
            throw new BadRequestException(notJson);
        }
    }

    /** A text that the object sent must have; what is none is answered with 400. */
    public static String text(byte[] bytes, String member) {
        if (!(parse(bytes) instanceof JsonObject object)) {
            throw new BadRequestException();
        }
        if (object.get(member) instanceof JsonString text) {
            return text.getString();
        }
        throw new ApiRefusal(400, "platform.wrong-member", member);
    }

    /** Throws 400 for what is not one JSON object in UTF-8. It is only gone over: whoever reads it does so elsewhere. */
    public static void requireObject(byte[] bytes) {
        try (JsonParser json = JSON.createParser(
                new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()))) {
            JsonParser.Event begun = json.next();
            if (begun != JsonParser.Event.START_OBJECT) {
                throw new BadRequestException();
            }
            JsonParts.skip(json, begun);
            if (json.hasNext()) {
                json.next();
                throw new BadRequestException();
            }
        } catch (JsonException | NoSuchElementException notJson) {
            throw new BadRequestException(notJson);
        }
    }

    /** Counted before parsing: a parser that calls itself for each bracket would run out of stack. */
    static boolean isDeeperThan(int most, String text) {
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (quoted && letter == '\\') {
                at++;
            } else if (!quoted && (letter == '[' || letter == '{') && ++depth > most) {
                return true;
            } else if (!quoted && (letter == ']' || letter == '}')) {
                depth--;
            }
        }
        return false;
    }
}
