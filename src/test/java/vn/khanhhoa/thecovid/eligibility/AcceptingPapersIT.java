package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.OwnNumbers;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.access.TestAccounts;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class AcceptingPapersIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final byte[] SCAN = "%PDF-1.7 giấy".getBytes(StandardCharsets.UTF_8);
    private static final Locale ENGLISH = Locale.ENGLISH;

    @Inject
    private PaperEvidence papers;

    @Inject
    private LatenessTelling telling;

    @Inject
    private StoredSources stored;

    @Inject
    private KnownFacts facts;

    @Inject
    private Assessing assessing;

    @Inject
    private SimulatedPeople simulated;

    @Inject
    private SourceKeeping keeping;

    @Inject
    private OwnNumbers ownNumbers;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestLists lists;

    @Inject
    private TestClock ahead;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private Actor reviewer = Actor.VISITOR;
    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private String document = "";
    private long person;

    @BeforeEach
    void somebody_whom_no_source_knows() {
        reviewer = lists.reviewer("SCT");
        officer = sources.officer("TTYT-573");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        document = TestSources.document();
        person = sources.person(document, "Hồ Thị Giấy", "1985-03-07", "", "22327");
        criteria.inForce(criteria.area("56"));
    }

    @AfterEach
    void no_criteria_and_now_again() {
        criteria.noneInForce();
        ahead.reset();
    }

    private String day(int ago) {
        return DAY.format(LocalDate.now(clock).minusDays(ago));
    }

    private PaperEvidence.Form form(Map<String, String> cells) {
        return new PaperEvidence.Form(source, cells, "12/GCN", "Trạm Y tế Vĩnh Hòa", "giay.pdf", SCAN);
    }

    private Map<String, String> dose() {
        return Map.of("vaccine", "AZ", "dose_number", "1", "injected_on", day(20));
    }

    private PublicId accepted() {
        return Objects.requireNonNull(
                papers.accept(reviewer, person, form(dose())).id());
    }

    private List<Fact> known(Instant by) {
        return facts.facts(person).stream()
                .filter(fact -> !fact.knownFrom().isAfter(by) && fact.knownTo().isAfter(by))
                .toList();
    }

    private String level() {
        return assessing
                .levels(Actor.PORTAL, List.of(new Assessing.PersonAt(person, criteria.area("22327"))))
                .get(0)
                .level();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code));
    }

    @Test
    void a_paper_counts_for_its_days_and_ends_by_itself() {
        Instant before = clock.instant();
        ahead.forward(Duration.ofMinutes(1));
        assertThat(level()).isEqualTo("RED");

        accepted();

        assertThat(level()).isEqualTo("YELLOW");
        Assessing.Assessed assessed = assessing
                .levels(Actor.PORTAL, List.of(new Assessing.PersonAt(person, criteria.area("22327"))))
                .get(0);
        assertThat(Objects.requireNonNull(assessed.until()))
                .isBetween(
                        clock.instant().plus(Duration.ofDays(7)).minusSeconds(60),
                        clock.instant().plus(Duration.ofDays(7)));
        assertThat(known(before)).as("as known then").isEmpty();
        LevelSeen seen = assessing.forReviewer(reviewer, person, criteria.area("22327"), ENGLISH);
        assertThat(String.join(" ", seen.cells())).contains("paper accepted for a while by Sở Công Thương");
        assertThat(simulatedFacts()).hasSize(1);
        ahead.forward(Duration.ofDays(7).plusMinutes(1));
        assertThat(level()).isEqualTo("RED");
    }

    private List<Fact> simulatedFacts() {
        List<Fact> found = new ArrayList<>();
        simulated.visit(person - 1, 1, clock.instant(), (id, born, commune, of) -> found.addAll(of.facts()));
        return found;
    }

    @Test
    void the_days_are_data_of_the_source() {
        keeping.changeAnswering(sources.health(), source, new SourceKeeping.Answering(3, 24));

        PublicId id = accepted();

        PaperView paper = papers.look(officer, id);
        assertThat(Duration.between(paper.accepted(), paper.ends())).isEqualTo(Duration.ofDays(3));
        assertThat(Duration.between(paper.accepted(), paper.due())).isEqualTo(Duration.ofHours(24));
        ahead.forward(Duration.ofHours(25));
        assertThat(papers.ofSource(officer, source).get(0).isLate(clock.instant()))
                .isTrue();
        assertRefused(
                "eligibility.source-paper-days",
                () -> keeping.changeAnswering(sources.health(), source, new SourceKeeping.Answering(0, 24)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> keeping.changeAnswering(officer, source, new SourceKeeping.Answering(9, 24)));
    }

    @Test
    void what_the_source_confirms_is_a_record_like_any_other_and_counts_once() {
        PublicId id = accepted();

        PaperEvidence.Confirmed confirmed = papers.confirm(officer, id, "DIEM-1");
        assertThat(confirmed.problems()).noneMatch(PaperEvidence.Problem::error);
        sources.readNow(officer, Objects.requireNonNull(confirmed.importId()));
        sources.match();

        assertThat(known(clock.instant())).singleElement().satisfies(fact -> {
            assertThat(fact.source()).isPositive();
            assertThat(fact.until()).isEqualTo(Instant.MAX);
        });
        ahead.forward(Duration.ofDays(30));
        assertThat(level()).isEqualTo("YELLOW");
        assertThat(papers.look(officer, id).state()).isEqualTo(PaperView.State.CONFIRMED);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM eligibility_typed WHERE typed_by = ? AND checked_by = ? AND state = 'CONFIRMED'",
                        reviewer.accountId(),
                        officer.accountId()))
                .isEqualTo(1);
        assertRefused("eligibility.paper-answered", () -> papers.refuse(officer, id, "muộn"));
    }

    @Test
    void what_the_source_refuses_counts_no_longer_and_stays_known_as_it_was() {
        PublicId id = accepted();
        ahead.forward(Duration.ofHours(2));
        Instant meanwhile = clock.instant();
        ahead.forward(Duration.ofHours(2));

        papers.refuse(officer, id, "không có trong sổ");

        assertThat(level()).isEqualTo("RED");
        assertThat(known(clock.instant())).isEmpty();
        assertThat(known(meanwhile)).as("as known then").hasSize(1);
        assertThat(papers.ofPerson(reviewer, person).get(0).answer()).isEqualTo("không có trong sổ");
        assertThat(accepted()).as("with better proof it can be accepted anew").isNotEqualTo(id);
        assertThat(level()).isEqualTo("YELLOW");
    }

    @Test
    void the_same_paper_once_more_is_the_one_that_is_there() {
        PublicId id = accepted();

        PaperEvidence.Accepted again = papers.accept(lists.reviewer("SCT"), person, form(dose()));

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.before()).isTrue();
        assertThat(known(clock.instant())).hasSize(1);
    }

    @Test
    void nobody_accepts_or_confirms_for_themselves_nor_confirms_what_they_accepted() {
        PublicId account = sql.list(
                        "SELECT public_id FROM access_account WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        reviewer.accountId())
                .get(0);
        ownNumbers.enter(TestAccounts.ADMINISTRATOR, account, "", document);
        assertRefused("eligibility.paper-own-person", () -> papers.accept(reviewer, person, form(dose())));
        ownNumbers.enter(TestAccounts.ADMINISTRATOR, account, "", "");

        PublicId id = accepted();
        Actor both = new Actor(reviewer.accountId(), "Cùng một người", Role.SOURCE_OFFICER, 0, officer.agencyId());
        assertRefused("eligibility.paper-own", () -> papers.confirm(both, id, "DIEM-1"));
        assertRefused("eligibility.paper-own", () -> papers.refuse(both, id, "vì"));
    }

    @Test
    void what_cannot_be_is_named_at_its_field() {
        PaperEvidence.Accepted ahead = papers.accept(
                reviewer, person, form(Map.of("vaccine", "AZ", "dose_number", "1", "injected_on", day(-3))));
        assertThat(ahead.id()).isNull();
        assertThat(ahead.problems())
                .filteredOn(PaperEvidence.Problem::error)
                .extracting(PaperEvidence.Problem::column)
                .containsExactly("injected_on");
        PaperEvidence.Accepted before = papers.accept(
                reviewer, person, form(Map.of("vaccine", "AZ", "dose_number", "1", "injected_on", "01/02/2020")));
        assertThat(before.problems()).extracting(PaperEvidence.Problem::column).contains("injected_on");
        assertRefused(
                "eligibility.paper-scan-missing",
                () -> papers.accept(
                        reviewer, person, new PaperEvidence.Form(source, dose(), "1", "Trạm", "", new byte[0])));
        assertRefused(
                "eligibility.exception-file-format",
                () -> papers.accept(
                        reviewer,
                        person,
                        new PaperEvidence.Form(
                                source, dose(), "1", "Trạm", "x.exe", "MZ…".getBytes(StandardCharsets.UTF_8))));
        assertRefused(
                "eligibility.paper-number-missing",
                () -> papers.accept(
                        reviewer, person, new PaperEvidence.Form(source, dose(), " ", "Trạm", "g.pdf", SCAN)));
    }

    @Test
    void a_paper_of_a_positive_result_is_not_taken_and_of_a_negative_one_it_is() {
        Actor laboratory = sources.officer("TTYT-572");
        PublicId tests = sources.source(laboratory, SourceKind.TESTING);
        String sampled = day(1) + " 08:00";
        assertRefused(
                "eligibility.paper-positive",
                () -> papers.accept(
                        reviewer,
                        person,
                        new PaperEvidence.Form(
                                tests,
                                Map.of(
                                        "method",
                                        "RT_PCR",
                                        "sampled_at",
                                        sampled,
                                        "result_at",
                                        day(1) + " 20:00",
                                        "result",
                                        "POSITIVE"),
                                "1",
                                "Viện",
                                "g.pdf",
                                SCAN)));

        papers.accept(
                reviewer,
                person,
                new PaperEvidence.Form(
                        tests,
                        Map.of(
                                "method",
                                "RT_PCR",
                                "sampled_at",
                                sampled,
                                "result_at",
                                day(1) + " 20:00",
                                "result",
                                "NEGATIVE"),
                        "1",
                        "Viện",
                        "g.pdf",
                        SCAN));

        assertThat(level()).isEqualTo("YELLOW");
        LevelSeen seen = assessing.forReviewer(reviewer, person, criteria.area("22327"), ENGLISH);
        assertThat(String.join(" ", seen.cells()))
                .as("details of a test are not the reviewer's")
                .doesNotContain("paper");
        LevelSeen own = assessing.forPerson(Actor.PORTAL, person, criteria.area("22327"), ENGLISH);
        assertThat(String.join(" ", own.cells())).contains("paper accepted for a while");
    }

    @Test
    void another_agency_finds_nothing_by_a_guessed_id_and_other_roles_are_refused() {
        PublicId id = accepted();
        Actor stranger = sources.officer("TTYT-569");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.look(stranger, id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.document(stranger, id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.confirm(stranger, id, "DIEM-1"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.refuse(stranger, id, "vì"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> papers.ofSource(stranger, source));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> papers.look(reviewer, id));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> papers.accept(officer, person, form(dose())));
        assertThat(papers.ofPerson(lists.reviewer("SDL"), person)).isEmpty();
        assertThat(papers.document(officer, id).content()).isEqualTo(SCAN);
        assertThat(papers.look(officer, id).person().lastFour()).isEqualTo(document.substring(8));
    }

    @Test
    void the_officers_of_the_source_are_told() {
        Actor member = lists.member(officer.agencyId(), Role.SOURCE_OFFICER, "Lâm Văn Sổ");

        accepted();

        assertThat(sql.number(
                        "SELECT COUNT(*) FROM notification_inbox WHERE account_id = ? AND kind = 'eligibility.paper-told'",
                        member.accountId()))
                .isEqualTo(1);
    }

    @Test
    void what_the_source_has_not_answered_in_time_is_told_once_to_its_officers() {
        Actor member = lists.member(officer.agencyId(), Role.SOURCE_OFFICER, "Lâm Văn Nhắc");
        accepted();
        reported();
        telling.tellOverdue(view());
        assertThat(overdue(member)).as("there is time still").isEmpty();

        ahead.forward(Duration.ofDays(8));
        telling.tellOverdue(view());
        telling.tellOverdue(view());
        assertThat(overdue(member)).containsExactly("/health-data/requests?id=" + source + " 1 1");

        ahead.forward(Duration.ofDays(8));
        telling.tellOverdue(view());
        assertThat(overdue(member)).as("once").hasSize(1);
    }

    @Test
    void what_was_answered_is_not_overdue() {
        Actor member = lists.member(officer.agencyId(), Role.SOURCE_OFFICER, "Lâm Văn Xong");
        papers.refuse(officer, accepted(), "không có trong sổ");
        ahead.forward(Duration.ofDays(8));
        telling.tellOverdue(view());
        assertThat(overdue(member)).isEmpty();
    }

    private SourceView view() {
        return stored.readable(sources.health(), source);
    }

    private void reported() {
        sql.update(
                "INSERT INTO eligibility_fault (id, public_id, person_id, source_id, kind, words, reported_at, due_at) VALUES (NEXT"
                        + " VALUE FOR eligibility_fault_seq, ?, ?, ?, 'MISSING', '', ?, ?)",
                PublicId.random(),
                person,
                view().id(),
                clock.instant(),
                clock.instant().plus(Duration.ofHours(72)));
    }

    /** The way and the two numbers of each. */
    private List<String> overdue(Actor member) {
        return sql.list(
                "SELECT path, CAST(args AS CHAR) FROM notification_inbox WHERE account_id = ? AND kind = 'eligibility.overdue-told'",
                row -> {
                    String[] args = row.getString(2).split("\u001f", -1);
                    return row.getString(1) + " " + args[1] + " " + args[2];
                },
                member.accountId());
    }
}
