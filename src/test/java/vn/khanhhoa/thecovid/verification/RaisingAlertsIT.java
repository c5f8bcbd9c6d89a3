package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Role;
import vn.khanhhoa.thecovid.card.CardControl;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.notification.Inbox;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** A post in Nha Trang and one in Cam Ranh, thirty-five kilometres away, both of one agency; a card of another. */
@InPortal
class RaisingAlertsIT {
    private static final Actor HEALTH = new Actor(7_021, "Đặng Thị Y Tế", Role.HEALTH_OFFICER, 0, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private TestScans scans;

    @Inject
    private TestEntries entries;

    @Inject
    private TestLists lists;

    @Inject
    private Alerts alerts;

    @Inject
    private PostPlaces places;

    @Inject
    private AlertSteps steps;

    @Inject
    private AlertSettings settings;

    @Inject
    private CardQueries cards;

    @Inject
    private CardControl control;

    @Inject
    private Inbox inbox;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private final List<Long> sent = new ArrayList<>();
    private TestScans.Post nhaTrang = new TestScans.Post(0, "", 0);
    private TestScans.Post camRanh = nhaTrang;
    private Actor keeper = Actor.VISITOR;
    private Actor issuer = Actor.VISITOR;
    private Instant start = Instant.EPOCH;
    private Map<AlertSetting, Integer> before = Map.of();

    private CardView card() {
        return cards.ofEntry(entry).orElseThrow();
    }

    private long entry;

    @BeforeEach
    void two_posts_and_a_card() {
        nhaTrang = scans.post("SCT", 12.2388, 109.1967, 60);
        camRanh = scans.post("SCT", 11.9214, 109.1591, 60);
        entry = entries.approved().entryId();
        keeper = lists.head("SCT");
        issuer = lists.member(card().agencyId(), Role.APPROVER, "Vũ Thị Cấp Thẻ");
        assertThat(issuer.agencyId()).isNotEqualTo(keeper.agencyId());
        start = clock.instant().minus(Duration.ofHours(3));
        before = settings.all();
    }

    @AfterEach
    void as_it_was_set() {
        settings.change(before);
    }

    @Test
    void one_card_at_two_places_far_apart_is_told_to_who_keeps_the_post_and_who_keeps_the_card() {
        scan(nhaTrang, 0);
        scan(camRanh, 10);
        lookThrough();

        AlertView atPost = only(keeper);
        assertThat(atPost.kind()).isEqualTo(AlertKind.FAR);
        assertThat(atPost.state()).isEqualTo(AlertState.NEW);
        assertThat(atPost.post()).isEqualTo(camRanh.name());
        assertThat(atPost.otherPost()).isEqualTo(nhaTrang.name());
        assertThat(atPost.km()).isBetween(35, 36);
        assertThat(atPost.minutes()).isEqualTo(10);
        assertThat(atPost.number()).isEqualTo(card().number());
        assertThat(atPost.holder()).as("of another agency’s card").isEmpty();
        assertThat(atPost.card()).isNull();
        AlertView atCard = only(issuer);
        assertThat(atCard.id()).isEqualTo(atPost.id());
        assertThat(atCard.holder()).isEqualTo(TestEntries.NAME);
        assertThat(atCard.card()).isEqualTo(card().id());
        assertThat(told(keeper)).isEqualTo(1);
        assertThat(told(issuer)).isEqualTo(1);
    }

    @Test
    void what_goes_on_is_the_same_alert_and_is_told_once() {
        scan(nhaTrang, 0);
        scan(camRanh, 10);
        lookThrough();
        scan(nhaTrang, 20);
        lookThrough();
        lookThrough();

        assertThat(only(keeper).scans()).isEqualTo(3);
        assertThat(alerts.scans(keeper, only(keeper).id()))
                .extracting(Alerts.ScanLine::post)
                .containsExactly(nhaTrang.name(), camRanh.name(), nhaTrang.name());
        assertThat(told(keeper)).isEqualTo(1);
    }

    @Test
    void what_goes_on_at_a_post_of_another_agency_is_for_that_one_too() {
        scan(nhaTrang, 0);
        scan(camRanh, 10);
        lookThrough();
        TestScans.Post elsewhere = scans.post("SXD", 12.7500, 109.2000, 60);
        Actor other = lists.head("SXD");
        scan(elsewhere, 15);
        lookThrough();

        assertThat(alerts.open(other, only(keeper).id()).scans()).isEqualTo(3);
        assertThat(told(keeper)).isEqualTo(1);
    }

    @Test
    void refusals_of_long_ago_that_come_late_are_an_alert_of_their_own() {
        for (int each = 0; each < 20; each++) {
            stop(each);
        }
        lookThrough();
        for (int each = 0; each < 20; each++) {
            stop(each - 10 * 24 * 60);
        }
        lookThrough();

        assertThat(mine(keeper))
                .hasSize(2)
                .allSatisfy(alert -> assertThat(alert.scans()).isEqualTo(20));
    }

    @Test
    void an_old_print_of_a_card_that_holds_on_for_longer_is_none() {
        CardView old = card();
        control.reissue(HEALTH, old.id(), old.version(), "gia hạn");
        Instant end = clock.instant();
        sql.update("UPDATE card_card SET valid_to = DATE_ADD(valid_to, INTERVAL 30 DAY) WHERE id = ?", card().cardId());
        sent.add(scans.scan(nhaTrang, old, end.plus(Duration.ofMinutes(70)), "IN", "STOP"));
        lookThrough();
        assertThat(mine(issuer)).isEmpty();

        sql.update("UPDATE card_card SET valid_to = ? WHERE id = ?", old.validTo(), card().cardId());
        sent.add(scans.scan(nhaTrang, old, end.plus(Duration.ofMinutes(80)), "IN", "STOP"));
        lookThrough();
        assertThat(only(issuer).kind()).as("a code that was taken away").isEqualTo(AlertKind.ENDED);
    }

    @Test
    void who_could_have_driven_is_no_alert_and_what_is_set_says_who_could() {
        scan(nhaTrang, 0);
        scan(camRanh, 40);
        lookThrough();
        assertThat(mine(keeper)).isEmpty();

        Map<AlertSetting, Integer> slow = new EnumMap<>(before);
        slow.put(AlertSetting.FAR_SPEED, 30);
        alerts.change(HEALTH, slow);
        scan(nhaTrang, 80);
        lookThrough();
        assertThat(mine(keeper)).hasSize(1);

        slow.put(AlertSetting.FAR_SPEED, 5);
        assertRefused("verification.alert-setting-bounds", () -> alerts.change(HEALTH, slow));
        assertRefused("access.not-permitted", () -> alerts.change(keeper, before));
    }

    @Test
    void what_comes_late_from_a_device_without_a_network_is_found_too() {
        scan(nhaTrang, 0);
        lookThrough();
        assertThat(mine(keeper)).isEmpty();
        scan(camRanh, -10);
        lookThrough();

        assertThat(only(keeper).post()).isEqualTo(nhaTrang.name());
    }

    @Test
    void each_agency_looks_and_settles_by_itself_and_what_comes_after_is_another_alert() {
        scan(nhaTrang, 0);
        scan(camRanh, 10);
        lookThrough();
        AlertView alert = alerts.open(keeper, only(keeper).id());
        assertThat(alert.state()).isEqualTo(AlertState.LOOKED);
        assertThat(only(issuer).state()).isEqualTo(AlertState.NEW);

        assertRefused("verification.alert-word-missing", () -> alerts.settle(keeper, alert.id(), " "));
        alerts.settle(keeper, alert.id(), "đã hỏi, dùng nhầm");
        assertRefused("verification.alert-settled", () -> alerts.settle(keeper, alert.id(), "lần nữa"));
        assertThat(only(keeper).word()).isEqualTo("đã hỏi, dùng nhầm");
        assertThat(alerts.open(keeper, alert.id()).state()).isEqualTo(AlertState.SETTLED);
        alerts.settle(issuer, alert.id(), "đã cấp lại");

        scan(nhaTrang, 15);
        lookThrough();
        assertThat(mine(keeper)).hasSize(2);
        assertThat(mine(keeper).get(0).state()).isEqualTo(AlertState.NEW);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM audit_record WHERE action = 'verification.alert-settled' AND subject_id = ?",
                        alert.id().toString()))
                .isEqualTo(2);
    }

    @Test
    void coordinates_are_entered_as_maps_write_them_and_count_from_then_on() {
        TestScans.Post here = scans.post("SCT", null, null, 60);
        PublicId id = sql.list(
                        "SELECT public_id FROM verification_post WHERE id = ?",
                        row -> Sql.publicId(row, "public_id"),
                        here.id())
                .get(0);
        places.put(keeper, id, "11.9214,109.1591");
        assertThat(places.at(keeper, id)).isEqualTo("11.92140, 109.15910");
        scan(nhaTrang, 0);
        scan(here, 10);
        lookThrough();
        assertThat(alerts.list(keeper, Optional.empty(), 0, 1_000))
                .filteredOn(alert -> alert.post().equals(here.name()))
                .singleElement()
                .satisfies(alert -> assertThat(alert.km()).isBetween(35, 36));

        for (String wrong : List.of("109.1591, 11.9214", "Nha Trang", "12.2", "91.5, 109.1")) {
            assertRefused("verification.post-place-wrong", () -> places.put(keeper, id, wrong));
        }
        places.put(keeper, id, "");
        assertThat(places.at(keeper, id)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> places.at(lists.head("SXD"), id));
    }

    @Test
    void others_do_not_see_it() {
        scan(nhaTrang, 0);
        scan(camRanh, 10);
        lookThrough();
        Actor stranger = lists.head("SXD");

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> alerts.open(stranger, only(keeper).id()));
        assertRefused("access.not-permitted", () -> alerts.list(lists.reviewer("SCT"), Optional.empty(), 0, 10));
        assertThat(mine(stranger)).isEmpty();
    }

    @Test
    void many_stopped_at_one_post_are_one_alert_of_its_agency() {
        for (int each = 0; each < 19; each++) {
            stop(each);
        }
        lookThrough();
        assertThat(mine(keeper)).as("one less than is set").isEmpty();
        stop(19);
        lookThrough();

        assertThat(only(keeper).kind()).isEqualTo(AlertKind.REFUSALS);
        assertThat(only(keeper).scans()).isEqualTo(20);
        assertThat(only(keeper).number()).isNull();
        assertThat(mine(issuer)).isEmpty();
        stop(25);
        lookThrough();
        assertThat(only(keeper).scans()).isEqualTo(21);
        assertThat(told(keeper)).isEqualTo(1);
    }

    @Test
    void a_code_that_is_shown_after_its_end_is_told_and_shortly_after_it_is_not() {
        control.revoke(HEALTH, card().id(), card().version(), "dùng chung");
        Instant end = clock.instant();
        at(nhaTrang, end.plus(Duration.ofMinutes(50)), "STOP");
        lookThrough();
        assertThat(mine(issuer)).isEmpty();
        at(nhaTrang, end.plus(Duration.ofMinutes(70)), "STOP");
        lookThrough();

        assertThat(only(issuer).kind()).isEqualTo(AlertKind.ENDED);
        assertThat(only(issuer).scans()).isEqualTo(1);
        assertThat(only(keeper).id()).isEqualTo(only(issuer).id());
    }

    @Test
    void a_step_that_is_stopped_raises_nothing_and_is_done_again() {
        List<Long> two = List.of(
                scans.store(nhaTrang, card(), start, "IN", "PASS"),
                scans.store(camRanh, card(), start.plus(Duration.ofMinutes(5)), "IN", "PASS"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lists.inTransaction(() -> {
                    two.forEach(scan -> steps.arrived(new ScansArrived(scan, scan)));
                    steps.lookThrough(two);
                    throw new IllegalStateException("killed");
                }));
        assertThat(mine(keeper)).isEmpty();
        lists.inTransaction(() -> {
            two.forEach(scan -> steps.arrived(new ScansArrived(scan, scan)));
            return true;
        });
        sent.addAll(two);
        lookThrough();

        assertThat(only(keeper).scans()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_looked_through_waits_and_holds_up_nobody_who_sends() {
        sql.update("DELETE FROM verification_alert_setting WHERE name = 'FAR_SPEED'");
        try {
            scan(nhaTrang, 0);
            scan(camRanh, 10);
            scans.lookThrough();
            awaitPostponed();
            scan(nhaTrang, 12);
            assertThat(mine(keeper)).isEmpty();
        } finally {
            sql.update(
                    "INSERT INTO verification_alert_setting (name, amount) VALUES ('FAR_SPEED', ?)",
                    before.get(AlertSetting.FAR_SPEED));
        }
        sql.update("UPDATE verification_arrived SET next_try = ?", clock.instant());
        lookThrough();

        assertThat(only(keeper).scans()).isEqualTo(3);
    }

    private void awaitPostponed() {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (sql.number(
                        "SELECT COUNT(*) FROM verification_arrived WHERE attempts > 0 AND first_id IN ("
                                + Sql.marks(sent.size()) + ")",
                        sent.toArray())
                < sent.size()) {
            assertThat(System.nanoTime()).as("not postponed yet").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private void stop(int minute) {
        sent.add(scans.scan(nhaTrang, null, start.plus(Duration.ofMinutes(minute)), "IN", "STOP"));
    }

    private void scan(TestScans.Post post, int minute) {
        at(post, start.plus(Duration.ofMinutes(minute)), "PASS");
    }

    private void at(TestScans.Post post, Instant at, String verdict) {
        sent.add(scans.scan(post, card(), at, "IN", verdict));
    }

    /** By this or by the scheduler. */
    private void lookThrough() {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        scans.lookThrough();
        while (!scans.isLookedThrough(sent)) {
            assertThat(System.nanoTime()).as("not looked through yet").isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            scans.lookThrough();
        }
    }

    private AlertView only(Actor actor) {
        assertThat(mine(actor)).hasSize(1);
        return mine(actor).get(0);
    }

    /** Those about the posts of this test, the newest first. */
    private List<AlertView> mine(Actor actor) {
        return alerts.list(actor, Optional.empty(), 0, 1_000).stream()
                .filter(alert ->
                        alert.post().equals(nhaTrang.name()) || alert.post().equals(camRanh.name()))
                .toList();
    }

    private long told(Actor actor) {
        return inbox.items(actor, Optional.empty(), 100).stream()
                .filter(item -> item.kind().startsWith("verification.alert-told."))
                .count();
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(work)
                .extracting(RuleViolation::code)
                .isEqualTo(code);
    }
}
