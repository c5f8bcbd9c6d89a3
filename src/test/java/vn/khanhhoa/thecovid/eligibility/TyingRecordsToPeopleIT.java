package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.Matching.Part;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.person.Likeness.Agreement;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class TyingRecordsToPeopleIT {
    private static final String HEADINGS =
            "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    private Matching desk;

    @Inject
    private RecordImports imports;

    @Inject
    private KnownFacts records;

    @Inject
    private TestSources sources;

    @Inject
    private TestLists lists;

    @Inject
    private TestClock ahead;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private String name = "";
    private String phone = "";

    @BeforeEach
    void a_source_and_somebody_of_a_name_that_nobody_else_has() {
        officer = sources.officer("TTYT-573");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        int number = NAMES.incrementAndGet();
        name = "Trần Hòa " + (char) ('A' + number % 26) + "anh " + (char) ('A' + number / 26) + "inh";
        phone = "0905" + String.format(Locale.ROOT, "%06d", System.nanoTime() % 1_000_000);
    }

    @AfterEach
    void now_again() {
        ahead.reset();
    }

    private ImportView read(String... doses) {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(List.of(doses));
        ImportView view = sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)));
        assertThat(view.bad()).isZero();
        sources.match();
        return view;
    }

    private String dose(String whose, String birth, String document, String called, String commune) {
        return dose(whose, birth, document, called, commune, "A1");
    }

    private String dose(String whose, String birth, String document, String called, String commune, String lot) {
        String day = DAY.format(LocalDate.now(clock).minusDays(60));
        return String.join(";", whose, birth, document, called, commune, "AZ", "1", day, lot, "DIEM-1");
    }

    private long person(String document, String birth, String called, String commune) {
        return sources.person(document, name, birth, called, commune);
    }

    private int known(long person, Instant by) {
        return (int) records.facts(person).stream()
                .filter(fact -> !fact.knownFrom().isAfter(by) && fact.knownTo().isAfter(by))
                .count();
    }

    private int known(long person) {
        return known(person, clock.instant());
    }

    private List<TieView> list(Part part) {
        return desk.list(officer, source, part, Optional.empty(), 0, 50);
    }

    @Test
    void one_document_and_one_name_or_year_are_one_person_whichever_came_first() {
        String before = TestSources.document();
        String after = TestSources.document();
        long first = person(before, "1985-03-07", "", "");
        read(
                dose(name.toUpperCase(Locale.forLanguageTag("vi")).replace("ÒA", "OÀ"), "07/03/1985", before, "", ""),
                dose("Lê Khác Tên", "1985", after, "", ""));
        long second = person(after, "1985-03-07", "", "");
        sources.match();

        assertThat(known(first)).isEqualTo(1);
        assertThat(known(second)).isEqualTo(1);
        assertThat(sql.list(
                        "SELECT grade FROM eligibility_tie WHERE person_id IN (?, ?) ORDER BY person_id",
                        row -> row.getString(1),
                        first,
                        second))
                .containsExactly("A", "B");
        assertThat(list(Part.OPEN)).isEmpty();
        assertThat(list(Part.DECIDED)).as("nobody decided it").isEmpty();
    }

    @Test
    void a_phone_or_a_commune_is_a_question_and_counts_for_nobody_until_somebody_answers() {
        long byPhone = person(TestSources.document(), "1985-03-07", phone, "");
        long byCommune = person(TestSources.document(), "1990-10-11", "", "22327");
        read(dose(name, "07/03/1985", "", phone, ""), dose(name, "11/10/1990", "", "", "22327"));

        assertThat(list(Part.OPEN))
                .extracting(TieView::grade, tie -> tie.likeness().document())
                .containsExactlyInAnyOrder(tuple(Grade.C, Agreement.MISSING), tuple(Grade.D, Agreement.MISSING));
        assertThat(List.of(known(byPhone), known(byCommune))).containsExactly(0, 0);
        Instant before = clock.instant();
        ahead.forward(Duration.ofHours(1));

        TieView question = question(Grade.C);
        PublicId decision = desk.same(officer, question.id(), "");

        assertThat(known(byPhone)).isEqualTo(1);
        assertThat(known(byPhone, before)).as("as known then").isZero();
        assertThat(list(Part.OPEN)).extracting(TieView::grade).containsExactly(Grade.D);
        assertThat(list(Part.DECIDED)).extracting(TieView::decider).containsExactly(officer.name());
        Instant whileTied = clock.instant();
        ahead.forward(Duration.ofHours(2));

        desk.undo(officer, decision);

        assertThat(known(byPhone)).isZero();
        assertThat(known(byPhone, whileTied)).as("as known then").isEqualTo(1);
        assertThat(list(Part.OPEN)).hasSize(2);
        desk.apart(officer, question(Grade.C).id());
        assertThat(list(Part.OPEN)).extracting(TieView::grade).containsExactly(Grade.D);
        assertThat(sql.list(
                        "SELECT action FROM audit_record WHERE subject_kind = 'tie' AND actor_id = ? ORDER BY id",
                        row -> row.getString(1),
                        officer.accountId()))
                .containsExactly("matching.same", "matching.undone", "matching.apart");
    }

    private TieView question(Grade grade) {
        return desk.list(officer, source, Part.OPEN, Optional.of(grade), 0, 50).get(0);
    }

    @Test
    void both_sides_are_shown_with_numbers_masked_and_the_records_that_count() {
        String document = TestSources.document();
        person(document, "1985-03-07", phone, "22327");
        read(dose(name, "07/03/1985", "", phone, "22327"));

        TieView tie = question(Grade.C);
        assertThat(tie.given().documentEnd()).isEmpty();
        assertThat(tie.given().phoneEnd()).isEqualTo(phone.substring(7));
        assertThat(tie.given().commune()).contains("Vĩnh Hòa");
        assertThat(tie.person().documentEnd()).isEqualTo(document.substring(8));
        assertThat(tie.person().phoneEnd()).isEqualTo(phone.substring(7));
        assertThat(tie.person().name()).isEqualTo(name);
        assertThat(tie.records()).singleElement().satisfies(record -> {
            assertThat(record.code()).isEqualTo("AZ");
            assertThat(record.facility()).isEqualTo("Cơ sở diem-1");
            assertThat(record.row()).isEqualTo(2);
        });
        assertThat(tie.toString()).doesNotContain(document).doesNotContain(phone);
    }

    @Test
    void a_number_that_somebody_else_has_is_for_the_source_to_mend() {
        String document = TestSources.document();
        long person = person(document, "1985-03-07", "", "");
        ImportView wrong = read(dose("Lê Thị Khác", "01/02/1990", document, "", ""));

        assertThat(known(person)).isZero();
        TieView conflict = list(Part.CONFLICT).get(0);
        assertThat(conflict.grade()).isEqualTo(Grade.X);
        assertThat(conflict.person().name()).as("of a stranger only initials").matches("T\\. H\\. .\\. .\\.");
        assertThat(conflict.person().birth()).isEqualTo("1985");
        assertThat(conflict.given().birth()).isEqualTo("1990-02-01");
        assertRefused("eligibility.tie-changed", () -> desk.apart(officer, conflict.id()));
        assertRefused("eligibility.tie-note-missing", () -> desk.same(officer, conflict.id(), " "));

        imports.withdraw(officer, wrong.id(), imports.foresee(officer, wrong.id()), "nhầm số");

        assertThat(list(Part.CONFLICT)).as("withdrawn with its record").isEmpty();
        assertThat(desk.count(officer, source, Part.CONFLICT, Optional.empty())).isZero();
    }

    @Test
    void what_a_later_list_says_can_settle_a_conflict() {
        String document = TestSources.document();
        long person = person(document, "1985-03-07", "", "");
        read(dose("Lê Thị Khác", "01/02/1990", document, "", ""));
        assertThat(list(Part.CONFLICT)).hasSize(1);

        sources.person(document, "Lê Thị Khác", "1990-02-01", "", "");
        sources.match();

        assertThat(list(Part.CONFLICT)).isEmpty();
        assertThat(known(person)).isEqualTo(1);
    }

    @Test
    void a_corrected_record_takes_its_tie_with_it() {
        String document = TestSources.document();
        long person = person(document, "1985-03-07", "", "");
        read(dose(name, "07/03/1985", document, "", "", "A1"));
        read(dose(name, "07/03/1985", document, "", "", "A2"));
        assertThat(known(person)).isEqualTo(1);
        Instant before = clock.instant();
        ahead.forward(Duration.ofHours(1));

        ImportView other = read(dose("Lê Thị Khác", "01/02/1990", document, "", "", "A2"));

        assertThat(other.replacing()).isEqualTo(1);
        assertThat(known(person)).as("the record says somebody else now").isZero();
        assertThat(known(person, before)).isEqualTo(1);
        assertThat(list(Part.CONFLICT)).hasSize(1);
    }

    @Test
    void what_somebody_decided_is_not_asked_again() {
        String document = TestSources.document();
        long person = person(document, "1985-03-07", "", "22327");
        read(dose(name, "07/03/1985", "", phone, "22327"));
        desk.apart(officer, question(Grade.D).id());

        sources.person(document, name, "1985-03-07", phone, "22327");
        sources.match();

        assertThat(list(Part.OPEN)).isEmpty();
        assertThat(known(person)).isZero();
    }

    @Test
    void who_is_known_by_a_document_is_no_question_for_others_of_that_name() {
        String document = TestSources.document();
        person(document, "1985-03-07", phone, "22327");
        person(TestSources.document(), "1985-03-07", phone, "22327");
        read(dose(name, "07/03/1985", document, phone, "22327"));

        assertThat(list(Part.OPEN)).isEmpty();
    }

    @Test
    void a_question_is_over_when_the_one_whose_document_it_is_comes_by_a_list() {
        String document = TestSources.document();
        person(TestSources.document(), "1985-03-07", phone, "22327");
        read(dose(name, "07/03/1985", document, phone, "22327"));
        assertThat(list(Part.OPEN)).extracting(tie -> tie.likeness().document()).containsExactly(Agreement.OTHER);

        long person = person(document, "1985-03-07", phone, "22327");
        sources.match();

        assertThat(list(Part.OPEN)).isEmpty();
        assertThat(known(person)).isEqualTo(1);
    }

    @Test
    void a_question_decided_by_another_meanwhile_is_refused_with_its_reason() {
        person(TestSources.document(), "1985-03-07", phone, "");
        read(dose(name, "07/03/1985", "", phone, ""));
        TieView question = question(Grade.C);
        desk.apart(officer, question.id());

        assertRefused("eligibility.tie-changed", () -> desk.same(officer, question.id(), ""));
        assertRefused("eligibility.tie-changed", () -> desk.undo(officer, question.id()));
    }

    @Test
    void officers_of_other_agencies_see_and_decide_nothing() {
        person(TestSources.document(), "1985-03-07", phone, "");
        read(dose(name, "07/03/1985", "", phone, ""));
        PublicId question = question(Grade.C).id();
        Actor stranger = sources.officer("TTYT-572");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.list(stranger, source, Part.OPEN, Optional.empty(), 0, 50));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.list(sources.health(), source, Part.OPEN, Optional.empty(), 0, 50));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> desk.same(stranger, question, ""));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> desk.count(stranger, source, Part.OPEN, Optional.empty()));
    }

    @Test
    void a_question_is_asked_once_however_many_records_it_is_about() {
        long person = person(TestSources.document(), "1985-03-07", phone, "");
        String first = dose(name, "07/03/1985", "", phone, "");
        String second = first.replace(";1;", ";2;")
                .replace(
                        DAY.format(LocalDate.now(clock).minusDays(60)),
                        DAY.format(LocalDate.now(clock).minusDays(20)));
        read(first);
        read(second);

        assertThat(list(Part.OPEN))
                .singleElement()
                .satisfies(tie -> assertThat(tie.records()).hasSize(2));
        desk.same(officer, question(Grade.C).id(), "đã gọi điện");
        assertThat(records.facts(person)).extracting(Fact::code).containsExactly("AZ", "AZ");
    }

    @Test
    void officers_of_the_source_are_told_what_of_a_file_is_theirs_to_answer() {
        Actor colleague = lists.member(officer.agencyId(), Role.SOURCE_OFFICER, "Lâm Thị Được Báo");
        person(TestSources.document(), "1985-03-07", phone, "");
        read(dose(name, "07/03/1985", "", phone, ""));

        assertThat(sql.list(
                        "SELECT CAST(args AS CHAR) FROM notification_inbox WHERE account_id = ? AND kind ="
                                + " 'eligibility.matching-told'",
                        row -> row.getString(1),
                        colleague.accountId()))
                .isNotEmpty()
                .allSatisfy(args -> assertThat(args.split("\u001f", -1)).endsWith("1", "0"));
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act::run)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code));
    }
}
