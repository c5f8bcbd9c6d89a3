package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleFault;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleReader;
import vn.khanhhoa.thecovid.eligibility.fhir.BundleRows;
import vn.khanhhoa.thecovid.platform.Texts;

class ReadingBundlesTest {
    private static final BundleReader READER = new BundleReader();

    private static final String PATIENT = """
            {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p",
             "identifier":[{"value":"056085000101"}],"name":[{"text":"Nguyễn Văn An"}],"gender":"male",
             "birthDate":"1985-03-07","telecom":[{"system":"email","value":"a@b.vn"},{"system":"phone","value":"0905123456"}],
             "address":[{"city":"22327"}]}}""";

    private static final String DOSE = """
            {"resource":{"resourceType":"Immunization","status":"completed",
             "vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"210"}]},
             "patient":{"reference":"urn:uuid:p"},"occurrenceDateTime":"2021-10-04","lotNumber":"L1",
             "location":{"identifier":{"value":"TYT-22327"}},"protocolApplied":[{"doseNumberPositiveInt":1}]}}""";

    private static final String SPECIMEN = """
            {"fullUrl":"urn:uuid:s","resource":{"resourceType":"Specimen",
             "collection":{"collectedDateTime":"2021-10-04T23:30:00Z"}}}""";

    private static final String TEST = """
            {"resource":{"resourceType":"Observation","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"94500-6"}]},"subject":{"reference":"Patient/p"},
             "specimen":{"reference":"urn:uuid:s"},"issued":"2021-10-05T10:15:00+07:00",
             "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"260385009"}]},
             "performer":[{"reference":"#lab"}],
             "contained":[{"resourceType":"Organization","id":"lab","identifier":[{"value":"XN-CDC"}]}]}}""";

    private static final String RECOVERY = """
            {"resource":{"resourceType":"Condition",
             "clinicalStatus":{"coding":[{"code":"resolved"}]},"subject":{"reference":"urn:uuid:p"},
             "onsetDateTime":"2021-08-20","abatementDateTime":"2021-09-10",
             "evidence":[{"code":[{"coding":[{"code":"RA_VIEN"}]}]}],"encounter":{"reference":"#e"},
             "contained":[{"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"IMP"},
              "serviceProvider":{"identifier":{"value":"BV-TINH"}}}]}}""";

    private static BundleRows read(RecordKind kind, String... entries) {
        return READER.read(
                ("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + String.join(",", entries) + "]}")
                        .getBytes(StandardCharsets.UTF_8),
                kind);
    }

    private static List<String> faults(RecordKind kind, String... entries) {
        return read(kind, entries).faults().stream()
                .map(fault -> fault.path() + " " + fault.key().replaceFirst("eligibility[.]fhir[.]", ""))
                .toList();
    }

    @Test
    void an_immunization_is_a_dose_at_the_number_of_its_entry() {
        BundleRows read = read(RecordKind.DOSE, PATIENT, DOSE);

        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(0)).isEmpty();
        assertThat(read.rows().get(1))
                .containsOnly(
                        entry("full_name", "Nguyễn Văn An"),
                        entry("birth_date", "07/03/1985"),
                        entry("sex", "Nam"),
                        entry("document_number", "056085000101"),
                        entry("phone", "0905123456"),
                        entry("commune", "22327"),
                        entry("vaccine", "AZ"),
                        entry("dose_number", "1"),
                        entry("injected_on", "04/10/2021"),
                        entry("lot", "L1"),
                        entry("facility", "TYT-22327"));
        assertThat(new String(read.json(), StandardCharsets.UTF_8)).startsWith("{\"rows\":[{},{\"full_name\":");
    }

    @Test
    void an_observation_is_a_test_with_the_time_of_its_specimen_as_clocks_show_it_here() {
        BundleRows read = read(RecordKind.TEST, TEST, SPECIMEN, PATIENT);

        assertThat(read.faults()).isEmpty();
        assertThat(read.rows().get(0))
                .contains(
                        entry("method", "RT_PCR"),
                        entry("sampled_at", "05/10/2021 06:30"),
                        entry("result_at", "05/10/2021 10:15"),
                        entry("result", "NEGATIVE"),
                        entry("facility", "XN-CDC"),
                        entry("full_name", "Nguyễn Văn An"))
                .doesNotContainKey("specimen_pool");
    }

    @Test
    void a_specimen_with_parents_is_pooled_and_a_result_to_come_is_awaited() {
        String pooled = SPECIMEN.replace("\"collection\"", "\"parent\":[{\"display\":\"a\"}],\"collection\"");
        String awaited = TEST.replace("\"final\"", "\"registered\"")
                .replaceFirst("\"valueCodeableConcept\":[{].*?[}]\\][}],", "");

        Map<String, String> row =
                read(RecordKind.TEST, PATIENT, pooled, awaited).rows().get(2);

        assertThat(row).contains(entry("specimen_pool", "POOLED"), entry("result", "PENDING"));
    }

    @Test
    void a_condition_that_is_over_is_a_recovery() {
        BundleRows read = read(RecordKind.RECOVERY, PATIENT, RECOVERY);

        assertThat(read.faults()).isEmpty();
        assertThat(read.rows().get(1))
                .contains(
                        entry("confirmed_on", "20/08/2021"),
                        entry("recovered_on", "10/09/2021"),
                        entry("certificate", "RA_VIEN"),
                        entry("facility", "BV-TINH"));
    }

    @Test
    void names_and_days_are_taken_as_far_as_they_are_told() {
        String patient = PATIENT.replace(
                        "{\"text\":\"Nguyễn Văn An\"}", "{\"family\":\"Nguyễn\",\"given\":[\"Văn\",\"An\"]}")
                .replace("1985-03-07", "1985");

        Map<String, String> row = read(RecordKind.DOSE, patient, DOSE.replace("2021-10-04", "2021-10"))
                .rows()
                .get(1);

        assertThat(row)
                .contains(
                        entry("full_name", "Nguyễn Văn An"),
                        entry("birth_date", "1985"),
                        entry("injected_on", "10/2021"));
    }

    @Test
    void codes_that_are_not_known_are_left_to_the_words_beside_them() {
        String dose = DOSE.replace("\"code\":\"210\"", "\"code\":\"999\",\"display\":\"Vaxzevria\"");

        assertThat(read(RecordKind.DOSE, PATIENT, dose).rows().get(1)).contains(entry("vaccine", "Vaxzevria"));
    }

    @Test
    void what_is_no_r4_is_named_by_entry_and_element_and_not_quoted() {
        assertThat(faults(
                        RecordKind.DOSE,
                        PATIENT.replace("\"gender\":\"male\"", "\"gender\":\"nam\",\"sex\":\"male\""),
                        DOSE.replace("2021-10-04", "2021-13-04").replace("\"L1\"", "[\"L1\",\"L2\"]"),
                        DOSE.replace("{\"reference\":\"urn:uuid:p\"}", "\"An\"")))
                .contains(
                        "Bundle.entry[0].resource.gender element-wrong",
                        "Bundle.entry[0].resource.sex element-unknown",
                        "Bundle.entry[1].resource.occurrenceDateTime element-wrong",
                        "Bundle.entry[1].resource.lotNumber element-repeated",
                        "Bundle.entry[2].resource.patient element-type");
        assertThat(read(RecordKind.DOSE, PATIENT.replace("1985-03-07", "7/3/1985"), DOSE)
                        .toString())
                .doesNotContain("7/3/1985");
        assertThat(faults(RecordKind.DOSE, "{\"resource\":{\"resourceType\":\"Mũi tiêm\"}}", "{}", "7"))
                .containsExactly(
                        "Bundle.entry[0].resource malformed",
                        "Bundle.entry[1].resource resource-missing",
                        "Bundle.entry[2].resource resource-missing");
    }

    @Test
    void what_the_source_does_not_take_is_refused() {
        assertThat(faults(RecordKind.DOSE, PATIENT, TEST, SPECIMEN))
                .containsExactly("Bundle.entry[1].resource not-of-source");
        assertThat(faults(RecordKind.DOSE, PATIENT, DOSE.replace("completed", "entered-in-error")))
                .containsExactly("Bundle.entry[1].resource.status status");
        assertThat(faults(RecordKind.TEST, PATIENT, SPECIMEN, TEST.replace("\"final\"", "\"cancelled\"")))
                .containsExactly("Bundle.entry[2].resource.status status");
        assertThat(faults(RecordKind.RECOVERY, PATIENT, RECOVERY.replace("resolved", "active")))
                .containsExactly("Bundle.entry[1].resource.clinicalStatus status");
        assertThat(faults(RecordKind.DOSE, DOSE)).containsExactly("Bundle.entry[0].resource.patient patient-not-here");
        assertThat(faults(
                        RecordKind.DOSE,
                        PATIENT,
                        DOSE.replaceFirst(
                                "\"resource\"", "\"request\":{\"method\":\"DELETE\",\"url\":\"x\"},\"resource\"")))
                .containsExactly("Bundle.entry[1].request.method request-method");
    }

    @Test
    void what_is_no_bundle_of_records_is_refused_as_a_whole() {
        assertThat(READER.read(bytes("{\"resourceType\":\"Patient\"}"), RecordKind.DOSE)
                        .faults())
                .extracting(BundleFault::path)
                .containsExactly("Bundle");
        assertThat(READER.read(bytes("{\"resourceType\":\"Bundle\",\"type\":\"history\"}"), RecordKind.DOSE)
                        .faults())
                .extracting(BundleFault::path)
                .containsExactly("Bundle.type");
    }

    @Test
    void not_more_than_a_hundred_faults_are_told() {
        String[] entries = Stream.generate(() -> DOSE).limit(300).toArray(String[]::new);

        assertThat(read(RecordKind.DOSE, entries).faults()).hasSize(100);
    }

    @Test
    void every_fault_has_its_sentence() {
        assertThat(Stream.of(
                                "not-a-bundle",
                                "bundle-type",
                                "request-method",
                                "resource-missing",
                                "malformed",
                                "element-wrong",
                                "element-type",
                                "element-missing",
                                "element-repeated",
                                "element-unknown",
                                "not-of-source",
                                "patient-not-here",
                                "status")
                        .filter(key -> !Texts.has(Locale.ENGLISH, "eligibility.fhir." + key))
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
