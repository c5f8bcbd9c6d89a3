package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import vn.khanhhoa.thecovid.platform.Sql;

/** People whom the records of an import are about, some records at a time. */
@ApplicationScoped
@Transactional
class TouchedSteps {
    private static final int STEP = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private FactsTold factsTold;

    /**
     * Those of the next records, and of whatever else was said of the same: what the records replaced, or what counts again.
     *
     * @param after id of the last record that was looked at
     * @return of the last one now; the same where there is none left
     */
    long step(long importId, long after) {
        long last = sql.number(
                "SELECT IFNULL(MAX(id), ?) FROM (SELECT id FROM eligibility_record WHERE import_id = ? AND id > ? ORDER BY id"
                        + " LIMIT ?) t",
                after,
                importId,
                after,
                STEP);
        Set<Long> people = new HashSet<>(sql.list(
                "SELECT DISTINCT t.person_id FROM eligibility_record r JOIN eligibility_record o ON o.record_key = r.record_key"
                        + " JOIN eligibility_tie t ON t.given_id = o.given_id AND t.state = 'TIED' AND t.known_to IS NULL WHERE"
                        + " r.import_id = ? AND r.id > ? AND r.id <= ?",
                row -> row.getLong(1),
                importId,
                after,
                last));
        if (!people.isEmpty()) {
            factsTold.of(people);
        }
        return last;
    }
}
