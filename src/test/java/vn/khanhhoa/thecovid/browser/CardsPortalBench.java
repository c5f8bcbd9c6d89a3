package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.shared.PublicId;

/** The tagged A6 PDF of one card, drawn anew for each download over HTTP: 250 a second whatever the answers take. */
@SuppressWarnings("SystemOut") // the console is where a bench says its figures
class CardsPortalBench {
    private static final int CARDS = 40;
    private static final int SESSIONS = 50;
    private static final int PER_SECOND = Integer.getInteger("load.rate", 250);
    private static final int SECONDS = Integer.getInteger("load.seconds", 60);
    private static final int WARM_UP = 60;
    private static final int WEIGHED = 1_000;
    private static final double AIM_MILLIS = 100;

    @Test
    void cards_as_pdf() throws Exception {
        try (LoadedPortal portal = new LoadedPortal()) {
            PlainBrowser officer = portal.visitor().signIn(Demo.OFFICER, Demo.PASSWORD);
            portal.submitted(officer, CARDS);
            List<String> entries =
                    portal.texts("SELECT LOWER(HEX(public_id)) FROM stafflist_entry WHERE state = 'PENDING'").stream()
                            .map(id -> PublicId.ofBytes(HexFormat.of().parseHex(id))
                                    .toString())
                            .toList();
            PlainBrowser reviewer = portal.reviewers(1).get(0);
            for (String entry : entries) {
                reviewer.open("/agency/review-entry?id=" + entry);
                if (reviewer.page().has("id=\"form:decide\"")) {
                    reviewer.send("form", Map.of("form:outcome", "APPROVE", "form:atOnce", "true"), "form:decide");
                }
            }
            List<String> cards = portal
                    .texts(
                            "SELECT LOWER(HEX(e.public_id)) FROM card_card c JOIN stafflist_entry e ON e.id ="
                                    + " c.entry_id JOIN stafflist_list l ON l.id = e.list_id WHERE c.state = 'VALID' AND l.name = 'Cả nhà máy'")
                    .stream()
                    .map(id -> "/organisation/cards?entry="
                            + PublicId.ofBytes(HexFormat.of().parseHex(id)))
                    .toList();
            assertThat(cards).hasSizeGreaterThan(CARDS / 2);
            List<PlainBrowser> officers = Stream.generate(() -> portal.visitor().signIn(Demo.OFFICER, Demo.PASSWORD))
                    .limit(SESSIONS)
                    .toList();

            download(officers, cards, WARM_UP);
            Measured downloads = download(officers, cards, SECONDS);
            Duration before = portal.cpu();
            for (int i = 0; i < WEIGHED; i++) {
                officer.open(cards.get(i % cards.size()));
            }
            double cpu = portal.cpu().minus(before).toNanos() / 1e6 / WEIGHED;
            System.out.println(String.format(
                    Locale.ROOT,
                    "BENCH http.card.pdf ratio=%.2f of %.0f ms at %d a second: %s; %.1f ms of CPU each",
                    downloads.percentile(95) / AIM_MILLIS,
                    AIM_MILLIS,
                    PER_SECOND,
                    downloads,
                    cpu));
            assertThat(downloads.errors()).isEmpty();
        }
    }

    private static Measured download(List<PlainBrowser> officers, List<String> cards, int seconds)
            throws InterruptedException {
        Measured measured = new Measured();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(SESSIONS);
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            PlainBrowser officer = officers.get(i % SESSIONS);
            String card = cards.get(i % cards.size());
            long due = start + TimeUnit.SECONDS.toNanos(1) / PER_SECOND * i;
            clock.schedule(
                    () -> measured.take(due, () -> officer.open(card)), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        clock.shutdown();
        if (!clock.awaitTermination(seconds + 300L, TimeUnit.SECONDS)) {
            throw new AssertionError("the portal does not keep up");
        }
        return measured;
    }
}
