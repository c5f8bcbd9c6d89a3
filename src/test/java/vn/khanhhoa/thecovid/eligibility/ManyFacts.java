package vn.khanhhoa.thecovid.eligibility;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import vn.khanhhoa.thecovid.platform.Sql;

/** Fills a portal with people of three facts each, two doses and a test, and reads them as barely as can be. */
final class ManyFacts {
    static final long FIRST = 1L << 40;
    static final String INSERT = "SET STATEMENT max_recursive_iterations = 1000000 FOR INSERT INTO ";

    private static final int READ = 5_000;

    private ManyFacts() {}

    /** What counts from 1 as {@code seq}, of {@code number}. */
    static String numbers(int count) {
        return "WITH RECURSIVE number (seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM number WHERE seq < " + count
                + ") SELECT ";
    }

    /** As hashes are, and quicker: RANDOM_BYTES of millions of rows failed. */
    static String sha(String id) {
        return "UNHEX(SHA2(" + id + ", 256))";
    }

    static String md5(String id) {
        return "UNHEX(MD5(" + id + "))";
    }

    /** @param already how many there are, before whom the numbers of these come */
    static List<String> statements(long source, int already, int count) {
        String numbers = numbers(count);
        String id = FIRST + already + " + seq";
        return List.of(
                INSERT
                        + "person_person (id, public_id, document_kind, document_hash, document_number, last_four, name, birth,"
                        + " sex, created_at) " + numbers + id
                        + ", " + md5(id) + ", 'CCCD', " + sha(id) + ", " + sha(id) + ", '1234',"
                        + " 'Nguyễn Văn An', CONCAT(1935 + seq % 85, '-03-07'), 'MALE', UTC_TIMESTAMP(6) FROM number",
                INSERT + "person_said (id, person_id, said_key, name, birth, phone_end, commune, said_at) " + numbers
                        + id
                        + ", " + id
                        + ", " + sha(id) + ", 'Nguyễn Văn An', '1985-03-07', '123', ELT(1 + seq % 4, '22327', '22330',"
                        + " '22480', ''), UTC_TIMESTAMP(6) FROM number",
                INSERT
                        + "eligibility_given (id, given_key, source_id, import_id, person, document_kind, name, birth, sex,"
                        + " commune) " + numbers + id + ", " + sha(id) + ", " + source + ", 0, " + sha(id) + ", 'CCCD',"
                        + " 'Nguyễn Văn An', '1985-03-07', 'MALE', '22327' FROM number",
                INSERT
                        + "eligibility_tie (id, public_id, source_id, given_id, person_id, number, said_id, grade, state,"
                        + " decided_by, decider, why, known_from) " + numbers + id + ", " + md5(id) + ", " + source
                        + ", " + id
                        + ", "
                        + id + ", 1, 0, 'A', 'TIED', 0, '', '', UTC_TIMESTAMP(6) FROM number",
                record(numbers, source, id, "3 * (" + id + ")", "'DOSE'", "'AZ'", "60 + seq % 90", "''"),
                record(numbers, source, id, "3 * (" + id + ") + 1", "'DOSE'", "'AZ'", "1 + seq % 50", "''"),
                record(numbers, source, id, "3 * (" + id + ") + 2", "'TEST'", "'RT_PCR'", "seq % 9", "'NEGATIVE'"));
    }

    private static String record(
            String numbers,
            long source,
            String given,
            String id,
            String kind,
            String code,
            String daysAgo,
            String outcome) {
        String about = "UTC_DATE() - INTERVAL " + daysAgo + " DAY - INTERVAL 7 HOUR";
        return INSERT
                + "eligibility_record (id, record_key, version, content_hash, source_id, facility_id, import_id,"
                + " file_row, kind, code, number, about, holds_from,"
                + " event_day, outcome, pooled, lot, first_known_at, late, known_from, given_id) " + numbers + id
                + ", " + sha(id) + ", 1, " + sha(id) + ", " + source + ", 1, 0, seq, " + kind
                + ", " + code + ", 1, "
                + about + ", " + about + ", UTC_DATE(), " + outcome
                + ", FALSE, '', UTC_TIMESTAMP(6), FALSE, UTC_TIMESTAMP(6), " + given + " FROM number";
    }

    /** All of them and their facts, in order. @return something of everything that was read, so that all of it is */
    static long read(Sql sql) {
        LongAdder sink = new LongAdder();
        long after = FIRST;
        while (true) {
            List<Long> people = sql.list(
                    SimulatedPeople.PEOPLE,
                    row -> {
                        sink.add(row.getString(2).length());
                        return row.getLong(1);
                    },
                    after,
                    READ);
            if (people.isEmpty()) {
                return sink.sum();
            }
            long last = people.get(people.size() - 1);
            sql.list(
                    SimulatedPeople.FACTS,
                    row -> {
                        sink.add(row.getLong(1)
                                + row.getLong(2)
                                + row.getLong(3)
                                + row.getString(4).length()
                                + row.getString(5).length()
                                + row.getLong(6)
                                + row.getLong(7)
                                + row.getString(8).length()
                                + (row.getBoolean(9) ? 1 : 0));
                        return true;
                    },
                    after,
                    last);
            after = last;
        }
    }
}
