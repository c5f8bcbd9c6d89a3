package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.ApiOperations;
import vn.khanhhoa.thecovid.access.ApiScope;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What a program of an agency does with its sources of health data; each answer is held to the description. */
@InBrowser
class SendingRecordsIT {
    private static final String SOURCES = "/api/v1/sources";
    private static final String SOURCE = SOURCES + "/TIEM-CHUNG";
    private static final String IMPORTS = SOURCE + "/imports";
    private static final String KEY = "Idempotency-Key";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final AtomicInteger NUMBER =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(900_000));

    static boolean isOfIt(ApiOperations.Operation call) {
        return call.path().startsWith(SOURCES);
    }

    private static String day(int ago) {
        return DAY.format(LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(ago));
    }

    private static String document() {
        return String.format(Locale.ROOT, "056085%06d", NUMBER.incrementAndGet());
    }

    private static String row(String document, String injectedOn) {
        return "{\"full_name\":\"Nguyễn Văn Hòa\",\"birth_date\":\"1985\",\"document_number\":\"" + document
                + "\",\"vaccine\":\"AZ\",\"dose_number\":1,\"injected_on\":\"" + injectedOn
                + "\",\"facility\":\"TYT-22327\",\"colour\":null}";
    }

    private static String rows(String... rows) {
        return "{\"rows\":[" + String.join(",", rows) + "]}";
    }

    private static Program program(Visitor officer) {
        officer.signInAs(Demo.SOURCE_OFFICER);
        return Program.ofAgency(officer, ApiScope.values());
    }

    /** The address of an import that has been read. */
    private static String read(Program program, HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String address = IMPORTS + "/" + Program.member(sent.body(), "id");
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith(address);
        Instant until = Instant.now().plus(PATIENCE);
        while (!program.get(address).body().contains("\"busy\":false")) {
            assertThat(Instant.now()).as(address).isBefore(until);
            try {
                Thread.sleep(200);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(ended);
            }
        }
        return address;
    }

    @Test
    void rows_are_taken_or_named_with_what_is_wrong(Visitor officer) {
        Program program = program(officer);
        String good = document();

        String address = read(
                program,
                program.post(IMPORTS, rows(row(good, day(3)), row(document(), "01/01/2021"), row(good, day(3)))));

        assertThat(program.get(address).body())
                .contains(
                        "\"state\":\"read\"",
                        "\"rows\":{\"total\":3,\"done\":3,\"added\":1,\"replacing\":0,\"same\":1,\"bad\":1,\"warned\":1,",
                        "\"ignoredColumns\":[\"colour\"]",
                        "\"sentBy\":\"Phần mềm ");
        HttpResponse<String> wrong = program.call("GET", address + "/rows?count=1", "", "", "Accept-Language", "en");
        assertThat(wrong.body())
                .contains(
                        "\"row\":2,\"taken\":false",
                        "\"injected_on\":\"01/01/2021\"",
                        "{\"code\":\"intake.date-too-early\",\"column\":\"injected_on\",\"path\":null,\"severity\":\"error\"");
        String next = Program.member(wrong.body(), "next");
        assertThat(program.get(next).body())
                .contains("\"row\":3,\"taken\":true", "\"code\":\"eligibility.record.repeated\"", "\"next\":null");
        officer.open("/health-data/import?id=" + address.replaceFirst(".*/", ""));
        assertThat(officer.page().locator(".figure-row").textContent())
                .as("the same on the page")
                .contains("1 dòng mới", "1 dòng đã có", "1 dòng không nhận");
    }

    @Test
    void a_csv_file_whose_rows_name_no_facility_is_given_one(Visitor officer) {
        Program program = program(officer);
        byte[] csv = ("Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm\r\nTrần Thị Như;1990;056190"
                        + document().substring(6) + ";AZ;1;" + day(4))
                .getBytes(StandardCharsets.UTF_8);

        String address = read(
                program, program.call("POST", IMPORTS + "?facility=TYT-22330&fileName=mui%201.csv", "text/csv", csv));

        assertThat(program.get(address).body())
                .contains(
                        "\"fileName\":\"mui 1.csv\"",
                        "\"facility\":\"Trạm Y tế phường Vĩnh Hải\"",
                        "\"added\":1,\"replacing\":0,\"same\":0,\"bad\":0");
        HttpResponse<String> again =
                program.call("POST", IMPORTS + "?facility=TYT-22330&fileName=mui%202.csv", "text/csv", csv);
        assertThat(again.statusCode()).as("the same content is the same import").isEqualTo(200);
        assertThat(again.headers().firstValue("Location").orElse("")).endsWith(address);
        assertThat(program.call("POST", IMPORTS + "?facility=KHONG-CO", "text/csv", csv)
                        .body())
                .contains("\"status\":422,\"code\":\"eligibility.facility-code-unknown\"");
    }

    @Test
    void what_cannot_be_read_is_refused_as_a_whole_with_the_reason(Visitor officer) {
        Program program = program(officer);

        assertThat(program.get(read(program, program.post(IMPORTS, "{\"rows\":[]}")))
                        .body())
                .contains("\"state\":\"refused\"", "\"problem\":{\"code\":\"intake.no-rows\"");
        assertThat(program.get(read(
                                program,
                                program.call("POST", IMPORTS, "text/csv", "Tên hàng;Số lượng\r\nGạo;" + NUMBER.get())))
                        .body())
                .contains("\"state\":\"refused\"", "\"code\":\"intake.");
    }

    @Test
    void what_is_not_as_described_is_named_and_changes_nothing(Visitor officer) {
        Program program = program(officer);
        String before = imports(program);

        for (String broken : new String[] {"", "{", "[]", "{\"rows\":[", "{} {}"}) {
            HttpResponse<String> answer = program.post(IMPORTS, broken);
            assertThat(answer.statusCode()).as(broken).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"platform.not-json\"");
        }
        assertThat(program.post(IMPORTS + "?convertOldFont=yes", rows()).body())
                .contains("\"code\":\"platform.no-such-value\"");
        assertThat(program.call("POST", IMPORTS, "text/csv", "").body()).contains("\"code\":\"intake.empty-file\"");
        assertThat(program.call("POST", IMPORTS, "text/plain", "x").statusCode())
                .isEqualTo(415);
        assertThat(program.post(IMPORTS, "{\"rows\":\"" + "x".repeat(21 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(imports(program)).isEqualTo(before);
    }

    /** But for how far looking for people has come, which goes on meanwhile. */
    private static String imports(Program program) {
        return program.get(IMPORTS).body().replaceAll("\"compared\":\\d+", "");
    }

    @Test
    void an_import_is_withdrawn_where_it_does_what_the_program_was_told(Visitor officer) {
        Program program = program(officer);
        String document = document();
        String address = read(program, program.post(IMPORTS, rows(row(document, day(5)))));
        assertThat(program.get(address + "/withdrawal").body())
                .isEqualTo("{\"ending\":1,\"returning\":0,\"replaced\":0,\"kept\":0}");
        String withdrawal = "{\"reason\":\"%s\",\"ending\":%d,\"returning\":0,\"replaced\":0}";

        assertThat(program.post(address + "/withdrawal", String.format(withdrawal, "Nhầm", 2))
                        .body())
                .contains("\"code\":\"eligibility.withdrawal-changed\"");
        assertThat(program.post(address + "/withdrawal", String.format(withdrawal, " ", 1))
                        .body())
                .contains("\"code\":\"eligibility.withdrawal-reason-missing\"");
        assertThat(program.post(address + "/withdrawal", "{\"reason\":\"Nhầm\",\"ending\":1}")
                        .body())
                .contains("\"code\":\"platform.wrong-member\"");
        String key = PublicId.random().toString();
        HttpResponse<String> first =
                program.post(address + "/withdrawal", String.format(withdrawal, "Nhầm", 1), KEY, key);
        HttpResponse<String> again =
                program.post(address + "/withdrawal", String.format(withdrawal, "Nhầm", 1), KEY, key);

        assertThat(first.body()).contains("\"state\":\"withdrawn\"", "\"reason\":\"Nhầm\"");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(program.post(address + "/withdrawal", String.format(withdrawal, "Nhầm", 1))
                        .body())
                .contains("\"code\":\"eligibility.import-not-withdrawable\"");
        assertThat(program.get(read(program, program.post(IMPORTS, rows(row(document, day(5))))))
                        .body())
                .as("sent once more it is new again")
                .contains("\"added\":1");
    }

    @Test
    void rows_that_are_sent_again_under_their_key_are_one_import(Visitor officer) {
        Program program = program(officer);
        String key = PublicId.random().toString();
        String sent = rows(row(document(), day(6)));

        HttpResponse<String> first = program.post(IMPORTS, sent, KEY, key);
        HttpResponse<String> again = program.post(IMPORTS, sent, KEY, key);

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(program.post(IMPORTS, rows(row(document(), day(6))), KEY, key)
                        .body())
                .contains("\"code\":\"platform.call-key-reused\"");
    }

    private static String bundle(String document, String occurrence, String status) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                + "{\"fullUrl\":\"urn:uuid:1\",\"resource\":{\"resourceType\":\"Patient\",\"identifier\":[{\"value\":\""
                + document + "\"}],\"name\":[{\"text\":\"Nguyễn Văn Hòa\"}],\"birthDate\":\"1985\"},"
                + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}},"
                + "{\"resource\":{\"resourceType\":\"Immunization\",\"status\":\"" + status
                + "\",\"vaccineCode\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/cvx\",\"code\":\"210\"}]},"
                + "\"patient\":{\"reference\":\"urn:uuid:1\"},\"occurrenceDateTime\":\"" + occurrence
                + "\",\"location\":{\"identifier\":{\"value\":\"TYT-22327\"}},"
                + "\"protocolApplied\":[{\"doseNumberPositiveInt\":1}]},"
                + "\"request\":{\"method\":\"POST\",\"url\":\"Immunization\"}}]}";
    }

    private static HttpResponse<String> sent(Program program, String bundle, String... headers) {
        return program.call("POST", IMPORTS, "application/fhir+json", bundle, headers);
    }

    @Test
    void a_bundle_of_fhir_is_the_same_import_and_its_problems_are_named_by_entry_and_path(Visitor officer) {
        Program program = program(officer);
        String document = document();
        String day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(8).toString();

        String address = read(program, sent(program, bundle(document, day, "completed")));
        assertThat(program.get(address).body())
                .contains("\"fileName\":\"bundle.json\"", "\"rows\":{\"total\":1,\"done\":1,\"added\":1,");
        assertThat(program.get(read(program, program.post(IMPORTS, rows(row(document, day(8))))))
                        .body())
                .as("the same record as a row")
                .contains("\"added\":0,\"replacing\":0,\"same\":1");

        String early = read(program, sent(program, bundle(document(), "2021-01-01", "completed")));
        assertThat(program.get(early + "/rows").body())
                .contains(
                        "\"row\":2,\"taken\":false",
                        "\"code\":\"intake.date-too-early\",\"column\":\"injected_on\","
                                + "\"path\":\"Bundle.entry[1].resource.occurrence\"");
    }

    @Test
    void what_is_no_r4_refuses_a_bundle_as_a_whole_and_is_named(Visitor officer) {
        Program program = program(officer);
        String before = imports(program);
        String key = PublicId.random().toString();

        HttpResponse<String> refused = sent(program, bundle(document(), "2021-13-01", "done"), KEY, key);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "\"code\":\"eligibility.fhir-wrong\"",
                        "{\"member\":\"Bundle.entry[1].resource.occurrenceDateTime\",\"code\":\"eligibility.fhir.element-wrong\"",
                        "{\"member\":\"Bundle.entry[1].resource.status\"");
        assertThat(sent(program, "{\"resourceType\":\"Patient\"}").body()).contains("eligibility.fhir.not-a-bundle");
        assertThat(sent(program, "<Bundle/>").statusCode()).isEqualTo(400);
        assertThat(imports(program)).isEqualTo(before);
        assertThat(sent(program, bundle(document(), "2021-10-01", "completed"), KEY, key)
                        .statusCode())
                .as("what was refused does not use the key up")
                .isEqualTo(202);
    }

    @Test
    void another_agency_s_sources_and_imports_do_not_exist(Visitor officer, Visitor health) {
        Program program = program(officer);
        String address = read(program, program.post(IMPORTS, rows(row(document(), day(7)))));
        String id = address.replaceFirst(".*/", "");
        health.signInAs(Demo.HEALTH_OFFICER);
        Program other = Program.ofAgency(health, ApiScope.values());
        String otherImports = SOURCES + "/KHOI-BENH/imports";

        assertThat(Program.members(other.get(SOURCES).body(), "code")).containsExactly("KHOI-BENH");
        for (String path : List.of(
                SOURCE,
                IMPORTS,
                address,
                address + "/rows",
                address + "/withdrawal",
                otherImports + "/" + id,
                otherImports + "/" + id + "/rows",
                otherImports + "/" + id + "/withdrawal",
                SOURCES + "/XET-NGHIEM",
                SOURCES + "/khoi-benh%20")) {
            HttpResponse<String> answer = other.get(path);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(404);
            assertThat(answer.body()).contains("\"code\":\"platform.not-found\"");
        }
        String withdrawal = "{\"reason\":\"Phá\",\"ending\":1,\"returning\":0,\"replaced\":0}";
        for (String path : List.of(address + "/withdrawal", otherImports + "/" + id + "/withdrawal")) {
            assertThat(other.post(path, withdrawal).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.post(IMPORTS, rows(row(document(), day(7)))).statusCode())
                .isEqualTo(404);
        assertThat(program.get(SOURCES + "/XET-NGHIEM/imports/" + id).statusCode())
                .as("of the same agency, but another source")
                .isEqualTo(404);
        assertThat(program.get(address).body()).contains("\"state\":\"read\"");
    }

    @Test
    void every_call_that_reads_answers_as_it_is_described(Visitor officer) {
        Program program = program(officer);
        String address = read(program, program.post(IMPORTS, rows(row(document(), "01/01/2021"))));
        Set<String> read = Set.of(
                SOURCES,
                SOURCE,
                IMPORTS,
                address,
                address + "/rows",
                address + "/withdrawal",
                address + "/rows?after=9");

        for (String path : read) {
            for (String language : List.of("vi", "en")) {
                HttpResponse<String> answer = program.call("GET", path, "", "", "Accept-Language", language);
                assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
            }
        }
        assertThat(read.stream()
                        .map(path -> "GET "
                                + path.replaceFirst("[?].*", "")
                                        .replaceFirst("imports/[^/]+", "imports/{import}")
                                        .replace("TIEM-CHUNG", "{source}"))
                        .collect(Collectors.toSet()))
                .isEqualTo(ApiOperations.all().stream()
                        .filter(call -> isOfIt(call) && call.method().equals("GET"))
                        .map(ApiOperations.Operation::toString)
                        .collect(Collectors.toSet()));
        assertThat(program.get(SOURCE).body())
                .contains(
                        "\"source\":{\"code\":\"TIEM-CHUNG\",\"kind\":\"vaccination\"",
                        "\"key\":\"injected_on\"",
                        "{\"code\":\"AZ\",\"label\":\"AstraZeneca (Vaxzevria)\"}",
                        "{\"code\":\"TYT-22327\",\"name\":\"Trạm Y tế phường Vĩnh Hòa\"");
    }

    /** The two that are tested above with their keys; a third would have to be as well. */
    @Test
    void two_calls_change_something() {
        assertThat(ApiOperations.all().stream()
                        .filter(call -> isOfIt(call) && !call.method().equals("GET")))
                .extracting(ApiOperations.Operation::toString)
                .containsExactly(
                        "POST /api/v1/sources/{source}/imports",
                        "POST /api/v1/sources/{source}/imports/{import}/withdrawal");
    }
}
