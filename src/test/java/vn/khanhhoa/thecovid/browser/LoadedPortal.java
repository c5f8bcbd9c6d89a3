package vn.khanhhoa.thecovid.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** The demo province with many reviewers at one agency, for measuring over HTTP. */
final class LoadedPortal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SIGNING_IN = 8;

    private final PortalProcess process;

    LoadedPortal() throws IOException {
        Path home = Path.of(System.getProperty("portal.home") + "-load");
        PortalProcess.empty(home);
        process = PortalProcess.start(home);
    }

    PlainBrowser visitor() {
        return new PlainBrowser(process.address());
    }

    /** Reviewers of the demo's department who decide alone, signed in. */
    List<PlainBrowser> reviewers(int count) throws Exception {
        update(
                "INSERT INTO review_agency (agency_id, second_above) SELECT agency_id, 0 FROM access_account WHERE email = '"
                        + Demo.REVIEWER + "'");
        for (int i = 0; i < count; i++) {
            update(
                    "INSERT INTO access_account (id, public_id, email, display_name, role, agency_id, state, password_hash,"
                            + " created_at) SELECT NEXT VALUE FOR access_seq, RANDOM_BYTES(16), '" + email(i)
                            + "', 'Cán bộ " + i
                            + "', role, agency_id, 'ACTIVE', password_hash, UTC_TIMESTAMP(6) FROM access_account"
                            + " WHERE email = '" + Demo.REVIEWER + "'");
        }
        ExecutorService threads = Executors.newFixedThreadPool(SIGNING_IN);
        try {
            List<Future<PlainBrowser>> entering = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String email = email(i);
                entering.add(threads.submit(() -> visitor().signIn(email, Demo.PASSWORD)));
            }
            List<PlainBrowser> reviewers = new ArrayList<>();
            for (Future<PlainBrowser> each : entering) {
                reviewers.add(each.get());
            }
            return reviewers;
        } finally {
            threads.shutdown();
        }
    }

    private static String email(int number) {
        return "canbo" + number + "@load.example";
    }

    /** Begins a list of the demo's enterprise and uploads a file into it; the page of the list. */
    static PlainBrowser.Page upload(PlainBrowser officer, String name, byte[] file) {
        officer.open("/organisation/staff-lists");
        officer.send("form", Map.of("form:name", name), "form:begin");
        return officer.send("form", "form:file", "danh-sach.xlsx", file, "form:upload");
    }

    /** Real entries in the queue. */
    void submitted(PlainBrowser officer, int people) throws SQLException, IOException {
        PlainBrowser.Page page =
                upload(officer, "Cả nhà máy", DemoList.people(people).xlsx());
        await("SELECT COUNT(*) FROM stafflist_upload WHERE state = 'RECEIVED'");
        officer.open("/organisation/staff-list-submission?" + page.address().getQuery());
        officer.send("send", Map.of(), "send:submit");
        await("SELECT COUNT(*) < " + people + " FROM stafflist_entry WHERE state = 'PENDING'");
    }

    void await(String count) throws SQLException, IOException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (number(count) != 0) {
            if (System.nanoTime() > latest) {
                throw new AssertionError("still not none: " + count);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Of the portal and its database so far. */
    Duration cpu() {
        return process.cpu();
    }

    long number(String query) throws SQLException, IOException {
        return Long.parseLong(texts(query).get(0));
    }

    List<String> texts(String query) throws SQLException, IOException {
        try (Connection connection = process.database();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    void update(String... statements) throws SQLException, IOException {
        try (Connection connection = process.database();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
