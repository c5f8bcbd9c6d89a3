package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.InPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.TestClock;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** A head looks which of their posts scan, notes inspections, and registers many posts by a sheet. */
@InPortal
class LookingWhichPostsScanIT {
    private static final String SHEET = "Tên điểm;Loại;Xã/phường;Địa chỉ;Hoạt động;Thời gian lưu lại\n";

    @Inject
    private PostBoard board;

    @Inject
    private PostRegistering registering;

    @Inject
    private Inspections inspections;

    @Inject
    private Posts posts;

    @Inject
    private Scans scans;

    @Inject
    private TestPosts some;

    @Inject
    private TestClock clock;

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    @Test
    void active_is_who_scans_and_a_past_hour_has_the_figures_it_had() {
        Actor head = some.head();
        PublicId busy = some.post(head);
        PublicId quiet = some.post(head);
        String device = some.device(head, busy);
        some.settle(head);
        send(device, clock.instant(), 3);
        Instant cutOff = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        clock.forward(Duration.between(clock.instant(), cutOff).plusMinutes(5));
        assertThat(board.cutOff(head, null)).isEqualTo(cutOff);

        List<PostBoard.Row> rows = board.rows(head, PostBoard.Which.ALL, cutOff, 0, 10);
        assertThat(rows).extracting(PostBoard.Row::id).containsExactly(quiet, busy);
        assertThat(rows).extracting(PostBoard.Row::day).containsExactly(0L, 3L);
        assertThat(rows.get(0).last()).isNull();
        assertThat(board.sums(head, cutOff)).isEqualTo(new PostBoard.Sums(2, 1, 1, 3));
        assertThat(board.rows(head, PostBoard.Which.QUIET, cutOff, 0, 10))
                .extracting(PostBoard.Row::id)
                .containsExactly(quiet);

        send(device, cutOff.minus(Duration.ofMinutes(90)), 2);
        clock.forward(Duration.ofHours(1));
        assertThat(board.sums(head, cutOff)).isEqualTo(new PostBoard.Sums(2, 1, 1, 3));
        assertThat(board.sums(head, board.cutOff(head, null)).checks()).isEqualTo(5);
        clock.forward(Duration.ofDays(2));
        assertThat(board.sums(head, board.cutOff(head, null))).isEqualTo(new PostBoard.Sums(2, 0, 1, 0));
        some.post(head);
        inspections.add(head, busy, LocalDate.now(clock), true, true, "");
        assertThat(board.sums(head, cutOff)).as("of posts that there were").isEqualTo(new PostBoard.Sums(2, 1, 1, 3));
        assertThat(board.rows(head, PostBoard.Which.ALL, cutOff, 0, 10))
                .extracting(PostBoard.Row::inspected)
                .containsOnlyNulls();
        assertThat(board.rows(some.head(), PostBoard.Which.ALL, cutOff, 0, 10)).isEmpty();
    }

    @Test
    void an_inspection_that_finds_something_wrong_says_what() {
        Actor head = some.head();
        PublicId post = some.post(head);
        LocalDate today = LocalDate.now(clock);
        inspections.add(head, post, today, true, true, "");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> inspections.add(head, post, today, false, true, " "));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> inspections.add(head, post, today.plusDays(1), true, true, ""));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> inspections.add(some.head(), post, today, true, true, ""));
        inspections.add(head, post, today.minusDays(3), false, true, "Bảng bị rách, đã nhắc thay");

        assertThat(inspections.of(head, post))
                .extracting(Inspections.Inspection::day)
                .containsExactly(today, today.minusDays(3));
        assertThat(board.rows(head, PostBoard.Which.ALL, clock.instant(), 0, 10)
                        .get(0)
                        .inspected())
                .isEqualTo(today);
    }

    @Test
    void good_rows_of_a_sheet_become_posts_and_bad_ones_are_named_and_sent_again_makes_none_twice() {
        Actor head = some.head();
        String rows = "Chợ Vĩnh Hải;Chợ;22327;1 Nguyễn Khuyến;;\n"
                + "Chốt Rù Rì;Chốt kiểm soát;Phường Vĩnh Hòa;;QC_LIENHUYEN;5\n"
                + ";Chợ;22327;;;\n"
                + "Siêu thị A;Nhà hát;22327;;;\n"
                + "Siêu thị B;Siêu thị;99999;;;9999\n";

        PostRegistering.Outcome first = registering.register(head, sheet(rows));
        assertThat(first.added()).isEqualTo(2);
        assertThat(first.faults()).extracting(PostRegistering.Fault::row).containsExactly(4, 5, 6, 6);
        assertThat(posts.list(head, PostFilter.ALL, 0, 10))
                .extracting(line -> line.post().name())
                .containsExactly("Chốt Rù Rì", "Chợ Vĩnh Hải");
        assertThat(posts.list(head, PostFilter.ALL, 0, 10).get(0).post().form().visitMinutes())
                .isEqualTo(5);

        PostRegistering.Outcome again = registering.register(head, sheet(rows.replace("Nhà hát", "Siêu thị")));
        assertThat(again.added()).isEqualTo(1);
        assertThat(again.known()).isEqualTo(2);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> registering.register(head, "không phải bảng".getBytes(StandardCharsets.UTF_8)));
        assertThat(registering.template(head)).hasSizeGreaterThan(1_000);
    }

    private static byte[] sheet(String rows) {
        return (SHEET + rows).getBytes(StandardCharsets.UTF_8);
    }

    private void send(String device, Instant at, int count) {
        List<ScanMessage> queue = new ArrayList<>();
        for (int scan = 0; scan < count; scan++) {
            queue.add(new ScanMessage(
                    PublicId.random().toString(),
                    null,
                    at.toString(),
                    "IN",
                    "QC_LIENHUYEN",
                    "QR",
                    null,
                    null,
                    "PASS",
                    null,
                    "GREEN",
                    true));
        }
        assertThat(scans.arrive(device, queue).orElseThrow().taken()).isEqualTo(count);
    }
}
