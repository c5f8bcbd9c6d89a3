package vn.khanhhoa.thecovid.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.khanhhoa.thecovid.BenchInPortal;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.TestTransaction;
import vn.khanhhoa.thecovid.stafflist.TestLists;

/**
 * Everybody of a province, with a card and three facts each, assessed anew by the sweep of a night, and what changed written: all of the
 * levels, and one in a hundred. Against nothing but reading people and facts in the same order plus a bulk update of as many cards.
 * {@code SWEPT_PEOPLE} in the environment has fewer of them.
 */
class SweepPortalBench extends BenchInPortal {
    private static final int PEOPLE = Integer.parseInt(System.getenv().getOrDefault("SWEPT_PEOPLE", "1240000"));
    private static final int AT_ONCE = 100_000;
    private static final int WRITTEN = 10_000;
    private static final int ROUNDS = 2;
    private static final long FIRST = ManyFacts.FIRST;

    @Inject
    private TestSources sources;

    @Inject
    private TestCriteria criteria;

    @Inject
    private TestLists lists;

    @Inject
    private SweepSteps steps;

    @Inject
    private TestTransaction transaction;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    private long sink;

    @Test
    @Order(1)
    void everybody() throws Exception {
        Actor officer = sources.officer("TTYT-575");
        sources.source(officer, SourceKind.VACCINATION);
        long source = sql.number("SELECT MAX(id) FROM eligibility_source");
        lists.submitted(lists.factory(), 1);
        long list = sql.number("SELECT MAX(id) FROM stafflist_list");
        for (int filled = 0; filled < PEOPLE; filled += AT_ONCE) {
            int count = Math.min(AT_ONCE, PEOPLE - filled);
            ManyFacts.statements(source, filled, count).forEach(sql::update);
            cards(list, filled, count);
        }
        sql.list(
                "ANALYZE TABLE person_person, eligibility_tie, eligibility_given, eligibility_record, stafflist_entry, card_card",
                row -> row.getString(4));
        criteria.inForce(criteria.area("56"));
        sweep();
        for (int part : new int[] {1, 100}) {
            double limit = Double.MAX_VALUE;
            double ours = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                limit = Math.min(limit, seconds(() -> sink += ManyFacts.read(sql)) + seconds(() -> write(part)));
                ours = Math.min(ours, seconds(this::sweep));
                assertThat(sql.number("SELECT COUNT(*) FROM card_card WHERE id > ? AND level = 'OTHER'", FIRST))
                        .isZero();
            }
            say(
                    "BENCH sweep.%d ratio=%.2f where one level in %d changed (limit %.1f s, ours %.1f s, sink %d)",
                    PEOPLE, ours / limit, part, limit, ours, sink % 10);
        }
    }

    /** The one of a night, from its beginning to its end. */
    private void sweep() {
        sql.update("DELETE FROM eligibility_sweep");
        boolean more = true;
        while (more) {
            more = steps.step();
        }
    }

    /** Which leaves them with another level than they should have. */
    private void write(int part) throws Exception {
        Timestamp now = Timestamp.from(clock.instant());
        List<Long> cards = LongStream.rangeClosed(FIRST + 1, FIRST + PEOPLE)
                .filter(card -> card % part == 0)
                .boxed()
                .toList();
        for (int from = 0; from < cards.size(); from += WRITTEN) {
            List<Long> some = cards.subList(from, Math.min(cards.size(), from + WRITTEN));
            transaction.call(() -> {
                sql.batch(
                        "UPDATE card_card SET level = ?, level_at = ?, level_due = ? WHERE id = ?",
                        some,
                        (statement, card) -> {
                            statement.setString(1, "OTHER");
                            statement.setTimestamp(2, now);
                            statement.setString(3, "2999-01-01 00:00:00");
                            statement.setLong(4, card);
                        });
                return 0;
            });
        }
    }

    /** One for each person, by an entry of Nha Trang; due never, so that nothing but the sweep looks at them. */
    private void cards(long list, int already, int count) {
        String numbers = ManyFacts.numbers(count);
        String id = FIRST + already + " + seq";
        long area = criteria.area("22327");
        sql.update(ManyFacts.INSERT
                + "stafflist_entry (id, public_id, list_id, organisation_id, row_key, submitted_by, submitted_at, code_hash, code,"
                + " agency_id, rule_id, own_people, person_id, line_number, state, name, birth_year, workplace_id, workplace,"
                + " area_id, activities, position, valid_from, valid_to, cells, due_at) " + numbers + id + ", "
                + ManyFacts.md5(id) + ", " + list + ", 1, " + ManyFacts.sha(id) + ", 1, UTC_TIMESTAMP(6), "
                + ManyFacts.sha(id)
                + ", "
                + ManyFacts.sha(id) + ", 1, 1, FALSE, " + id
                + ", seq, 'APPROVED', 'Nguyễn Văn An', 1985, 1, 'Nhà máy', " + area
                + ", 'LV_DN', '', UTC_DATE(), UTC_DATE() + INTERVAL 90 DAY, '', UTC_TIMESTAMP(6) FROM number");
        sql.update(ManyFacts.INSERT
                + "card_card (id, public_id, card_number, status_index, entry_id, person_id, organisation_id, agency_id, list_id,"
                + " name, birth_year, last_four, organisation, workplace, activities, valid_from, valid_to, state, kid, token,"
                + " issued_at, level, level_due) " + numbers + id + ", " + ManyFacts.md5(id) + ", " + id + ", " + id
                + ", " + id
                + ", " + id
                + ", 1, 1, 1, 'Nguyễn Văn An', 1985, '1234', 'Nhà máy', '', 'LV_DN', UTC_DATE(), UTC_DATE() + INTERVAL 90"
                + " DAY, 'VALID', 'k', 't', UTC_TIMESTAMP(6), 'OTHER', '2999-01-01' FROM number");
    }
}
