package vn.khanhhoa.thecovid.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.FaultReports;
import vn.khanhhoa.thecovid.eligibility.FaultView;
import vn.khanhhoa.thecovid.eligibility.LevelSeen;
import vn.khanhhoa.thecovid.eligibility.SourceKind;
import vn.khanhhoa.thecovid.eligibility.TestCriteria;
import vn.khanhhoa.thecovid.eligibility.TestSources;
import vn.khanhhoa.thecovid.notification.TestTelling;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class SeeingOnesOwnLevelIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final LocalDate BORN = LocalDate.of(1987, 9, 5);
    private static final AtomicInteger PHONES = new AtomicInteger();

    @Inject
    private OwnLevel levels;

    @Inject
    private ProofSteps steps;

    @Inject
    private FaultReports faults;

    @Inject
    private TestEntries entries;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestTelling telling;

    @Inject
    private TestClock time;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private long entry;
    private String document = "";
    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private String phone = "";

    @BeforeEach
    void an_entry_whose_person_has_one_dose() {
        TestEntries.Entered entered = entries.pending();
        entry = entered.entryId();
        document = entered.documentNumber();
        officer = sources.officer("TTYT-573");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        phone = "0986" + String.format(Locale.ROOT, "%03d%03d", PHONES.incrementAndGet(), System.nanoTime() % 1_000);
        String name = sql.list(
                        "SELECT name FROM person_person WHERE id = ?", row -> row.getString(1), entered.personId())
                .get(0);
        assertThat(sources.read(
                                officer,
                                source,
                                TestSources.csv(
                                        "Họ và tên;Ngày sinh;CCCD;SĐT;Tên vắc xin;Mũi số;Ngày tiêm;Cơ sở",
                                        String.join(
                                                ";",
                                                name,
                                                "05/09/1987",
                                                entered.documentNumber(),
                                                phone,
                                                "AZ",
                                                "1",
                                                DAY.format(LocalDate.now(clock).minusDays(20)),
                                                "DIEM-1")))
                        .bad())
                .isZero();
        sources.match();
        sql.update("UPDATE stafflist_entry SET area_id = ? WHERE id = ?", criteria.area("22327"), entry);
        criteria.inForce(criteria.area("56"));
    }

    @AfterEach
    void no_criteria_and_now_again() {
        criteria.noneInForce();
        time.reset();
    }

    private static String home() {
        return PublicId.random().toString();
    }

    private OwnLevel.Answer proved(long entryId) {
        PhoneProof.Outcome outcome = levels.ask(document, BORN, home(), Texts.VIETNAMESE);
        PublicId proof = ((PhoneProof.Asked) outcome).proof();
        steps.send(proof);
        Matcher code = CODE.matcher(telling.words(telling.to(phone).get(0)));
        assertThat(code.find()).isTrue();
        return levels.prove(entryId, proof, code.group(1), home());
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code));
    }

    private void report(FaultView.Kind kind) {
        levels.report(entry, SourceKind.VACCINATION, kind, "mũi 2 ngày 05/10 chưa có", home());
    }

    @Test
    void a_code_to_the_phone_in_the_record_opens_the_level_for_half_an_hour() {
        OwnLevel.Answer answer = proved(entry);

        assertThat(answer).isInstanceOf(OwnLevel.Proof.class);
        OwnLevel.Proof proof = (OwnLevel.Proof) answer;
        LevelSeen seen = levels.level(proof, Locale.ENGLISH);
        assertThat(seen.treatedAs()).isEqualTo("YELLOW");
        assertThat(String.join(" ", seen.cells())).contains("Test source");
        assertThat(seen.above())
                .as("why it is not green")
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.cells()).isNotEmpty());
        assertThat(String.join(" ", seen.changes())).contains("Green").doesNotContain("exception");
        assertThat(seen.byException()).isNotEmpty();
        assertThat(levels.level(proof, Texts.VIETNAMESE).row()).isNotEqualTo(seen.row());
        assertThat(sql.number("SELECT COUNT(*) FROM audit_record WHERE action = 'citizen.level-shown'"))
                .isGreaterThanOrEqualTo(2);
        time.forward(Duration.ofMinutes(31));
        assertRefused("citizen.level.over", () -> levels.level(proof, Locale.ENGLISH));
    }

    @Test
    void who_proves_to_be_somebody_else_sees_nothing_of_this_entry() {
        TestEntries.Entered other = entries.pending();

        assertThat(proved(other.entryId())).isEqualTo(new OwnLevel.Refused());
    }

    @Test
    void a_fault_is_reported_with_the_code_alone_and_tells_nothing_but_its_state() {
        report(FaultView.Kind.MISSING);

        List<FaultView> seen = levels.reports(entry, Optional.empty());
        assertThat(seen).singleElement().satisfies(fault -> {
            assertThat(fault.isWaiting()).isTrue();
            assertThat(fault.words()).isEmpty();
            assertThat(fault.person()).isNull();
            assertThat(Duration.between(fault.reported(), fault.due())).isEqualTo(Duration.ofHours(72));
        });
        assertRefused("eligibility.fault-there", () -> report(FaultView.Kind.MISSING));
        assertThat(faults.ofSource(officer, source)).singleElement().satisfies(fault -> {
            assertThat(fault.words()).contains("05/10");
            assertThat(fault.person()).isNotNull();
        });
    }

    @Test
    void that_there_is_an_answer_is_told_and_what_it_says_only_after_the_proof() {
        report(FaultView.Kind.WRONG);
        PublicId id = faults.ofSource(officer, source).get(0).id();

        faults.answer(officer, id, FaultView.Outcome.MENDED, "mũi 2 đã nhập ngày hôm nay");

        FaultView weak = levels.reports(entry, Optional.empty()).get(0);
        assertThat(weak.isWaiting()).isFalse();
        assertThat(weak.outcome()).as("an employer knows the code, too").isNull();
        assertThat(weak.note()).isEmpty();
        OwnLevel.Proof proof = (OwnLevel.Proof) proved(entry);
        FaultView strong = levels.reports(entry, Optional.of(proof)).get(0);
        assertThat(strong.outcome()).isEqualTo(FaultView.Outcome.MENDED);
        assertThat(strong.note()).contains("đã nhập");
        assertThat(strong.words()).contains("05/10");
        assertRefused(
                "eligibility.fault-answered", () -> faults.answer(officer, id, FaultView.Outcome.RIGHT, "lần nữa"));
        TestEntries.Entered other = entries.pending();
        assertThat(levels.reports(other.entryId(), Optional.of(proof))).isEmpty();
    }

    @Test
    void three_reports_a_day_are_taken_from_one_person() {
        for (FaultView.Kind kind : FaultView.Kind.values()) {
            report(kind);
        }

        assertRefused(
                "eligibility.fault-too-many",
                () -> levels.report(entry, SourceKind.TESTING, FaultView.Kind.WRONG, "sai", home()));
        time.forward(Duration.ofDays(1).plusMinutes(1));
        assertRefused("eligibility.fault-there", () -> report(FaultView.Kind.WRONG));
    }

    @Test
    void another_agency_finds_no_report_by_a_guessed_id() {
        report(FaultView.Kind.NOT_MINE);
        PublicId id = faults.ofSource(officer, source).get(0).id();
        Actor stranger = sources.officer("TTYT-569");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> faults.look(stranger, id));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> faults.answer(stranger, id, FaultView.Outcome.RIGHT, "vì"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> faults.ofSource(stranger, source));
        assertRefused("eligibility.fault-note-missing", () -> faults.answer(officer, id, FaultView.Outcome.RIGHT, " "));
    }
}
