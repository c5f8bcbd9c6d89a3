package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.CardView;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

@InPortal
class TakingScansIT {
    @Inject
    private Scans scans;

    @Inject
    private Devices devices;

    @Inject
    private PostSheets sheets;

    @Inject
    private Posts posts;

    @Inject
    private TestPosts some;

    @Inject
    private TestEntries entries;

    @Inject
    private CardQueries cards;

    @Inject
    private Heard heard;

    @Inject
    private Sql sql;

    @Inject
    private TestClock clock;

    @Resource
    private ManagedExecutorService others;

    /** What others hear of scans. */
    @ApplicationScoped
    static class Heard {
        private final Queue<ScansArrived> all = new ConcurrentLinkedQueue<>();

        void hear(@Observes ScansArrived arrived) {
            all.add(arrived);
        }

        List<ScansArrived> told() {
            return List.copyOf(all);
        }
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void a_queue_that_is_sent_twice_counts_once_and_its_card_is_known() {
        Actor head = some.head();
        PublicId post = some.post(head);
        String device = some.device(head, post);
        CardView card = cards.ofEntry(entries.approved().entryId()).orElseThrow();
        List<ScanMessage> queue = new ArrayList<>(queue(20));
        queue.add(scan(
                PublicId.random().toString(),
                clock.instant(),
                "QR",
                null,
                card.number().toString(),
                "PASS"));
        queue.add(queue.get(0));

        assertThat(take(device, queue)).isEqualTo(new Scans.Taken(21, 1, List.of()));
        assertThat(take(device, queue)).isEqualTo(new Scans.Taken(0, 22, List.of()));

        assertThat(stored(post)).isEqualTo(21);
        assertThat(counted(post, clock.instant().plus(Duration.ofHours(1)))).isEqualTo(21);
        assertThat(sql.number(
                        "SELECT COUNT(*) FROM verification_scan WHERE card_id = ? AND person_id = ? AND way = 'QR'",
                        card.cardId(),
                        card.personId()))
                .isEqualTo(1);
        ScansArrived told = heard.told().stream()
                .filter(each -> sql.number(
                                "SELECT COUNT(*) FROM verification_scan s JOIN verification_post p ON p.id = s.post_id WHERE s.id"
                                        + " BETWEEN ? AND ? AND p.public_id = ?",
                                each.firstId(),
                                each.lastId(),
                                post)
                        > 0)
                .findFirst()
                .orElseThrow();
        assertThat(told.lastId() - told.firstId()).isEqualTo(20);
    }

    @Test
    void the_same_queue_sent_several_times_at_once_counts_once() throws Exception {
        Actor head = some.head();
        PublicId post = some.post(head);
        String device = some.device(head, post);
        List<ScanMessage> queue = queue(200);

        List<Callable<Scans.Taken>> sendings = new ArrayList<>();
        for (int sending = 0; sending < 4; sending++) {
            sendings.add(() -> take(device, queue));
        }
        int taken = 0;
        for (Future<Scans.Taken> sending : others.invokeAll(sendings)) {
            Scans.Taken outcome = sending.get();
            assertThat(outcome.taken() + outcome.known()).isEqualTo(200);
            taken += outcome.taken();
        }

        assertThat(taken).isEqualTo(200);
        assertThat(stored(post)).isEqualTo(200);
        assertThat(counted(post, clock.instant().plus(Duration.ofHours(1)))).isEqualTo(200);
    }

    @Test
    void devices_of_one_post_that_send_at_once_are_all_counted() throws Exception {
        Actor head = some.head();
        PublicId post = some.post(head);
        List<Callable<Scans.Taken>> sendings = new ArrayList<>();
        for (int device = 0; device < 4; device++) {
            String secret = some.device(head, post);
            sendings.add(() -> {
                take(secret, queue(50));
                return take(secret, queue(50));
            });
        }

        for (Future<Scans.Taken> sending : others.invokeAll(sendings)) {
            assertThat(sending.get().taken()).isEqualTo(50);
        }
        assertThat(counted(post, clock.instant().plus(Duration.ofHours(1)))).isEqualTo(400);
        assertThat(stored(post)).isEqualTo(400);
    }

    @Test
    void figures_up_to_a_past_hour_stay_the_same_whatever_arrives_late() {
        Actor head = some.head();
        PublicId post = some.post(head);
        String device = some.device(head, post);
        some.settle(head);
        take(device, queue(3));
        Instant cutOff = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        clock.forward(Duration.between(clock.instant(), cutOff).plusMinutes(5));
        long before = counted(post, cutOff);
        assertThat(before).isEqualTo(3);

        Instant earlier = cutOff.minus(Duration.ofMinutes(90));
        take(
                device,
                List.of(
                        scan(PublicId.random().toString(), earlier, "NUMBER", null, null, "STOP"),
                        scan(
                                PublicId.random().toString(),
                                cutOff.minus(Duration.ofDays(20)),
                                "QR",
                                null,
                                null,
                                "PASS")));

        assertThat(counted(post, cutOff)).isEqualTo(before);
        assertThat(counted(post, cutOff.plus(Duration.ofHours(1)))).isEqualTo(5);
        assertThat(sql.number(
                        "SELECT SUM(c.n) FROM verification_scan_count c JOIN verification_post p ON p.id = c.post_id WHERE"
                                + " p.public_id = ? AND c.verdict = 'STOP' AND c.way = 'NUMBER' AND c.at_hour = ?",
                        post,
                        Timestamp.from(earlier.truncatedTo(ChronoUnit.HOURS))))
                .isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_taken_is_named_and_keeps_no_other_back() {
        Actor head = some.head();
        PublicId post = some.post(head);
        PublicId elsewhere = some.post(some.head());
        String device = some.device(head, post);
        Instant now = clock.instant();
        String future = PublicId.random().toString();
        String old = PublicId.random().toString();
        String foreign = PublicId.random().toString();
        ScanMessage good = queue(1).get(0);

        Scans.Taken taken = take(
                device,
                List.of(
                        scan(future, now.plus(Duration.ofMinutes(6)), "QR", null, null, "PASS"),
                        scan(old, now.minus(Duration.ofDays(31)), "QR", null, null, "PASS"),
                        of(foreign, elsewhere.toString(), now, "QR", null, null, "PASS"),
                        scan("not-an-id", now, "QR", null, null, "PASS"),
                        scan(PublicId.random().toString(), now, "POSTER", null, null, "PASS"),
                        scan(PublicId.random().toString(), now, "PAPER", null, null, "PASS"),
                        scan(PublicId.random().toString(), now, "QR", null, "KH0-0000-0000-1", "PASS"),
                        scan(PublicId.random().toString(), now, "QR", null, null, "Perhaps"),
                        good,
                        scan(
                                PublicId.random().toString(),
                                now.plus(Duration.ofMinutes(4)),
                                "PAPER",
                                "P7",
                                null,
                                "PASS")));

        assertThat(taken.taken()).isEqualTo(2);
        assertThat(taken.refused())
                .contains(
                        new Scans.Refused(future, "verification.scan-future"),
                        new Scans.Refused(old, "verification.scan-old"),
                        new Scans.Refused(foreign, "verification.scan-elsewhere"),
                        new Scans.Refused("not-an-id", "verification.scan-misspelt"))
                .hasSize(8);
    }

    @Test
    void a_device_that_was_moved_tells_of_the_post_where_it_was() {
        Actor head = some.head();
        PublicId before = some.post(head);
        PublicId after = some.post(head);
        String device = some.device(head, before);
        devices.move(head, some.devicesOf(head).get(0).id(), after);

        take(
                device,
                List.of(of(
                        PublicId.random().toString(), before.toString(), clock.instant(), "QR", null, null, "PASS")));
        take(device, queue(2));

        assertThat(stored(before)).isEqualTo(1);
        assertThat(stored(after)).isEqualTo(2);
    }

    @Test
    void a_device_tells_of_posts_alone_where_it_was_at_that_time() {
        Actor head = some.head();
        PublicId here = some.post(head);
        PublicId there = some.post(head);
        String device = some.device(head, here);
        PublicId id = some.devicesOf(head).get(0).id();
        Instant begun = clock.instant();

        assertThat(take(device, at(here, begun.minus(Duration.ofHours(1)))).refused())
                .as("before it was there")
                .extracting(Scans.Refused::code)
                .containsExactly("verification.scan-not-there");
        assertThat(take(device, at(there, begun)).refused())
                .as("where it never was")
                .extracting(Scans.Refused::code)
                .containsExactly("verification.scan-not-there");

        clock.forward(Duration.ofHours(1));
        devices.move(head, id, there);
        clock.forward(Duration.ofHours(1));
        assertThat(take(device, at(here, clock.instant())).taken())
                .as("by the sheet that it still has")
                .isEqualTo(1);
        sheets.sheet(device);
        Instant told = clock.instant();
        clock.forward(Duration.ofHours(1));
        assertThat(take(device, at(here, clock.instant())).taken())
                .as("it knows")
                .isZero();
        assertThat(take(device, at(here, told.minusSeconds(1))).taken()).isEqualTo(1);
        assertThat(take(device, at(there, clock.instant())).taken()).isEqualTo(1);

        devices.move(head, id, null);
        sheets.sheet(device);
        clock.forward(Duration.ofHours(1));
        assertThat(take(device, at(there, clock.instant())).taken())
                .as("nowhere")
                .isZero();
        devices.move(head, id, here);
        assertThat(take(device, at(here, clock.instant())).taken()).as("again").isEqualTo(1);
    }

    private static List<ScanMessage> at(PublicId post, Instant at) {
        return List.of(of(PublicId.random().toString(), post.toString(), at, "QR", null, null, "PASS"));
    }

    @Test
    void without_a_good_secret_nothing_is_taken_and_without_a_post_it_is_said_so() {
        Actor head = some.head();
        PublicId post = some.post(head);
        String device = some.device(head, post);
        devices.shutOut(head, some.devicesOf(head).get(0).id());

        assertThat(scans.arrive(device, queue(1))).isEmpty();
        assertThat(scans.arrive("made-up", queue(1))).isEmpty();
        assertThat(stored(post)).isZero();
        String homeless = some.device(head, null);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> scans.arrive(homeless, queue(1)))
                .matches(rule -> rule.code().equals("verification.device-without-post"));
    }

    private Scans.Taken take(String device, List<ScanMessage> queue) {
        return scans.arrive(device, queue).orElseThrow();
    }

    private List<ScanMessage> queue(int count) {
        List<ScanMessage> queue = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            queue.add(scan(PublicId.random().toString(), clock.instant(), "QR", null, null, "PASS"));
        }
        return queue;
    }

    private static ScanMessage scan(
            String id, Instant at, String way, @Nullable String paper, @Nullable String number, String verdict) {
        return of(id, null, at, way, paper, number, verdict);
    }

    private static ScanMessage of(
            String id,
            @Nullable String post,
            Instant at,
            String way,
            @Nullable String paper,
            @Nullable String number,
            String verdict) {
        return new ScanMessage(
                id, post, at.toString(), "IN", "QC_LIENHUYEN", way, paper, number, verdict, null, "GREEN", false);
    }

    private long stored(PublicId post) {
        return sql.number(
                "SELECT COUNT(*) FROM verification_scan s JOIN verification_post p ON p.id = s.post_id WHERE p.public_id = ?",
                post);
    }

    /** As it was known at a full hour. */
    private long counted(PublicId post, Instant cutOff) {
        return sql.number(
                "SELECT IFNULL(SUM(c.n), 0) FROM verification_scan_count c JOIN verification_post p ON p.id = c.post_id WHERE"
                        + " p.public_id = ? AND c.received_hour < ?",
                post,
                Timestamp.from(cutOff.truncatedTo(ChronoUnit.HOURS)));
    }
}
