package vn.khanhhoa.thecovid.eligibility.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Province, district, commune, zone: the most specific wins, there the newest, on a journey the stricter end. */
class ScenariosInForceTest {
    private static final Map<String, String> PARENTS = Map.of(
            "TO-5", "22333",
            "22333", "568",
            "22336", "568",
            "568", "56",
            "570", "56");
    private static final Instant NOON = day(10).plusSeconds(12 * 3_600);

    private long ids;

    private static Instant day(int october) {
        return Instant.parse("2021-10-%02dT00:00:00+07:00".formatted(october));
    }

    private ScenarioOrder order(String scenario, String place, int from) {
        return order(scenario, place, day(from), Instant.MAX, day(from));
    }

    private ScenarioOrder order(String scenario, String place, Instant from, Instant until, Instant known) {
        return new ScenarioOrder(++ids, scenario, place, from, until, "VB" + ids, known, Instant.MAX);
    }

    private static ScenarioBoard board(ScenarioOrder... orders) {
        return new ScenarioBoard(List.of(orders), PARENTS, ShippedMatrix.SCENARIOS);
    }

    private static String scenario(Optional<ScenarioOrder> order) {
        return order.map(ScenarioOrder::scenario).orElse("none");
    }

    @Test
    void a_place_has_that_of_the_smallest_place_around_it() {
        ScenarioBoard board = board(order("KB2", "56", 9), order("KB3", "568", 1), order("KB5", "TO-5", 2));
        assertThat(scenario(board.inForce("TO-5", NOON, NOON))).isEqualTo("KB5");
        assertThat(scenario(board.inForce("22333", NOON, NOON))).isEqualTo("KB3");
        assertThat(scenario(board.inForce("22336", NOON, NOON))).isEqualTo("KB3");
        assertThat(scenario(board.inForce("570", NOON, NOON))).isEqualTo("KB2");
        assertThat(scenario(board.inForce("99999", NOON, NOON))).isEqualTo("none");
    }

    @Test
    void of_two_for_one_place_the_newest_is_in_force() {
        ScenarioBoard board = board(order("KB3", "568", 5), order("KB2", "568", 8), order("KB4", "568", 11));
        assertThat(scenario(board.inForce("568", NOON, NOON))).isEqualTo("KB2");
        assertThat(scenario(board.inForce("568", day(8), NOON))).isEqualTo("KB2");
        assertThat(scenario(board.inForce("568", day(8).minusNanos(1), NOON))).isEqualTo("KB3");
        assertThat(scenario(board.inForce("568", day(4), NOON))).isEqualTo("none");
    }

    @Test
    void one_that_ends_gives_way_to_what_lies_under_it() {
        ScenarioBoard board = board(order("KB1", "56", 1), order("KB4", "568", day(5), NOON, day(5)));
        assertThat(scenario(board.inForce("22333", NOON.minusNanos(1), NOON))).isEqualTo("KB4");
        assertThat(scenario(board.inForce("22333", NOON, NOON))).isEqualTo("KB1");
        assertThat(board.changes("22333", day(6), NOON)).contains(NOON);
        assertThat(board.changes("22333", NOON, NOON)).isEmpty();
    }

    @Test
    void of_a_journey_the_stricter_end_counts() {
        ScenarioBoard board = board(order("KB1", "56", 1), order("KB3", "568", 2));
        assertThat(scenario(board.ofJourney("22333", "570", NOON, NOON))).isEqualTo("KB3");
        assertThat(scenario(board.ofJourney("570", "22333", NOON, NOON))).isEqualTo("KB3");
        assertThat(scenario(board.ofJourney("570", "570", NOON, NOON))).isEqualTo("KB1");
        assertThat(scenario(board.ofJourney("570", "99999", NOON, NOON))).isEqualTo("KB1");
    }

    @Test
    void a_document_signed_at_noon_and_entered_at_six_is_in_force_from_noon_and_was_not_known_before() {
        Instant six = NOON.plusSeconds(6 * 3_600);
        ScenarioBoard board = board(order("KB2", "56", 1), order("KB4", "56", NOON, Instant.MAX, six));
        assertThat(scenario(board.inForce("56", NOON, six))).isEqualTo("KB4");
        assertThat(scenario(board.inForce("56", NOON, six.minusNanos(1)))).isEqualTo("KB2");
    }

    @Test
    void places_that_lie_in_a_circle_end_all_the_same() {
        ScenarioBoard board = new ScenarioBoard(List.of(), Map.of("A", "B", "B", "A"), ShippedMatrix.SCENARIOS);
        assertThat(board.inForce("A", NOON, NOON)).isEmpty();
    }
}
