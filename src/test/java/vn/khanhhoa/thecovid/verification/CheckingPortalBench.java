package vn.khanhhoa.thecovid.verification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.card.CardQueries;
import vn.khanhhoa.thecovid.card.token.BareVerification;
import vn.khanhhoa.thecovid.stafflist.TestEntries;

/**
 * Codes of five hundred cards checked over HTTP, status included, as fast as four connections ask, against bare verifications of as
 * many signatures on one core; whoever asks runs on the same two cores. Then a hundred posts with thirty scans a minute each.
 */
class CheckingPortalBench extends BenchInPortal {
    private static final int CARDS = 500;
    private static final int CONNECTIONS = 4;
    private static final long WARM_UP = Duration.ofSeconds(60).toNanos();
    private static final long MEASURED = Duration.ofSeconds(12).toNanos();
    /** Of one address in a minute. */
    private static final int WITHIN_THE_LIMIT = 4_000;

    private static final Pattern LENGTH = Pattern.compile("Content-Length: ([0-9]+)", Pattern.CASE_INSENSITIVE);

    private static final int POSTS = 100;
    private static final int SCANS_A_MINUTE = 30;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    private TestEntries entries;

    @Inject
    private CardQueries cards;

    private final AtomicInteger addresses = new AtomicInteger();

    @Test
    void codes_over_http() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (int card = 0; card < CARDS; card++) {
            tokens.add(cards.ofEntry(entries.approved().entryId()).orElseThrow().token());
        }
        BareVerification bare = new BareVerification();
        rate(1, WARM_UP / 5, () -> each -> bare.run());
        double limit = rate(1, WARM_UP / 5, () -> each -> bare.run());
        rate(CONNECTIONS, WARM_UP, () -> new Connection(tokens));
        double ours = rate(CONNECTIONS, MEASURED, () -> new Connection(tokens));
        say("BENCH check.http ratio=%.2f (bare %.0f/s on one core, ours %.0f/s over HTTP)", limit / ours, limit, ours);

        List<Double> waits = posts(
                tokens.stream().map(CheckingPortalBench::check).toList(),
                Duration.ofMinutes(Integer.getInteger("posts.minutes", 1)));
        waits.sort(null);
        say(
                "BENCH check.posts %d scans of %d posts, each due at its moment: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, none lost",
                waits.size(), POSTS, at(waits, 50), at(waits, 95), at(waits, 99));
    }

    private interface Each {
        void run(int number) throws Exception;
    }

    private static double rate(int threads, long nanos, Callable<Each> ways) throws Exception {
        AtomicInteger done = new AtomicInteger();
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        List<Thread> workers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Each each = ways.call();
            Thread worker = new Thread(() -> {
                try {
                    while (System.nanoTime() - begun < nanos) {
                        each.run(done.getAndIncrement());
                    }
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            });
            worker.start();
            workers.add(worker);
        }
        for (Thread worker : workers) {
            worker.join();
        }
        assertThat(failures).isEmpty();
        return done.get() / ((System.nanoTime() - begun) / 1e9);
    }

    /** All posts scan at the same moments, which is the worst they can do. */
    private List<Double> posts(List<HttpRequest> checks, Duration length) throws Exception {
        List<Double> waits = new ArrayList<>();
        long pause = Duration.ofMinutes(1).toNanos() / SCANS_A_MINUTE;
        long begun = System.nanoTime();
        int rounds = Math.toIntExact(length.toMinutes() * SCANS_A_MINUTE);
        for (int round = 0; round < rounds; round++) {
            long due = begun + round * pause;
            while (System.nanoTime() < due) {
                Thread.sleep(1);
            }
            ConcurrentLinkedQueue<Double> answered = new ConcurrentLinkedQueue<>();
            List<CompletableFuture<Void>> asked = new ArrayList<>();
            for (int post = 0; post < POSTS; post++) {
                HttpRequest check = checks.get((round * POSTS + post) % CARDS);
                asked.add(client.sendAsync(check, HttpResponse.BodyHandlers.ofString())
                        .thenAccept(answer -> {
                            assertThat(answer.body()).contains("\"valid\":true");
                            answered.add((System.nanoTime() - due) / 1e6);
                        }));
            }
            asked.forEach(CompletableFuture::join);
            waits.addAll(answered);
        }
        assertThat(waits).hasSize(rounds * POSTS);
        return waits;
    }

    /** One of HTTP/1.1 that is kept open, with no more around it than a post's device needs to send; opened anew when the server ends it. */
    private final class Connection implements Each {
        private final List<byte[]> requests;
        private final byte[] answer = new byte[16 * 1024];
        private @Nullable Socket socket;
        private int sent;

        Connection(List<String> tokens) {
            requests = tokens.stream()
                    .map(token -> "{\"token\":\"" + token + "\"}")
                    .map(body ->
                            ("POST /api/v1/verifications HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                                    .getBytes(StandardCharsets.US_ASCII))
                    .toList();
        }

        @Override
        public void run(int number) throws Exception {
            Socket open = socket;
            if (open == null) {
                open = open();
            }
            open.getOutputStream().write(requests.get(number % CARDS));
            String text = read(open.getInputStream());
            assertThat(text).startsWith("HTTP/1.1 200").contains("\"valid\":true");
            if (++sent == WITHIN_THE_LIMIT || text.contains("Connection: close")) {
                open.close();
                socket = null;
            }
        }

        /** From an address that has not asked yet. */
        private Socket open() throws IOException {
            int next = addresses.incrementAndGet();
            byte[] from = {127, (byte) (1 + next / 62_500), (byte) (1 + next / 250 % 250), (byte) (1 + next % 250)};
            Socket open =
                    new Socket("127.0.0.1", Integer.getInteger("portal.test.port"), InetAddress.getByAddress(from), 0);
            open.setTcpNoDelay(true);
            sent = 0;
            socket = open;
            return open;
        }

        private String read(InputStream in) throws IOException {
            int length = 0;
            while (true) {
                int more = in.read(answer, length, answer.length - length);
                if (more < 0) {
                    throw new EOFException();
                }
                length += more;
                String text = new String(answer, 0, length, StandardCharsets.ISO_8859_1);
                int body = text.indexOf("\r\n\r\n") + 4;
                Matcher told = LENGTH.matcher(text);
                if (body > 3
                        && (told.find()
                                ? length >= body + Integer.parseInt(told.group(1))
                                : text.endsWith("\r\n0\r\n\r\n"))) {
                    return text;
                }
            }
        }
    }

    private static HttpRequest check(String token) {
        URI checks = URI.create("http://127.0.0.1:" + System.getProperty("portal.test.port") + "/api/v1/verifications");
        return HttpRequest.newBuilder(checks)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + token + "\"}"))
                .build();
    }

    private static double at(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
