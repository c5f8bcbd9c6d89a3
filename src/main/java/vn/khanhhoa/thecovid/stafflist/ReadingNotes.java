package vn.khanhhoa.thecovid.stafflist;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.stafflist.intake.FinishedReading;

/**
 * What the sender should know of how a file was read.
 *
 * @param ignoredColumns headings whose cells were left out
 */
public record ReadingNotes(List<String> ignoredColumns) {
    private static final int MOST = 30;
    private static final int LONGEST = 80;
    private static final String IGNORED = "ignored";

    public ReadingNotes {
        ignoredColumns = List.copyOf(ignoredColumns);
    }

    public String ignoredText() {
        return String.join(", ", ignoredColumns);
    }

    static String write(FinishedReading reading) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Cells.JSON.createGenerator(text)) {
            json.writeStartObject().writeStartArray(IGNORED);
            reading.ignoredColumns().stream()
                    .limit(MOST)
                    .map(heading -> heading.length() > LONGEST ? heading.substring(0, LONGEST) : heading)
                    .forEach(json::write);
            json.writeEnd().writeEnd();
        }
        return text.toString();
    }

    static ReadingNotes read(@Nullable String written) {
        if (written == null) {
            return new ReadingNotes(List.of());
        }
        try (JsonReader reader = Cells.JSON.createReader(new StringReader(written))) {
            JsonObject json = reader.readObject();
            return new ReadingNotes(json.getJsonArray(IGNORED).getValuesAs(JsonString::getString));
        }
    }
}
