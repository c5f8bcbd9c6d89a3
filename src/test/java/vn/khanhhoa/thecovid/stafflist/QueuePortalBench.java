package vn.khanhhoa.thecovid.stafflist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final int ORGANISATIONS = 400;

    // Each draws by the given weights, as names are in the country: four in ten are Nguyễn.
    private static final String SURNAME =
            "ELT(1 + FLOOR(RAND() * 20), 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn',"
                    + " 'Trần', 'Trần', 'Lê', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Cao')";
    private static final String MIDDLE = "ELT(1 + FLOOR(RAND() * 10), 'Văn', 'Văn', 'Văn', 'Thị', 'Thị', 'Thị', 'Ngọc',"
            + " 'Minh', 'Thanh', 'Hữu')";
    private static final String GIVEN = "ELT(1 + FLOOR(RAND() * 40), 'An', 'Anh', 'Ánh', 'Bảo', 'Bình', 'Chi', 'Cường',"
            + " 'Diễm', 'Dũng', 'Duy', 'Đạt', 'Đức', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hiếu', 'Hòa', 'Hoàng', 'Hùng',"
            + " 'Hương', 'Khánh', 'Kiên', 'Lan', 'Linh', 'Loan', 'Long', 'Mai', 'Nam', 'Nga', 'Nguyệt', 'Nhung',"
            + " 'Phong', 'Phúc', 'Quân', 'Quyên', 'Sơn', 'Thảo', 'Tuấn', 'Vy')";

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
        questions.put("count", () -> queue.count(reviewer, QueueFilter.ALL));
        questions.put("organisations", () -> queue.organisations(reviewer, PAGE).size());
        questions.put("last", () -> queue.last(reviewer, QueueFilter.ALL).isPresent() ? 1 : 0);
        for (String name : List.of("nguyen", "Nguyệt", "Nguyễn Văn An", "cao huu quyen")) {
            QueueFilter filter = new QueueFilter(name, 0, 0, "");
            String question = "name." + String.join("-", vn.khanhhoa.thecovid.person.NameWords.of(name));
            questions.put(
                    question,
                    () -> queue.after(reviewer, filter, Optional.empty(), PAGE).size());
            questions.put(question + ".count", () -> queue.count(reviewer, filter));
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
        Timestamp start = Timestamp.from(clock.instant().minus(Duration.ofDays(30)));
        while (entries < wanted) {
            int count = Math.min(AT_ONCE, wanted - entries);
            insert(list, reviewer.agencyId(), count, start);
            insert(list, others, count / 10, start);
            entries += count;
        }
        sql.list("ANALYZE TABLE stafflist_entry, stafflist_entry_name", row -> row.getString(4));
    }

    private void insert(long list, long agency, int count, Timestamp start) {
        long from = sql.number("SELECT IFNULL(MAX(id), 0) + 1000000 FROM stafflist_entry");
        sql.update(
                "SET STATEMENT max_recursive_iterations = 1000000 FOR INSERT INTO stafflist_entry (id, public_id, list_id, organisation_id, row_key, submitted_by,"
                        + " submitted_at, code_hash, code, agency_id, rule_id, own_people, person_id, line_number, state,"
                        + " name, birth_year, workplace_id, workplace, area_id, activities, position, valid_from, valid_to, cells)"
                        + " WITH RECURSIVE number (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM number WHERE seq < "
                        + count + ") SELECT ? + seq, RANDOM_BYTES(16), ?, 500000 + FLOOR(RAND() * " + ORGANISATIONS
                        + "), RANDOM_BYTES(32), 1, ? + INTERVAL (? + seq) DIV 300 SECOND, RANDOM_BYTES(32),"
                        + " RANDOM_BYTES(44), ?, 1, FALSE, 1, seq, 'PENDING', CONCAT_WS(' ', " + SURNAME + ", " + MIDDLE
                        + ", " + GIVEN
                        + "), 1987, 1, 'Nhà máy chế biến Vĩnh Hòa', 1, 'LV_DN', 'Công nhân', '2021-10-01',"
                        + " '2021-12-01', RANDOM_BYTES(400) FROM number",
                from,
                list,
                start,
                entries,
                agency);
        words(from, agency);
    }

    private void words(long from, long agency) {
        List<String> parts = new ArrayList<>();
        for (int word = 1; word <= 3; word++) {
            parts.add(
                    "SELECT agency_id, submitted_at, id, REPLACE(LOWER(CONVERT(SUBSTRING_INDEX(SUBSTRING_INDEX(name, ' ', "
                            + word + "), ' ', -1) USING utf8mb4)), 'đ', 'd') AS token FROM stafflist_entry WHERE id > "
                            + from
                            + " AND agency_id = " + agency);
        }
        sql.update(
                "INSERT IGNORE INTO stafflist_entry_name (agency_id, submitted_at, entry_id, token) SELECT agency_id,"
                        + " submitted_at, id, " + plain("token") + " FROM (" + String.join(" UNION ALL ", parts)
                        + ") t");
    }

    /** Takes the marks off those letters that the names above have. */
    private static String plain(String token) {
        String plain = token;
        String[] marked = {
            "ễ", "ầ", "ê", "ạ", "ỳ", "õ", "ặ", "ù", "ỗ", "ồ", "ă", "ị", "ọ", "ữ", "á", "ả", "ì", "ư", "ờ", "ũ", "à",
            "ế", "ò", "ơ", "ệ", "ú", "â"
        };
        String[] bare = {
            "e", "a", "e", "a", "y", "o", "a", "u", "o", "o", "a", "i", "o", "u", "a", "a", "i", "u", "o", "u", "a",
            "e", "o", "o", "e", "u", "a"
        };
        for (int i = 0; i < marked.length; i++) {
            plain = "REPLACE(" + plain + ", '" + marked[i] + "', '" + bare[i] + "')";
        }
        return plain;
    }
}
