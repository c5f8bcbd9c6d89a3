package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Reviewers who each decide one entry every twenty seconds, as soon as they have the next on the screen, beside 50 files that
 * are uploaded meanwhile. A decision is from pressing the button to the next entry.
 */
@SuppressWarnings("SystemOut") // the console is where a bench says its figures
class ReviewersPortalBench {
    private static final int REVIEWERS = Integer.getInteger("load.reviewers", 300);
    private static final int SECONDS = Integer.getInteger("load.seconds", 300);
    private static final int UPLOADS = 50;
    private static final int PACE = 20;
    private static final int THREADS = 48;

    @Test
    void reviewers_at_their_own_pace() throws Exception {
        try (LoadedPortal portal = new LoadedPortal()) {
            PlainBrowser officer = portal.visitor().signIn(Demo.OFFICER, Demo.PASSWORD);
            portal.submitted(officer, REVIEWERS * (2 + SECONDS / PACE));
            List<PlainBrowser> reviewers = portal.reviewers(REVIEWERS);
            // From the end of the queue: its head is what the portal gives out by itself.
            Queue<String> firsts = new ConcurrentLinkedQueue<>(
                    portal.texts("SELECT HEX(public_id) FROM stafflist_entry ORDER BY id DESC LIMIT " + 2 * REVIEWERS));
            Measured decisions = new Measured();
            Measured uploads = new Measured();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            ScheduledExecutorService clock = Executors.newScheduledThreadPool(THREADS);
            Random random = new Random(1);
            for (PlainBrowser reviewer : reviewers) {
                clock.schedule(
                        () -> decide(clock, reviewer, firsts, decisions, end),
                        random.nextInt(PACE * 1_000),
                        TimeUnit.MILLISECONDS);
            }
            byte[] file = DemoList.people(500).xlsx();
            int[] number = {0};
            ScheduledFuture<?> uploading = clock.scheduleAtFixedRate(
                    () -> uploads.take(
                            System.nanoTime(), () -> LoadedPortal.upload(officer, "Bổ sung " + number[0]++, file)),
                    0,
                    SECONDS * 1_000L / UPLOADS,
                    TimeUnit.MILLISECONDS);
            Thread.sleep(SECONDS * 1_000L);
            uploading.cancel(false);
            clock.shutdown();
            assertThat(clock.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

            System.out.println("BENCH reviewers." + REVIEWERS + " decision to next entry: " + decisions + "; uploads: "
                    + uploads + "; decided "
                    + portal.number("SELECT COUNT(*) FROM review_decision WHERE step = 'DECIDED'"));
            assertThat(new HashSet<>(decisions.errors())).isEmpty();
            assertThat(new HashSet<>(uploads.errors())).isEmpty();
        }
    }

    /** The first entry is taken from the queue; from then on the portal gives the next one with each answer. */
    private static void decide(
            ScheduledExecutorService clock, PlainBrowser reviewer, Queue<String> firsts, Measured decisions, long end) {
        if (reviewer.page().has("id=\"form:decide\"")) {
            decisions.take(
                    System.nanoTime(), () -> reviewer.send("form", Map.of("form:outcome", "APPROVE"), "form:decide"));
        } else {
            byte[] id = HexFormat.of().parseHex(Objects.requireNonNull(firsts.poll(), "entries"));
            reviewer.open("/agency/review-entry?id=" + PublicId.ofBytes(id));
        }
        if (System.nanoTime() < end) {
            clock.schedule(() -> decide(clock, reviewer, firsts, decisions, end), PACE, TimeUnit.SECONDS);
        }
    }
}
