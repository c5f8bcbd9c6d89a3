package vn.khanhhoa.thecovid.review;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.stafflist.DecidedEntries;
import vn.khanhhoa.thecovid.stafflist.ManyEntries;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/** A page of what an agency decided when that is 200,000 entries, against the same when it was 10,000; the best time counts. */
class DecidedPortalBench extends BenchInPortal {
    private static final int FEW = 10_000;
    private static final int MANY = 200_000;
    private static final int AT_ONCE = 50_000;
    private static final int PAGE = 51;
    private static final int ROUNDS = 40;
    private static final List<String> NAMES =
            List.of("", "nguyen", "Nguyệt", "cao huu quyen", "Nguyễn Văn An", "Tôn Nữ");

    @Inject
    private TestLists lists;

    @Inject
    private DecidedEntries decided;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private int entries;

    @Test
    void two_hundred_thousand_decided_entries() throws Exception {
        Actor reviewer = lists.reviewer("SDL");
        fill(reviewer, FEW);
        Map<String, Double> few = measure(reviewer);
        fill(reviewer, MANY);
        Map<String, Double> many = measure(reviewer);
        for (String name : NAMES) {
            double limit = Objects.requireNonNull(few.get(name));
            double ours = Objects.requireNonNull(many.get(name));
            say(
                    "BENCH decided.200000.%s ratio=%.2f (limit %.2f ms at %d entries, ours %.2f ms)",
                    name.isEmpty() ? "all" : name.replace(' ', '-'), ours / limit, limit * 1e3, FEW, ours * 1e3);
        }
    }

    private Map<String, Double> measure(Actor reviewer) throws Exception {
        Map<String, Double> best = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : NAMES) {
                double taken = seconds(
                        () -> assertThat(decided.find(reviewer, DecidedEntries.Filter.ALL.ofName(name), 0, PAGE))
                                .hasSizeLessThanOrEqualTo(PAGE));
                best.merge(name, taken, Math::min);
            }
        }
        return best;
    }

    private void fill(Actor reviewer, int wanted) {
        long list = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", lists.list(lists.factory()));
        while (entries < wanted) {
            int count = Math.min(AT_ONCE, wanted - entries);
            for (String statement : ManyEntries.statements(
                    list, reviewer.agencyId(), entries, count, clock.instant().minus(Duration.ofDays(30)))) {
                sql.update(statement);
            }
            entries += count;
        }
        long agency = reviewer.agencyId();
        sql.update(
                "UPDATE stafflist_entry SET state = 'APPROVED', decided_at = submitted_at WHERE agency_id = ? AND state ="
                        + " 'PENDING'",
                agency);
        sql.update(
                "INSERT INTO stafflist_decided_name (agency_id, token, decided_at, entry_id) SELECT agency_id, token,"
                        + " submitted_at, entry_id FROM stafflist_entry_name WHERE agency_id = ? AND token > '@'",
                agency);
        sql.update("DELETE FROM stafflist_entry_name WHERE agency_id = ?", agency);
        sql.list("ANALYZE TABLE stafflist_entry, stafflist_decided_name", row -> row.getString(4));
    }
}
