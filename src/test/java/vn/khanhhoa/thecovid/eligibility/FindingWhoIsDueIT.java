package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class FindingWhoIsDueIT {
    private static final String HEADINGS =
            "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String COMMUNE = "22327";

    @Inject
    private DueDoses doses;

    @Inject
    private TestSources sources;

    @Inject
    private RecordImports imports;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();

    @BeforeEach
    void a_source() {
        officer = sources.officer("TTYT-575");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        sources.facility(officer, source, "DIEM-2");
    }

    private String dose(String document, String vaccine, int number, int ago, String facility) {
        return "Nguyễn Văn Hòa;1985;" + document + ";0905123456;" + COMMUNE + ";" + vaccine + ";" + number + ";"
                + DAY.format(LocalDate.now(clock).minusDays(ago)) + ";L1;" + facility;
    }

    private void read(PublicId into, String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(List.of(rows));
        ImportView view = sources.read(officer, into, TestSources.csv(lines.toArray(String[]::new)));
        assertThat(view.bad()).isZero();
        sources.reckon();
    }

    private DueDosesFilter filter(String facility, String commune) {
        return new DueDosesFilter(source, facility, commune, LocalDate.now(clock));
    }

    private List<DueDose> due(String facility) {
        return doses.page(officer, filter(facility, ""), 0, 50);
    }

    @Test
    void whose_days_have_passed_is_due_on_that_day_and_not_the_day_before() {
        String passed = TestSources.document();
        read(
                source,
                dose(passed, "AZ", 1, 56, "DIEM-1"),
                dose(TestSources.document(), "AZ", 1, 55, "DIEM-1"),
                dose(TestSources.document(), "PFIZER", 1, 21, "DIEM-1"),
                dose(TestSources.document(), "PFIZER", 1, 20, "DIEM-1"));

        assertThat(due("DIEM-1"))
                .extracting(DueDose::vaccine, DueDose::number, DueDose::given, DueDose::due)
                .containsExactly(
                        tuple("AstraZeneca (Vaxzevria)", 1, LocalDate.now(clock).minusDays(56), LocalDate.now(clock)),
                        tuple(
                                "Pfizer-BioNTech (Comirnaty)",
                                1,
                                LocalDate.now(clock).minusDays(21),
                                LocalDate.now(clock)));
        assertThat(doses.count(
                        officer,
                        new DueDosesFilter(
                                source, "DIEM-1", "", LocalDate.now(clock).plusDays(1))))
                .isEqualTo(4);
    }

    @Test
    void who_had_a_later_dose_anywhere_or_a_whole_course_is_not() {
        String elsewhere = TestSources.document();
        String here = TestSources.document();
        String abdala = TestSources.document();
        read(
                source,
                dose(elsewhere, "AZ", 1, 90, "DIEM-1"),
                dose(here, "AZ", 1, 90, "DIEM-1"),
                dose(here, "AZ", 2, 20, "DIEM-2"),
                dose(TestSources.document(), "JANSSEN", 1, 90, "DIEM-1"),
                dose(abdala, "ABDALA", 1, 60, "DIEM-1"),
                dose(abdala, "ABDALA", 2, 30, "DIEM-1"));
        Actor other = sources.officer("TTYT-571");
        PublicId otherSource = sources.source(other, SourceKind.VACCINATION);
        sources.facility(other, otherSource, "NOI-KHAC");
        Actor before = officer;
        officer = other;
        read(otherSource, dose(elsewhere, "AZ", 2, 20, "NOI-KHAC"));
        officer = before;

        assertThat(due("")).extracting(DueDose::vaccine, DueDose::number).containsExactly(tuple("Abdala", 2));
    }

    @Test
    void a_second_dose_that_is_withdrawn_leaves_its_person_due_again() {
        String document = TestSources.document();
        read(source, dose(document, "AZ", 1, 80, "DIEM-1"));
        read(source, dose(document, "AZ", 2, 5, "DIEM-1"));
        assertThat(due("DIEM-1")).isEmpty();

        PublicId second = imports.imports(officer, source).get(0).id();
        imports.withdraw(officer, second, imports.foresee(officer, second), "nhầm tệp");
        sources.reckon();

        assertThat(due("DIEM-1")).hasSize(1);
    }

    @Test
    void they_are_counted_by_facility_and_by_commune_and_those_without_a_document_apart() {
        read(
                source,
                dose(TestSources.document(), "AZ", 1, 70, "DIEM-1"),
                dose(TestSources.document(), "AZ", 1, 71, "DIEM-2"),
                dose(TestSources.document(), "AZ", 1, 72, "DIEM-2"),
                dose("", "AZ", 1, 73, "DIEM-2"),
                dose(TestSources.document(), "AZ", 1, 74, "DIEM-2").replace(";" + COMMUNE + ";", ";;"));

        DueDosesSum sum = doses.sum(officer, filter("", ""));

        assertThat(sum.facilities())
                .extracting(DueDosesSum.Part::code, DueDosesSum.Part::people)
                .containsExactly(tuple("DIEM-1", 1L), tuple("DIEM-2", 3L));
        assertThat(sum.communes())
                .extracting(DueDosesSum.Part::code, DueDosesSum.Part::people)
                .containsExactly(tuple("", 1L), tuple(COMMUNE, 3L));
        assertThat(sum.withoutDocument()).isEqualTo(1);
        assertThat(doses.count(officer, filter("", COMMUNE))).isEqualTo(3);
        assertThat(doses.count(officer, filter("", DueDosesFilter.NO_COMMUNE))).isEqualTo(1);
        assertThat(doses.count(officer, filter("DIEM-2", COMMUNE))).isEqualTo(2);
        assertThat(doses.count(officer, filter("KHONG-CO", ""))).isZero();
        assertThat(doses.page(officer, filter("DIEM-2", ""), 1, 1))
                .extracting(DueDose::given)
                .as("the second page, who has waited longest first")
                .containsExactly(LocalDate.now(clock).minusDays(72));
    }

    @Test
    void what_is_kept_is_what_the_records_say_whatever_comes_and_goes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Actor other = sources.officer("TTYT-571");
        PublicId otherSource = sources.source(other, SourceKind.VACCINATION);
        sources.facility(other, otherSource, "DIEM-1");
        sources.facility(other, otherSource, "DIEM-2");
        List<String> documents = Stream.concat(
                        Stream.generate(TestSources::document).limit(8), Stream.of(""))
                .toList();
        for (int act = 0; act < 60; act++) {
            boolean here = random.nextBoolean();
            Actor actor = here ? officer : other;
            PublicId into = here ? source : otherSource;
            List<ImportView> there = imports.imports(actor, into).stream()
                    .filter(ImportView::isWithdrawable)
                    .toList();
            if (random.nextInt(3) == 0 && !there.isEmpty()) {
                PublicId wrong = there.get(random.nextInt(there.size())).id();
                imports.withdraw(actor, wrong, imports.foresee(actor, wrong), "nhầm tệp");
            } else {
                List<String> lines = new ArrayList<>(List.of(HEADINGS));
                for (int row = random.nextInt(3); row >= 0; row--) {
                    int number = 1 + random.nextInt(3);
                    lines.add(dose(
                            documents.get(random.nextInt(documents.size())),
                            random.nextBoolean() ? "ABDALA" : "AZ",
                            number,
                            200 - 50 * number - random.nextInt(3),
                            "DIEM-" + (1 + random.nextInt(2))));
                }
                sources.read(actor, into, TestSources.csv(lines.toArray(String[]::new)));
            }
            if (random.nextBoolean()) {
                continue; // two changes are reckoned at once
            }
            sources.reckon();

            assertThat(kept(source, otherSource))
                    .as("act %d of seed %d", act, seed)
                    .isEqualTo(said(source, otherSource));
            assertThat(summed(source, otherSource))
                    .as("sums after act %d of seed %d", act, seed)
                    .isEqualTo(sql.number(
                            "SELECT COUNT(*) FROM eligibility_due d JOIN eligibility_source s ON s.id = d.source_id WHERE"
                                    + " s.public_id IN (?, ?)",
                            source,
                            otherSource));
        }
    }

    private List<Long> kept(PublicId one, PublicId other) {
        return sql.list(
                "SELECT d.record_id FROM eligibility_due d JOIN eligibility_source s ON s.id = d.source_id WHERE s.public_id"
                        + " IN (?, ?) ORDER BY d.record_id",
                row -> row.getLong(1),
                one,
                other);
    }

    /** The same from the records themselves. */
    private List<Long> said(PublicId one, PublicId other) {
        return sql.list(
                "SELECT r.id FROM eligibility_record r JOIN eligibility_source s ON s.id = r.source_id WHERE s.public_id IN"
                        + " (?, ?) AND r.known_to IS NULL AND r.number < IF(r.code = 'ABDALA', 3, 2) AND NOT EXISTS (SELECT 1"
                        + " FROM eligibility_given g JOIN eligibility_given o ON o.identity_hash = g.identity_hash JOIN"
                        + " eligibility_record n ON n.given_id = o.id WHERE g.id = r.given_id AND n.known_to IS NULL AND n.number >"
                        + " r.number) ORDER BY r.id",
                row -> row.getLong(1),
                one,
                other);
    }

    private long summed(PublicId one, PublicId other) {
        return sql.number(
                "SELECT COALESCE(SUM(people), 0) FROM eligibility_due_sum d JOIN eligibility_source s ON s.id = d.source_id"
                        + " WHERE s.public_id IN (?, ?)",
                one,
                other);
    }

    @Test
    void it_is_told_up_to_when_records_are_in_the_figures() {
        sources.reckon();
        Instant before = clock.instant();
        List<String> lines = List.of(HEADINGS, dose(TestSources.document(), "AZ", 1, 60, "DIEM-1"));
        ImportView view = sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)));
        Instant read = Objects.requireNonNull(view.finishedAt());
        // As long as nobody has reckoned; the portal's own job may be faster.
        sql.update("UPDATE eligibility_import SET to_reckon = TRUE, state = 'RECEIVED' WHERE public_id = ?", view.id());

        assertThat(doses.knownAt(officer)).isAfter(before).isBefore(read);

        sql.update("UPDATE eligibility_import SET state = 'READ' WHERE public_id = ?", view.id());
        sources.reckon();
        assertThat(doses.knownAt(officer)).isAfter(read);
    }

    @Test
    void a_screen_shows_the_ends_of_numbers_the_file_all_of_them_and_both_are_on_the_trail() {
        String document = TestSources.document();
        read(source, dose(document, "AZ", 1, 60, "DIEM-1"));

        DueDose shown = due("DIEM-1").get(0);
        List<DueDose> taken = new ArrayList<>();
        assertThat(doses.take(officer, filter("DIEM-1", ""), taken::add)).isEqualTo(1);

        assertThat(shown.document()).isEqualTo("••••••••" + document.substring(8));
        assertThat(shown.phone()).isEqualTo("••••••3456");
        assertThat(shown.toString()).doesNotContain("Hòa");
        assertThat(taken)
                .extracting(DueDose::name, DueDose::birth, DueDose::document, DueDose::phone)
                .containsExactly(tuple("Nguyễn Văn Hòa", "1985", document, "0905123456"));
        assertThat(sql.list(
                        "SELECT action FROM audit_record WHERE subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        source.toString()))
                .containsSubsequence("source.due-doses-seen", "source.due-doses-taken");
    }

    @Test
    void it_is_for_officers_of_the_source_alone() {
        Actor other = sources.officer("TTYT-568");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> doses.page(other, filter("", ""), 0, 1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> doses.sum(other, filter("", "")));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> doses.count(other, filter("", "")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        doses.take(other, filter("", ""), due -> assertThat(due).isNull()));
        for (Role role : new Role[] {Role.HEALTH_OFFICER, Role.SOURCE_PROGRAM, Role.APPROVER}) {
            Actor stranger = new Actor(officer.accountId(), "Ai đó", role, 0, officer.agencyId());
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> doses.page(stranger, filter("", ""), 0, 1))
                    .withMessageContaining("access.not-permitted");
        }
    }

    @Test
    void a_source_of_tests_has_nobody_who_is_due() {
        PublicId tests = sources.source(officer, SourceKind.TESTING);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> doses.sum(officer, new DueDosesFilter(tests, "", "", LocalDate.now(clock))))
                .withMessageContaining("eligibility.due-doses-of-vaccination");
    }
}
