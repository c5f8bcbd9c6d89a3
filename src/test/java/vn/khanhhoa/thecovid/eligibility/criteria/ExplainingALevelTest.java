package vn.khanhhoa.thecovid.eligibility.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.platform.Texts;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What people are told, and what not. */
class ExplainingALevelTest {
    private static final Instant NOON = Instant.parse("2021-10-07T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2021, 10, 7);
    private static final Set<String> OPEN = Set.of("TRE_EM", "CONG_VU", "TIEM_NUOC_NGOAI", "TIEM_CHUA_CAP_NHAT");
    private static final ExplanationWords VIETNAMESE = words(Texts.VIETNAMESE);
    private static final ExplanationWords ENGLISH = words(Locale.ENGLISH);

    private static ExplanationWords words(Locale language) {
        return new ExplanationWords(language, Sets.VOCABULARY, source -> source == 1 ? "CDC" : "?");
    }

    private static Explanation explain(CriteriaSet set, Fact... facts) {
        PersonFacts person = new PersonFacts(Sets.VOCABULARY, Optional.of(LocalDate.of(1980, 1, 1)), List.of(facts));
        return new Explainer(new CompiledCriteria(set, Sets.VOCABULARY)).explain(person, NOON, NOON);
    }

    private static Fact dose(long id, int daysAgo) {
        return Fact.of(id, 1, FactKind.DOSE, "AZ", TODAY.minusDays(daysAgo));
    }

    private static Fact test(long id, String method, Fact.TestOutcome outcome, int hoursAgo) {
        Instant sampled = NOON.minusSeconds(3_600L * hoursAgo);
        return Fact.test(id, 1, method, outcome, false, sampled, sampled.plusSeconds(1_800));
    }

    private static List<String> changes(ExplanationWords words, Explanation explanation) {
        return explanation.changes().stream().map(words::change).toList();
    }

    @Test
    void green_on_15_October_14_days_after_the_second_dose() {
        Explanation explanation = explain(Sets.KHANH_HOA, dose(1, 40), dose(2, 6));
        assertThat(ENGLISH.level(explanation)).isEqualTo("Level Yellow, until 00:00 on 15 October 2021.");
        assertThat(changes(ENGLISH, explanation))
                .contains("Green from 00:00 on 15 October 2021: 14 days after dose 2, given on 1 October 2021.");
        assertThat(changes(VIETNAMESE, explanation))
                .contains("Xanh từ 00:00 15/10/2021: đủ 14 ngày kể từ mũi tiêm thứ 2, ngày 01/10/2021.");
    }

    @Test
    void red_is_told_by_what_it_would_be_green_or_yellow() {
        Explanation explanation = explain(Sets.KHANH_HOA);
        assertThat(changes(ENGLISH, explanation))
                .contains(
                        "Yellow from 12:00 on 7 October 2021, with a negative RT-PCR. It would hold until 12:00 on 10"
                                + " October 2021.",
                        "Yellow from 00:00 on 21 October 2021, if the next dose is given on 7 October 2021.",
                        "Green from 00:00 on 14 November 2021, if the missing doses are given on 7 October 2021, 31"
                                + " October 2021.");
        assertThat(explanation.matched().orElseThrow().row().code()).isEqualTo("R_ELSE");
        assertThat(explanation.earlier()).hasSize(14);
    }

    @Test
    void yellow_by_a_test_is_told_when_that_ends() {
        Explanation explanation = explain(Sets.KHANH_HOA, test(1, "RT_PCR", Fact.TestOutcome.NEGATIVE, 70));
        assertThat(changes(ENGLISH, explanation).get(0))
                .isEqualTo("Red from 14:00 on 7 October 2021, when this is no longer met: "
                        + "Time since a negative test (RT-PCR, from sampling on) – at most 72 hours.");
    }

    @Test
    void a_cell_says_what_was_asked_what_was_found_and_what_was_passed_over() {
        Explanation explanation = explain(
                Sets.KHANH_HOA,
                dose(1, 30),
                dose(2, 20),
                test(3, "TEST_NHANH_KN", Fact.TestOutcome.NEGATIVE, 3),
                test(4, "RT_PCR", Fact.TestOutcome.NEGATIVE, 73));
        RowAnswer full = explanation.earlier().get(3);
        assertThat(ENGLISH.row(full))
                .isEqualTo("Does not meet the criterion: Full course of vaccination 14 days ago or more.");
        assertThat(ENGLISH.cell(full.cells().get(0)))
                .isEqualTo(
                        "Time since the course of vaccination was full – asked: 14 days or more; found: none: not met. "
                                + "By: dose of AstraZeneca (Vaxzevria) on 7 September 2021 (source: CDC). "
                                + "Not counted, as given too soon after the dose before: "
                                + "dose of AstraZeneca (Vaxzevria) on 17 September 2021 (source: CDC).");
        CriteriaSet one = Sets.HO_CHI_MINH;
        assertThat(explain(one, test(3, "KHANG_THE", Fact.TestOutcome.NEGATIVE, 3))
                        .earlier()
                        .get(4)
                        .cells())
                .anyMatch(cell -> cell.passedOver().stream()
                        .anyMatch(each -> each.reason() == CellAnswer.Reason.METHOD_NOT_ACCEPTED));
    }

    @Test
    void what_is_just_past_72_hours_is_not_shown_as_72() {
        Instant sampled = NOON.minusSeconds(72 * 3_600).minusNanos(1_000);
        Explanation explanation = explain(
                Sets.KHANH_HOA,
                Fact.test(1, 1, "RT_PCR", Fact.TestOutcome.NEGATIVE, false, sampled, sampled.plusSeconds(60)));
        CellAnswer pcr = explanation.earlier().get(11).cells().get(0);
        assertThat(pcr.met()).isFalse();
        assertThat(pcr.finding().orElseThrow().amount()).isEqualTo(73);
        assertThat(pcr.meets()).isEmpty();
    }

    @Test
    void somebody_held_is_told_what_would_lift_it() {
        Fact order = Fact.of(1, 1, FactKind.QUARANTINE_ORDER, "CACH_LY_TAI_NHA", TODAY.minusDays(3));
        Explanation explanation = explain(Sets.KHANH_HOA, order, dose(2, 90), dose(3, 60));
        assertThat(changes(ENGLISH, explanation))
                .containsExactly("Green from 12:00 on 7 October 2021, if the quarantine order is lifted.");
        Explanation infected = explain(Sets.KHANH_HOA, test(1, "RT_PCR", Fact.TestOutcome.POSITIVE, 30));
        assertThat(changes(ENGLISH, infected))
                .containsExactly("Green from 12:00 on 7 October 2021, once recovery is confirmed. "
                        + "It would hold until 00:00 on 6 April 2022.");
    }

    @Test
    void an_officer_at_the_roadside_sees_the_level_and_until_when_only() {
        Explanation seen = explain(Sets.KHANH_HOA, test(1, "RT_PCR", Fact.TestOutcome.NEGATIVE, 70))
                .seenBy(Audience.OFFICER, OPEN);
        assertThat(seen.level().code()).isEqualTo("YELLOW");
        assertThat(seen.until()).isPresent();
        assertThat(seen.matched()).isEmpty();
        assertThat(seen.earlier()).isEmpty();
        assertThat(seen.changes()).isEmpty();
    }

    @Test
    void a_reviewer_sees_no_laboratory_and_not_why_somebody_is_held() {
        Explanation tested = explain(Sets.KHANH_HOA, test(1, "RT_PCR", Fact.TestOutcome.NEGATIVE, 70))
                .seenBy(Audience.REVIEWER, OPEN);
        assertThat(tested.earlier()).noneMatch(row -> row.row().blocking());
        CellAnswer pcr = tested.matched().orElseThrow().cells().get(0);
        assertThat(pcr.met()).isTrue();
        assertThat(pcr.facts()).isEmpty();
        assertThat(pcr.passedOver()).isEmpty();
        assertThat(pcr.finding()).isEmpty();
        assertThat(ENGLISH.cell(pcr))
                .isEqualTo("Time since a negative test (RT-PCR, from sampling on) – asked: at most 72 hours: met. "
                        + "Met until 14:00 on 7 October 2021 only.");
        assertThat(changes(ENGLISH, tested))
                .first()
                .asString()
                .startsWith("Red from 14:00 on 7 October 2021, when this is no longer met");

        for (Fact cause : List.of(
                test(1, "RT_PCR", Fact.TestOutcome.POSITIVE, 30),
                Fact.of(1, 1, FactKind.QUARANTINE_ORDER, "CACH_LY_TAI_NHA", TODAY),
                Fact.of(1, 1, FactKind.RESIDENCE_ZONE, "PHONG_TOA", TODAY))) {
            Explanation held = explain(Sets.KHANH_HOA, cause).seenBy(Audience.REVIEWER, OPEN);
            assertThat(held.level().code()).isEqualTo("HOLD");
            assertThat(held.matched()).isEmpty();
            assertThat(held.earlier()).isEmpty();
            assertThat(held.changes()).isEmpty();
        }
    }

    @Test
    void a_reviewer_is_not_told_that_somebody_will_be_held() {
        Instant sampled = NOON.minusSeconds(3_600);
        Fact coming = Fact.test(9, 1, "RT_PCR", Fact.TestOutcome.POSITIVE, false, sampled, NOON.plusSeconds(3_600));
        Explanation explanation = explain(Sets.KHANH_HOA, dose(1, 90), dose(2, 60), coming);
        assertThat(explanation.changes()).anyMatch(change -> change.row().blocking());
        assertThat(explanation.seenBy(Audience.REVIEWER, OPEN).changes())
                .noneMatch(change -> change.row().blocking());
    }

    @Test
    void a_cause_in_an_ordinary_row_is_not_told_to_a_reviewer_even_by_its_times() {
        CriteriaSet set = CriteriaCheck.check(
                        new CriteriaDraft(
                                "X",
                                "x",
                                "x",
                                "",
                                "",
                                Sets.KHANH_HOA.levels(),
                                List.of(new CriteriaDraft.Column("contact", "contact", Map.of())),
                                List.of(
                                        Sets.row("FREE", "GREEN", Map.of("contact", "none or >= 14 days")),
                                        Sets.row("ELSE", "RED", Map.of()))),
                        Sets.VOCABULARY)
                .set()
                .orElseThrow();
        Explanation explanation = explain(set, Fact.of(1, 1, FactKind.CLOSE_CONTACT, "", TODAY.minusDays(3)));
        assertThat(explanation.changes()).isNotEmpty();
        Explanation seen = explanation.seenBy(Audience.REVIEWER, OPEN);
        CellAnswer contact = seen.earlier().get(0).cells().get(0);
        assertThat(contact.meets()).isEmpty();
        assertThat(contact.facts()).isEmpty();
        assertThat(seen.changes()).isEmpty();
    }

    @Test
    void a_citizen_and_the_health_office_see_all_of_it() {
        Explanation explanation = explain(Sets.KHANH_HOA, test(1, "RT_PCR", Fact.TestOutcome.POSITIVE, 30));
        assertThat(explanation.seenBy(Audience.CITIZEN, OPEN)).isEqualTo(explanation);
        assertThat(explanation.seenBy(Audience.HEALTH_OFFICE, OPEN)).isEqualTo(explanation);
    }

    private static Fact exception(long id, String code) {
        return Fact.of(id, 0, FactKind.EXCEPTION_CASE, code, TODAY.minusDays(2)).until(NOON.plusSeconds(30 * 86_400));
    }

    private static String words(Explanation explanation) {
        return Stream.concat(explanation.matched().stream(), explanation.earlier().stream())
                        .map(row -> ENGLISH.row(row)
                                + row.cells().stream().map(ENGLISH::cell).toList())
                        .toList()
                + changes(ENGLISH, explanation).toString();
    }

    @Test
    void an_exception_that_everybody_may_know_of_is_named_to_a_reviewer() {
        Explanation seen = explain(Sets.KHANH_HOA, exception(1, "CONG_VU")).seenBy(Audience.REVIEWER, OPEN);
        assertThat(seen.level().code()).isEqualTo("GREEN");
        assertThat(seen.matched().orElseThrow().row().code()).isEqualTo("G_DUTY");
        assertThat(ENGLISH.cell(seen.matched().orElseThrow().cells().get(0))).contains("official duty");
    }

    @Test
    void a_medical_exception_is_named_to_the_person_and_the_health_office_and_to_nobody_else() {
        for (String cause : List.of("MANG_THAI", "CHONG_CHI_DINH")) {
            Explanation explanation = explain(Sets.KHANH_HOA, exception(1, cause));
            Explanation seen = explanation.seenBy(Audience.REVIEWER, OPEN);
            assertThat(seen.level().code()).isEqualTo("YELLOW");
            assertThat(seen.matched()).isEmpty();
            assertThat(words(seen).toLowerCase(Locale.ROOT)).doesNotContain("pregnant", "contraindication");
            assertThat(seen.changes())
                    .as("that it ends, or begins, tells of it")
                    .noneMatch(change -> change.detail().equals(cause)
                            || change.because()
                                    .filter(cell -> cell.column().term() == Term.EXCEPTION)
                                    .isPresent());
            assertThat(explanation.seenBy(Audience.OFFICER, OPEN).matched()).isEmpty();
            for (Audience whole : List.of(Audience.CITIZEN, Audience.HEALTH_OFFICE)) {
                assertThat(words(explanation.seenBy(whole, OPEN)).toLowerCase(Locale.ROOT))
                        .containsAnyOf("pregnant", "contraindication");
            }
        }
    }

    @Test
    void a_medical_exception_is_not_named_beside_another_by_which_somebody_is_green() {
        Explanation seen = explain(Sets.KHANH_HOA, exception(1, "CONG_VU"), exception(2, "MANG_THAI"))
                .seenBy(Audience.REVIEWER, OPEN);
        assertThat(seen.matched().orElseThrow().row().code()).isEqualTo("G_DUTY");
        assertThat(seen.matched().orElseThrow().cells().get(0).facts())
                .extracting(Fact::code)
                .containsExactly("CONG_VU");
        assertThat(words(seen)).doesNotContain("pregnant");
    }

    @Test
    void that_somebody_has_no_exception_at_all_is_not_told_where_it_could_be_a_medical_one() {
        CriteriaSet set = CriteriaCheck.check(
                        new CriteriaDraft(
                                "X",
                                "x",
                                "x",
                                "",
                                "",
                                Sets.KHANH_HOA.levels(),
                                List.of(new CriteriaDraft.Column("held", "exception", Map.of())),
                                List.of(
                                        Sets.row("ANY", "YELLOW", Map.of("held", "any")),
                                        Sets.row("ELSE", "RED", Map.of()))),
                        Sets.VOCABULARY)
                .set()
                .orElseThrow();
        assertThat(explain(set, exception(1, "MANG_THAI"))
                        .seenBy(Audience.REVIEWER, OPEN)
                        .matched())
                .isEmpty();
        assertThat(explain(set).seenBy(Audience.REVIEWER, OPEN).earlier()).isEmpty();
    }

    @Test
    void every_explanation_can_be_told_in_both_languages() {
        for (CriteriaSet set : Sets.ALL) {
            Explainer explainer = new Explainer(new CompiledCriteria(set, Sets.VOCABULARY));
            RandomPeople people = new RandomPeople(3);
            for (int i = 0; i < 200; i++) {
                RandomPeople.Person person = people.next();
                Explanation explanation = explainer.explain(person.compact(), person.at(), person.knownBy());
                for (ExplanationWords words : List.of(VIETNAMESE, ENGLISH)) {
                    assertThat(words.level(explanation)).isNotBlank();
                    explanation.earlier().forEach(row -> told(words, row));
                    told(words, explanation.matched().orElseThrow());
                    explanation
                            .changes()
                            .forEach(change -> assertThat(words.change(change)).doesNotContain("{"));
                }
            }
        }
    }

    private static void told(ExplanationWords words, RowAnswer row) {
        assertThat(words.row(row)).isNotBlank().doesNotContain("{");
        row.cells().forEach(cell -> assertThat(words.cell(cell)).isNotBlank().doesNotContain("{"));
    }

    @Test
    void what_was_not_known_then_counts_now() {
        Instant later = NOON.plusSeconds(7_200);
        PersonFacts person = new PersonFacts(
                Sets.VOCABULARY,
                Optional.empty(),
                List.of(
                        test(1, "RT_PCR", Fact.TestOutcome.NEGATIVE, 5).known(later, Instant.MAX),
                        dose(2, 20).known(Instant.MIN, later)));
        Assessor assessor = new CompiledCriteria(Sets.KHANH_HOA, Sets.VOCABULARY).assessor();
        assertThat(assessor.assess(person, NOON, NOON).row().code()).isEqualTo("Y_ONE");
        assertThat(assessor.assess(person, NOON, later).row().code()).isEqualTo("Y_PCR");
        assertThat(assessor.assess(person, NOON, later.minusNanos(1_000)).row().code())
                .isEqualTo("Y_ONE");
    }

    @Test
    void a_positive_pool_says_nothing_of_a_person() {
        Fact pool = Fact.test(1, 1, "RT_PCR", Fact.TestOutcome.POSITIVE, true, NOON.minusSeconds(60), NOON);
        assertThat(pool.kind()).isEqualTo(FactKind.UNDECIDED_TEST);
        assertThat(Fact.test(1, 1, "RT_PCR", Fact.TestOutcome.NEGATIVE, true, NOON, NOON)
                        .kind())
                .isEqualTo(FactKind.NEGATIVE_TEST);
    }

    @Test
    void a_fact_keeps_the_order_of_its_times() {
        assertThatThrownBy(
                        () -> Fact.test(1, 1, "RT_PCR", Fact.TestOutcome.NEGATIVE, false, NOON, NOON.minusSeconds(1)))
                .isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> dose(1, 3).until(NOON.minusSeconds(9_999_999))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> dose(1, 3).known(NOON, NOON)).isInstanceOf(RuleViolation.class);
    }
}
