package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordCheck;
import vn.khanhhoa.thecovid.intake.ListReader;
import vn.khanhhoa.thecovid.intake.ReadingLimits;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What several files say of one record: it counts until the last of them is withdrawn. */
@InPortal
class WithdrawingImportsIT {
    private static final String HEADINGS = "Họ và tên;Ngày sinh;CCCD;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
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
    private DueDoses due;

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

    private final Person first = new Person();
    private final Person second = new Person();
    private final Person third = new Person();
    /** The clock is put forward, and may come to the next day. */
    private LocalDate today = LocalDate.MIN;

    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();

    /** Somebody of the portal who had a first dose. */
    private final class Person {
        private final String document = TestSources.document();
        private long id;

        void enter() {
            id = sources.person(document, "Nguyễn Văn Hòa", "1985", "", "");
        }

        String dose(String lot) {
            return dose(lot, 60);
        }

        String dose(String lot, int ago) {
            return "Nguyễn Văn Hòa;1985;" + document + ";AZ;1;" + DAY.format(today.minusDays(ago)) + ";" + lot
                    + ";DIEM-1";
        }

        /** How many facts were known of them at a moment. */
        long known(Instant at) {
            return known.facts(id).stream()
                    .filter(fact ->
                            !fact.knownFrom().isAfter(at) && fact.knownTo().isAfter(at))
                    .count();
        }

        long known() {
            return known(clock.instant());
        }
    }

    @BeforeEach
    void a_source_and_three_people() {
        today = LocalDate.now(clock);
        officer = sources.officer("TTYT-571");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        List.of(first, second, third).forEach(Person::enter);
    }

    @AfterEach
    void now_again() {
        ahead.reset();
    }

    private PublicId read(String... rows) {
        PublicId id = sources.read(officer, source, file(rows)).id();
        sources.match();
        ahead.forward(Duration.ofMinutes(10));
        return id;
    }

    private static byte[] file(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        lines.addAll(List.of(rows));
        return TestSources.csv(lines.toArray(String[]::new));
    }

    /** @return when */
    private Instant withdraw(PublicId id, WithdrawalForeseen foreseen) {
        assertThat(imports.foresee(officer, id)).isEqualTo(foreseen);
        imports.withdraw(officer, id, foreseen, "nhầm tệp");
        sources.reckon();
        Instant withdrawn = Objects.requireNonNull(imports.view(officer, id).withdrawnAt());
        ahead.forward(Duration.ofMinutes(10));
        return withdrawn;
    }

    private long due() {
        sources.reckon();
        return due.count(officer, new DueDosesFilter(source, "DIEM-1", "", LocalDate.now(clock)));
    }

    @Test
    void what_a_later_file_said_again_goes_on_counting_until_that_is_withdrawn_too() {
        Instant before = clock.instant();
        PublicId one = read(first.dose("A1"), second.dose("A2"));
        PublicId other = read(third.dose("A3"), first.dose("A1"));
        assertThat(due()).isEqualTo(3);

        Instant withdrawn = withdraw(one, new WithdrawalForeseen(1, 0, 0, 1));

        assertThat(List.of(first.known(), second.known(), third.known())).containsExactly(1L, 0L, 1L);
        assertThat(first.known(withdrawn.minusNanos(1_000)))
                .as("there is no moment at which nobody said it")
                .isEqualTo(first.known(withdrawn))
                .isEqualTo(1);
        assertThat(second.known(withdrawn.minusNanos(1_000)))
                .as("as known then")
                .isEqualTo(1);
        assertThat(first.known(before)).isZero();
        assertThat(due()).isEqualTo(2);

        Instant last = withdraw(other, new WithdrawalForeseen(2, 0, 0, 0));

        assertThat(List.of(first.known(), third.known())).containsExactly(0L, 0L);
        assertThat(first.known(last.minusNanos(1_000))).as("as known then").isEqualTo(1);
        assertThat(due()).isZero();
    }

    @Test
    void of_three_files_it_does_not_matter_which_is_withdrawn_first() {
        PublicId one = read(first.dose("A1"));
        PublicId two = read(second.dose("A2"), first.dose("A1"));
        PublicId three = read(third.dose("A3"), first.dose("A1"));

        withdraw(two, new WithdrawalForeseen(1, 0, 0, 0));
        assertThat(first.known()).isEqualTo(1);
        withdraw(one, new WithdrawalForeseen(0, 0, 0, 1));
        assertThat(first.known()).isEqualTo(1);
        withdraw(three, new WithdrawalForeseen(2, 0, 0, 0));
        assertThat(first.known()).isZero();

        PublicId four = read(first.dose("A1"));
        PublicId five = read(second.dose("A2"), first.dose("A1"));
        PublicId six = read(third.dose("A3"), first.dose("A1"));
        withdraw(four, new WithdrawalForeseen(0, 0, 0, 1));
        withdraw(five, new WithdrawalForeseen(1, 0, 0, 1));
        assertThat(first.known()).as("the third one still says it").isEqualTo(1);
        withdraw(six, new WithdrawalForeseen(2, 0, 0, 0));
        assertThat(first.known()).isZero();
    }

    @Test
    void an_earlier_version_counts_again_where_any_file_that_said_it_was_not_withdrawn() {
        PublicId one = read(first.dose("A1"));
        PublicId again = read(second.dose("A2"), first.dose("A1"));
        PublicId corrected = read(first.dose("A1", 58));
        withdraw(one, new WithdrawalForeseen(0, 0, 1, 0));
        PublicId outdated = read(first.dose("A1"), third.dose("A3"));

        assertThat(imports.view(officer, outdated).bad())
                .as("the second file said it before the correction")
                .isEqualTo(1);
        withdraw(corrected, new WithdrawalForeseen(1, 1, 0, 0));
        assertThat(first.known()).isEqualTo(1);
        withdraw(again, new WithdrawalForeseen(2, 0, 0, 0));
        assertThat(first.known()).isZero();
    }

    @Test
    void what_was_judged_beside_an_import_that_is_withdrawn_meanwhile_is_judged_again() throws Exception {
        PublicId one = read(first.dose("A1"), second.dose("A2"), third.dose("A3"));
        PublicId two = transaction.call(() -> {
            PublicId received = imports.receive(
                            officer,
                            source,
                            Optional.empty(),
                            "du-lieu.csv",
                            file(third.dose("A3", 59), first.dose("A1"), second.dose("A2")),
                            false)
                    .id();
            sql.update("DELETE FROM platform_job WHERE task_name = ?", ImportJob.NAME);
            return received;
        });
        long importId = sql.number("SELECT id FROM eligibility_import WHERE public_id = ?", two);
        ImportSteps.Work work = steps.begin(importId).orElseThrow();
        RecordCheck check = work.check();
        List<ImportedRows.ReadRow> rows = new ArrayList<>();
        new ListReader(ReadingLimits.DEFAULT)
                .read(
                        work.content(),
                        work.form(),
                        row -> rows.add(records.read(work.source().id(), check.check(row))));
        ImportedRows.Before before = new ImportedRows.Before(0);
        steps.store(work, 0, 2, steps.judge(work, before, rows.subList(0, 2)));
        ImportedRows judged = steps.judge(work, before, rows.subList(2, 3));
        ahead.forward(Duration.ofMinutes(10));

        Instant withdrawn = withdraw(one, new WithdrawalForeseen(1, 0, 1, 1));
        assertThatExceptionOfType(ImportSteps.Outdated.class).isThrownBy(() -> steps.store(work, 2, 1, judged));
        assertThat(List.of(first.known(), second.known(), third.known())).containsExactly(1L, 0L, 1L);
        job.run(String.valueOf(importId));
        sources.match();

        ImportView view = imports.view(officer, two);
        assertThat(List.of(view.state(), view.added(), view.replacing(), view.same()))
                .containsExactly(ImportState.READ, 1, 1, 1);
        assertThat(List.of(first.known(), second.known(), third.known())).containsExactly(1L, 1L, 1L);
        assertThat(first.known(withdrawn)).as("stored before").isEqualTo(1);
        assertThat(second.known(withdrawn)).as("not read yet then").isZero();
        ahead.forward(Duration.ofMinutes(10));
        withdraw(two, new WithdrawalForeseen(3, 0, 0, 0));
        assertThat(List.of(first.known(), second.known(), third.known())).containsExactly(0L, 0L, 0L);
    }
}
