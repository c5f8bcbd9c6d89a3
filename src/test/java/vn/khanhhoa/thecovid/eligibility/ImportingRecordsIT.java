package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordCheck;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class ImportingRecordsIT {
    private static final String HEADINGS =
            "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private RecordImports imports;

    @Inject
    private ImportSteps steps;

    @Inject
    private ImportJob job;

    @Inject
    private KnownFacts known;

    @Inject
    private StoredRecords records;

    @Inject
    private TestSources sources;

    @Inject
    private TestTransaction transaction;

    @Inject
    private TestClock ahead;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private final Map<String, Long> people = new HashMap<>();
    /** The clock is put forward, and may come to the next day. */
    private LocalDate today = LocalDate.MIN;

    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();

    @BeforeEach
    void a_source() {
        today = LocalDate.now(clock);
        officer = sources.officer("TTYT-571");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        sources.facility(officer, source, "DIEM-2");
    }

    @AfterEach
    void now_again() {
        ahead.reset();
    }

    /** Of a person of the portal. */
    private String document() {
        String document = TestSources.document();
        people.put(document, sources.person(document, "Nguyễn Văn Hòa", "1985", "", ""));
        return document;
    }

    private List<Fact> facts(String document) {
        return known.facts(Objects.requireNonNull(people.get(document)));
    }

    private String day(int ago) {
        return DAY.format(today.minusDays(ago));
    }

    private String dose(String document, int number, int ago, String lot) {
        return "Nguyễn Văn Hòa;1985;" + document + ";0905123456;22327;AZ;" + number + ";" + day(ago) + ";" + lot
                + ";DIEM-1";
    }

    private ImportView read(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(List.of(rows));
        ImportView view = sources.read(officer, source, TestSources.csv(lines.toArray(String[]::new)));
        sources.match();
        return view;
    }

    private static List<String> keys(ImportRowView row) {
        return row.problems().stream()
                .map(problem -> problem.key().replaceAll(".*\\.", ""))
                .toList();
    }

    @Test
    void good_rows_are_taken_and_bad_ones_kept_to_be_mended() throws Exception {
        String document = document();
        ImportView view =
                read(dose(document, 1, 60, "A1"), dose(document, 2, 30, "A2").replace("AZ", "Vắc xin X"));

        assertThat(view.state()).isEqualTo(ImportState.READ);
        assertThat(List.of(view.total(), view.added(), view.bad(), view.replacing(), view.same()))
                .containsExactly(2, 1, 1, 0, 0);
        assertThat(imports.rows(officer, view.id(), 0, 50)).singleElement().satisfies(row -> {
            assertThat(row.row()).isEqualTo(3);
            assertThat(row.taken()).isFalse();
            assertThat(row.cells()).containsEntry("vaccine", "Vắc xin X");
            assertThat(keys(row)).containsExactly("value-not-allowed");
        });
        byte[] workbook = imports.problems(officer, view.id(), Locale.forLanguageTag("vi"));
        assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM eligibility_record r JOIN eligibility_import i ON i.id = r.import_id JOIN"
                                + " eligibility_given g ON g.id = r.given_id WHERE i.public_id = ? AND g.person NOT LIKE ? AND"
                                + " g.identity_hash IS NOT NULL",
                        view.id(),
                        "%" + document + "%"))
                .as("the number is nowhere in clear")
                .isEqualTo(1);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM eligibility_import WHERE public_id = ? AND content IS NULL", view.id()))
                .as("the file itself is not kept")
                .isEqualTo(1);
    }

    @Test
    void the_same_file_and_the_same_record_make_no_duplicate() {
        String document = document();
        ImportView first = read(dose(document, 1, 60, "A1"), dose(document, 2, 30, "A2"));

        RecordImports.Received again = imports.receive(
                officer,
                source,
                Optional.empty(),
                "khac-ten.csv",
                TestSources.csv(HEADINGS, dose(document, 1, 60, "A1"), dose(document, 2, 30, "A2")),
                false);
        assertThat(again).isEqualTo(new RecordImports.Received(first.id(), true));
        ImportView exportedAnew = read(dose(document, 2, 30, "A2"), dose(document, 1, 60, "A1"));

        assertThat(exportedAnew.same()).isEqualTo(2);
        assertThat(exportedAnew.isOldNews()).isTrue();
        assertThat(facts(document)).hasSize(2);
    }

    @Test
    void a_later_version_takes_the_place_and_the_earlier_stays_known_as_it_was_then() {
        String document = document();
        read(dose(document, 1, 60, "A1"));
        Instant between = clock.instant();
        ahead.forward(Duration.ofHours(1));
        ImportView corrected = read(dose(document, 1, 58, "A1"));

        assertThat(corrected.replacing()).isEqualTo(1);
        List<Fact> facts = facts(document);
        assertThat(facts).hasSize(2).allSatisfy(fact -> assertThat(fact.kind()).isEqualTo(FactKind.DOSE));
        assertThat(about(facts, between)).containsExactly(midnight(60));
        assertThat(about(facts, clock.instant())).containsExactly(midnight(58));
        assertThat(about(facts, between)).as("the same answer each time").containsExactly(midnight(60));
    }

    private Instant midnight(int ago) {
        return today.minusDays(ago).atStartOfDay(PortalClock.ZONE).toInstant();
    }

    /** What was known at a moment. */
    private static List<Instant> about(List<Fact> facts, Instant knownBy) {
        return facts.stream()
                .filter(fact ->
                        !fact.knownFrom().isAfter(knownBy) && fact.knownTo().isAfter(knownBy))
                .map(Fact::about)
                .toList();
    }

    @Test
    void the_file_of_another_day_does_not_undo_a_correction() {
        String document = document();
        read(dose(document, 1, 60, "A1"), dose(document(), 1, 60, "A1"));
        read(dose(document, 1, 58, "A1"));
        ImportView outdated = read(dose(document, 1, 60, "A1"), dose(document(), 1, 60, "A1"));

        assertThat(imports.rows(officer, outdated.id(), 0, 50))
                .singleElement()
                .satisfies(row -> assertThat(keys(row)).containsExactly("outdated"));
        assertThat(about(facts(document), clock.instant())).containsExactly(midnight(58));
    }

    @Test
    void a_wrong_import_is_withdrawn_as_a_whole_and_what_it_had_replaced_counts_again() {
        String corrected = document();
        String added = document();
        String later = document();
        read(dose(corrected, 1, 60, "A1"));
        ImportView wrong = read(dose(corrected, 1, 10, "A1"), dose(added, 1, 10, "A1"), dose(later, 1, 10, "A1"));
        read(dose(later, 1, 11, "A1"));
        Instant before = clock.instant();
        ahead.forward(Duration.ofHours(1));

        WithdrawalForeseen foreseen = imports.foresee(officer, wrong.id());
        assertThat(foreseen).isEqualTo(new WithdrawalForeseen(2, 1, 1, 0));
        assertRefused(
                "eligibility.withdrawal-reason-missing", () -> imports.withdraw(officer, wrong.id(), foreseen, " "));
        assertRefused(
                "eligibility.withdrawal-changed",
                () -> imports.withdraw(officer, wrong.id(), new WithdrawalForeseen(3, 1, 0, 0), "nhầm tệp"));
        imports.withdraw(officer, wrong.id(), foreseen, "nhầm tệp");

        assertThat(about(facts(corrected), clock.instant())).containsExactly(midnight(60));
        assertThat(about(facts(corrected), before)).as("as known then").containsExactly(midnight(10));
        assertThat(about(facts(added), clock.instant())).isEmpty();
        assertThat(about(facts(added), before)).containsExactly(midnight(10));
        assertThat(about(facts(later), clock.instant())).containsExactly(midnight(11));
        assertRefused(
                "eligibility.import-not-withdrawable",
                () -> imports.withdraw(officer, wrong.id(), new WithdrawalForeseen(0, 0, 4, 0), "lần nữa"));
        ImportView again = read(dose(corrected, 1, 10, "A1"), dose(added, 1, 10, "A1"), dose(later, 1, 10, "A1"));
        assertThat(again.id()).as("what was withdrawn may be sent again").isNotEqualTo(wrong.id());
        assertThat(List.of(again.added(), again.replacing(), again.bad())).containsExactly(1, 2, 0);
    }

    @Test
    void doses_out_of_order_and_a_dose_twice_are_found_within_a_file_and_across_files() {
        String document = document();
        read(dose(document, 1, 30, "A1"));
        ImportView second = read(dose(document, 2, 40, "A2"));
        String other = document();
        ImportView within = read(
                dose(other, 2, 60, "A2"), dose(other, 1, 30, "A1"), dose(other, 2, 61, "A2"), dose(other, 2, 60, "A2"));

        assertThat(imports.rows(officer, second.id(), 0, 9))
                .singleElement()
                .satisfies(row -> assertThat(keys(row)).containsExactly("doses-out-of-order"));
        assertThat(imports.rows(officer, within.id(), 0, 9))
                .extracting(ImportRowView::row, ImportingRecordsIT::keys, ImportRowView::taken)
                .containsExactly(
                        tuple(3, List.of("doses-out-of-order"), false),
                        tuple(4, List.of("twice-in-file"), false),
                        tuple(5, List.of("repeated"), true));
    }

    /** Of which the first rows are stored, and some only judged, when the last are judged. */
    @Test
    void a_dose_twice_in_a_long_file_is_found_wherever_its_first_row_is() {
        String known = document();
        String fresh = document();
        String near = document();
        read(dose(known, 1, 60, "A1"));
        List<String> rows = new ArrayList<>(List.of(dose(known, 1, 60, "A1"), dose(fresh, 1, 60, "A1")));
        for (int i = 0; i < 4_100; i++) {
            rows.add(dose(TestSources.document(), 1, 60, "A1"));
        }
        rows.set(3_000, dose(near, 1, 60, "A1"));
        rows.addAll(List.of(
                dose(known, 1, 60, "B1"), dose(fresh, 1, 60, "B1"), dose(near, 1, 60, "B1"), dose(near, 2, 61, "B2")));
        ImportView view = read(rows.toArray(String[]::new));

        assertThat(List.of(view.added(), view.replacing(), view.same(), view.bad()))
                .containsExactly(4_101, 0, 1, 4);
        assertThat(imports.rows(officer, view.id(), 0, 9))
                .extracting(ImportRowView::row, ImportingRecordsIT::keys)
                .containsExactly(
                        tuple(4_104, List.of("twice-in-file")),
                        tuple(4_105, List.of("twice-in-file")),
                        tuple(4_106, List.of("twice-in-file")),
                        tuple(4_107, List.of("doses-out-of-order")));
    }

    @Test
    void doses_too_close_are_taken_with_a_warning_and_so_is_one_of_another_facility() {
        String document = document();
        read(dose(document, 1, 30, "A1"));
        ImportView close = read(dose(document, 2, 20, "A2"));
        ImportView elsewhere = read(dose(document, 1, 30, "A1").replace("DIEM-1", "DIEM-2"));

        assertThat(imports.rows(officer, close.id(), 0, 9)).singleElement().satisfies(row -> {
            assertThat(keys(row)).containsExactly("doses-too-close");
            assertThat(row.taken()).isTrue();
        });
        assertThat(imports.rows(officer, elsewhere.id(), 0, 9))
                .singleElement()
                .satisfies(row -> assertThat(keys(row)).contains("dose-elsewhere"));
    }

    @Test
    void a_job_that_died_goes_on_behind_what_it_has_stored() throws Exception {
        List<String> documents = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        for (int i = 0; i < 5; i++) {
            documents.add(document());
            lines.add(dose(documents.get(i), 1, 60, "A" + i));
        }
        lines.set(2, lines.get(2).replace("AZ", "Vắc xin X"));
        sources.match();
        PublicId id = transaction.call(() -> {
            PublicId received = imports.receive(
                            officer,
                            source,
                            Optional.empty(),
                            "du-lieu.csv",
                            TestSources.csv(lines.toArray(String[]::new)),
                            false)
                    .id();
            sql.update("DELETE FROM platform_job WHERE task_name = ?", ImportJob.NAME);
            return received;
        });
        long importId = sql.number("SELECT id FROM eligibility_import WHERE public_id = ?", id);
        ImportSteps.Work work = steps.begin(importId).orElseThrow();
        RecordCheck check = work.check();
        List<ImportedRows.ReadRow> rows = new ArrayList<>();
        new ListReader(ReadingLimits.DEFAULT)
                .read(
                        work.content(),
                        work.form(),
                        row -> rows.add(records.read(work.source().id(), check.check(row))));
        ImportedRows judged = steps.judge(work, new ImportedRows.Before(0), rows.subList(0, 3));
        steps.store(work, 0, 3, judged);
        sources.match();
        assertThat(documents.stream().mapToInt(each -> facts(each).size()).sum())
                .as("whom it is about is looked for once it is read")
                .isZero();
        assertThat(imports.view(officer, id))
                .extracting(ImportView::people, ImportView::matched, ImportView::toMatch, ImportView::isMatching)
                .containsExactly(2, 0, true, false);

        job.run(String.valueOf(importId));
        sources.match();

        ImportView view = imports.view(officer, id);
        assertThat(List.of(view.done(), view.added(), view.bad())).containsExactly(5, 4, 1);
        assertThat(documents.stream().mapToInt(each -> facts(each).size()).sum())
                .isEqualTo(4);
        assertThat(imports.view(officer, id))
                .extracting(ImportView::people, ImportView::matched, ImportView::toMatch, ImportView::isMatchingOver)
                .containsExactly(4, 4, false, true);
        assertThatExceptionOfType(ImportSteps.Overtaken.class).isThrownBy(() -> steps.store(work, 0, 3, judged));
    }

    @Test
    void a_file_that_cannot_be_read_takes_nothing_and_says_why() {
        ImportView view =
                sources.read(officer, source, TestSources.csv("Họ và tên;Ngày sinh;CCCD", "Nguyễn Văn Hòa;1985;"));

        assertThat(view.state()).isEqualTo(ImportState.REFUSED);
        assertThat(view.problemKey()).isEqualTo("intake.missing-columns");
        assertThat(view.problemArgs().get(0)).contains("Tên vắc xin", "Mũi số", "Ngày tiêm");
        assertRefused(
                "intake.empty-file",
                () -> imports.receive(officer, source, Optional.empty(), "rong.csv", new byte[0], false));
    }

    @Test
    void others_learn_nothing_of_it() {
        ImportView view = read(dose(document(), 1, 60, "A1"));

        for (Actor stranger : List.of(sources.officer("TTYT-572"), sources.health())) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> imports.view(stranger, view.id()));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> imports.rows(stranger, view.id(), 0, 9));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> imports.problems(stranger, view.id(), Locale.ENGLISH));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> imports.withdraw(
                            stranger, view.id(), new WithdrawalForeseen(1, 0, 0, 0), "không phải của mình"));
        }
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(call)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
