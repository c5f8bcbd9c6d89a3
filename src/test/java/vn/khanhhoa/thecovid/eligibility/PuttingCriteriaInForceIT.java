package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.registry.AreaLevel;
import vn.khanhhoa.thecovid.registry.AreaView;
import vn.khanhhoa.thecovid.registry.Catalogue;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

@InPortal
class PuttingCriteriaInForceIT {
    private static final Actor DRAFTER = new Actor(71, "Đặng Thị Soạn", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor SECOND = new Actor(72, "Lý Thị Đối Chiếu", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor THIRD = new Actor(74, "Võ Thị So Sánh", Role.HEALTH_OFFICER, 0, 5);
    private static final Actor STEERING = new Actor(73, "Huỳnh Văn Chỉ Đạo", Role.STEERING_OFFICER, 0, 6);
    private static final String NUMBER = "9696/KH-UBND";

    @Inject
    private CriteriaSets sets;

    @Inject
    private CriteriaOrders orders;

    @Inject
    private ShippedRules shipped;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService others;

    @AfterEach
    void take_everything_away() {
        sql.update("DELETE FROM eligibility_criteria_order");
        sql.update("DELETE FROM eligibility_criteria_set");
    }

    @Test
    void whoever_wrote_a_part_of_a_table_never_attests_it_and_another_does() {
        PublicId id = documented();
        sets.saveCells(SECOND, id, List.of(fullCourse(">= 21 days")));

        assertRefused("eligibility.attest-own", () -> orders.attest(DRAFTER, id, revision(id)));
        assertRefused("eligibility.attest-own", () -> orders.attest(SECOND, id, revision(id)));
        assertThat(sets.read(SECOND, id).attestable()).isFalse();
        assertRefused("access.not-permitted", () -> orders.attest(STEERING, id, revision(id)));
        orders.attest(THIRD, id, revision(id));

        assertThat(sets.read(DRAFTER, id).summary().attester()).isEqualTo("Võ Thị So Sánh");
        assertRefused(
                "eligibility.attested-fixed",
                () -> sets.saveCells(DRAFTER, id, List.of(new CriteriaSets.Cell("G_FULL", "age", "", "any"))));
        assertRefused("eligibility.attested-fixed", () -> sets.discard(DRAFTER, id, revision(id)));
    }

    @Test
    void a_table_with_an_error_or_without_its_document_is_not_attested() {
        PublicId id = sets.beginFromShipped(DRAFTER, "KH-2021-10");
        assertRefused("eligibility.document-missing", () -> orders.attest(SECOND, id, revision(id)));
        document(id);
        sets.saveCells(DRAFTER, id, List.of(fullCourse(">= 14")));
        assertRefused("eligibility.set-has-errors", () -> orders.attest(SECOND, id, revision(id)));
    }

    @Test
    void nobody_attests_a_table_that_was_changed_since_they_read_it() {
        PublicId id = documented();
        int read = revision(id);
        sets.saveCells(DRAFTER, id, List.of(fullCourse(">= 21 days")));

        assertThatExceptionOfType(OptimisticLockException.class).isThrownBy(() -> orders.attest(SECOND, id, read));
    }

    @Test
    void a_draft_is_not_put_in_force_and_only_the_steering_committee_does_so() {
        PublicId draft = documented();
        assertRefused("eligibility.not-attested", () -> put(draft, province(), now(), 0));
        PublicId id = attested();
        assertRefused(
                "access.not-permitted",
                () -> orders.putInForce(DRAFTER, id, province().id(), NUMBER, now(), 0, true));
        assertRefused(
                "eligibility.document-number-missing",
                () -> orders.putInForce(STEERING, id, province().id(), " ", now(), 0, true));
    }

    @Test
    void a_set_that_came_with_the_portal_is_put_in_force_once_a_health_officer_has_compared_it_with_a_document() {
        PublicId id = shipped();
        assertRefused("eligibility.not-attested", () -> put(id, province(), now(), 0));
        assertRefused(
                "eligibility.not-attested",
                () -> orders.foresee(STEERING, id, province().id(), now()));
        assertRefused("eligibility.document-missing", () -> orders.attest(SECOND, id, revision(id)));
        assertRefused("eligibility.document-number-missing", () -> attachToShipped(SECOND, id, " "));
        assertRefused("access.not-permitted", () -> attachToShipped(STEERING, id, NUMBER));
        attachToShipped(SECOND, id, NUMBER);
        assertRefused("eligibility.not-attested", () -> put(id, province(), now(), 0));
        assertRefused("access.not-permitted", () -> orders.attest(STEERING, id, revision(id)));
        orders.attest(SECOND, id, revision(id));
        put(id, province(), now(), 0);

        assertThat(inForce(province(), now(), now())).isEqualTo(id);
        assertThat(sets.read(SECOND, id).table().document()).isEqualTo(NUMBER);
        RuleSetSummary attested = sets.read(SECOND, id).summary();
        assertThat(attested.documentName()).isEqualTo("9696.pdf");
        assertThat(attested.attester()).isEqualTo("Lý Thị Đối Chiếu");
        assertRefused("eligibility.attested-fixed", () -> attachToShipped(SECOND, id, NUMBER));
    }

    @Test
    void nobody_changes_a_set_that_came_with_the_portal() {
        PublicId id = shipped();

        assertRefused(
                "eligibility.shipped-fixed",
                () -> sets.saveCells(DRAFTER, id, List.of(new CriteriaSets.Cell("G_FULL", "age", "", "any"))));
        assertRefused("eligibility.shipped-fixed", () -> sets.discard(DRAFTER, id, revision(id)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> attachToShipped(DRAFTER, documented(), NUMBER));
    }

    @Test
    void one_that_came_with_the_portal_and_is_in_force_stays_so_and_goes_no_further_unattested() {
        PublicId id = shipped();
        AreaView province = province();
        sql.update(
                "INSERT INTO eligibility_criteria_order (id, set_id, kind, area_id, number, document, valid_from, entered_at,"
                        + " entered_by, enterer) SELECT 1, id, 'CRITERIA', ?, 1, ?, ?, ?, 73, 'x' FROM eligibility_criteria_set"
                        + " WHERE public_id = ?",
                province.id(),
                NUMBER,
                now(),
                now(),
                id);

        assertThat(inForce(commune(), now(), now())).isEqualTo(id);
        assertRefused("eligibility.not-attested", () -> put(id, commune(), now(), 0));
    }

    @Test
    void whoever_attested_a_table_does_not_put_it_in_force_under_another_role() {
        PublicId id = attested();
        Actor promoted = new Actor(SECOND.accountId(), "Lý Thị Đối Chiếu", Role.STEERING_OFFICER, 0, 6);

        assertRefused(
                "eligibility.issue-own",
                () -> orders.putInForce(promoted, id, province().id(), NUMBER, now(), 0, true));
        assertRefused(
                "eligibility.issue-own",
                () -> orders.foresee(promoted, id, province().id(), now()));
        put(id, province(), now(), 0);
    }

    private PublicId shipped() {
        shipped.load(new Object());
        return sets.list(DRAFTER).stream()
                .filter(set -> set.shipped() && set.code().equals("KH-2021-10"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void attachToShipped(Actor actor, PublicId id, String number) {
        sets.attachToShipped(
                actor, id, revision(id), number, "9696.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_was_signed_at_noon_and_typed_at_six_holds_from_noon_and_the_past_stays_known_as_it_was() {
        PublicId old = attested();
        PublicId later = attestedWith(">= 21 days");
        Instant typed = now();
        Instant noon = typed.minus(Duration.ofHours(6));
        put(old, province(), typed.minus(Duration.ofDays(6)), 0);
        Instant between = now();
        assertRefused(
                "eligibility.past-not-confirmed",
                () -> orders.putInForce(STEERING, later, province().id(), NUMBER, noon, 1, false));

        RuleForeseen<CriteriaDifference> foreseen =
                orders.foresee(STEERING, later, province().id(), noon);
        put(later, province(), noon, foreseen.seen());

        assertThat(foreseen.past()).isTrue();
        assertThat(foreseen.replaced()).map(RuleOrderView::setId).contains(old);
        assertThat(foreseen.differences())
                .extracting(
                        CriteriaDifference::row,
                        CriteriaDifference::column,
                        CriteriaDifference::before,
                        CriteriaDifference::after)
                .containsExactly(tuple("G_FULL", "full_course", ">= 14 days", ">= 21 days"));
        assertThat(inForce(province(), noon, now())).isEqualTo(later);
        assertThat(inForce(province(), noon.minusNanos(1_000), now())).isEqualTo(old);
        assertThat(inForce(province(), noon, between)).as("as known then").isEqualTo(old);
        assertThat(orders.inForce(STEERING, province().id(), noon, noon))
                .as("nothing was known yet")
                .isEmpty();
        assertThat(orders.orders(STEERING)).hasSize(2).first().satisfies(order -> {
            assertThat(order.from()).isEqualTo(noon);
            assertThat(order.enteredAt()).isAfter(noon);
        });
    }

    @Test
    void a_start_far_in_the_past_or_the_future_is_refused_even_if_confirmed() {
        PublicId id = attested();
        assertRefused("eligibility.start-too-old", () -> put(id, province(), now().minus(Duration.ofDays(8)), 0));
        assertRefused("eligibility.start-too-far", () -> put(id, province(), now().plus(Duration.ofDays(400)), 0));
        assertRefused(
                "eligibility.start-too-old",
                () -> orders.foresee(STEERING, id, province().id(), now().minus(Duration.ofDays(8))));
    }

    @Test
    void a_place_has_its_own_or_that_of_the_place_around_and_an_earlier_order_outlasts_a_later_one() {
        PublicId general = attested();
        PublicId own = attestedWith(">= 21 days");
        PublicId coming = attestedWith(">= 28 days");
        AreaView commune = commune();
        Instant now = now();
        put(general, province(), now, 0);
        put(coming, commune, now.plus(Duration.ofDays(2)), 0);
        put(own, commune, now.plus(Duration.ofDays(1)), 1);

        assertThat(inForce(commune, now, now())).isEqualTo(general);
        assertThat(inForce(commune, now.plus(Duration.ofDays(1)), now())).isEqualTo(own);
        assertThat(inForce(commune, now.plus(Duration.ofDays(2)), now())).isEqualTo(coming);
        assertThat(inForce(province(), now.plus(Duration.ofDays(3)), now())).isEqualTo(general);
        assertThat(orders.foresee(STEERING, own, commune.id(), now).next())
                .map(RuleOrderView::setId)
                .contains(own);
        assertRefused("eligibility.already-in-force", () -> put(own, commune, now.plus(Duration.ofHours(30)), 2));
    }

    @Test
    void from_its_end_on_a_place_follows_the_place_around_it_and_what_was_known_stays() {
        PublicId general = attested();
        PublicId own = attestedWith(">= 21 days");
        PublicId later = attestedWith(">= 28 days");
        AreaView commune = commune();
        Instant now = now();
        put(general, province(), now, 0);
        put(own, commune, now, 0);
        put(later, commune, now.plus(Duration.ofHours(1)), 1);
        Instant between = now();
        Instant end = now.plus(Duration.ofHours(5));
        assertThat(orders.around(STEERING, commune.id(), end))
                .map(RuleOrderView::setId)
                .contains(general);
        end(commune, 2, NUMBER, end, 2);

        assertThat(inForce(commune, end.minusNanos(1_000), now())).isEqualTo(later);
        assertThat(inForce(commune, end, now()))
                .as("what it replaced does not come back")
                .isEqualTo(general);
        assertThat(inForce(commune, end, between)).as("as known then").isEqualTo(later);
        assertRefused("eligibility.ended-already", () -> end(commune, 2, NUMBER, end, 3));
        put(own, commune, end.plusSeconds(60), 3);
        assertThat(inForce(commune, end.plusSeconds(60), now())).isEqualTo(own);
    }

    @Test
    void a_start_that_is_still_to_come_is_taken_back_and_what_holds_goes_on() {
        PublicId first = attested();
        PublicId coming = attestedWith(">= 21 days");
        AreaView province = province();
        Instant now = now();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        put(first, province, now, 0);
        put(coming, province, tomorrow, 1);
        Instant between = now();
        assertRefused("access.not-permitted", () -> orders.takeBack(SECOND, province.id(), 2, 2));
        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(() -> orders.takeBack(STEERING, province.id(), 2, 1));
        orders.takeBack(STEERING, province.id(), 2, 2);

        assertThat(inForce(province, tomorrow, now())).isEqualTo(first);
        assertThat(inForce(province, tomorrow, between)).as("as known then").isEqualTo(coming);
        assertThat(orders.order(STEERING, province.id(), 2).isTakenBack()).isTrue();
        assertRefused("eligibility.rule-has-begun", () -> orders.takeBack(STEERING, province.id(), 1, 3));
    }

    @Test
    void an_end_needs_its_document_comes_after_the_start_and_in_the_past_is_confirmed() {
        AreaView province = province();
        Instant start = now().minus(Duration.ofHours(3));
        put(attested(), province, start, 0);
        assertRefused("eligibility.document-number-missing", () -> end(province, 1, " ", now().plusSeconds(60), 1));
        assertRefused("eligibility.end-before-start", () -> end(province, 1, NUMBER, start, 1));
        assertRefused(
                "eligibility.past-not-confirmed",
                () -> orders.end(STEERING, province.id(), 1, NUMBER, start.plusSeconds(60), 1, false));
        end(province, 1, NUMBER, start.plusSeconds(60), 1);

        assertThat(orders.inForce(STEERING, province.id(), now(), now())).isEmpty();
    }

    private void end(AreaView place, int number, String document, Instant at, int seen) {
        orders.end(STEERING, place.id(), number, document, at, seen, true);
    }

    @Test
    void of_two_who_put_one_in_force_for_a_place_at_once_one_is_refused() throws Exception {
        List<PublicId> both = List.of(attested(), attestedWith(">= 21 days"));
        Instant from = now().plus(Duration.ofHours(1));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (PublicId id : both) {
            running.add(others.submit(() -> {
                start.await();
                put(id, province(), from, 0);
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
        PublicId id = attested();
        put(id, province(), now().plus(Duration.ofHours(1)), 0);

        assertThat(sql.list(
                        "SELECT action FROM audit_record WHERE subject_id = ? ORDER BY id",
                        row -> row.getString(1),
                        id.toString()))
                .containsExactly(
                        "criteria.begun",
                        "criteria.changed",
                        "criteria.document-attached",
                        "criteria.attested",
                        "criteria.put-in-force");
    }

    private PublicId documented() {
        PublicId id = sets.beginFromShipped(DRAFTER, "KH-2021-10");
        document(id);
        return id;
    }

    private void document(PublicId id) {
        sets.saveAbout(DRAFTER, id, revision(id), "KH-2021-10", "Bộ tiêu chí", "Criteria", NUMBER);
        sets.attach(DRAFTER, id, revision(id), "9696.pdf", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8));
    }

    private PublicId attested() {
        PublicId id = documented();
        orders.attest(SECOND, id, revision(id));
        return id;
    }

    private static CriteriaSets.Cell fullCourse(String text) {
        return new CriteriaSets.Cell("G_FULL", "full_course", ">= 14 days", text);
    }

    private PublicId attestedWith(String fullCourse) {
        PublicId id = documented();
        sets.saveCells(DRAFTER, id, List.of(fullCourse(fullCourse)));
        orders.attest(SECOND, id, revision(id));
        return id;
    }

    private void put(PublicId id, AreaView place, Instant from, int seen) {
        orders.putInForce(STEERING, id, place.id(), NUMBER, from, seen, true);
    }

    private PublicId inForce(AreaView place, Instant at, Instant knownBy) {
        return orders.inForce(STEERING, place.id(), at, knownBy).orElseThrow().setId();
    }

    private int revision(PublicId id) {
        return sets.read(DRAFTER, id).summary().revision();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private AreaView province() {
        return area(AreaLevel.PROVINCE);
    }

    private AreaView commune() {
        return area(AreaLevel.COMMUNE);
    }

    private AreaView area(AreaLevel level) {
        return catalogue.areas(LocalDate.now(clock)).stream()
                .filter(area -> area.level() == level)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
