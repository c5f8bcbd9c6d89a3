package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.ExceptionCaseForm;
import vn.khanhhoa.thecovid.eligibility.ExceptionRegister;
import vn.khanhhoa.thecovid.eligibility.RecordImports;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestCriteria;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.stafflist.EntryLevels;
import vn.khanhhoa.thecovid.stafflist.EntryQueue;
import vn.khanhhoa.thecovid.stafflist.EntryReading;
import vn.khanhhoa.thecovid.stafflist.EntryView;
import vn.khanhhoa.thecovid.stafflist.Outcome;
import vn.khanhhoa.thecovid.stafflist.QueueFilter;
import vn.khanhhoa.thecovid.stafflist.QueueRow;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** "All green by the data": three people of a list, of whom the first is green and the others are not. */
@InPortal
class FilteringByLevelIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Inject
    private TestLists lists;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestBulk testBulk;

    @Inject
    private BulkDecisions bulk;

    @Inject
    private Reviewing reviewing;

    @Inject
    private EntryReading reading;

    @Inject
    private EntryQueue queue;

    @Inject
    private LevelSteps steps;

    @Inject
    private EntryLevels levels;

    @Inject
    private ExceptionRegister register;

    @Inject
    private RecordImports imports;

    @Inject
    private TestClock ahead;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private Actor officer = Actor.VISITOR;
    private Actor reviewer = Actor.VISITOR;
    private List<EntryView> entries = List.of();
    private Actor dataOfficer = Actor.VISITOR;

    @BeforeEach
    void three_entries_of_which_one_is_vaccinated_twice() {
        officer = lists.factory();
        entries = reading.ofList(officer, lists.submitted(officer, 3), Optional.empty(), 0, 3);
        reviewer = lists.reviewer("SCT");
        criteria.inForce(criteria.area("56"));
        dataOfficer = sources.officer("TTYT-570");
        LocalDate today = LocalDate.now(clock);
        records(
                SourceKind.VACCINATION,
                first(),
                "Tên vắc xin;Mũi số;Ngày tiêm",
                "AZ;1;" + DAY.format(today.minusDays(110)),
                "AZ;2;" + DAY.format(today.minusDays(20)));
    }

    @AfterEach
    void now_again() {
        criteria.noneInForce();
        ahead.reset();
    }

    private EntryView first() {
        return entries.get(0);
    }

    private PublicId records(SourceKind kind, EntryView entry, String headings, String... rest) {
        String document = reviewing.numbers(reviewer, entry.id()).stream()
                .map(EntryView.Cell::text)
                .filter(text -> text.matches("\\d{12}"))
                .findFirst()
                .orElseThrow();
        PublicId source = sources.source(dataOfficer, kind);
        sources.facility(dataOfficer, source, "DIEM-1");
        List<String> lines = new ArrayList<>(List.of("Họ và tên;Ngày sinh;CCCD;Cơ sở;" + headings));
        for (String line : rest) {
            lines.add(entry.name() + ";" + entry.birthYear() + ";" + document + ";DIEM-1;" + line);
        }
        PublicId id = sources.read(dataOfficer, source, TestSources.csv(lines.toArray(String[]::new)))
                .id();
        sources.match();
        return id;
    }

    private void positive(EntryView entry) {
        String yesterday = DAY.format(LocalDate.now(clock).minusDays(1));
        records(
                SourceKind.TESTING,
                entry,
                "Thời gian lấy mẫu;Loại mẫu;Phương pháp;Kết quả;Thời gian có kết quả",
                yesterday + " 08:00;Mẫu đơn;RT-PCR;Dương tính;" + yesterday + " 12:00");
    }

    /** The job of the portal does the same at the same time. */
    private void settle() {
        boolean more = true;
        while (more) {
            more = steps.step() || sql.number("SELECT COUNT(*) FROM stafflist_level_due") > 0;
        }
    }

    private QueueFilter green() {
        return new QueueFilter("", officer.organisationId(), 0, "")
                .greenAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private List<PublicId> listed(QueueFilter filter) {
        List<PublicId> found = queue.after(reviewer, filter, Optional.empty(), 10).stream()
                .map(QueueRow::id)
                .toList();
        assertThat(queue.count(reviewer, filter).entries()).isEqualTo(found.size());
        return found;
    }

    private List<PublicId> listed() {
        settle();
        return listed(green());
    }

    @Test
    void those_whom_the_data_makes_green_are_listed_alone_or_with_whatever_else_is_asked() {
        assertThat(listed()).containsExactly(first().id());
        assertThat(listed(green().ofForm("M01"))).containsExactly(first().id());
        assertThat(listed(green().ofForm("M02"))).isEmpty();
        assertThat(listed(new QueueFilter(first().name(), 0, 0, "").greenAt(clock.instant())))
                .containsExactly(first().id());
        assertThat(listed(new QueueFilter(entries.get(1).name(), officer.organisationId(), 0, "")
                        .greenAt(clock.instant())))
                .doesNotContain(entries.get(1).id());
        long list = sql.number("SELECT list_id FROM stafflist_entry WHERE public_id = ?", first().id());
        assertThat(listed(new QueueFilter("", 0, list, "").greenAt(clock.instant())))
                .containsExactly(first().id());
        assertThat(queue.after(lists.reviewer("SXD"), green(), Optional.empty(), 10))
                .as("another agency")
                .isEmpty();
    }

    @Test
    void what_is_kept_is_read_by_the_agency_of_the_entry_as_long_as_it_holds() {
        settle();
        List<Long> ids = entries.stream().map(EntryView::entryId).toList();

        assertThat(levels.known(reviewer, ids)).containsEntry(first().entryId(), "GREEN");
        assertThat(levels.known(reviewer, ids).get(ids.get(1))).isNotEqualTo("GREEN");
        assertThat(levels.known(lists.reviewer("SXD"), ids)).isEmpty();
        sql.update(
                "UPDATE stafflist_entry_level SET until = ? WHERE entry_id = ?",
                clock.instant().minusSeconds(1),
                first().entryId());
        assertThat(levels.known(reviewer, ids)).doesNotContainKey(first().entryId());
    }

    @Test
    void a_fact_that_comes_or_goes_moves_an_entry_out_or_in() {
        assertThat(listed()).containsExactly(first().id());
        positive(first());
        assertThat(listed()).isEmpty();

        EntryView second = entries.get(1);
        LocalDate today = LocalDate.now(clock);
        PublicId import1 = records(
                SourceKind.VACCINATION,
                second,
                "Tên vắc xin;Mũi số;Ngày tiêm",
                "AZ;1;" + DAY.format(today.minusDays(110)),
                "AZ;2;" + DAY.format(today.minusDays(20)));
        assertThat(listed()).containsExactly(second.id());
        imports.withdraw(dataOfficer, import1, imports.foresee(dataOfficer, import1), "nhập nhầm");
        sources.touched(import1);
        assertThat(listed()).isEmpty();
    }

    @Test
    void an_exception_counts_from_its_approval_to_its_end() {
        EntryView second = entries.get(1);
        PublicId person = PublicId.ofBytes(
                sql.list("SELECT public_id FROM person_person WHERE id = ?", row -> row.getBytes(1), second.personId())
                        .get(0));
        LocalDate today = LocalDate.now(clock);
        PublicId id = register.enter(
                sources.health(),
                person,
                new ExceptionCaseForm("CONG_VU", today, today.plusDays(2), "x", "1", "y", "", new byte[0]));
        assertThat(listed()).containsExactly(first().id());
        register.approve(sources.health(), id);
        assertThat(listed()).containsExactly(first().id(), second.id());
        register.end(sources.health(), id, "hết", Optional.empty());
        assertThat(listed()).containsExactly(first().id());
    }

    @Test
    void the_clock_ends_a_level_even_before_anybody_has_asked_again() {
        EntryView third = entries.get(2);
        LocalDate today = LocalDate.now(clock);
        records(
                SourceKind.VACCINATION,
                third,
                "Tên vắc xin;Mũi số;Ngày tiêm",
                "AZ;1;" + DAY.format(today.minusDays(110)),
                "AZ;2;" + DAY.format(today.minusDays(13)));
        assertThat(listed()).as("day 13").containsExactly(first().id());
        ahead.forward(Duration.ofDays(1));
        assertThat(listed()).as("day 14").containsExactly(first().id(), third.id());

        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        sql.update("UPDATE stafflist_entry_level SET until = ? WHERE entry_id = ?", tomorrow, third.entryId());
        QueueFilter later = new QueueFilter("", officer.organisationId(), 0, "").greenAt(tomorrow);
        assertThat(listed(later)).as("what was kept is over by then").containsExactly(first().id());
    }

    @Test
    void other_criteria_and_their_end_are_asked_at_once_and_at_their_time() {
        assertThat(listed()).containsExactly(first().id());
        // Soon enough that nothing but the order itself has anybody asked again.
        Instant soon = clock.instant().plus(Duration.ofHours(2));
        // Đà Nẵng asks for no days after the full course.
        EntryView second = entries.get(1);
        LocalDate today = LocalDate.now(clock);
        records(
                SourceKind.VACCINATION,
                second,
                "Tên vắc xin;Mũi số;Ngày tiêm",
                "AZ;1;" + DAY.format(today.minusDays(110)),
                "AZ;2;" + DAY.format(today.minusDays(5)));
        criteria.inForce(criteria.attested("DN-2021-09"), criteria.area("56"), soon);
        assertThat(listed()).containsExactly(first().id());
        ahead.forward(Duration.ofHours(2).plusSeconds(1));
        assertThat(listed()).containsExactly(first().id(), second.id());
        criteria.noneInForce();
        assertThat(listed()).as("no criteria in force").isEmpty();
    }

    @Test
    void a_bulk_leaves_out_whoever_is_not_green_any_more_and_says_so() {
        records(
                SourceKind.VACCINATION,
                entries.get(1),
                "Tên vắc xin;Mũi số;Ngày tiêm",
                "AZ;1;" + DAY.format(LocalDate.now(clock).minusDays(110)),
                "AZ;2;" + DAY.format(LocalDate.now(clock).minusDays(20)));
        assertThat(listed()).hasSize(2);
        QueueFilter filter = green();
        PublicId id = testBulk.foresee(reviewer, filter, Outcome.APPROVE, "", true);
        BulkDecisions.Progress foreseen = bulk.progress(reviewer, id);
        assertThat(foreseen.filter()).isEqualTo(filter);
        assertThat(foreseen.groups()).containsExactly(new BulkDecisions.Group("ALONE", 2));

        positive(first());
        testBulk.begin(reviewer, id);
        testBulk.run(id);

        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1), new BulkDecisions.Group(BulkSteps.NOT_GREEN, 1));
        assertThat(bulk.lines(reviewer, id, BulkSteps.NOT_GREEN, 0, 10))
                .extracting(BulkDecisions.Line::id)
                .containsExactly(first().id());
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM stafflist_entry_level WHERE entry_id = ?",
                        entries.get(1).entryId()))
                .as("of what is decided nothing is kept")
                .isZero();
    }

    @Test
    void what_was_kept_is_not_believed_when_a_bulk_is_looked_through() {
        assertThat(listed()).containsExactly(first().id());
        // As it would be if nobody had asked again since.
        sql.update(
                "UPDATE stafflist_entry_level SET level = 'GREEN' WHERE entry_id = ?",
                entries.get(1).entryId());
        sql.update(
                "INSERT INTO stafflist_entry_name (agency_id, token, submitted_at, entry_id) SELECT agency_id, '!GREEN',"
                        + " submitted_at, id FROM stafflist_entry WHERE id = ?",
                entries.get(1).entryId());
        assertThat(listed(green())).hasSize(2);

        PublicId id = testBulk.foresee(reviewer, green(), Outcome.APPROVE, "", true);

        assertThat(bulk.progress(reviewer, id).groups())
                .containsExactlyInAnyOrder(
                        new BulkDecisions.Group("ALONE", 1), new BulkDecisions.Group(BulkSteps.NOT_GREEN, 1));
    }

    @Test
    void that_people_were_listed_by_their_level_is_on_record() {
        reviewing.levelsListed(reviewer, 3);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'review.levels-listed' AND actor_id = ?",
                        reviewer.accountId()))
                .isEqualTo(1);
    }
}
