package vn.khanhhoa.thecovid.eligibility.fhir;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/**
 * A bundle as it was understood.
 *
 * @param rows one for each entry, in their order: texts by the keys of the source's columns; empty for entries that are no
 *     records themselves
 * @param faults where there are any, nothing of the bundle is to be taken
 */
public record BundleRows(List<Map<String, String>> rows, List<BundleFault> faults) {
    private static final JsonProvider JSON = JsonProvider.provider();

    public BundleRows {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /** As programs send rows; the number of a row is that of its entry, from 1. */
    public byte[] json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject().writeStartArray("rows");
            for (Map<String, String> row : rows) {
                json.writeStartObject();
                row.forEach(json::write);
                json.writeEnd();
            }
            json.writeEnd().writeEnd();
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "a bundle of " + rows.size() + " rows with " + faults;
    }
}
