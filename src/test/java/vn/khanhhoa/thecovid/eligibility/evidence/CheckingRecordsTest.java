package vn.khanhhoa.thecovid.eligibility.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.eligibility.criteria.CodeList;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.Vocabulary;
import vn.khanhhoa.thecovid.intake.AllowedValue;
import vn.khanhhoa.thecovid.intake.FinishedReading;
import vn.khanhhoa.thecovid.intake.FormColumn;
import vn.khanhhoa.thecovid.intake.FormDefinition;
import vn.khanhhoa.thecovid.intake.ListFiles;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ListRow;
import vn.khanhhoa.thecovid.intake.Reading;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.platform.Texts;

/** Files of records as they come, read on 5 October 2021 at ten in the morning. */
class CheckingRecordsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    private static final EvidenceForms FORMS = new EvidenceForms(VOCABULARY);
    private static final Instant NOW = Instant.parse("2021-10-05T03:00:00Z");
    private static final KnownFacility SITE = new KnownFacility(
            7, "TYT-22327", "Trạm Y tế phường Vĩnh Hòa", LocalDate.of(2021, 3, 8), LocalDate.of(2021, 9, 30));
    private static final KnownFacility OTHER =
            new KnownFacility(8, "DV-1", "Phòng khám An Bình", LocalDate.of(2021, 1, 1), null);
    private static final KnownFacility NAMESAKE =
            new KnownFacility(9, "DV-2", "Phòng khám An Bình", LocalDate.of(2021, 1, 1), null);

    private static final String DOSE =
            "Ho va ten;Ngay sinh;CMND/CCCD/HC;SĐT;Phường/Xã;Loại vắc xin;Mũi thứ;Ngày tiêm;Lô;Địa điểm tiêm";
    private static final String TEST =
            "Họ tên;Năm sinh;CCCD;Phương pháp xét nghiệm;Thời gian lấy mẫu;Ngày trả kết quả;KQ;Loại mẫu;Mã phòng xét nghiệm";
    private static final String RECOVERY =
            "Họ và tên;Ngày sinh;Ngày dương tính;Ngày công bố khỏi bệnh;Loại giấy;Bệnh viện";

    private static List<CheckedRecord> read(RecordKind kind, Optional<KnownFacility> usual, String... lines) {
        FormDefinition form = FORMS.form(kind);
        byte[] file = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        RecordCheck check = new RecordCheck(
                kind, form, ListFiles.LISTS, new Facilities(List.of(SITE, OTHER, NAMESAKE)), usual, NOW);
        List<ListRow> rows = new ArrayList<>();
        Reading reading = new ListReader(ReadingLimits.DEFAULT).read(file, form, rows::add);
        assertThat(reading).isInstanceOf(FinishedReading.class);
        rows.forEach(check::look);
        return rows.stream().map(check::check).toList();
    }

    private static CheckedRecord dose(String line) {
        return read(RecordKind.DOSE, Optional.empty(), DOSE, line).get(0);
    }

    private static CheckedRecord test(String line) {
        return read(RecordKind.TEST, Optional.empty(), TEST, line).get(0);
    }

    /** Column and key of each problem, errors with an exclamation mark. */
    private static List<String> problems(CheckedRecord row) {
        return row.problems().stream()
                .map(problem -> problem.column() + " "
                        + problem.key().substring(problem.key().lastIndexOf('.') + 1) + (problem.isError() ? "!" : ""))
                .toList();
    }

    @Test
    void headings_without_marks_and_aliases_of_vaccines_are_understood() {
        CheckedRecord row = dose(
                "Nguyễn Văn Hòa;09/02/1985;056085001234;0905123456;22327;vero cell;1;01/09/2021;FK8892;tram y te phuong vinh hoa");

        assertThat(problems(row)).isEmpty();
        HealthRecord record = row.record().orElseThrow();
        assertThat(record.code()).isEqualTo("VEROCELL");
        assertThat(record.number()).isEqualTo(1);
        assertThat(record.day()).isEqualTo(LocalDate.of(2021, 9, 1));
        assertThat(record.about()).as("midnight here").isEqualTo(Instant.parse("2021-08-31T17:00:00Z"));
        assertThat(record.facilityId()).isEqualTo(SITE.id());
        assertThat(record.person())
                .isEqualTo(new HealthRecord.PersonGiven(
                        "CCCD", "056085001234", "Nguyễn Văn Hòa", "1985-02-09", "", "0905123456", "22327"));
    }

    @Test
    void an_old_card_a_passport_and_no_document_are_told_apart_by_the_number() {
        assertThat(List.of("225123456", "C1234567", "", "056085001234").stream()
                        .map(number -> dose("Nguyễn Văn Hòa;09/02/1985;" + number + ";;;AZ;1;01/09/2021;;TYT-22327")
                                .record()
                                .orElseThrow()
                                .person())
                        .map(person -> person.documentKind() + " " + person.documentNumber()))
                .containsExactly("CMND 225123456", "PASSPORT C1234567", " ", "CCCD 056085001234");
    }

    @Test
    void days_before_the_campaign_in_the_future_or_before_birth_are_errors() {
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;;;;AZ;1;07/03/2021;;DV-1")))
                .containsExactly("injected_on date-too-early!");
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;;;;AZ;1;06/10/2021;;DV-1")))
                .containsExactly("injected_on date-too-late!");
        assertThat(problems(dose("Nguyễn Văn Hòa;01/07/2021;;;;AZ;1;01/06/2021;;DV-1")))
                .containsExactly("injected_on before-birth!");
    }

    @Test
    void a_midnight_written_in_utc_is_not_taken_for_the_day_before() {
        CheckedRecord row = dose("Nguyễn Văn Hòa;1985;;;;AZ;1;2021-08-31T17:00:00Z;;DV-1");

        assertThat(problems(row)).containsExactly("injected_on day-in-utc!");
        assertThat(row.problems().get(0).args()).containsExactly("31/08/2021", "01/09/2021");
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;;;;AZ;1;31/08/2021 17:00;;DV-1")))
                .containsExactly("injected_on day-in-utc!");
    }

    @Test
    void unknown_vaccines_and_facilities_are_errors_at_their_cell() {
        CheckedRecord row = dose("Nguyễn Văn Hòa;1985;;;;Vắc xin X;1;01/09/2021;;Trạm lạ");

        assertThat(problems(row)).containsExactly("vaccine value-not-allowed!", "facility facility-unknown!");
        assertThat(row.record()).isEmpty();
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;;;;AZ;1;01/09/2021;;phòng khám an bình")))
                .containsExactly("facility facility-ambiguous!");
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;;;;AZ;1;01/10/2021;;TYT-22327")))
                .as("it has ended on the last of September")
                .containsExactly("facility facility-not-working!");
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;;;;AZ;1;01/09/2021;;")))
                .containsExactly("facility facility-missing!");
    }

    @Test
    void a_file_of_one_facility_need_not_name_it() {
        List<CheckedRecord> rows = read(
                RecordKind.DOSE,
                Optional.of(OTHER),
                "Họ và tên;Ngày sinh;Tên vắc xin;Mũi số;Ngày tiêm",
                "Nguyễn Văn Hòa;1985;Astra;2;01/09/2021");

        assertThat(rows.get(0).record()).map(HealthRecord::facilityId).contains(OTHER.id());
    }

    @Test
    void a_phone_or_commune_that_cannot_be_read_does_not_undo_a_dose() {
        CheckedRecord row = dose("Nguyễn Văn Hòa;1985;056085001234;12;Xã Lạ;AZ;1;01/09/2021;;DV-1");

        assertThat(problems(row)).containsExactlyInAnyOrder("phone left-out", "commune left-out");
        assertThat(row.record()).isPresent();
        assertThat(problems(dose("Nguyễn Văn Hòa;1985;0560850;;;AZ;1;01/09/2021;;DV-1")))
                .as("a number of a document is")
                .containsExactly("document_number identity-length!");
    }

    @Test
    void several_doses_of_one_person_in_one_file_are_nothing_wrong() {
        List<CheckedRecord> rows = read(
                RecordKind.DOSE,
                Optional.empty(),
                DOSE,
                "Nguyễn Văn Hòa;1985;056085001234;;;AZ;1;01/06/2021;;DV-1",
                "Nguyễn Văn Hòa;1985;056085001234;;;AZ;2;01/09/2021;;DV-1");

        assertThat(rows).allSatisfy(row -> assertThat(row.problems()).isEmpty());
        assertThat(rows.get(0).record().map(HealthRecord::key))
                .isNotEqualTo(rows.get(1).record().map(HealthRecord::key));
    }

    @Test
    void a_result_before_its_sample_or_after_now_is_an_error() {
        assertThat(problems(test("Nguyễn Văn Hòa;1985;;PCR;04/10/2021 14:00;04/10/2021 08:00;Âm tính;;DV-1")))
                .containsExactly("result_at result-before-sample!");
        assertThat(problems(test("Nguyễn Văn Hòa;1985;;PCR;04/10/2021 14:00;05/10/2021 10:01;Âm tính;;DV-1")))
                .containsExactly("result_at in-the-future!");
        assertThat(problems(test("Nguyễn Văn Hòa;1985;;PCR;04/10/2021 14:00;;Âm tính;;DV-1")))
                .containsExactly("result_at result-time-missing!");
        assertThat(problems(test("Nguyễn Văn Hòa;1985;;PCR;04/10/2021 14:00;;Chờ;;DV-1")))
                .isEmpty();
    }

    @Test
    void a_positive_pool_is_nobodys_own_result() {
        CheckedRecord row =
                test("Nguyễn Văn Hòa;1985;056085001234;PCR;04/10/2021 14:00;04/10/2021 20:00;Dương tính;Gộp;DV-1");

        assertThat(problems(row)).containsExactly("result pool-positive");
        HealthRecord record = row.record().orElseThrow();
        assertThat(record.outcome()).contains(Fact.TestOutcome.POSITIVE);
        assertThat(record.pooled()).isTrue();
    }

    @Test
    void times_of_day_that_are_not_told_are_taken_so_that_nobody_is_cleared_too_long() {
        CheckedRecord row = test("Nguyễn Văn Hòa;1985;;PCR;03/10/2021;04/10/2021;Âm tính;;DV-1");

        assertThat(problems(row))
                .containsExactlyInAnyOrder("sampled_at sampling-time-unknown", "result_at result-time-unknown");
        HealthRecord record = row.record().orElseThrow();
        assertThat(record.about()).isEqualTo(Instant.parse("2021-10-02T17:00:00Z"));
        assertThat(record.from()).as("the end of the day").isEqualTo(Instant.parse("2021-10-04T16:59:59Z"));
        assertThat(problems(test("Nguyễn Văn Hòa;1985;;PCR;04/10/2021 00:00;04/10/2021 20:00;Âm tính;;DV-1")))
                .containsExactly("sampled_at sampling-at-midnight");
    }

    @Test
    void recovered_before_ill_is_an_error() {
        List<CheckedRecord> rows = read(
                RecordKind.RECOVERY,
                Optional.empty(),
                RECOVERY,
                "Nguyễn Văn Hòa;1985;01/09/2021;20/08/2021;Ra viện;DV-1",
                "Trần Thị Như;1990;01/09/2021;20/09/2021;Hoàn thành cách ly;DV-1");

        assertThat(problems(rows.get(0))).containsExactly("recovered_on recovered-before-confirmed!");
        assertThat(rows.get(1).record()).hasValueSatisfying(record -> {
            assertThat(record.code()).isEqualTo("HOAN_THANH_CACH_LY");
            assertThat(record.confirmedOn()).contains(LocalDate.of(2021, 9, 1));
        });
    }

    @Test
    void doses_follow_each_other_and_not_too_soon() {
        DoseOrder order = new DoseOrder(VOCABULARY);
        DoseOrder.Dose first = new DoseOrder.Dose(1, LocalDate.of(2021, 8, 1), "AZ");

        assertThat(keys(order, new DoseOrder.Dose(2, LocalDate.of(2021, 8, 25), "AZ"), first))
                .isEmpty();
        assertThat(keys(order, new DoseOrder.Dose(2, LocalDate.of(2021, 8, 24), "AZ"), first))
                .containsExactly("doses-too-close");
        assertThat(keys(order, new DoseOrder.Dose(2, LocalDate.of(2021, 8, 1), "AZ"), first))
                .containsExactly("doses-out-of-order");
        assertThat(keys(order, new DoseOrder.Dose(2, LocalDate.of(2021, 7, 1), "AZ"), first))
                .containsExactly("doses-out-of-order");
        assertThat(keys(order, first, new DoseOrder.Dose(2, LocalDate.of(2021, 7, 1), "AZ")))
                .as("whichever of them comes later")
                .containsExactly("doses-out-of-order");
        assertThat(keys(order, first, new DoseOrder.Dose(1, LocalDate.of(2021, 8, 1), "AZ")))
                .containsExactly("dose-elsewhere");
    }

    private static List<String> keys(DoseOrder order, DoseOrder.Dose dose, DoseOrder.Dose other) {
        return order.check(dose, List.of(other)).stream()
                .map(problem -> problem.key().replace("eligibility.record.", ""))
                .toList();
    }

    @Test
    void every_code_of_a_form_is_one_that_criteria_know() {
        assertThat(codes(RecordKind.DOSE, "vaccine")).isEqualTo(codes(CodeList.VACCINE));
        assertThat(codes(RecordKind.TEST, "method")).isEqualTo(codes(CodeList.METHOD));
        assertThat(codes(RecordKind.RECOVERY, "certificate")).isEqualTo(codes(CodeList.CERTIFICATE));
        assertThat(codes(RecordKind.TEST, "result"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Fact.TestOutcome.values()).map(Enum::name).toList());
    }

    private static List<String> codes(RecordKind kind, String column) {
        return FORMS.form(kind).column(column).map(FormColumn::values).orElseThrow().stream()
                .map(AllowedValue::code)
                .toList();
    }

    private static List<String> codes(CodeList list) {
        return VOCABULARY.codes(list).stream().map(Vocabulary.Named::code).toList();
    }

    @Test
    void every_problem_says_in_both_languages_what_to_do() {
        for (String code : List.of(
                        "left-out facility-missing facility-unknown facility-ambiguous facility-not-working before-birth day-in-utc"
                                .split(" "),
                        "sampling-time-unknown sampling-at-midnight result-time-unknown result-time-missing result-before-sample"
                                .split(" "),
                        "in-the-future pool-positive recovered-before-confirmed dose-elsewhere doses-out-of-order doses-too-close"
                                .split(" "),
                        "repeated twice-in-file outdated".split(" "))
                .stream()
                .flatMap(Arrays::stream)
                .collect(Collectors.toSet())) {
            for (Locale language : Texts.LANGUAGES) {
                assertThat(Texts.has(language, "eligibility.record." + code))
                        .as(code)
                        .isTrue();
            }
        }
    }
}
