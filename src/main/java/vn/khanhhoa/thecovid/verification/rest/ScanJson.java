package vn.khanhhoa.thecovid.verification.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.platform.rest.ApiRefusal;
import vn.khanhhoa.thecovid.verification.ScanMessage;
import vn.khanhhoa.thecovid.verification.Scans;

/** Scans as a call tells of them. What is no text counts as not given: it is judged with the scan that it belongs to. */
final class ScanJson {
    private ScanJson() {}

    static List<ScanMessage> read(JsonValue body) {
        if (!(body instanceof JsonObject object) || !(object.get("scans") instanceof JsonArray scans)) {
            throw new ApiRefusal(400, "platform.wrong-member", "scans");
        }
        if (scans.size() > Scans.MOST) {
            throw new ApiRefusal(422, "verification.scans-many", Scans.MOST);
        }
        List<ScanMessage> messages = new ArrayList<>();
        for (JsonValue scan : scans) {
            messages.add(scan instanceof JsonObject each ? message(each) : message(JsonValue.EMPTY_JSON_OBJECT));
        }
        return messages;
    }

    private static ScanMessage message(JsonObject scan) {
        return new ScanMessage(
                text(scan, "id"),
                text(scan, "post"),
                text(scan, "at"),
                text(scan, "direction"),
                text(scan, "activity"),
                text(scan, "way"),
                text(scan, "paper"),
                text(scan, "number"),
                text(scan, "verdict"),
                text(scan, "reason"),
                text(scan, "level"),
                JsonValue.TRUE.equals(scan.get("online")));
    }

    private static @Nullable String text(JsonObject scan, String member) {
        return scan.get(member) instanceof JsonString text ? text.getString() : null;
    }
}
