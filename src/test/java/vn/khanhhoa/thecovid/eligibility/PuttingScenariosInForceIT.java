package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class PuttingScenariosInForceIT {
    private static final Actor STEERING = new Actor(83, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);
    private static final Actor HEALTH = new Actor(81, "Đặng Thị Soạn", Role.HEALTH_OFFICER, 0, 5);
    private static final String PROVINCE = "56";
    private static final String NHA_TRANG = "568";
    private static final String VINH_HOA = "22327";
    private static final String VINH_HAI = "22330";

    @Inject
    private ScenarioOrders orders;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService others;

    @AfterEach
    void take_everything_away() {
        sql.update("DELETE FROM eligibility_scenario_order");
        sql.update("DELETE FROM eligibility_zone");
    }

    @Test
    void a_zone_a_commune_a_district_each_have_their_own_or_that_of_the_place_around() {
        Instant now = now();
        orders.addZone(STEERING, "vh-tdp5", "Tổ dân phố 5", VINH_HOA);
        put("KB1", PROVINCE, now, null);
        put("KB3", NHA_TRANG, now, null);
        put("KB5", "VH-TDP5", now, null);

        assertThat(at("VH-TDP5", now)).isEqualTo("KB5");
        assertThat(at(VINH_HOA, now)).isEqualTo("KB3");
        assertThat(at("570", now)).isEqualTo("KB1");
        assertThat(orders.foresee(STEERING, wish("KB2", PROVINCE, now, null)).own())
                .as("those within that stay as they are")
                .extracting(
                        order -> order.place().code() + " " + order.scenario().code())
                .containsExactly("568 KB3", "VH-TDP5 KB5");
        assertRefused("eligibility.zone-code-taken", () -> orders.addZone(STEERING, "VH-TDP5", "Khác", VINH_HAI));
        assertRefused("eligibility.zone-in-use", () -> orders.removeZone(STEERING, "VH-TDP5"));
        assertRefused("eligibility.zone-commune-missing", () -> orders.addZone(STEERING, "Z1", "Một vùng", NHA_TRANG));
        assertRefused("eligibility.zone-code-malformed", () -> orders.addZone(STEERING, "1 vùng", "Một", VINH_HAI));
    }

    @Test
    void one_with_an_end_interrupts_and_one_without_takes_the_place_for_good() {
        Instant now = now();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        Instant later = now.plus(Duration.ofDays(3));
        put("KB1", PROVINCE, now, null);
        put("KB2", NHA_TRANG, now, null);
        ScenarioForeseen foreseen = orders.foresee(STEERING, wish("KB4", NHA_TRANG, tomorrow, later));
        PublicId sealed = put("KB4", NHA_TRANG, tomorrow, later);

        assertThat(foreseen.before()).map(order -> order.scenario().code()).contains("KB2");
        assertThat(foreseen.then()).map(order -> order.scenario().code()).contains("KB2");
        assertThat(at(NHA_TRANG, tomorrow.minusNanos(1_000))).isEqualTo("KB2");
        assertThat(at(NHA_TRANG, tomorrow)).isEqualTo("KB4");
        assertThat(at(NHA_TRANG, later)).isEqualTo("KB2");

        PublicId third = put("KB3", NHA_TRANG, later.plusSeconds(60), null);
        Instant end = later.plus(Duration.ofDays(1));
        assertThat(orders.foreseeEnd(STEERING, third, end).then())
                .as("what it took the place of does not come back")
                .map(order -> order.place().code() + " " + order.scenario().code())
                .contains("56 KB1");
        end(third, end);
        assertThat(at(NHA_TRANG, end)).isEqualTo("KB1");
        assertThat(at(NHA_TRANG, later)).isEqualTo("KB2");

        end(sealed, tomorrow.plusSeconds(3_600));
        assertThat(at(NHA_TRANG, tomorrow.plusSeconds(3_600)))
                .as("one that interrupted lets what was there come back")
                .isEqualTo("KB2");
    }

    @Test
    void what_was_signed_at_noon_and_typed_at_six_is_in_force_from_noon_after_a_confirmation() {
        Instant typed = now();
        Instant noon = typed.minus(Duration.ofHours(6));
        put("KB1", PROVINCE, typed.minus(Duration.ofDays(6)), null);
        Instant between = now();
        ScenarioOrders.Wish wish = wish("KB4", PROVINCE, noon, null);
        assertRefused(
                "eligibility.past-not-confirmed",
                () -> orders.putInForce(STEERING, wish, paper(), seen(PROVINCE), false));
        assertThat(orders.foresee(STEERING, wish).past()).isTrue();
        put("KB4", PROVINCE, noon, null);

        assertThat(at(PROVINCE, noon)).isEqualTo("KB4");
        assertThat(at(PROVINCE, noon.minusNanos(1_000))).isEqualTo("KB1");
        assertThat(asKnown(PROVINCE, noon, between)).as("as known then").isEqualTo("KB1");
        assertThat(orders.inForce(STEERING, PROVINCE, noon, noon))
                .as("nothing was known yet")
                .isEmpty();
    }

    @Test
    void an_order_is_taken_back_before_it_begins_and_ended_after_and_what_was_known_stays() {
        Instant now = now();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        put("KB1", PROVINCE, now, null);
        PublicId coming = put("KB3", PROVINCE, tomorrow, null);
        Instant between = now();
        orders.takeBack(STEERING, coming, seen(PROVINCE));

        assertThat(at(PROVINCE, tomorrow)).isEqualTo("KB1");
        assertThat(asKnown(PROVINCE, tomorrow, between)).as("as known then").isEqualTo("KB3");
        assertThat(orders.history(HEALTH, coming))
                .extracting(ScenarioOrderView::state)
                .startsWith(ScenarioOrderView.State.TAKEN_BACK)
                .hasSize(2);
        assertRefused(
                "eligibility.scenario-taken-back-already", () -> orders.takeBack(STEERING, coming, seen(PROVINCE)));
        PublicId begun = orders.orders(HEALTH).stream()
                .filter(order -> order.state() == ScenarioOrderView.State.IN_FORCE)
                .findFirst()
                .orElseThrow()
                .id();
        assertRefused("eligibility.scenario-has-begun", () -> orders.takeBack(STEERING, begun, seen(PROVINCE)));
        assertRefused("eligibility.end-before-start", () -> end(begun, now));
        end(begun, tomorrow);
        assertThat(orders.inForce(STEERING, PROVINCE, tomorrow, now())).isEmpty();
        assertThat(asKnown(PROVINCE, tomorrow.plusSeconds(1), between)).isEqualTo("KB3");
        assertRefused("eligibility.ends-earlier-already", () -> end(begun, tomorrow.plusSeconds(1)));
    }

    @Test
    void of_two_that_begin_at_the_very_same_moment_the_one_entered_later_replaces_the_other() {
        Instant begin = now().plus(Duration.ofHours(1));
        PublicId mistaken = put("KB4", PROVINCE, begin, null);
        PublicId meant = put("KB3", PROVINCE, begin, null);
        assertRefused("eligibility.scenario-already-ordered", () -> put("KB3", PROVINCE, begin, null));

        assertThat(orders.history(STEERING, mistaken).get(0).state()).isEqualTo(ScenarioOrderView.State.TAKEN_BACK);
        orders.takeBack(STEERING, meant, seen(PROVINCE));
        assertThat(orders.inForce(STEERING, PROVINCE, begin, now()))
                .as("the mistaken one does not come back")
                .isEmpty();
    }

    @Test
    void what_cannot_be_is_refused() {
        Instant now = now();
        assertRefused(
                "access.not-permitted",
                () -> orders.putInForce(HEALTH, wish("KB1", PROVINCE, now, null), paper(), 0, true));
        assertRefused("eligibility.start-too-old", () -> put("KB1", PROVINCE, now.minus(Duration.ofDays(8)), null));
        assertRefused("eligibility.start-too-far", () -> put("KB1", PROVINCE, now.plus(Duration.ofDays(400)), null));
        assertRefused("eligibility.end-before-start", () -> put("KB1", PROVINCE, now, now));
        assertRefused(
                "eligibility.end-is-over",
                () -> put("KB1", PROVINCE, now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1))));
        assertRefused(
                "eligibility.document-number-missing",
                () -> orders.putInForce(
                        STEERING,
                        wish("KB1", PROVINCE, now, null),
                        new ScenarioOrders.Paper(" ", LocalDate.now(clock)),
                        0,
                        true));
        assertRefused(
                "eligibility.document-not-signed-yet",
                () -> orders.putInForce(
                        STEERING,
                        wish("KB1", PROVINCE, now, null),
                        new ScenarioOrders.Paper("1/QĐ", LocalDate.now(clock).plusDays(1)),
                        0,
                        true));
    }

    @Test
    void of_two_who_put_one_in_force_for_a_place_at_once_one_is_refused() throws Exception {
        Instant from = now().plus(Duration.ofHours(1));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (String scenario : List.of("KB2", "KB3")) {
            running.add(others.submit(() -> {
                start.await();
                orders.putInForce(STEERING, wish(scenario, PROVINCE, from, null), paper(), 0, true);
                return null;
            }));
        }
        start.countDown();
        List<Throwable> failures = new ArrayList<>();
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException failure) {
                failures.add(failure.getCause());
            }
        }

        assertThat(failures).singleElement().isInstanceOf(OptimisticLockException.class);
        assertThat(orders.orders(STEERING)).hasSize(1);
    }

    @Test
    void every_step_is_on_record() {
        PublicId id = put("KB2", VINH_HOA, now().plus(Duration.ofHours(1)), null);
        end(id, now().plus(Duration.ofHours(2)));
        orders.takeBack(STEERING, id, seen(VINH_HOA));

        assertThat(sql.list(
                        "SELECT action FROM audit_record WHERE subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        id.toString()))
                .containsExactly("scenario.put-in-force", "scenario.ended", "scenario.taken-back");
    }

    private PublicId put(String scenario, String place, Instant from, @Nullable Instant until) {
        return orders.putInForce(STEERING, wish(scenario, place, from, until), paper(), seen(place), true);
    }

    private void end(PublicId id, Instant at) {
        orders.end(STEERING, id, at, paper(), orders.lastNumber(STEERING, id), true);
    }

    private static ScenarioOrders.Wish wish(String scenario, String place, Instant from, @Nullable Instant until) {
        return new ScenarioOrders.Wish(place, scenario, from, until);
    }

    private ScenarioOrders.Paper paper() {
        return new ScenarioOrders.Paper("9696/KH-UBND", LocalDate.now(clock));
    }

    private int seen(String place) {
        return orders.foresee(STEERING, wish("KB1", place, now().plus(Duration.ofDays(300)), null))
                .seen();
    }

    private String at(String place, Instant at) {
        return asKnown(place, at, now());
    }

    private String asKnown(String place, Instant at, Instant knownBy) {
        return orders.inForce(STEERING, place, at, knownBy)
                .orElseThrow()
                .scenario()
                .code();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
