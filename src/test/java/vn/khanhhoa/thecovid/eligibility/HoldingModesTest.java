package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A province 1 with districts 2 and 3, of which 2 has the communes 4 and 5, and 3 the commune 6. */
class HoldingModesTest {
    private static final long[] AROUND = {0, 0, 1, 1, 2, 2, 3};
    private static final Instant BEGIN = Instant.parse("2021-10-18T00:00:00Z");
    private static final List<String> ACTIVITIES = List.of("LV_DN", "VT_HANG");

    private static ModeOrder order(int number, long area, String activity, IssueMode mode, int hour) {
        return new ModeOrder(
                number,
                PublicId.random(),
                area,
                activity,
                number,
                mode,
                "12/BCĐ",
                LocalDate.of(2021, 10, 17),
                BEGIN.plusSeconds(3_600L * hour),
                BEGIN,
                "",
                "");
    }

    private static ModeBoard board(List<ModeOrder> orders, int hour) {
        return new ModeBoard(orders, area -> AROUND[(int) area], BEGIN.plusSeconds(3_600L * hour));
    }

    private static IssueMode mode(List<ModeOrder> orders, long area, String... activities) {
        return board(orders, 24).of(area, Set.of(activities)).mode();
    }

    @Test
    void where_nothing_was_ordered_people_decide_and_who_asks_for_nothing_is_decided_by_people() {
        assertThat(mode(List.of(), 4, "LV_DN")).isEqualTo(IssueMode.REVIEWED);
        assertThat(mode(List.of(order(1, 1, "", IssueMode.AUTOMATIC, 0)), 4)).isEqualTo(IssueMode.REVIEWED);
    }

    @Test
    void the_smallest_place_decides_and_there_the_activity_before_all() {
        List<ModeOrder> orders = List.of(
                order(1, 1, "", IssueMode.AUTOMATIC, 0),
                order(2, 2, "LV_DN", IssueMode.REVIEWED, 0),
                order(3, 4, "", IssueMode.AUTOMATIC, 0),
                order(4, 4, "VT_HANG", IssueMode.REVIEWED, 0));

        assertThat(mode(orders, 6, "LV_DN")).isEqualTo(IssueMode.AUTOMATIC);
        assertThat(mode(orders, 5, "LV_DN")).isEqualTo(IssueMode.REVIEWED);
        assertThat(mode(orders, 5, "VT_HANG")).isEqualTo(IssueMode.AUTOMATIC);
        assertThat(mode(orders, 4, "LV_DN")).isEqualTo(IssueMode.AUTOMATIC);
        assertThat(mode(orders, 4, "VT_HANG")).isEqualTo(IssueMode.REVIEWED);
        assertThat(mode(orders, 4, "LV_DN", "VT_HANG"))
                .as("one that people decide is enough")
                .isEqualTo(IssueMode.REVIEWED);
    }

    @Test
    void what_began_last_holds_and_as_the_place_around_takes_the_own_order_back() {
        List<ModeOrder> orders = new ArrayList<>(List.of(
                order(1, 2, "", IssueMode.AUTOMATIC, 0),
                order(2, 4, "", IssueMode.REVIEWED, 0),
                order(3, 4, "", IssueMode.INHERITED, 5)));

        assertThat(board(orders, 4).of(4, Set.of("LV_DN")).isAutomatic()).isFalse();
        assertThat(board(orders, 5).of(4, Set.of("LV_DN")).isAutomatic()).isTrue();
        assertThat(board(orders, 5).of(4, Set.of("LV_DN")).by())
                .as("the order by which it is so")
                .extracting(ModeOrder::orderId)
                .containsExactly(1L);
        orders.add(order(4, 4, "", IssueMode.REVIEWED, 5));
        assertThat(mode(orders, 4, "LV_DN")).as("entered later").isEqualTo(IssueMode.REVIEWED);
    }

    @Test
    void the_stamp_is_another_as_soon_as_another_order_holds() {
        List<ModeOrder> orders =
                List.of(order(1, 1, "", IssueMode.AUTOMATIC, 0), order(2, 4, "", IssueMode.REVIEWED, 5));

        assertThat(board(orders, 4).stamp()).isEqualTo(board(orders, 0).stamp());
        assertThat(board(orders, 5).stamp()).isNotEqualTo(board(orders, 4).stamp());
    }

    /** As one would look it up by hand, place by place. */
    private static IssueMode byHand(List<ModeOrder> orders, long area, String activity, int hour) {
        for (long place = area; place != 0; place = AROUND[(int) place]) {
            for (String what : List.of(activity, "")) {
                Optional<ModeOrder> last = Optional.empty();
                for (ModeOrder each : orders) {
                    boolean counts = each.areaId() == place
                            && each.activity().equals(what)
                            && !each.from().isAfter(BEGIN.plusSeconds(3_600L * hour));
                    boolean later = last.isEmpty()
                            || each.from().isAfter(last.get().from())
                            || each.from().equals(last.get().from())
                                    && each.number() > last.get().number();
                    if (counts && later) {
                        last = Optional.of(each);
                    }
                }
                if (last.isPresent() && last.get().mode() != IssueMode.INHERITED) {
                    return last.get().mode();
                }
            }
        }
        return IssueMode.REVIEWED;
    }

    @Property
    void whatever_was_ordered_everybody_is_given_what_one_finds_by_hand(
            @ForAll("orders") List<ModeOrder> orders, @ForAll("areas") long area, @ForAll("hours") int hour) {
        ModeBoard board = board(orders, hour);

        List<IssueMode> byHand = ACTIVITIES.stream()
                .map(activity -> byHand(orders, area, activity, hour))
                .toList();
        for (int i = 0; i < ACTIVITIES.size(); i++) {
            assertThat(board.of(area, Set.of(ACTIVITIES.get(i))).mode()).isEqualTo(byHand.get(i));
        }
        assertThat(board.of(area, ACTIVITIES).isAutomatic())
                .isEqualTo(byHand.stream().allMatch(IssueMode.AUTOMATIC::equals));
    }

    /** An order nearer to somebody than another's place changes nothing for those who are not within. */
    @Property
    void an_order_changes_nothing_outside_its_place_and_for_other_activities(
            @ForAll("orders") List<ModeOrder> orders, @ForAll("areas") long area) {
        List<ModeOrder> with = new ArrayList<>(orders);
        with.add(order(1_000, 2, "LV_DN", IssueMode.AUTOMATIC, 0));

        assertThat(board(with, 24).of(area, Set.of("VT_HANG")).mode())
                .isEqualTo(board(orders, 24).of(area, Set.of("VT_HANG")).mode());
        if (area == 1 || area == 3 || area == 6) {
            assertThat(board(with, 24).of(area, Set.of("LV_DN")).mode())
                    .isEqualTo(board(orders, 24).of(area, Set.of("LV_DN")).mode());
        }
    }

    @Provide
    Arbitrary<List<ModeOrder>> orders() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 6),
                        Arbitraries.of("", "LV_DN", "VT_HANG"),
                        Arbitraries.of(IssueMode.values()),
                        Arbitraries.integers().between(0, 6))
                .as((area, activity, mode, hour) -> order(0, area, activity, mode, hour))
                .list()
                .ofMaxSize(12)
                .map(HoldingModesTest::numbered);
    }

    private static List<ModeOrder> numbered(List<ModeOrder> orders) {
        List<ModeOrder> numbered = new ArrayList<>();
        for (ModeOrder each : orders) {
            numbered.add(order(numbered.size() + 1, each.areaId(), each.activity(), each.mode(), (int)
                    ((each.from().getEpochSecond() - BEGIN.getEpochSecond()) / 3_600)));
        }
        numbered.sort(Comparator.comparing(ModeOrder::orderId).reversed());
        return numbered;
    }

    @Provide
    Arbitrary<Long> areas() {
        return Arbitraries.longs().between(1, 6);
    }

    @Provide
    Arbitrary<Integer> hours() {
        return Arbitraries.integers().between(0, 6);
    }
}
