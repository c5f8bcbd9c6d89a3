package vn.khanhhoa.thecovid.browser;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.stafflist.ManyEntries;

/**
 * The queue, a search in it and its counts over HTTP, fifty requests a second whatever the answers take, at a hundredth of the
 * entries and at all of them.
 */
@SuppressWarnings("SystemOut") // the console is where a bench says its figures
class QueueLoadPortalBench {
    private static final int FEW = 12_000;
    private static final int MANY = Integer.getInteger("load.entries", 1_200_000);
    private static final int AT_ONCE = 50_000;
    private static final int SECONDS = Integer.getInteger("load.seconds", 60);
    private static final int PER_SECOND = Integer.getInteger("load.rate", 50);
    private static final int WEIGHED = 300;
    private static final int WARM_UP = 60;
    private static final List<String> KINDS = List.of("queue", "search", "counts");
    private static final int SESSIONS = 50;
    private static final List<String> NAMES = List.of("Nguyễn Văn An", "cao huu quyen", "Trần Thị Hạnh", "Lê Minh Sơn");

    @Test
    void queue_search_and_counts() throws Exception {
        try (LoadedPortal portal = new LoadedPortal()) {
            organisations(portal);
            List<PlainBrowser> reviewers = portal.reviewers(SESSIONS);
            fill(portal, 0, FEW);
            ask(reviewers, WARM_UP);
            Map<String, Measured> few = ask(reviewers, SECONDS);
            fill(portal, FEW, MANY);
            Map<String, Measured> many = ask(reviewers, SECONDS);
            weigh(portal, reviewers.get(0));
            many.forEach((what, ours) -> {
                Measured limit = Objects.requireNonNull(few.get(what));
                System.out.println(String.format(
                        Locale.ROOT,
                        "BENCH http.%d.%s ratio=%.2f at %d entries: %s; at %d: %s",
                        MANY,
                        what,
                        ours.percentile(95) / limit.percentile(95),
                        FEW,
                        limit,
                        MANY,
                        ours));
                ours.errors().stream().distinct().limit(3).forEach(System.out::println);
            });
        }
    }

    private static Callable<PlainBrowser.Page> question(PlainBrowser reviewer, String what, String name) {
        return switch (what) {
            case "queue" -> () -> reviewer.open("/agency/review-queue");
            case "search" -> () -> reviewer.search("/agency/review-queue", Map.of("name", name));
            default -> () -> reviewer.open("/agency/home");
        };
    }

    /** What an answer costs portal and database, one after the other, whatever else the machine does. */
    private static void weigh(LoadedPortal portal, PlainBrowser reviewer) throws Exception {
        for (String what : KINDS) {
            Duration before = portal.cpu();
            for (int i = 0; i < WEIGHED; i++) {
                question(reviewer, what, NAMES.get(i % NAMES.size())).call();
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "BENCH http.%d.%s.cpu %.1f ms an answer",
                    MANY,
                    what,
                    portal.cpu().minus(before).toNanos() / 1e6 / WEIGHED));
        }
    }

    private static Map<String, Measured> ask(List<PlainBrowser> reviewers, int seconds) throws InterruptedException {
        Map<String, Measured> measured = new LinkedHashMap<>();
        KINDS.forEach(what -> measured.put(what, new Measured()));
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(SESSIONS);
        long start = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            PlainBrowser reviewer = reviewers.get(i % SESSIONS);
            String what = i % 5 < 3 ? "queue" : i % 5 == 3 ? "search" : "counts";
            String name = NAMES.get(i / 5 % NAMES.size());
            Callable<PlainBrowser.Page> question = question(reviewer, what, name);
            long due = start + TimeUnit.SECONDS.toNanos(1) / PER_SECOND * i;
            clock.schedule(
                    () -> Objects.requireNonNull(measured.get(what)).take(due, question),
                    due - System.nanoTime(),
                    TimeUnit.NANOSECONDS);
        }
        clock.shutdown();
        if (!clock.awaitTermination(seconds + 300L, TimeUnit.SECONDS)) {
            throw new AssertionError("the portal does not keep up");
        }
        return measured;
    }

    /** Of the entries to come: as the demo's enterprise, and with one list. */
    private static void organisations(LoadedPortal portal) throws SQLException, IOException {
        long enterprise =
                portal.number("SELECT organisation_id FROM access_account WHERE email = '" + Demo.OFFICER + "'");
        String registration = "organisation_id = " + enterprise + " ORDER BY number DESC LIMIT 1";
        List<String> statements =
                new ArrayList<>(List.of("INSERT INTO stafflist_list (id, public_id, organisation_id, template_code,"
                        + " template_version, name, state, created_by, created_at) VALUES (1, RANDOM_BYTES(16), "
                        + enterprise + ", 'M01', 1, 'Cả tỉnh', 'OPEN', 1, UTC_TIMESTAMP(6))"));
        for (int i = 0; i < ManyEntries.ORGANISATIONS; i++) {
            String id = String.valueOf(ManyEntries.FIRST_ORGANISATION + i);
            String name = "CONCAT(name, ' " + i + "')";
            Map<String, String> organisation =
                    Map.of("id", id, "public_id", "RANDOM_BYTES(16)", "identifier", "NULL", "name", name);
            Map<String, String> profile =
                    Map.of("id", id, "public_id", "RANDOM_BYTES(16)", "organisation_id", id, "name", name);
            statements.add(copy(portal, "registry_organisation", organisation, "id = " + enterprise));
            statements.add(copy(portal, "registry_registration", profile, registration));
        }
        portal.update(statements.toArray(String[]::new));
    }

    private static String copy(LoadedPortal portal, String table, Map<String, String> instead, String which)
            throws SQLException, IOException {
        List<String> columns = portal.texts("SELECT column_name FROM information_schema.columns WHERE table_schema ="
                + " DATABASE() AND table_name = '" + table + "'");
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + columns.stream()
                        .map(column -> instead.getOrDefault(column, column))
                        .collect(Collectors.joining(", "))
                + " FROM " + table + " WHERE " + which;
    }

    private static void fill(LoadedPortal portal, int already, int wanted) throws SQLException, IOException {
        long agency = portal.number("SELECT agency_id FROM access_account WHERE email = '" + Demo.REVIEWER + "'");
        Instant start = Instant.parse("2021-08-01T00:00:00Z").plus(Duration.ofDays(1));
        for (int entries = already; entries < wanted; entries += AT_ONCE) {
            portal.update(ManyEntries.statements(1, agency, entries, Math.min(AT_ONCE, wanted - entries), start)
                    .toArray(String[]::new));
        }
        portal.update("ANALYZE TABLE stafflist_entry, stafflist_entry_name");
    }
}
