package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.evidence.DoseOrder;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.eligibility.evidence.RecordKind;
import vn.khanhhoa.thecovid.person.NameWords;
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
    private static final String COPIED = "record_key, content_hash, source_id, facility_id, import_id, file_row, kind,"
            + " identity_hash, phone_hash, person, document_kind, name, words, birth, sex, commune, code, number, about,"
            + " holds_from, event_day, outcome, pooled, lot, confirmed_on, due_at, first_known_at, late, given_id";

    /** The current version of a record of an import with the newest version before it whose import was not withdrawn. */
    private static final String RETURNING =
            " FROM eligibility_record c JOIN eligibility_record p ON p.record_key = c.record_key AND p.version = (SELECT"
                    + " MAX(q.version) FROM eligibility_record q JOIN eligibility_import i ON i.id = q.import_id WHERE"
                    + " q.record_key = c.record_key AND q.version < c.version AND q.import_id <> c.import_id AND i.state <>"
                    + " 'WITHDRAWN') WHERE c.import_id = ? AND c.known_to IS NULL";

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
     * @param withdrawn whether its import was
     */
    record Version(
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
     * A version that is to be.
     *
     * @param due by when it was to be known; empty for no deadline
     */
    record NewVersion(
            Hash key,
            Hash content,
            Optional<Hash> identity,
            int version,
            int fileRow,
            HealthRecord record,
            Optional<Instant> due,
            Instant firstKnownAt) {}

    Hash key(HealthRecord record) {
        return new Hash(cipher.match("record", record.key()));
    }

    Hash content(HealthRecord record) {
        return new Hash(cipher.match("record-content", record.content()));
    }

    /** The same as that of the person whose document it is. */
    Optional<Hash> identity(HealthRecord record) {
        String number = record.person().documentNumber();
        return number.isEmpty() ? Optional.empty() : Optional.of(new Hash(keys.document(number)));
    }

    /**
     * The oldest first. Told by which key: a file that is being read grows faster than what the database believes of the table,
     * and it would go through all records of the few imports instead.
     */
    Map<Hash, List<Version>> versions(Collection<Hash> keys) {
        Map<Hash, List<Version>> found = new HashMap<>();
        inParts(
                keys,
                (marks, args) -> sql.list(
                        "SELECT r.record_key, r.version, r.content_hash, r.import_id, r.file_row, r.known_from, r.first_known_at,"
                                + " r.known_to IS NULL, i.state = 'WITHDRAWN' FROM eligibility_record r FORCE INDEX"
                                + " (eligibility_record_version) STRAIGHT_JOIN eligibility_import i ON i.id = r.import_id WHERE"
                                + " r.record_key IN (" + marks + ") ORDER BY r.version",
                        row -> found.computeIfAbsent(new Hash(row.getBytes(1)), key -> new ArrayList<>(1))
                                .add(new Version(
                                        row.getInt(2),
                                        new Hash(row.getBytes(3)),
                                        row.getLong(4),
                                        row.getInt(5),
                                        row.getTimestamp(6).toInstant(),
                                        row.getTimestamp(7).toInstant(),
                                        row.getBoolean(8),
                                        row.getBoolean(9))),
                        args));
        return found;
    }

    /** By the hashes of documents. */
    Map<Hash, List<KnownDose>> doses(Collection<Hash> identities) {
        Map<Hash, List<KnownDose>> found = new HashMap<>();
        inParts(
                identities,
                (marks, args) -> sql.list(
                        "SELECT identity_hash, record_key, number, event_day, code FROM eligibility_record WHERE identity_hash IN ("
                                + marks + ") AND kind = 'DOSE' AND known_to IS NULL",
                        row -> found.computeIfAbsent(new Hash(row.getBytes(1)), identity -> new ArrayList<>(2))
                                .add(new KnownDose(
                                        new Hash(row.getBytes(2)),
                                        new DoseOrder.Dose(
                                                row.getInt(3),
                                                Objects.requireNonNull(row.getObject(4, LocalDate.class)),
                                                row.getString(5)))),
                        args));
        return found;
    }

    private interface Part {
        List<?> read(String marks, Object... args);
    }

    private static void inParts(Collection<Hash> hashes, Part part) {
        List<Hash> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += STEP) {
            List<Hash> some = all.subList(from, Math.min(all.size(), from + STEP));
            part.read(Sql.marks(some.size()), some.stream().map(Hash::bytes).toArray());
        }
    }

    /** A version with who it is about. */
    private record About(NewVersion version, StoredGiven.Given person) {}

    /** Whoever calls holds the source. */
    void insert(long sourceId, long importId, List<NewVersion> versions, Instant now) {
        List<About> all = versions.stream()
                .map(version -> new About(
                        version,
                        given.given(
                                sourceId, version.identity(), version.record().person())))
                .toList();
        Map<Hash, Long> givenIds =
                given.enter(sourceId, importId, all.stream().map(About::person).toList());
        Iterator<Long> ids = sql.ids("eligibility_record_seq", STEP);
        Map<Instant, String> moments = new HashMap<>();
        sql.batch(
                "INSERT INTO eligibility_record (id, version, known_from, " + COPIED
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                all,
                (statement, about) -> {
                    NewVersion each = about.version();
                    statement.setLong(1, ids.next());
                    statement.setInt(2, each.version());
                    statement.setString(3, written(now, moments));
                    statement.setBytes(4, each.key().bytes());
                    statement.setBytes(5, each.content().bytes());
                    statement.setLong(6, sourceId);
                    statement.setLong(7, each.record().facilityId());
                    statement.setLong(8, importId);
                    statement.setInt(9, each.fileRow());
                    statement.setString(10, each.record().kind().name());
                    statement.setObject(11, each.identity().map(Hash::bytes).orElse(null), Types.VARBINARY);
                    bindPerson(statement, 12, about.person());
                    bindFact(statement, 20, each, moments);
                    statement.setLong(
                            32,
                            Objects.requireNonNull(givenIds.get(about.person().key())));
                });
    }

    private static void bindPerson(PreparedStatement statement, int first, StoredGiven.Given person)
            throws SQLException {
        statement.setObject(first, person.phone().map(Hash::bytes).orElse(null), Types.VARBINARY);
        statement.setBytes(first + 1, person.sealed());
        statement.setString(first + 2, person.documentKind());
        statement.setString(first + 3, person.name());
        statement.setString(
                first + 4, NameWords.of(person.name()).stream().sorted().collect(Collectors.joining(" ")));
        statement.setString(first + 5, person.birth());
        statement.setString(first + 6, person.sex());
        statement.setString(first + 7, person.commune());
    }

    private static void bindFact(
            PreparedStatement statement, int first, NewVersion version, Map<Instant, String> moments)
            throws SQLException {
        HealthRecord record = version.record();
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
        inParts(keys, (marks, args) -> {
            Object[] all = new Object[args.length + 1];
            all[0] = now;
            System.arraycopy(args, 0, all, 1, args.length);
            sql.update(
                    "UPDATE eligibility_record SET known_to = ? WHERE record_key IN (" + marks
                            + ") AND known_to IS NULL",
                    all);
            return List.of();
        });
    }

    WithdrawalForeseen foresee(long importId) {
        int ending = (int) sql.number(
                "SELECT COUNT(*) FROM eligibility_record WHERE import_id = ? AND known_to IS NULL", importId);
        int all = (int) sql.number("SELECT COUNT(*) FROM eligibility_record WHERE import_id = ?", importId);
        return new WithdrawalForeseen(ending, (int) sql.number("SELECT COUNT(*)" + RETURNING, importId), all - ending);
    }

    /** Its facts end; of those that had replaced others, these count again, as versions of their own. */
    void withdraw(long importId, Instant now) {
        sql.update(
                "INSERT INTO eligibility_record (id, version, known_from, " + COPIED
                        + ") SELECT NEXT VALUE FOR eligibility_record_seq, c.version + 1, ?, "
                        + COPIED.replaceAll("(\\w+)", "p.$1") + RETURNING,
                now,
                importId);
        sql.update(
                "UPDATE eligibility_record SET known_to = ? WHERE import_id = ? AND known_to IS NULL", now, importId);
    }

    /**
     * What is known of a person.
     *
     * @param facts all that was ever known, by what is tied to them, each with the time within which both it and the tie were
     * @param sources of the facts, by their numbers
     */
    record Known(Optional<LocalDate> born, List<Fact> facts, Map<Integer, SourceName> sources) {
        String source(int number, Locale language) {
            SourceName name = Objects.requireNonNull(sources.get(number));
            return language.getLanguage().equals("vi") ? name.vietnamese() : name.english();
        }
    }

    record SourceName(String vietnamese, String english) {}

    List<Fact> facts(long personId) {
        return known(personId).facts();
    }

    Known known(long personId) {
        List<String> births = new ArrayList<>(1);
        Map<Integer, SourceName> names = new HashMap<>();
        List<Optional<Fact>> facts = sql.list(
                "SELECT p.birth, s.name_vi, s.name_en, r.id, r.source_id, r.kind, r.code, r.about, r.holds_from, r.outcome,"
                        + " r.pooled, r.known_from, r.known_to, t.known_from AS tied_from, t.known_to AS tied_to FROM"
                        + " person_person p LEFT JOIN (eligibility_tie t JOIN eligibility_record r ON r.given_id = t.given_id"
                        + " JOIN eligibility_source s ON s.id = r.source_id) ON t.person_id = p.id AND t.state = 'TIED' WHERE"
                        + " p.id = ? ORDER BY r.about, r.id, t.id",
                row -> {
                    births.add(row.getString("birth"));
                    if (row.getObject("id") == null) {
                        return Optional.empty();
                    }
                    names.put(
                            (int) row.getLong("source_id"),
                            new SourceName(row.getString("name_vi"), row.getString("name_en")));
                    return fact(row);
                },
                personId);
        return new Known(
                births.stream().findFirst().map(StoredRecords::born),
                facts.stream().flatMap(Optional::stream).toList(),
                names);
    }

    /** Where only the month or the year is known, its last day: nobody is taken to be older than they may be. */
    private static LocalDate born(String birth) {
        return switch (birth.length()) {
            case 4 -> Year.parse(birth).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(birth).atEndOfMonth();
            default -> LocalDate.parse(birth);
        };
    }

    /** Empty for a version that was over before its tie. */
    private static Optional<Fact> fact(ResultSet row) throws SQLException {
        Instant from = later(
                row.getTimestamp("known_from").toInstant(),
                row.getTimestamp("tied_from").toInstant());
        Instant to = earlier(Sql.instant(row, "known_to"), Sql.instant(row, "tied_to"));
        return to.isAfter(from) ? Optional.of(version(row).known(from, to)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        Instant first = Objects.requireNonNullElse(one, Instant.MAX);
        Instant second = Objects.requireNonNullElse(other, Instant.MAX);
        return first.isBefore(second) ? first : second;
    }

    private static Fact version(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        int source = (int) row.getLong("source_id");
        String code = row.getString("code");
        Instant about = row.getTimestamp("about").toInstant();
        return switch (RecordKind.valueOf(row.getString("kind"))) {
            case DOSE -> Fact.of(id, source, FactKind.DOSE, code, about);
            case RECOVERY -> Fact.of(id, source, FactKind.RECOVERY, code, about);
            case TEST ->
                Fact.test(
                        id,
                        source,
                        code,
                        Fact.TestOutcome.valueOf(row.getString("outcome")),
                        row.getBoolean("pooled"),
                        about,
                        row.getTimestamp("holds_from").toInstant());
        };
    }
}
