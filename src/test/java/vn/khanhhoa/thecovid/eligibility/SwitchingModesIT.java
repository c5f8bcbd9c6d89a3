package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** Who may have the portal give cards by itself, and what is told before. */
@InPortal
class SwitchingModesIT {
    private static final String PROVINCE = "56";
    private static final String NHA_TRANG = "568";
    private static final String VINH_HOA = "22327";
    private static final Actor HEALTH = TestModes.HEALTH;
    private static final Actor STEERING = TestModes.STEERING;
    private static final Actor SECOND = new Actor(86, "Đinh Thị Đề Nghị", Role.STEERING_OFFICER, 0, 6);

    @Inject
    private IssueModes modes;

    @Inject
    private TestModes test;

    @Inject
    private TestLists lists;

    @Inject
    private TestClock ahead;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    @AfterEach
    void nothing_ordered() {
        test.nothingOrdered();
        ahead.reset();
    }

    private IssueMode at(String place, String activity) {
        return modes.at(area(place), Set.of(activity));
    }

    private long area(String code) {
        return sql.number("SELECT id FROM registry_area WHERE code = ? AND valid_to IS NULL", code);
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(act)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }

    @Test
    void the_automatic_mode_takes_two_and_holds_from_the_moment_when_the_second_agrees() {
        Instant typed = clock.instant();
        PublicId proposal = modes.propose(HEALTH, test.wish(NHA_TRANG, "", IssueMode.AUTOMATIC), test.paper());
        assertThat(at(VINH_HOA, "LV_DN")).as("nobody agreed yet").isEqualTo(IssueMode.REVIEWED);
        assertThat(modes.proposals(HEALTH)).extracting(ModeProposal::id).contains(proposal);
        assertRefused("eligibility.mode-four-eyes", () -> modes.agree(SECOND, proposal, 0));
        assertRefused("access.not-permitted", () -> modes.agree(HEALTH, proposal, 0));

        ahead.forward(Duration.ofHours(2));
        modes.agree(STEERING, proposal, 0);
        assertThat(at(VINH_HOA, "LV_DN")).isEqualTo(IssueMode.AUTOMATIC);
        assertThat(at("570", "LV_DN")).as("another district").isEqualTo(IssueMode.REVIEWED);
        assertThat(modes.orders(HEALTH).get(0)).satisfies(order -> {
            assertThat(order.order().from()).isAfter(typed.plus(Duration.ofHours(1)));
            assertThat(order.order().enterer()).isEqualTo(HEALTH.name());
            assertThat(order.order().agreer()).isEqualTo(STEERING.name());
            assertThat(order.state()).isEqualTo(ModeOrderView.State.IN_FORCE);
        });
        assertRefused("eligibility.mode-closed-already", () -> modes.agree(STEERING, proposal, 1));
        assertRefused("eligibility.mode-closed-already", () -> modes.decline(STEERING, proposal));
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'mode.agreed' AND actor_id = ?",
                        STEERING.accountId()))
                .isPositive();
    }

    @Test
    void whoever_could_be_the_second_is_told_and_nobody_else() {
        long agency = sql.number("SELECT id FROM registry_agency WHERE code = 'SYT' AND valid_to IS NULL");
        Actor steering = lists.member(agency, Role.STEERING_OFFICER, "Lâm Văn Nhắc");
        Actor health = lists.member(agency, Role.HEALTH_OFFICER, "Lâm Thị Khác");

        PublicId proposal = modes.propose(HEALTH, test.wish(NHA_TRANG, "", IssueMode.AUTOMATIC), test.paper());

        assertThat(sql.list(
                        "SELECT path FROM notification_inbox WHERE account_id = ? AND kind = 'eligibility.mode-told'",
                        row -> row.getString(1),
                        steering.accountId()))
                .containsExactly("/criteria-office/issue-mode-switch?proposal=" + proposal);
        assertThat(sql.number("SELECT COUNT(*) FROM notification_inbox WHERE account_id = ?", health.accountId()))
                .isZero();
    }

    @Test
    void going_back_to_people_takes_one_at_any_hour_and_the_next_order_is_another_version() {
        test.automatic(NHA_TRANG);
        test.reviewed(VINH_HOA);
        test.reviewed(NHA_TRANG, "LV_DN");
        assertThat(at(VINH_HOA, "VT_HANG")).isEqualTo(IssueMode.REVIEWED);
        assertThat(at("22330", "LV_DN")).isEqualTo(IssueMode.REVIEWED);
        assertThat(at("22330", "VT_HANG")).isEqualTo(IssueMode.AUTOMATIC);
        assertRefused(
                "eligibility.mode-needs-second",
                () -> modes.putInForce(STEERING, test.wish(PROVINCE, "", IssueMode.AUTOMATIC), test.paper(), 0));
        assertRefused(
                "eligibility.mode-needs-second",
                () -> modes.putInForce(STEERING, test.wish(VINH_HOA, "", IssueMode.INHERITED), test.paper(), 1));

        PublicId back = modes.propose(HEALTH, test.wish(VINH_HOA, "", IssueMode.INHERITED), test.paper());
        modes.agree(STEERING, back, 1);
        assertThat(at(VINH_HOA, "VT_HANG")).isEqualTo(IssueMode.AUTOMATIC);
        assertThat(test.lastNumber(VINH_HOA, "")).isEqualTo(2);
    }

    @Test
    void of_two_who_enter_at_once_the_second_is_told_that_it_changed() {
        test.reviewed(VINH_HOA);
        assertThatExceptionOfType(OptimisticLockException.class)
                .isThrownBy(
                        () -> modes.putInForce(HEALTH, test.wish(VINH_HOA, "", IssueMode.REVIEWED), test.paper(), 0));
        PublicId proposal = modes.propose(HEALTH, test.wish(VINH_HOA, "", IssueMode.AUTOMATIC), test.paper());
        assertThatExceptionOfType(OptimisticLockException.class).isThrownBy(() -> modes.agree(STEERING, proposal, 0));
        assertThat(modes.proposals(HEALTH)).extracting(ModeProposal::id).contains(proposal);
        modes.decline(HEALTH, proposal);
        assertThat(modes.proposals(HEALTH)).extracting(ModeProposal::id).doesNotContain(proposal);
    }

    @Test
    void an_order_for_tomorrow_holds_tomorrow_and_what_is_malformed_is_named() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        IssueModes.Wish later = new IssueModes.Wish(VINH_HOA, "", IssueMode.AUTOMATIC, tomorrow);
        modes.agree(STEERING, modes.propose(HEALTH, later, test.paper()), 0);
        assertThat(at(VINH_HOA, "LV_DN")).isEqualTo(IssueMode.REVIEWED);
        ahead.forward(Duration.ofHours(25));
        assertThat(at(VINH_HOA, "LV_DN")).isEqualTo(IssueMode.AUTOMATIC);

        assertRefused(
                "eligibility.document-number-missing",
                () -> modes.propose(HEALTH, later, new ScenarioOrders.Paper("  ", LocalDate.now(clock))));
        assertRefused(
                "eligibility.start-too-far",
                () -> modes.foresee(
                        HEALTH,
                        new IssueModes.Wish(VINH_HOA, "", IssueMode.AUTOMATIC, tomorrow.plus(Duration.ofDays(400)))));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> modes.foresee(HEALTH, test.wish(VINH_HOA, "KHONG_CO", IssueMode.AUTOMATIC)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> modes.foresee(HEALTH, test.wish("00000", "", IssueMode.AUTOMATIC)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> modes.agree(STEERING, PublicId.random(), 0));
    }

    @Test
    void what_stays_within_and_what_holds_for_each_activity_is_told_before() {
        test.reviewed(VINH_HOA);
        test.automatic(NHA_TRANG, "VT_HANG");
        ModeForeseen foreseen = modes.foresee(HEALTH, test.wish(NHA_TRANG, "", IssueMode.AUTOMATIC));
        assertThat(foreseen.modeBefore()).isEqualTo(IssueMode.REVIEWED);
        assertThat(foreseen.after()).isEqualTo(IssueMode.AUTOMATIC);
        assertThat(foreseen.own())
                .extracting(own -> own.place().code() + " " + own.order().activity())
                .containsExactlyInAnyOrder(VINH_HOA + " ", NHA_TRANG + " VT_HANG");

        List<IssueModes.Holding> there = modes.holding(HEALTH, NHA_TRANG);
        assertThat(there)
                .filteredOn(each -> each.mode() == IssueMode.AUTOMATIC)
                .extracting(IssueModes.Holding::activity)
                .containsExactly("VT_HANG");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"HEALTH_OFFICER", "STEERING_OFFICER", "PORTAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_may_look_or_switch(Role role) {
        Actor other = new Actor(88, "Người khác", role, 1, 5);
        String refused = "access.not-permitted";
        assertRefused(refused, () -> modes.orders(other));
        assertRefused(refused, () -> modes.foresee(other, test.wish(VINH_HOA, "", IssueMode.REVIEWED)));
        assertRefused(
                refused, () -> modes.putInForce(other, test.wish(VINH_HOA, "", IssueMode.REVIEWED), test.paper(), 0));
        assertRefused(refused, () -> modes.propose(other, test.wish(VINH_HOA, "", IssueMode.AUTOMATIC), test.paper()));
        assertRefused(refused, () -> modes.agree(other, PublicId.random(), 0));
        assertRefused(refused, () -> modes.decline(other, PublicId.random()));
    }
}
