package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** All that sources of one agency have of somebody, also what is asked at the desk, is another's by a decision, or counts no longer. */
@ApplicationScoped
class RecordsOfPerson {
    /** Of each statement the newest version of each record. */
    private static final String RECORDS =
            "SELECT DISTINCT r.id, r.about, r.source_id, t.state, i.public_id, i.file_name, r.file_row, "
                    + ToldRecord.COLUMNS
                    + " FROM eligibility_tie t JOIN eligibility_source s ON s.id = t.source_id JOIN eligibility_record r ON r.given_id"
                    + " = t.given_id" + ToldRecord.WITH_WHOM_AND_WHERE
                    + " JOIN eligibility_import i ON i.id = r.import_id WHERE s.agency_id = ? AND t.known_to IS NULL AND (t.state <>"
                    + " 'APART' OR t.decided_by > 0) AND NOT EXISTS (SELECT 1 FROM eligibility_record n WHERE n.record_key ="
                    + " r.record_key AND n.version > r.version AND n.given_id = r.given_id) AND t.person_id IN (%s) ORDER BY r.about,"
                    + " r.id";

    @Inject
    private StoredSources sources;

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    /** The oldest event first. @param personIds of one person, who may be several in the register */
    List<PersonRecord> of(long agencyId, Collection<Long> personIds) {
        List<Object> args = new ArrayList<>(List.of(agencyId));
        args.addAll(personIds);
        Map<Long, SourceView> known = new HashMap<>();
        return sql.list(
                RECORDS.formatted(Sql.marks(personIds.size())),
                row -> new PersonRecord(
                        known.computeIfAbsent(row.getLong("source_id"), sources::byId),
                        TieState.valueOf(row.getString("state")),
                        ToldRecord.of(row, cipher),
                        Sql.publicId(row, "public_id"),
                        row.getString("file_name"),
                        row.getInt("file_row")),
                args.toArray());
    }
}
