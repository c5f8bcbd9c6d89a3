package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Somebody with two documents reports that a dose is missing; two agencies have records of them. */
@InPortal
class AnsweringFaultsIT {
    private static final String HEADINGS = "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String NAME = "Võ Thị Báo Sai";

    @Inject
    private FaultReports faults;

    @Inject
    private RecordImports imports;

    @Inject
    private UnitingPeople uniting;

    @Inject
    private TestSources sources;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private final String document = TestSources.document();
    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private PublicId first = PublicId.random();
    private long person;
    private PublicId fault = PublicId.random();

    @BeforeEach
    void a_report_of_somebody_with_a_dose() {
        person = sources.person(document, NAME, "1985-03-07", "", "22327");
        officer = sources.officer("TTYT-570");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        first = read(dose(NAME, document, 1, 90));
        faults.report(
                person,
                SourceKind.VACCINATION,
                FaultView.Kind.MISSING,
                "thiếu mũi 2",
                PublicId.random().toString());
        fault = faults.ofSource(officer, source).get(0).id();
    }

    private PublicId read(String row) {
        return read(officer, source, row);
    }

    private PublicId read(Actor sender, PublicId into, String row) {
        PublicId id = sources.read(sender, into, TestSources.csv(HEADINGS, row)).id();
        sources.match();
        return id;
    }

    private String dose(String name, String whose, int number, int daysAgo) {
        return String.join(
                ";",
                name,
                "07/03/1985",
                whose,
                "AZ",
                String.valueOf(number),
                DAY.format(LocalDate.now(clock).minusDays(daysAgo)),
                "DIEM-1");
    }

    private List<PersonRecord> shown() {
        return faults.look(officer, fault).records();
    }

    @Test
    void beside_it_stand_the_records_of_the_person_with_numbers_masked_and_the_look_is_on_the_trail() {
        assertThat(shown()).singleElement().satisfies(record -> {
            assertThat(record.tie()).isEqualTo(TieState.TIED);
            assertThat(record.source().publicId()).isEqualTo(source);
            assertThat(record.importId()).isEqualTo(first);
            assertThat(record.told().number()).isEqualTo(1);
            assertThat(record.told().day()).isEqualTo(LocalDate.now(clock).minusDays(90));
            assertThat(record.told().facility()).isEqualTo("Cơ sở diem-1");
            assertThat(record.told().given().documentEnd()).isEqualTo(document.substring(8));
            assertThat(record.told().ended()).isNull();
        });
        assertThat(sql.list(
                        "SELECT details FROM audit_record WHERE action = 'fault.looked' AND subject_id = ? AND actor_id = ?",
                        row -> row.getString(1),
                        fault.toString(),
                        officer.accountId()))
                .singleElement()
                .asString()
                .contains("count=1");
    }

    @Test
    void what_was_withdrawn_or_corrected_or_is_not_the_person_yet_is_told_as_such() {
        PublicId wrong = read(dose(NAME, document, 2, 30));
        imports.withdraw(officer, wrong, imports.foresee(officer, wrong), "nhầm tệp");
        read(dose(NAME, document, 1, 88));
        read(dose("Lý Hoàng Khác", document, 3, 5).replace("07/03/1985", "01/01/1950"));

        assertThat(shown())
                .extracting(record -> record.told().number()
                        + (record.told().ended() == null ? " " : " ended ")
                        + record.tie().name().toLowerCase(Locale.ROOT))
                .containsExactly("1 tied", "2 ended tied", "3 conflict");
    }

    @Test
    void records_of_other_agencies_are_not_shown_and_their_officers_do_not_see_the_report() {
        Actor other = sources.officer("TTYT-568");
        PublicId theirs = sources.source(other, SourceKind.VACCINATION);
        sources.facility(other, theirs, "DIEM-1");
        read(other, theirs, dose(NAME, document, 2, 30));

        assertThat(shown()).extracting(record -> record.told().number()).containsExactly(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> faults.look(other, fault));
    }

    @Test
    void records_under_the_other_document_of_the_person_are_shown_too() {
        String second = TestSources.document();
        long also = sources.person(second, NAME, "1985-03-07", "", "22327");
        read(dose(NAME, second, 2, 30));
        assertThat(shown()).hasSize(1);
        Actor health = sources.health();
        long stamp = uniting.foreseeMerge(health, publicId(person), publicId(also), Locale.ENGLISH)
                .stamp();
        uniting.merge(health, publicId(person), publicId(also), "một người, hai giấy tờ", stamp, Locale.ENGLISH);

        assertThat(shown()).extracting(record -> record.told().number()).containsExactly(1, 2);
    }

    private PublicId publicId(long id) {
        return sql.list("SELECT public_id FROM person_person WHERE id = ?", row -> Sql.publicId(row, "public_id"), id)
                .get(0);
    }
}
