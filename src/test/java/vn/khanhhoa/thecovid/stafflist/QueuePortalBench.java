package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * Pages of the queue of an agency with 1,000,000 pending entries, against the same when it had 10,000. Each question is
 * asked many times, and its best time counts.
 */
class QueuePortalBench extends BenchInPortal {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int AT_ONCE = 50_000;
    private static final int PAGE = 50;
    private static final int ROUNDS = 60;

    @Inject
    private TestLists lists;

    @Inject
    private EntryQueue queue;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private int entries;

    private interface Question {
        int ask();
    }

    @Test
    void a_million_entries() throws Exception {
        Actor reviewer = lists.reviewer("SDL");
        fill(reviewer, FEW);
        Map<String, Double> few = measure(reviewer);
        fill(reviewer, MANY);
        Map<String, Double> many = measure(reviewer);
        for (Map.Entry<String, Double> question : many.entrySet()) {
            double limit = Objects.requireNonNull(few.get(question.getKey()));
            say(
                    "BENCH queue.1000000.%s ratio=%.2f (limit %.2f ms at %d entries, ours %.2f ms)",
                    question.getKey(), question.getValue() / limit, limit * 1e3, FEW, question.getValue() * 1e3);
        }
    }

    private Map<String, Double> measure(Actor reviewer) throws Exception {
        long organisation = queue.after(reviewer, QueueFilter.ALL, Optional.empty(), 1)
                .get(0)
                .organisationId();
        QueuePlace deep = place(reviewer);
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put(
                "first-page",
                () -> queue.after(reviewer, QueueFilter.ALL, Optional.empty(), PAGE)
                        .size());
        questions.put(
                "deep-page",
                () -> queue.after(reviewer, QueueFilter.ALL, Optional.of(deep), PAGE)
                        .size());
        questions.put(
                "page-before",
                () -> queue.before(reviewer, QueueFilter.ALL, deep, PAGE).size());
        questions.put(
                "organisation",
                () -> queue.after(reviewer, new QueueFilter("", organisation, 0, ""), Optional.empty(), PAGE)
                        .size());
        questions.put("count", () -> queue.count(reviewer, QueueFilter.ALL).entries());
        questions.put("organisations", () -> queue.organisations(reviewer, PAGE).size());
        questions.put("last", () -> queue.last(reviewer, QueueFilter.ALL).isPresent() ? 1 : 0);
        QueueFilter rare = new QueueFilter("", 0, 0, "VT_HANG");
        questions.put(
                "rare-activity",
                () -> queue.after(reviewer, rare, Optional.empty(), PAGE).size());
        questions.put("rare-activity.count", () -> queue.count(reviewer, rare).entries());
        QueueFilter form = QueueFilter.ALL.ofForm("M01");
        questions.put(
                "form",
                () -> queue.after(reviewer, form, Optional.empty(), PAGE).size());
        questions.put("form.count", () -> queue.count(reviewer, form).entries());
        QueueFilter green = QueueFilter.ALL.greenAt(clock.instant());
        questions.put(
                "green",
                () -> queue.after(reviewer, green, Optional.empty(), PAGE).size());
        questions.put(
                "green.deep-page",
                () -> queue.after(reviewer, green, Optional.of(deep), PAGE).size());
        questions.put("green.count", () -> queue.count(reviewer, green).entries());
        QueueFilter greenAndRare = rare.greenAt(clock.instant());
        questions.put(
                "green.rare-activity",
                () -> queue.after(reviewer, greenAndRare, Optional.empty(), PAGE)
                        .size());
        for (String name : List.of("nguyen", "Nguyệt", "Nguyễn Văn An", "cao huu quyen")) {
            QueueFilter filter = new QueueFilter(name, 0, 0, "");
            String question = "name." + String.join("-", vn.khanhhoa.thecovid.person.NameWords.of(name));
            questions.put(
                    question,
                    () -> queue.after(reviewer, filter, Optional.empty(), PAGE).size());
            questions.put(
                    question + ".count", () -> queue.count(reviewer, filter).entries());
        }
        Map<String, Double> best = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Question> question : questions.entrySet()) {
                double taken =
                        seconds(() -> assertThat(question.getValue().ask()).isPositive());
                best.merge(question.getKey(), taken, Math::min);
            }
        }
        return best;
    }

    private QueuePlace place(Actor reviewer) {
        long id = sql.number(
                "SELECT id FROM stafflist_entry WHERE agency_id = ? ORDER BY id LIMIT 1 OFFSET ?",
                reviewer.agencyId(),
                entries / 2);
        return sql.list(
                        "SELECT submitted_at, id FROM stafflist_entry WHERE id = ?",
                        row -> new QueuePlace(Objects.requireNonNull(Sql.instant(row, "submitted_at")), row.getLong(2)),
                        id)
                .get(0);
    }

    /** So many entries for the reviewer's agency, and beside them one in ten for others. */
    private void fill(Actor reviewer, int wanted) {
        long list = sql.number("SELECT id FROM stafflist_list WHERE public_id = ?", lists.list(lists.factory()));
        long others = sql.number("SELECT id FROM registry_agency WHERE code = 'SXD' AND valid_to IS NULL");
        Instant start = clock.instant().minus(Duration.ofDays(30));
        while (entries < wanted) {
            int count = Math.min(AT_ONCE, wanted - entries);
            for (String statement : ManyEntries.statements(list, reviewer.agencyId(), entries, count, start)) {
                sql.update(statement);
            }
            for (String statement : ManyEntries.statements(list, others, entries, count / 10, start)) {
                sql.update(statement);
            }
            entries += count;
        }
        sql.list("ANALYZE TABLE stafflist_entry, stafflist_entry_name", row -> row.getString(4));
    }
}
