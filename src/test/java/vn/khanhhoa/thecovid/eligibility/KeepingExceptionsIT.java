package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.ExceptionFilter.Part;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

@InPortal
class KeepingExceptionsIT {
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final byte[] PDF = "%PDF-1.7 giấy".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    private ExceptionRegister register;

    @Inject
    private Assessing assessing;

    @Inject
    private KnownFacts facts;

    @Inject
    private AskingForExceptions asking;

    @Inject
    private TestLists lists;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestClock ahead;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private Actor officer = Actor.VISITOR;
    private Actor second = Actor.VISITOR;
    private String document = "";
    private String name = "";
    private long personId;
    private PublicId person = PublicId.random();

    @BeforeEach
    void somebody_and_two_officers() {
        officer = sources.health();
        second = sources.health();
        document = TestSources.document();
        int number = NAMES.incrementAndGet();
        name = "Võ Hòa Ngoại" + (char) ('a' + number % 26) + " Lệ" + (char) ('a' + number / 26);
        personId = sources.person(document, name, "1985-03-07", "0905123456", "22327");
        person = register.find(officer, document, "", Optional.empty()).get(0).publicId();
    }

    @AfterEach
    void no_criteria_and_now_again() {
        criteria.noneInForce();
        ahead.reset();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ExceptionCaseForm form(String kind, LocalDate from, @Nullable LocalDate to) {
        return new ExceptionCaseForm(kind, from, to, "Đã xem giấy", "12/GXN", "Trạm Y tế", "", new byte[0]);
    }

    private PublicId entered(String kind) {
        return register.enter(officer, person, form(kind, today(), today().plusDays(6)));
    }

    private PublicId approved(String kind) {
        PublicId id = entered(kind);
        register.approve(second, id);
        return id;
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .satisfies(rule -> assertThat(rule.code()).isEqualTo(code));
    }

    private List<Fact> known(Instant by) {
        return facts.facts(personId).stream()
                .filter(fact -> !fact.knownFrom().isAfter(by) && fact.knownTo().isAfter(by))
                .toList();
    }

    private LevelSeen levelOfReviewer() {
        Actor reviewer = new Actor(71, "Cán bộ", Role.REVIEWER, 0, 5);
        return assessing.forReviewer(reviewer, personId, criteria.area("22327"), ENGLISH);
    }

    private LevelSeen level(PublicId id) {
        return register.level(officer, register.look(officer, id), ENGLISH);
    }

    @Test
    void what_one_enters_and_another_approves_is_a_fact_from_then_on() {
        criteria.inForce(criteria.area("56"));
        PublicId id = entered("CONG_VU");

        assertThat(facts.facts(personId)).isEmpty();
        assertThat(level(id).treatedAs()).isEqualTo("RED");
        register.approve(second, id);

        LevelSeen level = level(id);
        assertThat(level.treatedAs()).isEqualTo("GREEN");
        assertThat(String.join(" ", level.cells())).contains("official duty", "Register of exceptions");
        assertThat(level.until())
                .isEqualTo(today().plusDays(7)
                        .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                        .toInstant());
        assertThat(levelOfReviewer().row()).isNotEmpty();
        ExceptionCase shown = register.look(officer, id);
        assertThat(shown.state()).isEqualTo(ExceptionCaseState.APPROVED);
        assertThat(shown.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.doer()).isEqualTo(second.name()));
    }

    @Test
    void why_somebody_is_yellow_for_a_medical_cause_the_health_office_sees_and_a_reviewer_does_not() {
        criteria.inForce(criteria.area("56"));
        PublicId id = approved("MANG_THAI");

        assertThat(level(id).row()).contains("pregnant");
        LevelSeen seen = levelOfReviewer();
        assertThat(seen.treatedAs()).isEqualTo("YELLOW");
        assertThat(seen.row()).isEmpty();
        assertThat(level(id).until()).isNotNull();
        assertThat(seen.until()).as("which would be the end of the exception").isNull();
        assertThat(seen.changes()).isEmpty();
        assertThat(seen.toString())
                .doesNotContainIgnoringCase("pregnant")
                .doesNotContainIgnoringCase("contraindication");
    }

    @Test
    void nobody_approves_or_refuses_what_they_entered() {
        PublicId id = entered("CONG_VU");

        assertRefused("eligibility.exception-own", () -> register.approve(officer, id));
        assertRefused("eligibility.exception-own", () -> register.refuse(officer, id, "không"));
        assertThat(register.look(second, id).own()).isFalse();
        assertThat(facts.facts(personId)).isEmpty();
    }

    @Test
    void nobody_enters_or_approves_one_for_themselves() {
        PublicId id = entered("CONG_VU");
        sql.update(
                "INSERT INTO access_account (id, public_id, email, display_name, role, state, created_at, own_document)"
                        + " SELECT ?, RANDOM_BYTES(16), CONCAT(?, '@test.example'), 'x', 'HEALTH_OFFICER', 'ACTIVE', NOW(6),"
                        + " document_number FROM person_person WHERE id = ?",
                second.accountId(),
                second.accountId(),
                personId);

        assertRefused("eligibility.exception-own-person", () -> register.approve(second, id));
        assertRefused(
                "eligibility.exception-own-person",
                () -> register.enter(second, person, form("TRE_EM", today(), today())));
        sql.update("DELETE FROM access_account WHERE id = ?", second.accountId());
    }

    @Test
    void one_that_was_ended_early_is_known_as_it_was_known_before() {
        PublicId id = approved("CONG_VU");
        Instant before = clock.instant();
        ahead.forward(Duration.ofDays(2));
        register.end(officer, id, "Hết nhiệm vụ", Optional.empty());
        Instant after = clock.instant().plusSeconds(1);

        assertThat(known(before))
                .singleElement()
                .satisfies(fact -> assertThat(fact.until())
                        .isEqualTo(before.atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                                .toLocalDate()
                                .plusDays(7)
                                .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                                .toInstant()));
        assertThat(known(after))
                .singleElement()
                .satisfies(fact -> assertThat(fact.until()).isBefore(after));
        ExceptionCase shown = register.look(second, id);
        assertThat(shown.state()).isEqualTo(ExceptionCaseState.ENDED);
        assertThat(shown.until())
                .as("what was entered stays")
                .isEqualTo(today().minusDays(2).plusDays(6));
        assertThat(shown.steps()).extracting(ExceptionCase.Step::why).containsExactly("", "Hết nhiệm vụ");
        assertRefused("eligibility.exception-not-in-force", () -> register.end(officer, id, "lại", Optional.empty()));
    }

    @Test
    void an_end_on_a_later_day_lets_it_hold_until_then() {
        PublicId id = approved("CONG_VU");

        assertRefused(
                "eligibility.exception-end-day",
                () -> register.end(officer, id, "x", Optional.of(today().minusDays(1))));
        assertRefused(
                "eligibility.exception-end-day",
                () -> register.end(officer, id, "x", Optional.of(today().plusDays(6))));
        assertRefused(
                "eligibility.exception-why-missing",
                () -> register.end(officer, id, " ", Optional.of(today().plusDays(1))));
        register.end(officer, id, "Về sớm", Optional.of(today().plusDays(1)));

        assertThat(known(clock.instant().plusSeconds(1)))
                .singleElement()
                .satisfies(fact -> assertThat(fact.until())
                        .isEqualTo(today().plusDays(2)
                                .atStartOfDay(ZoneId.of("Asia/Ho_Chi_Minh"))
                                .toInstant()));
    }

    @Test
    void what_was_refused_withdrawn_or_is_over_counts_nowhere() {
        PublicId refused = entered("CONG_VU");
        assertRefused("eligibility.exception-why-missing", () -> register.refuse(second, refused, " "));
        register.refuse(second, refused, "Giấy hết hạn");
        PublicId withdrawn = entered("CONG_VU");
        assertRefused("eligibility.exception-not-own", () -> register.withdraw(second, withdrawn));
        register.withdraw(officer, withdrawn);
        PublicId late = entered("CONG_VU");
        ahead.forward(Duration.ofDays(8));

        assertRefused("eligibility.exception-over", () -> register.approve(second, late));
        assertRefused("eligibility.exception-judged", () -> register.approve(second, refused));
        assertRefused("eligibility.exception-judged", () -> register.withdraw(officer, withdrawn));
        assertThat(facts.facts(personId)).isEmpty();
    }

    @Test
    void of_two_who_judge_at_once_one_is_refused() {
        PublicId id = entered("CONG_VU");
        StoredExceptions stored = this.stored;
        StoredExceptions.Stored seen = stored.get(id);
        register.approve(second, id);

        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() ->
                        stored.add(sources.health(), seen, ExceptionCaseState.REFUSED, "x", null, clock.instant()));
    }

    @Inject
    private StoredExceptions stored;

    @Test
    void what_cannot_be_right_is_refused_where_it_stands() {
        LocalDate day = today();
        assertRefused("eligibility.exception-kind-missing", () -> register.enter(officer, person, form("X", day, day)));
        assertRefused(
                "eligibility.exception-too-long",
                () -> register.enter(officer, person, form("TIEM_CHUA_CAP_NHAT", day, day.plusDays(7))));
        assertRefused(
                "eligibility.exception-too-long",
                () -> register.enter(officer, person, form("TIEM_CHUA_CAP_NHAT", day, null)));
        assertRefused(
                "eligibility.exception-to-before-from",
                () -> register.enter(officer, person, form("CONG_VU", day, day.minusDays(1))));
        assertRefused(
                "eligibility.exception-to-past",
                () -> register.enter(officer, person, form("CONG_VU", day.minusDays(9), day.minusDays(1))));
        assertRefused(
                "eligibility.exception-from-too-old",
                () -> register.enter(officer, person, form("CONG_VU", day.minusDays(367), day)));
        assertRefused(
                "eligibility.exception-evidence-missing",
                () -> register.enter(
                        officer, person, new ExceptionCaseForm("CONG_VU", day, day, "x", "12", " ", "", new byte[0])));
        assertRefused(
                "eligibility.exception-file-format",
                () -> register.enter(
                        officer,
                        person,
                        new ExceptionCaseForm("CONG_VU", day, day, "x", "", "", "a.pdf", new byte[] {1, 2, 3})));
        assertRefused(
                "eligibility.exception-reason-missing",
                () -> register.enter(
                        officer, person, new ExceptionCaseForm("CONG_VU", day, day, " ", "", "", "a.pdf", PDF)));
        entered("CONG_VU");
        assertRefused("eligibility.exception-there", () -> entered("CONG_VU"));
        assertThat(register.enter(officer, person, form("TIEM_NUOC_NGOAI", day, null)))
                .as("no bound")
                .isNotNull();
    }

    @Test
    void its_paper_is_kept_encrypted_and_whoever_takes_it_is_on_record() {
        PublicId id = register.enter(
                officer,
                person,
                new ExceptionCaseForm("TRE_EM", today(), today(), "Giấy khai sinh", "", "", "khai sinh.exe", PDF));

        assertThat(register.document(second, id).content()).isEqualTo(PDF);
        assertThat(register.document(second, id).fileName()).isEqualTo("khai sinh.exe.pdf");
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM eligibility_exception WHERE public_id = ? AND (INSTR(document, '%PDF') > 0 OR"
                                + " INSTR(details, 'khai sinh') > 0)",
                        id))
                .isZero();
        assertThat(sql.list(
                        "SELECT DISTINCT action FROM audit_record WHERE subject_id = ? ORDER BY action",
                        row -> row.getString(1),
                        id.toString()))
                .containsExactly("exception.document-taken", "exception.entered");
    }

    @Test
    void people_are_found_by_a_whole_number_or_by_name_and_birth_date_with_their_numbers_masked() {
        String spaced = document.substring(0, 3) + " " + document.substring(3);
        assertThat(register.find(officer, spaced, "", Optional.empty()))
                .extracting(FindingPeople.Found::publicId)
                .containsExactly(person);
        assertThat(register.find(
                        officer,
                        "",
                        name.toUpperCase(Locale.ROOT).replace("HÒA", "HOÀ"),
                        Optional.of(LocalDate.of(1985, 3, 7))))
                .extracting(FindingPeople.Found::lastFour)
                .containsExactly(document.substring(8));
        assertThat(register.find(officer, document.substring(4), "", Optional.empty()))
                .isEmpty();
        assertThat(register.find(officer, "", name, Optional.of(LocalDate.of(1985, 3, 8))))
                .isEmpty();
        assertRefused("eligibility.exception-whom", () -> register.find(officer, "", name, Optional.empty()));
        assertThat(Objects.toString(register.person(officer, person))).doesNotContain(document.substring(8), name);
    }

    @Test
    void the_register_is_searched_and_paged_in_both_directions() {
        PublicId duty = approved("CONG_VU");
        PublicId child = entered("TRE_EM");
        PublicId soon = register.enter(officer, person, form("TIEM_CHUA_CAP_NHAT", today(), today().plusDays(2)));
        register.approve(second, soon);

        assertThat(ids(new ExceptionFilter(document, "", Part.ALL), Optional.empty()))
                .containsExactly(soon, child, duty);
        assertThat(ids(new ExceptionFilter(document, "", Part.IN_FORCE), Optional.empty()))
                .containsExactly(soon, duty);
        assertThat(ids(new ExceptionFilter(document, "", Part.PROPOSED), Optional.empty()))
                .containsExactly(child);
        assertThat(ids(new ExceptionFilter(document, "CONG_VU", Part.ALL), Optional.empty()))
                .containsExactly(duty);
        assertThat(ids(new ExceptionFilter(document, "", Part.OVER), Optional.empty()))
                .isEmpty();
        assertThat(ids(new ExceptionFilter(name, "", Part.ALL), Optional.empty()))
                .containsExactly(soon, child, duty);
        assertThat(ids(new ExceptionFilter("chang co ai ten nay", "", Part.ALL), Optional.empty()))
                .isEmpty();
        assertThat(ids(new ExceptionFilter(TestSources.document(), "", Part.ALL), Optional.empty()))
                .isEmpty();
        for (Part part : List.of(Part.ALL, Part.IN_FORCE)) {
            ExceptionFilter filter = new ExceptionFilter(document, "", part);
            List<PublicId> all = ids(filter, Optional.empty());
            assertThat(ids(filter, Optional.of(new ExceptionFilter.Place(all.get(0), true))))
                    .isEqualTo(all.subList(1, all.size()));
            assertThat(ids(filter, Optional.of(new ExceptionFilter.Place(all.get(all.size() - 1), false))))
                    .isEqualTo(all.subList(0, all.size() - 1));
            assertThat(register.count(officer, filter)).isEqualTo(all.size());
        }
        ahead.forward(Duration.ofDays(8));
        assertThat(ids(new ExceptionFilter(document, "", Part.OVER), Optional.empty()))
                .containsExactly(duty, soon);
    }

    private List<PublicId> ids(ExceptionFilter filter, Optional<ExceptionFilter.Place> place) {
        return register.page(officer, filter, place, 25).stream()
                .map(ExceptionCase::id)
                .toList();
    }

    @Test
    void a_kind_asks_for_something_else_from_a_later_day_on() {
        ExceptionKind last = register.kinds(officer).stream()
                .filter(kind -> kind.code().equals("CAP_CUU"))
                .findFirst()
                .orElseThrow();
        assertRefused("eligibility.exception-kind-from", () -> register.changeKind(officer, next(last, today(), 3)));
        register.changeKind(officer, next(last, today().plusDays(1), 3));
        PublicId id = register.enter(officer, person, form("CAP_CUU", today(), today().plusDays(5)));

        ahead.forward(Duration.ofDays(1));
        assertRefused(
                "eligibility.exception-too-long",
                () -> register.enter(officer, person, form("CAP_CUU", today().plusDays(9), today().plusDays(12))));
        assertThat(register.look(officer, id).kind())
                .as("as it was then")
                .isEqualTo(register.versions(officer).stream()
                        .filter(kind -> kind.code().equals("CAP_CUU") && kind.to() != null)
                        .findFirst()
                        .orElseThrow());
        sql.update("DELETE FROM eligibility_exception_kind WHERE code = 'CAP_CUU' AND valid_to IS NULL");
        sql.update("UPDATE eligibility_exception_kind SET valid_to = NULL WHERE code = 'CAP_CUU'");
    }

    private static ExceptionKind next(ExceptionKind last, LocalDate from, int days) {
        return new ExceptionKind(
                last.code(),
                last.nameVi(),
                last.nameEn(),
                last.evidenceVi(),
                last.evidenceEn(),
                last.atPostVi(),
                last.atPostEn(),
                days,
                last.medical(),
                from,
                null);
    }

    @Test
    void nobody_else_sees_the_register_and_a_guessed_id_leads_nowhere() {
        PublicId id = entered("MANG_THAI");
        for (Role role : Role.values()) {
            if (role != Role.HEALTH_OFFICER) {
                Actor other = new Actor(61, "Người khác", role, 3, 5);
                assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> register.look(other, id));
                assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> register.document(other, id));
                assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> register.approve(other, id));
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() ->
                                register.page(other, new ExceptionFilter("", "", Part.ALL), Optional.empty(), 25));
                assertThatExceptionOfType(RuleViolation.class)
                        .isThrownBy(() -> register.find(other, document, "", Optional.empty()));
            }
        }
        PublicId guessed = PublicId.random();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> register.look(officer, guessed));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> register.document(officer, guessed));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> register.document(officer, id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> register.approve(officer, guessed));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> register.enter(officer, guessed, form("CONG_VU", today(), today())));
    }

    private PublicId asked(Actor reviewer, String kind) {
        return asking.ask(reviewer, personId, form(kind, today(), today().plusDays(6)));
    }

    @Test
    void what_another_agency_asks_for_takes_two_health_officers() {
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = asked(reviewer, "CONG_VU");
        assertThat(register.look(officer, id).state()).isEqualTo(ExceptionCaseState.ASKED);
        assertRefused("eligibility.exception-judged", () -> register.approve(second, id));
        assertThat(facts.facts(personId)).isEmpty();

        register.takeOn(officer, id);

        assertRefused("eligibility.exception-own", () -> register.approve(officer, id));
        assertThat(register.look(officer, id).own()).isTrue();
        assertThat(facts.facts(personId)).isEmpty();
        register.approve(second, id);
        assertThat(facts.facts(personId)).hasSize(1);
        assertThat(asking.of(reviewer, personId))
                .extracting(AskingForExceptions.Asked::state)
                .containsExactly(ExceptionCaseState.APPROVED);
        assertThat(asking.of(lists.reviewer("SDL"), personId))
                .as("of another agency")
                .isEmpty();
        assertRefused("eligibility.exception-judged", () -> register.takeOn(officer, id));
    }

    @Test
    void one_health_officer_is_enough_to_refuse_and_it_cannot_be_asked_twice_meanwhile() {
        Actor reviewer = lists.reviewer("SCT");
        PublicId id = asked(reviewer, "CONG_VU");
        assertRefused("eligibility.exception-there", () -> asked(reviewer, "CONG_VU"));

        register.refuse(officer, id, "không đúng đối tượng");

        assertThat(asking.of(reviewer, personId).get(0).state()).isEqualTo(ExceptionCaseState.REFUSED);
        assertThat(asked(reviewer, "CONG_VU")).isNotEqualTo(id);
    }

    @Test
    void of_medical_causes_only_the_health_office_may_know() {
        Actor reviewer = lists.reviewer("SCT");

        assertThat(asking.kinds(reviewer)).noneMatch(ExceptionKind::medical).isNotEmpty();
        assertRefused("eligibility.exception-kind-missing", () -> asked(reviewer, "MANG_THAI"));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> register.takeOn(reviewer, PublicId.random()));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> asked(officer, "CONG_VU"));
    }
}
