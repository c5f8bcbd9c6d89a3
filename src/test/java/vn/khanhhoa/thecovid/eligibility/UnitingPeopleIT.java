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
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class UnitingPeopleIT {
    private static final String HEADINGS =
            "Họ và tên;Ngày sinh;CCCD;SĐT;Mã xã;Tên vắc xin;Mũi số;Ngày tiêm;Số lô;Cơ sở";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Locale ENGLISH = Locale.ENGLISH;

    @Inject
    private UnitingPeople uniting;

    @Inject
    private DueDoses doses;

    @Inject
    private Matching desk;

    @Inject
    private KnownFacts facts;

    @Inject
    private Assessing assessing;

    @Inject
    private SimulatedPeople simulated;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestEntries entries;

    @Inject
    private TestLists lists;

    @Inject
    private DataCipher cipher;

    @Inject
    private TestClock ahead;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private Actor health = Actor.VISITOR;
    private Actor officer = Actor.VISITOR;
    private PublicId source = PublicId.random();
    private long old;
    private long young;
    private String name = "";
    private String first = "";
    private PublicId oldId = PublicId.random();
    private PublicId youngId = PublicId.random();

    @BeforeEach
    void somebody_by_two_documents_with_a_dose_each() {
        health = sources.health();
        officer = sources.officer("TTYT-573");
        source = sources.source(officer, SourceKind.VACCINATION);
        sources.facility(officer, source, "DIEM-1");
        int number = NAMES.incrementAndGet();
        name = "Phan Hòa Nhất" + (char) ('a' + number % 26) + " Lê" + (char) ('a' + number / 26);
        first = TestSources.document();
        String second = TestSources.document();
        old = sources.person(first, name, "1985-03-07", "", "22327");
        young = sources.person(second, name, "1985-03-07", "", "22327");
        assertThat(sources.read(
                                officer,
                                source,
                                TestSources.csv(HEADINGS, dose(name, first, 1, 90), dose(name, second, 2, 20)))
                        .bad())
                .isZero();
        sources.match();
        oldId = publicId(old);
        youngId = publicId(young);
        criteria.inForce(criteria.area("56"));
    }

    @AfterEach
    void no_criteria_and_now_again() {
        criteria.noneInForce();
        ahead.reset();
    }

    private String dose(String whose, String document, int dose, int daysAgo) {
        return String.join(
                ";",
                whose,
                "07/03/1985",
                document,
                "",
                "22327",
                "AZ",
                String.valueOf(dose),
                DAY.format(LocalDate.now(clock).minusDays(daysAgo)),
                "A1",
                "DIEM-1");
    }

    private PublicId publicId(long person) {
        return sql.list(
                        "SELECT public_id FROM person_person WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        person)
                .get(0);
    }

    private String level(long person) {
        return assessing
                .levels(Actor.PORTAL, List.of(new Assessing.PersonAt(person, criteria.area("22327"))))
                .get(0)
                .level();
    }

    private List<Long> known(long person, Instant by) {
        return facts.facts(person).stream()
                .filter(fact -> !fact.knownFrom().isAfter(by) && fact.knownTo().isAfter(by))
                .map(Fact::id)
                .sorted()
                .toList();
    }

    private PublicId merge() {
        long stamp = uniting.foreseeMerge(health, oldId, youngId, ENGLISH).stamp();
        return uniting.merge(health, oldId, youngId, "một người, hai giấy tờ", stamp, ENGLISH);
    }

    private PublicId part(Set<PublicId> statements, Optional<PublicId> other) {
        long stamp = uniting.foreseeParting(health, oldId, other, statements, ENGLISH)
                .stamp();
        return uniting.part(health, oldId, other, statements, "của người khác", stamp, ENGLISH);
    }

    private PublicId statement() {
        return uniting.look(health, oldId, Optional.empty(), ENGLISH)
                .one()
                .statements()
                .get(0)
                .id();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code));
    }

    @Test
    void who_had_the_second_dose_by_the_other_document_is_not_due_as_long_as_they_are_one() {
        sources.reckon();
        assertThat(waiting()).isEqualTo(1);
        PublicId act = merge();
        sources.reckon();
        assertThat(waiting()).isZero();
        assertThat(sources.read(officer, source, TestSources.csv(HEADINGS, dose(name, first, 1, 91)))
                        .bad())
                .isZero();
        sources.reckon();
        assertThat(waiting()).as("whatever file comes next").isZero();

        uniting.undo(health, act, "hai người");
        sources.reckon();
        assertThat(waiting()).isEqualTo(1);
    }

    private int waiting() {
        return doses.page(officer, new DueDosesFilter(source, "DIEM-1", "", LocalDate.now(clock)), 0, 50)
                .size();
    }

    @Test
    void doses_are_held_to_their_order_over_both_documents() {
        byte[] third = TestSources.csv(HEADINGS, dose(name, first, 3, 30));
        merge();
        ImportView view = sources.read(officer, source, third);
        assertThat(view.bad())
                .as("a third dose before the second, which is the other document's")
                .isEqualTo(1);
    }

    @Test
    void two_documents_of_one_person_make_one_course_and_a_split_undoes_it_exactly() {
        List<String> before = List.of(level(old), level(young));
        Instant then = clock.instant();
        List<Long> ofOld = known(old, then);
        assertThat(before).doesNotContain("GREEN");
        ahead.forward(Duration.ofMinutes(5));

        UnitingPeople.Foreseen foreseen = uniting.foreseeMerge(health, oldId, youngId, ENGLISH);
        assertThat(Objects.requireNonNull(foreseen.one().then()).treatedAs()).isEqualTo("GREEN");
        assertThat(foreseen.one().now().treatedAs()).isEqualTo(before.get(0));
        PublicId act = merge();

        assertThat(List.of(level(old), level(young))).containsExactly("GREEN", "GREEN");
        assertThat(known(old, then)).as("as known then").isEqualTo(ofOld);
        assertThat(simulatedFacts(young)).hasSize(2);
        Instant meanwhile = clock.instant();
        List<Long> both = known(old, meanwhile);
        assertThat(both).hasSize(2);
        ahead.forward(Duration.ofMinutes(10));

        uniting.undo(health, act, "nhầm");

        assertThat(List.of(level(old), level(young))).isEqualTo(before);
        assertThat(known(old, clock.instant())).isEqualTo(ofOld);
        assertThat(known(old, meanwhile)).as("as known then").isEqualTo(both);
        assertThat(known(old, then)).as("as known then").isEqualTo(ofOld);
        assertThat(simulatedFacts(young)).hasSize(1);
        assertRefused("eligibility.people-undone", () -> uniting.undo(health, act, "lần nữa"));
    }

    private List<Fact> simulatedFacts(long person) {
        List<Fact> found = new ArrayList<>();
        simulated.visit(person - 1, 1, clock.instant(), (id, born, commune, of) -> found.addAll(of(of)));
        return found;
    }

    private static List<Fact> of(PersonFacts person) {
        return person.facts();
    }

    @Test
    void both_sides_are_shown_masked_with_what_follows_them() {
        UnitingPeople.Foreseen seen = uniting.look(health, oldId, Optional.of(youngId), ENGLISH);
        TestEntries.Entered entered = entries.approved();
        long holder = sql.number("SELECT person_id FROM stafflist_entry WHERE id = ?", entered.entryId());
        UnitingPeople.Foreseen withCard = uniting.look(health, oldId, Optional.of(publicId(holder)), ENGLISH);

        assertThat(seen.areOne()).isFalse();
        assertThat(seen.one().statements()).singleElement().satisfies(tie -> {
            assertThat(tie.given().documentEnd()).hasSize(4);
            assertThat(tie.records()).hasSize(1);
        });
        assertThat(Objects.requireNonNull(withCard.other()).work())
                .anySatisfy(work -> assertThat(work.cardStateKey()).isEqualTo("card.state.valid"));
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'people.looked' AND actor_id = ?",
                        health.accountId()))
                .isEqualTo(4);
    }

    @Test
    void what_was_not_seen_is_not_recorded() {
        long stamp = uniting.foreseeMerge(health, oldId, youngId, ENGLISH).stamp();
        sources.read(officer, source, TestSources.csv(HEADINGS, dose("Phan Hòa Nhất", documentOf(old), 3, 5)));
        sources.match();

        assertRefused("eligibility.people-changed", () -> uniting.merge(health, oldId, youngId, "vì", stamp, ENGLISH));
        assertRefused("eligibility.people-why-missing", () -> uniting.merge(health, oldId, youngId, " ", 0, ENGLISH));
        assertRefused("eligibility.people-same", () -> uniting.foreseeMerge(health, oldId, oldId, ENGLISH));
    }

    private String documentOf(long person) {
        return sql.list(
                        "SELECT document_number FROM person_person WHERE id = ?",
                        row -> cipher.open(row.getBytes(1)),
                        person)
                .get(0);
    }

    @Test
    void who_is_one_already_is_not_merged_again_and_three_can_be_one() {
        long third = sources.person(TestSources.document(), "Phan Hòa Nhất Ba", "1985-03-07", "", "22327");
        PublicId first = merge();
        long stamp = uniting.look(health, youngId, Optional.of(publicId(third)), ENGLISH)
                .stamp();
        uniting.merge(health, youngId, publicId(third), "cũng là một", stamp, ENGLISH);

        assertThat(known(third, clock.instant())).hasSize(2);
        long again = uniting.look(health, oldId, Optional.of(publicId(third)), ENGLISH)
                .stamp();
        assertRefused(
                "eligibility.people-one-already",
                () -> uniting.merge(health, oldId, publicId(third), "vì", again, ENGLISH));
        ahead.forward(Duration.ofMinutes(1));
        uniting.undo(health, first, "nhầm");
        assertThat(known(third, clock.instant())).as("of the one that is left").hasSize(1);
    }

    @Test
    void records_of_one_that_are_anothers_count_for_the_other_until_that_is_undone() {
        PublicId statement = statement();
        Instant then = clock.instant();
        ahead.forward(Duration.ofMinutes(1));
        UnitingPeople.Foreseen foreseen =
                uniting.foreseeParting(health, oldId, Optional.of(youngId), Set.of(statement), ENGLISH);
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(foreseen.other()).then())
                        .treatedAs())
                .isEqualTo("GREEN");

        PublicId act = part(Set.of(statement), Optional.of(youngId));

        assertThat(known(old, clock.instant())).isEmpty();
        assertThat(known(young, clock.instant())).hasSize(2);
        assertThat(known(old, then)).as("as known then").hasSize(1);
        assertThat(desk.list(officer, source, Matching.Part.DECIDED, Optional.empty(), 0, 50))
                .as("the desk of the source sees it and cannot undo it")
                .isNotEmpty()
                .allSatisfy(
                        tie -> assertRefused("eligibility.tie-of-health-office", () -> desk.undo(officer, tie.id())));
        sources.match();
        assertThat(known(old, clock.instant()))
                .as("the portal does not find it again")
                .isEmpty();
        ahead.forward(Duration.ofMinutes(1));
        Instant meanwhile = clock.instant();
        ahead.forward(Duration.ofMinutes(1));

        uniting.undo(health, act, "nhầm");

        assertThat(known(old, clock.instant())).hasSize(1);
        assertThat(known(young, clock.instant())).hasSize(1);
        assertThat(known(young, meanwhile)).as("as known then").hasSize(2);
    }

    @Test
    void records_can_be_nobodys() {
        PublicId act = part(Set.of(statement()), Optional.empty());

        assertThat(known(old, clock.instant())).isEmpty();
        assertThat(uniting.act(health, act).records()).isEqualTo(1);
        assertThat(uniting.act(health, act).other()).isNull();
        ahead.forward(Duration.ofMinutes(1));
        uniting.undo(health, act, "nhầm");
        assertThat(known(old, clock.instant())).hasSize(1);
    }

    @Test
    void exactly_those_whom_it_touches_are_assessed_anew() {
        TestEntries.Entered entered = entries.pending();
        long applicant = sql.number("SELECT person_id FROM stafflist_entry WHERE id = ?", entered.entryId());
        entries.pending();
        PublicId them = publicId(applicant);
        long stamp = uniting.look(health, oldId, Optional.of(them), ENGLISH).stamp();

        Set<Long> due = Set.copyOf(dueAfter(() -> uniting.merge(health, oldId, them, "vì", stamp, ENGLISH)));
        long own = sql.number(
                "SELECT COUNT(*) FROM stafflist_entry WHERE person_id IN (?, ?) AND state IN ('WAITING', 'PENDING')",
                old,
                applicant);

        assertThat(due).hasSize((int) own).contains(entered.entryId());
    }

    /** Entries made due by an act that is rolled back, so that no job comes between. */
    private List<Long> dueAfter(Runnable act) {
        return lists.inTransaction(() -> {
            Set<Long> before = Set.copyOf(due());
            act.run();
            List<Long> after = new ArrayList<>(due());
            after.removeAll(before);
            return after;
        });
    }

    private List<Long> due() {
        return sql.list("SELECT entry_id FROM stafflist_level_due", row -> row.getLong(1));
    }

    @Test
    void nobody_else_may_and_nothing_is_found_by_a_guessed_id() {
        assertThat(Role.HEALTH_OFFICER.may(Permission.UNITE_PEOPLE)).isTrue();
        for (Role role : Role.values()) {
            Actor other = new Actor(4711, "Ai đó", role, 1, 1);
            if (role != Role.HEALTH_OFFICER) {
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> uniting.look(other, oldId, Optional.empty(), ENGLISH));
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> uniting.merge(other, oldId, youngId, "vì", 0, ENGLISH));
            }
        }
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> uniting.undo(health, PublicId.random(), "vì"));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> uniting.look(health, PublicId.random(), Optional.empty(), ENGLISH));
    }
}
