package vn.khanhhoa.thecovid.stafflist;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import vn.khanhhoa.thecovid.intake.ReadingQuestion;

/** How what a file asks is written into the database, then encrypted: JSON. */
final class Offers {
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private Offers() {}

    static String write(ReadingQuestion question) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Cells.JSON.createGenerator(text)) {
            json.writeStartObject();
            if (question instanceof ReadingQuestion.WhichSheet which) {
                json.writeStartArray("sheets");
                which.sheets().stream()
                        .limit(MOST)
                        .forEach(sheet -> json.writeStartArray()
                                .write(sheet.name())
                                .write(sheet.rows())
                                .writeEnd());
                json.writeEnd();
            } else if (question instanceof ReadingQuestion.ConvertOldFont convert) {
                json.write("font", convert.font()).writeStartArray("samples");
                convert.samples().stream()
                        .limit(MOST)
                        .forEach(sample -> json.writeStartArray()
                                .write(shortened(sample.given()))
                                .write(shortened(sample.converted()))
                                .writeEnd());
                json.writeEnd();
            } else if (question instanceof ReadingQuestion.OtherForm other) {
                json.write("form", other.code())
                        .write("nameVi", other.nameVi())
                        .write("nameEn", other.nameEn())
                        .writeStartArray("headings");
                other.headings().stream().limit(MOST).map(Offers::shortened).forEach(json::write);
                json.writeEnd();
            }
            json.writeEnd();
        }
        return text.toString();
    }

    static ReadingQuestion read(String written) {
        try (JsonReader reader = Cells.JSON.createReader(new StringReader(written))) {
            JsonObject json = reader.readObject();
            if (json.containsKey("sheets")) {
                return new ReadingQuestion.WhichSheet(pairs(json, "sheets").stream()
                        .map(sheet -> new ReadingQuestion.SheetOffer(sheet.getString(0), sheet.getInt(1)))
                        .toList());
            }
            if (json.containsKey("form")) {
                return new ReadingQuestion.OtherForm(
                        json.getString("form"),
                        json.getString("nameVi"),
                        json.getString("nameEn"),
                        json.getJsonArray("headings").getValuesAs(JsonString::getString));
            }
            return new ReadingQuestion.ConvertOldFont(
                    json.getString("font"),
                    pairs(json, "samples").stream()
                            .map(sample -> new ReadingQuestion.Sample(sample.getString(0), sample.getString(1)))
                            .toList());
        }
    }

    private static List<JsonArray> pairs(JsonObject json, String name) {
        return json.getJsonArray(name).getValuesAs(JsonArray.class);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
