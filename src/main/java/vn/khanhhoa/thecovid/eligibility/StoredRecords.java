package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.evidence.CheckedRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.DoseOrder;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.person.PersonKeys;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/**
 * Records as they became known. A version is written once; when another takes its place or it is withdrawn, the moment is
 * noted from which it no longer counts.
 */
@ApplicationScoped
class StoredRecords {
    static final int STEP = 1_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
    private static final String COPIED = "record_key, content_hash, source_id, facility_id, kind, code, number, about,"
            + " holds_from, event_day, outcome, pooled, lot, confirmed_on, due_at, first_known_at, late, given_id";

    /** Told by which key: a file that is being read grows faster than what the database believes of the table. */
    private static final String VERSIONS =
            "SELECT r.record_key, r.version, r.content_hash, r.import_id, r.file_row, r.known_from, r.first_known_at, r.known_to IS"
                    + " NULL AS current, i.state = 'WITHDRAWN' AND NOT EXISTS (SELECT 1 FROM eligibility_repeat e JOIN"
                    + " eligibility_import o ON o.id = e.import_id WHERE e.record_id = r.id AND o.state <> 'WITHDRAWN') AS withdrawn,"
                    + " r.id, r.given_id, r.number, r.event_day, r.code FROM eligibility_record r FORCE INDEX (%s) STRAIGHT_JOIN"
                    + " eligibility_import i ON i.id = r.import_id WHERE r.%s IN (%s)%s ORDER BY r.version";

    /**
     * The current versions of an import, each with those of its record that another import says, by itself or by repeating it,
     * which was not withdrawn; the first of each is what is known without the import: the same version, or an earlier one.
     */
    private static final String UPHELD =
            "WITH said AS (SELECT c.id AS current_id, c.version AS current, q.id AS version_id, q.version, FALSE AS repeated,"
                    + " q.import_id, q.file_row FROM eligibility_record c JOIN eligibility_record q ON q.record_key = c.record_key AND"
                    + " q.version < c.version AND q.import_id <> c.import_id WHERE c.import_id = ? AND c.known_to IS NULL UNION ALL"
                    + " SELECT c.id, c.version, q.id, q.version, TRUE, e.import_id, e.file_row FROM eligibility_record c JOIN"
                    + " eligibility_record q ON q.record_key = c.record_key AND q.version <= c.version JOIN eligibility_repeat e ON"
                    + " e.record_id = q.id AND e.import_id <> c.import_id WHERE c.import_id = ? AND c.known_to IS NULL), upheld AS"
                    + " (SELECT s.*, ROW_NUMBER() OVER (PARTITION BY s.current_id ORDER BY s.version DESC, s.repeated, s.import_id) AS"
                    + " place FROM said s JOIN eligibility_import i ON i.id = s.import_id AND i.state <> 'WITHDRAWN') ";

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private PersonKeys keys;

    @Inject
    private StoredGiven given;

    /**
     * A version that is there.
     *
     * @param current whether it counts now
     * @param withdrawn whether its import was, and every other that said the same
     */
    record Version(
            long id,
            int version,
            Hash content,
            long importId,
            int fileRow,
            Instant knownFrom,
            Instant firstKnownAt,
            boolean current,
            boolean withdrawn) {}

    /** A dose of a person, of whatever source. */
    record KnownDose(Hash recordKey, DoseOrder.Dose dose) {}

    /**
     * A record with its hashes.
     *
     * @param key equal for versions of one record
     * @param content equal for versions that say the same
     */
    record Keyed(HealthRecord record, Hash key, Hash content, StoredGiven.Given person) {
        /** The same as that of the person whose document it is. */
        Optional<Hash> identity() {
            return person.identity();
        }
    }

    /**
     * A version that is to be.
     *
     * @param due by when it was to be known; empty for no deadline
     */
    record NewVersion(Keyed keyed, int version, int fileRow, Optional<Instant> due, Instant firstKnownAt) {}

    /** A row that says what a version of another import says. */
    record Repeat(long recordId, int fileRow) {}

    /** Takes a while, and asks nothing of the database. */
    ImportedRows.ReadRow read(long sourceId, CheckedRecord row) {
        return new ImportedRows.ReadRow(row, row.record().map(record -> keyed(sourceId, record)));
    }

    private Keyed keyed(long sourceId, HealthRecord record) {
        String number = record.person().documentNumber();
        Optional<Hash> identity = number.isEmpty() ? Optional.empty() : Optional.of(new Hash(keys.document(number)));
        return new Keyed(
                record,
                new Hash(cipher.match("record", record.key())),
                new Hash(cipher.match("record-content", record.content())),
                given.given(sourceId, identity, record.person()));
    }

    /** The oldest first. */
    Map<Hash, List<Version>> versions(Collection<Hash> keys) {
        Map<Hash, List<Version>> found = new HashMap<>();
        StoredGiven.inParts(
                keys,
                (marks, args) -> sql.list(
                        VERSIONS.formatted("eligibility_record_version", "record_key", marks, ""),
                        row -> note(row, found),
                        args));
        return found;
    }

    private static Hash note(ResultSet row, Map<Hash, List<Version>> found) throws SQLException {
        Hash key = new Hash(row.getBytes("record_key"));
        found.computeIfAbsent(key, unused -> new ArrayList<>(1))
                .add(new Version(
                        row.getLong("id"),
                        row.getInt("version"),
                        new Hash(row.getBytes("content_hash")),
                        row.getLong("import_id"),
                        row.getInt("file_row"),
                        row.getTimestamp("known_from").toInstant(),
                        row.getTimestamp("first_known_at").toInstant(),
                        row.getBoolean("current"),
                        row.getBoolean("withdrawn")));
        return key;
    }

    /**
     * All doses of some people.
     *
     * @param versions the oldest first, by their keys
     * @param current those that count, by the documents
     */
    record Doses(Map<Hash, List<Version>> versions, Map<Hash, List<KnownDose>> current) {}

    /** @param said of people, by their documents */
    Doses doses(Map<Hash, List<StoredGiven.Said>> said) {
        Map<Long, Hash> identities = new HashMap<>();
        said.forEach((identity, statements) -> statements.stream()
                .filter(each -> each.kind() == SourceKind.VACCINATION)
                .forEach(each -> identities.put(each.id(), identity)));
        Doses found = new Doses(new HashMap<>(), new HashMap<>());
        StoredGiven.inParts(
                identities.keySet(),
                (marks, args) -> sql.list(
                        VERSIONS.formatted("eligibility_record_given", "given_id", marks, " AND r.kind = 'DOSE'"),
                        row -> {
                            Hash key = note(row, found.versions());
                            return row.getBoolean("current")
                                    && found.current()
                                            .computeIfAbsent(
                                                    Objects.requireNonNull(identities.get(row.getLong("given_id"))),
                                                    identity -> new ArrayList<>(2))
                                            .add(new KnownDose(
                                                    key,
                                                    new DoseOrder.Dose(
                                                            row.getInt("number"),
                                                            Objects.requireNonNull(
                                                                    row.getObject("event_day", LocalDate.class)),
                                                            row.getString("code"))));
                        },
                        args));
        return found;
    }

    /** Whoever calls holds the source. */
    void insert(long sourceId, long importId, List<NewVersion> versions, StoredGiven.Statements people, Instant now) {
        given.enter(sourceId, importId, people);
        Iterator<Long> ids = sql.ids("eligibility_record_seq", STEP);
        Map<Instant, String> moments = new HashMap<>();
        sql.batch(
                "INSERT INTO eligibility_record (id, version, known_from, import_id, file_row, " + COPIED
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                versions,
                (statement, each) -> {
                    Keyed keyed = each.keyed();
                    statement.setLong(1, ids.next());
                    statement.setInt(2, each.version());
                    statement.setString(3, written(now, moments));
                    statement.setLong(4, importId);
                    statement.setInt(5, each.fileRow());
                    statement.setBytes(6, keyed.key().bytes());
                    statement.setBytes(7, keyed.content().bytes());
                    statement.setLong(8, sourceId);
                    statement.setLong(9, keyed.record().facilityId());
                    statement.setString(10, keyed.record().kind().name());
                    bindFact(statement, 11, each, moments);
                    statement.setLong(
                            23,
                            Objects.requireNonNull(
                                    people.ids().get(keyed.person().key())));
                });
    }

    private static void bindFact(
            PreparedStatement statement, int first, NewVersion version, Map<Instant, String> moments)
            throws SQLException {
        HealthRecord record = version.keyed().record();
        statement.setString(first, record.code());
        statement.setInt(first + 1, record.number());
        statement.setString(first + 2, written(record.about(), moments));
        statement.setString(first + 3, written(record.from(), moments));
        statement.setObject(first + 4, record.day(), Types.DATE);
        statement.setString(
                first + 5, record.outcome().map(Fact.TestOutcome::name).orElse(""));
        statement.setBoolean(first + 6, record.pooled());
        statement.setString(first + 7, record.lot());
        statement.setObject(first + 8, record.confirmedOn().orElse(null), Types.DATE);
        statement.setString(
                first + 9, version.due().map(due -> written(due, moments)).orElse(null));
        statement.setString(first + 10, written(version.firstKnownAt(), moments));
        statement.setBoolean(
                first + 11,
                version.due().filter(version.firstKnownAt()::isAfter).isPresent());
    }

    /** Most records of a file share their moments, each of which the driver would write anew: a tenth of the work of a row. */
    private static String written(Instant moment, Map<Instant, String> moments) {
        return moments.computeIfAbsent(moment, MOMENT::format);
    }

    /** These versions count no longer: others take their place. */
    void supersede(List<Hash> keys, Instant now) {
        StoredGiven.inParts(keys, (marks, args) -> {
            Object[] all = new Object[args.length + 1];
            all[0] = now;
            System.arraycopy(args, 0, all, 1, args.length);
            sql.update(
                    "UPDATE eligibility_record SET known_to = ? WHERE record_key IN (" + marks
                            + ") AND known_to IS NULL",
                    all);
        });
    }

    /** The rows say what these versions say. Whoever calls holds the source. */
    void repeat(long importId, List<Repeat> repeats) {
        // A job that began again may have come to a row of the same record before.
        sql.batch(
                "INSERT IGNORE INTO eligibility_repeat (record_id, import_id, file_row) VALUES (?, ?, ?)",
                repeats,
                (statement, repeat) -> {
                    statement.setLong(1, repeat.recordId());
                    statement.setLong(2, importId);
                    statement.setInt(3, repeat.fileRow());
                });
    }

    WithdrawalForeseen foresee(long importId) {
        int current = (int) sql.number(
                "SELECT COUNT(*) FROM eligibility_record WHERE import_id = ? AND known_to IS NULL", importId);
        int all = (int) sql.number("SELECT COUNT(*) FROM eligibility_record WHERE import_id = ?", importId);
        return sql.list(
                        UPHELD + "SELECT IFNULL(SUM(version_id = current_id), 0), COUNT(*) FROM upheld WHERE place = 1",
                        row -> new WithdrawalForeseen(
                                current - row.getInt(1), row.getInt(2) - row.getInt(1), all - current, row.getInt(1)),
                        importId,
                        importId)
                .get(0);
    }

    /**
     * Its facts end. What another import said too goes on, and what they had replaced counts again, as versions of their own of
     * the import that says so.
     */
    void withdraw(long importId, Instant now) {
        sql.update(
                "INSERT INTO eligibility_record (id, version, known_from, import_id, file_row, " + COPIED + ") "
                        + UPHELD
                        + "SELECT NEXT VALUE FOR eligibility_record_seq, u.current + 1, ?, u.import_id, u.file_row, "
                        + COPIED.replaceAll("(\\w+)", "p.$1")
                        + " FROM upheld u JOIN eligibility_record p ON p.id = u.version_id WHERE u.place = 1",
                importId,
                importId,
                now);
        // Whoever else said the same says it of these.
        sql.update(
                "INSERT IGNORE INTO eligibility_repeat (record_id, import_id, file_row) SELECT n.id, e.import_id, e.file_row FROM"
                        + " eligibility_record c JOIN eligibility_record n ON n.record_key = c.record_key AND n.version = c.version"
                        + " + 1 JOIN eligibility_record q ON q.record_key = c.record_key AND q.version <= c.version AND"
                        + " q.content_hash = n.content_hash JOIN eligibility_repeat e ON e.record_id = q.id AND e.import_id NOT IN"
                        + " (c.import_id, n.import_id) JOIN eligibility_import i ON i.id = e.import_id AND i.state <> 'WITHDRAWN'"
                        + " WHERE c.import_id = ? AND c.known_to IS NULL",
                importId);
        sql.update(
                "UPDATE eligibility_record SET known_to = ? WHERE import_id = ? AND known_to IS NULL", now, importId);
    }
}
