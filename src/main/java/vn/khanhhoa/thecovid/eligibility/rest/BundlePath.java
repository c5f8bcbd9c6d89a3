package vn.khanhhoa.thecovid.eligibility.rest;

import java.util.Map;
import vn.khanhhoa.thecovid.eligibility.SourceKind;

/** Where a column of a row stands in the entry that it came from, as FHIRPath writes it. */
final class BundlePath {
    private static final Map<String, String> PERSON = Map.of(
            "full_name", "name",
            "birth_date", "birthDate",
            "sex", "gender",
            "document_kind", "identifier",
            "document_number", "identifier",
            "phone", "telecom",
            "commune", "address.city");

    private static final Map<SourceKind, Map<String, String>> RECORD = Map.of(
            SourceKind.VACCINATION,
            Map.of(
                    "vaccine", "vaccineCode",
                    "dose_number", "protocolApplied.doseNumber",
                    "injected_on", "occurrence",
                    "lot", "lotNumber",
                    "facility", "location"),
            SourceKind.TESTING,
            Map.of(
                    "method", "code",
                    "sampled_at", "specimen.resolve().collection.collected",
                    "result_at", "issued",
                    "result", "value",
                    "specimen_pool", "specimen.resolve().parent",
                    "facility", "performer"),
            SourceKind.TREATMENT,
            Map.of(
                    "confirmed_on", "onset",
                    "recovered_on", "abatement",
                    "certificate", "evidence.code",
                    "facility", "encounter"));

    private BundlePath() {}

    /** @param row number of the entry, from 1 */
    static String of(int row, SourceKind kind, String column) {
        String resource = "Bundle.entry[" + (row - 1) + "].resource";
        String person = PERSON.get(column);
        if (person != null) {
            return resource + (kind == SourceKind.VACCINATION ? ".patient" : ".subject") + ".resolve()." + person;
        }
        String element = RECORD.getOrDefault(kind, Map.of()).get(column);
        return element == null ? resource : resource + "." + element;
    }
}
