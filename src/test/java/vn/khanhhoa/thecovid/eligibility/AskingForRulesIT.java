package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.eligibility.matrix.ConditionMatrix;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** What anybody hears of a place, a journey and an activity. */
@InPortal
class AskingForRulesIT {
    private static final Actor STEERING = new Actor(83, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);
    private static final String PROVINCE = "56";
    private static final String NHA_TRANG = "568";
    private static final String VINH_HOA = "22327";
    private static final String CAM_LAM = "570";

    @Inject
    private RulesOfPlaces rules;

    @Inject
    private ScenarioOrders orders;

    @Inject
    private Matrices matrices;

    @Inject
    private TestCriteria criteria;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @BeforeEach
    void a_province_with_two_scenarios() {
        take_everything_away();
        put("KB1", PROVINCE, now(), null);
        put("KB3", NHA_TRANG, now(), now().plus(Duration.ofDays(5)));
    }

    @AfterEach
    void take_everything_away() {
        sql.update("DELETE FROM eligibility_scenario_order");
        sql.update("DELETE FROM eligibility_criteria_order");
        sql.update("DELETE FROM eligibility_criteria_set");
    }

    @Test
    void a_place_has_the_scenario_of_the_place_around_it_and_what_comes_next() {
        PlaceRules here = rules.at(VINH_HOA).orElseThrow();

        assertThat(scenario(here.order())).isEqualTo("KB3");
        assertThat(here.isInherited()).isTrue();
        assertThat(order(here).place().code()).isEqualTo(NHA_TRANG);
        assertThat(here.changes()).isEqualTo(order(here).until());
        assertThat(scenario(here.next())).isEqualTo("KB1");
        assertThat(rules.at("nowhere")).isEmpty();
    }

    @Test
    void a_journey_has_the_stricter_end_either_way() {
        assertThat(scenario(journey(CAM_LAM, VINH_HOA).order())).isEqualTo("KB3");
        assertThat(scenario(journey(VINH_HOA, CAM_LAM).order())).isEqualTo("KB3");
        put("KB2", CAM_LAM, now().plus(Duration.ofDays(1)), null);
        PlaceRules journey = journey(CAM_LAM, VINH_HOA);
        assertThat(journey.changes())
                .as("what changes at the milder end only changes nothing")
                .isEqualTo(order(journey).until());
        assertThat(scenario(journey.next())).isEqualTo("KB2");
        assertThat(scenario(journey(CAM_LAM, PROVINCE).order())).isEqualTo("KB1");
    }

    private PlaceRules journey(String from, String to) {
        return rules.ofJourney(from, to).orElseThrow();
    }

    private static ScenarioOrderView order(PlaceRules rules) {
        return Objects.requireNonNull(rules.order());
    }

    private static String scenario(@Nullable ScenarioOrderView order) {
        return order == null ? "none" : order.scenario().code();
    }

    @Test
    void without_a_matrix_in_force_nothing_is_said_of_activities_and_with_one_emergency_care_is_open() {
        assertThat(rules.at(VINH_HOA).orElseThrow().activities()).isEmpty();
        assertThat(orders.foresee(STEERING, wish()).unconditioned()).isTrue();
        matrixInForce();
        assertThat(orders.foresee(STEERING, wish()).unconditioned()).isFalse();

        PlaceRules here = rules.at(VINH_HOA).orElseThrow();
        assertThat(here.matrix()).isNotNull();
        assertThat(here.activities())
                .hasSize(27)
                .filteredOn(rule -> rule.row().activity().equals(ConditionMatrix.EMERGENCY))
                .singleElement()
                .satisfies(rule -> assertThat(rule.cell().text()).isEqualTo("yes/yes/yes/yes"));
        assertThat(rules.ofActivity("AN_TAICHO"))
                .extracting(rule -> rule.scenario().code(), rule -> rule.cell().text())
                .startsWith(tuple("KB1", "yes/yes/yes/no"), tuple("KB2", "yes/yes/no/no"));
    }

    @Test
    void what_changed_is_told_in_order_with_what_is_to_come_and_without_what_was_taken_back() {
        PublicId coming = put("KB4", CAM_LAM, now().plus(Duration.ofDays(2)), null);
        assertThat(rules.turns())
                .extracting(turn -> turn.order().scenario().code(), ScenarioTurn::begins, ScenarioTurn::coming)
                .containsExactly(
                        tuple("KB3", false, true),
                        tuple("KB4", true, true),
                        tuple("KB3", true, false),
                        tuple("KB1", true, false));
        orders.takeBack(STEERING, coming, orders.lastNumber(STEERING, coming));
        assertThat(rules.turns())
                .extracting(turn -> turn.order().scenario().code())
                .doesNotContain("KB4");
    }

    @Test
    void at_a_glance_each_commune_counts_once() {
        assertThat(rules.shares().stream()
                        .mapToLong(RulesOfPlaces.Share::communes)
                        .sum())
                .isEqualTo(rules.places().stream()
                        .filter(place -> place.level() == ScenarioPlace.Level.COMMUNE)
                        .count());
        assertThat(rules.shares())
                .extracting(share -> share.scenario().code(), RulesOfPlaces.Share::communes)
                .contains(tuple("KB3", 27L));
    }

    @Test
    void ahead_each_rule_is_told_with_its_time_and_what_was_ordered_meanwhile_follows() {
        matrixInForce();
        Instant turn = now().plus(Duration.ofHours(20));
        put("KB4", NHA_TRANG, turn, null);
        put("KB2", NHA_TRANG, now().plus(Duration.ofHours(60)), null);

        List<RuleAhead> passing = ahead(VINH_HOA, "QC_LIENHUYEN");
        assertThat(passing)
                .extracting(rule -> rule.scenario().code(), RuleAhead::to)
                .startsWith(tuple("KB3", turn))
                .hasSize(2);
        assertThat(passing.get(0).from()).isBeforeOrEqualTo(now());
        assertThat(passing.get(1).from()).isEqualTo(turn);
        assertThat(passing.get(1).scenario().code()).isEqualTo("KB4");
        assertThat(passing.get(0).answers().get("YELLOW"))
                .isEqualTo(new RuleAhead.Answer(
                        true,
                        List.of(new RuleAhead.Name(
                                "NEGATIVE_TEST",
                                "kết quả xét nghiệm âm tính còn trong thời hạn",
                                "a negative test that is still good"))));
        assertThat(ahead(VINH_HOA, ConditionMatrix.EMERGENCY)).allMatch(RuleAhead::always);
        assertThat(rules.ahead(-1, 0, Duration.ofHours(48))).isEmpty();
    }

    @Test
    void ahead_a_post_between_two_areas_has_the_stricter_one() {
        matrixInForce();
        long camLam = area(CAM_LAM);

        assertThat(rules.ahead(camLam, 0, Duration.ofHours(48)))
                .isNotEmpty()
                .allMatch(rule -> rule.scenario().code().equals("KB1"));
        assertThat(rules.ahead(camLam, area(VINH_HOA), Duration.ofHours(48)))
                .isNotEmpty()
                .allMatch(rule -> rule.scenario().code().equals("KB3"));
    }

    private List<RuleAhead> ahead(String place, String activity) {
        return rules.ahead(area(place), 0, Duration.ofHours(48)).stream()
                .filter(rule -> rule.activity().equals(activity))
                .toList();
    }

    private long area(String code) {
        return rules.places().stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow()
                .areaId();
    }

    private void matrixInForce() {
        PublicId id = criteria.shippedMatrix();
        long province = rules.places().get(0).areaId();
        matrices.putInForce(STEERING, id, province, "9696/KH-UBND", now(), 0, true);
    }

    private PublicId put(String scenario, String place, Instant from, @Nullable Instant until) {
        ScenarioOrders.Wish wish = new ScenarioOrders.Wish(place, scenario, from, until);
        return orders.putInForce(
                STEERING,
                wish,
                new ScenarioOrders.Paper("9696/KH-UBND", LocalDate.now(clock)),
                orders.foresee(STEERING, wish).seen(),
                true);
    }

    private ScenarioOrders.Wish wish() {
        return new ScenarioOrders.Wish(VINH_HOA, "KB2", now(), null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
