package vn.khanhhoa.thecovid.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact.TestOutcome;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;

/** Facts of some people as they are known now, in the order of these, in arrays: an object for each would cost more than to assess them. */
final class PresentFacts {
    private static final String MICROS = "TIMESTAMPDIFF(MICROSECOND, '1970-01-01', %s)";

    /** What is read, but for who and when, which is said after it; in the order of the people. */
    static final String SELECT = "SELECT t.person_id, r.id, r.source_id, r.kind, r.code, " + MICROS.formatted("r.about")
            + ", " + MICROS.formatted("r.holds_from")
            + ", r.outcome, r.pooled FROM eligibility_tie t JOIN eligibility_record r ON r.given_id = t.given_id";

    private static final int FIRST_SIZE = 16_384;

    private long[] person = new long[FIRST_SIZE];
    private long[] id = new long[FIRST_SIZE];
    private int[] source = new int[FIRST_SIZE];
    private FactKind[] kind = new FactKind[FIRST_SIZE];
    private int[] code = new int[FIRST_SIZE];
    private long[] about = new long[FIRST_SIZE];
    private long[] from = new long[FIRST_SIZE];
    private int size;
    private int at;

    boolean add(ResultSet row) throws SQLException {
        if (size == person.length) {
            int larger = size * 2;
            person = Arrays.copyOf(person, larger);
            id = Arrays.copyOf(id, larger);
            source = Arrays.copyOf(source, larger);
            kind = Arrays.copyOf(kind, larger);
            code = Arrays.copyOf(code, larger);
            about = Arrays.copyOf(about, larger);
            from = Arrays.copyOf(from, larger);
        }
        FactKind what = kind(row.getString(4), row.getString(8), row.getBoolean(9));
        person[size] = row.getLong(1);
        id[size] = row.getLong(2);
        source[size] = (int) row.getLong(3);
        kind[size] = what;
        code[size] = CriteriaSets.VOCABULARY.number(what.list().orElseThrow(), row.getString(5));
        about[size] = row.getLong(6);
        from[size] = row.getLong(7);
        size++;
        return true;
    }

    private static FactKind kind(String kind, String outcome, boolean pooled) {
        return switch (kind) {
            case "DOSE" -> FactKind.DOSE;
            case "RECOVERY" -> FactKind.RECOVERY;
            default -> TestOutcome.valueOf(outcome).kind(pooled);
        };
    }

    /** Others may be read again. */
    void clear() {
        size = 0;
        at = 0;
    }

    /** Puts those of one person in, who comes after whoever was asked for before. @return how many */
    int put(long personId, PersonFacts facts) {
        while (at < size && person[at] < personId) {
            at++;
        }
        int first = at;
        while (at < size && person[at] == personId) {
            facts.add(
                    id[at],
                    source[at],
                    kind[at],
                    code[at],
                    about[at],
                    Math.max(about[at], from[at]),
                    Long.MAX_VALUE,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE);
            at++;
        }
        return at - first;
    }
}
