package vn.khanhhoa.thecovid.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;

/**
 * A real portal that is killed at random points while it works off what a reviewer decided on a whole list and a head agreed
 * to. However often and wherever: each entry is decided once or not yet, with one card where it is approved and one message
 * for each thing to be told; in the end all are, and the trail verifies.
 */
final class KilledInMidDecision {
    private static final Logger LOG = Logger.getLogger(KilledInMidDecision.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home = Path.of(System.getProperty("portal.home") + "-killed");
    private final int people;
    private final Random random;
    private final int longestMillis;
    private PortalProcess portal;
    private long listId;

    /** @param longestMillis how long after a job was begun the portal is killed at the latest */
    KilledInMidDecision(int people, long seed, int longestMillis) throws IOException {
        this.people = people;
        this.longestMillis = longestMillis;
        random = new Random(seed);
        LOG.warning(() -> "killed in mid-decision: " + people + " people, seed " + seed);
        PortalProcess.empty(home);
        portal = PortalProcess.start(home);
    }

    /** In one of the two jobs, whichever it happens to be. */
    void killedOnce() throws Exception {
        boolean first = random.nextBoolean();
        run(first ? 1 : 0, first ? 0 : 1);
    }

    /** So many times in each of the two jobs, the proposing and the agreeing. */
    void run(int proposing, int agreeing) throws Exception {
        try {
            submit();
            propose();
            killed(proposing, "SELECT COUNT(*) FROM review_bulk WHERE finished_at IS NULL");
            assertThat(number("SELECT COUNT(*) FROM review_pending p JOIN stafflist_entry e ON e.id = p.entry_id WHERE"
                            + " e.list_id = ? AND p.stage = 'PROPOSED'"))
                    .as("proposed, each once")
                    .isEqualTo(people);
            agree();
            killed(agreeing, "SELECT COUNT(*) FROM review_approval WHERE finished_at IS NULL");
            assertThat(number("SELECT COUNT(*) FROM stafflist_entry WHERE list_id = ? AND state = 'APPROVED'"))
                    .isEqualTo(people);
            await("SELECT COUNT(*) FROM notification_task");
            assertInOrder();
        } finally {
            portal.close();
        }
        assertThat(PortalProcess.run(home, "verify-trail"))
                .as("the check of the trail")
                .isZero();
    }

    /** All cards get new codes, because their key became known to others; so many kills meanwhile. */
    void reissued(int kills) throws Exception {
        try {
            submit();
            propose();
            await("SELECT COUNT(*) FROM review_bulk WHERE finished_at IS NULL");
            agree();
            await("SELECT COUNT(*) FROM review_approval WHERE finished_at IS NULL");
            await("SELECT " + people + " - COUNT(*) FROM card_card WHERE list_id = " + listId);
            String key = giveUpTheKey();
            killed(kills, "SELECT COUNT(*) FROM platform_job WHERE task_name = 'card.reissue'");
            assertThat(number(
                            "SELECT COUNT(*) FROM card_card c JOIN card_key k ON k.kid = c.kid WHERE c.list_id = ? AND"
                                    + " c.state = 'VALID' AND k.state = 'ACTIVE'"))
                    .as("cards of the new key")
                    .isEqualTo(people);
            assertThat(number("SELECT COUNT(*) FROM card_card old JOIN card_card c ON c.id = old.superseded_by WHERE"
                            + " old.list_id = ? AND old.state = 'SUPERSEDED' AND c.entry_id = old.entry_id"))
                    .as("cards of the old key, each with its successor")
                    .isEqualTo(people);
            assertThat(number("SELECT COUNT(*) FROM card_card WHERE list_id = ?"))
                    .as("cards in all")
                    .isEqualTo(2L * people);
            assertInOrder();
            PlainBrowser administrator = browser().signIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
            assertThat(administrator.open(key).has("(" + people + " thẻ)"))
                    .as("told to be done")
                    .isTrue();
        } finally {
            portal.close();
        }
        assertThat(PortalProcess.run(home, "verify-trail"))
                .as("the check of the trail")
                .isZero();
    }

    private String giveUpTheKey() {
        PlainBrowser asks = browser().signIn(Demo.ADMINISTRATOR, Demo.PASSWORD);
        String key = asks.open("/admin/keys").find("href=\"([^\"]*/admin/key\\?id=[^\"]*)\"");
        asks.open(key);
        asks.send("form", Map.of("form:reason", "Mất bản sao lưu"), "form:compromise");
        PlainBrowser approves = browser().signIn(Demo.SECOND_ADMINISTRATOR, Demo.PASSWORD);
        String request = approves.open("/admin/keys").find("name=\"form:approve\" value=\"([^\"]+)\"");
        approves.send("form", Map.of("form:approve", request), "pressed");
        return key;
    }

    private PlainBrowser browser() {
        return new PlainBrowser(portal.address());
    }

    private void submit() throws Exception {
        PlainBrowser officer = browser().signIn(Demo.OFFICER, Demo.PASSWORD);
        officer.open("/organisation/staff-lists");
        String list = officer.send("form", Map.of("form:name", "Cả nhà máy"), "form:begin")
                .address()
                .getQuery()
                .replaceFirst("^id=", "");
        String page = "/organisation/staff-list?id=" + list;
        officer.open(page);
        officer.send(
                "form", "form:file", "ca-nha-may.xlsx", DemoList.people(people).xlsx(), "form:upload");
        await("SELECT COUNT(*) FROM stafflist_upload WHERE state = 'RECEIVED'");
        officer.open("/organisation/staff-list-submission?id=" + list);
        officer.send("send", Map.of(), "send:submit");
        listId = number("SELECT MAX(id) FROM stafflist_list");
        await("SELECT " + people + " - COUNT(*) FROM stafflist_entry WHERE state = 'PENDING' AND list_id = " + listId);
    }

    private void propose() throws Exception {
        PlainBrowser reviewer = browser().signIn(Demo.REVIEWER, Demo.PASSWORD);
        reviewer.open("/agency/review-queue");
        PlainBrowser.Page foreseeing =
                reviewer.send("form", Map.of("form:outcome", "APPROVE", "form:atOnce", "true"), "form:foresee");
        assertThat(foreseeing.address().getPath()).isEqualTo("/agency/review-bulk");
        await("SELECT COUNT(*) FROM review_bulk WHERE phase = 'FORESEEING'");
        reviewer.open("/agency/review-bulk?" + foreseeing.address().getQuery());
        reviewer.send("begin", Map.of(), "begin:send");
    }

    private void agree() {
        PlainBrowser head = browser().signIn(Demo.APPROVER, Demo.PASSWORD);
        String batch = head.open("/agency-head/proposals").find("href=\"([^\"]*proposal\\?batch=[^\"]*)\"");
        head.open(batch);
        PlainBrowser.Page answer = head.send("form", Map.of("form:atOnce", "true"), "form:approve");
        assertThat(answer.address().getPath()).isEqualTo("/agency-head/approval");
    }

    /** The portal dies so many times, the last time at the latest when the job has ended. */
    private void killed(int kills, String unfinished) throws Exception {
        for (int kill = 0; kill < kills; kill++) {
            Thread.sleep(random.nextInt(longestMillis));
            boolean everything = random.nextBoolean();
            long left = number(unfinished);
            LOG.warning(() -> "kill -9 " + (everything ? "everything" : "the server") + ", jobs left " + left);
            portal.kill(everything);
            portal = PortalProcess.start(home);
            assertInOrder();
        }
        await(unfinished);
    }

    private void assertInOrder() throws SQLException, IOException {
        assertNone(
                "cards of what is not approved",
                "SELECT COUNT(*) FROM card_card c JOIN stafflist_entry e ON e.id = c.entry_id WHERE e.list_id = ? AND"
                        + " e.state <> 'APPROVED'");
        assertNone(
                "approved without one card",
                "SELECT COUNT(*) FROM stafflist_entry e WHERE e.list_id = ? AND e.state = 'APPROVED' AND (SELECT COUNT(*)"
                        + " FROM card_card c WHERE c.entry_id = e.id AND c.state = 'VALID') <> 1");
        assertNone(
                "proposed or confirmed more than once",
                "SELECT COUNT(*) FROM (SELECT 1 FROM review_decision d JOIN stafflist_entry e ON e.id = d.entry_id WHERE"
                        + " e.list_id = ? GROUP BY d.entry_id, d.step HAVING COUNT(*) > 1) t");
        assertNone(
                "neither in the queue nor waiting for anybody",
                "SELECT COUNT(*) FROM stafflist_entry e LEFT JOIN review_pending p ON p.entry_id = e.id AND p.stage ="
                        + " e.stage WHERE e.list_id = ? AND e.state = 'PENDING' AND e.stage <> 'OPEN' AND p.entry_id IS NULL");
        long approved = number("SELECT COUNT(*) FROM stafflist_entry WHERE list_id = ? AND state = 'APPROVED'");
        assertThat(number("SELECT IFNULL(SUM(entries), 0) FROM review_count WHERE step = 'DECIDED'"))
                .as("counted")
                .isEqualTo(approved);
        assertThat(number("SELECT COUNT(*) FROM audit_record WHERE action = 'review.decided'"))
                .as("decisions on the trail")
                .isEqualTo(approved);
        assertThat(number("SELECT COUNT(DISTINCT subject_id) FROM audit_record WHERE action = 'review.decided'"))
                .as("entries that were decided, on the trail")
                .isEqualTo(approved);
        assertNone(
                "approvals that were told twice",
                "SELECT COUNT(*) FROM (SELECT 1 FROM notification_message WHERE kind = 'PERSON_APPROVED' GROUP BY channel,"
                        + " SUBSTRING_INDEX(cause_key, '/e', -1) HAVING COUNT(*) > 1) t");
        assertThat(number(
                        "SELECT COUNT(*) FROM notification_message WHERE kind = 'PERSON_APPROVED' AND channel = 'SMS'"))
                .as("told by SMS")
                .isLessThanOrEqualTo(approved);
    }

    private void assertNone(String what, String count) throws SQLException, IOException {
        assertThat(number(count)).as(what).isZero();
    }

    private void await(String count) throws SQLException, IOException {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (number(count) != 0) {
            assertThat(System.nanoTime()).as("still not none: " + count).isLessThan(latest);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** A count; where it asks for one, of the list. */
    private long number(String query) throws SQLException, IOException {
        try (Connection connection = portal.database();
                PreparedStatement statement = connection.prepareStatement(query)) {
            if (query.contains("?")) {
                statement.setLong(1, listId);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
