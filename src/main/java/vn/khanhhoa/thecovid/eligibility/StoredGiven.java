package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.evidence.HealthRecord;
import vn.khanhhoa.thecovid.person.PersonKeys;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** Who records are about, as their sources say it: each different statement of a source once. */
@ApplicationScoped
class StoredGiven {
    static final String SEPARATOR = "\u001f";
    private static final int STEP = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private PersonKeys keys;

    /**
     * One statement.
     *
     * @param key equal for statements of one source that say the same
     * @param sealed number and phone
     */
    record Given(
            Hash key,
            Optional<Hash> identity,
            Optional<Hash> phone,
            byte[] sealed,
            String documentKind,
            String name,
            String birth,
            String sex,
            String commune) {
        @Override
        public String toString() {
            return "a person";
        }
    }

    /** @param identity of the document's number, where there is one */
    Given given(long sourceId, Optional<Hash> identity, HealthRecord.PersonGiven person) {
        return given(
                sourceId,
                identity,
                keys.phone(person.phone()).map(Hash::new),
                cipher.seal(person.documentNumber() + SEPARATOR + person.phone()),
                person.documentKind(),
                person.name(),
                person.birth(),
                person.sex(),
                person.commune());
    }

    private Given given(
            long sourceId,
            Optional<Hash> identity,
            Optional<Hash> phone,
            byte[] sealed,
            String documentKind,
            String name,
            String birth,
            String sex,
            String commune) {
        String said =
                String.join(SEPARATOR, String.valueOf(sourceId), hex(identity), hex(phone), name, birth, sex, commune);
        Hash key = new Hash(cipher.match("given", said));
        return new Given(key, identity, phone, sealed, documentKind, name, birth, sex, commune);
    }

    static String hex(Optional<Hash> hash) {
        return hash.map(each -> HexFormat.of().formatHex(each.bytes())).orElse("");
    }

    /**
     * Ids of all of them, those that are new entered. Whoever calls holds the source, so that nobody else enters the same.
     */
    Map<Hash, Long> enter(long sourceId, long importId, Collection<Given> statements) {
        Map<Hash, Given> fresh = new LinkedHashMap<>();
        statements.forEach(given -> fresh.putIfAbsent(given.key(), given));
        Map<Hash, Long> ids = find(fresh.keySet());
        fresh.keySet().removeAll(ids.keySet());
        Iterator<Long> next = sql.ids("eligibility_given_seq", STEP);
        sql.batch(
                "INSERT INTO eligibility_given (id, given_key, source_id, import_id, identity_hash, phone_hash, person,"
                        + " document_kind, name, birth, sex, commune, name_and_birth) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?)",
                fresh.values(),
                (statement, given) -> {
                    long id = next.next();
                    ids.put(given.key(), id);
                    statement.setLong(1, id);
                    statement.setBytes(2, given.key().bytes());
                    statement.setLong(3, sourceId);
                    statement.setLong(4, importId);
                    statement.setObject(5, given.identity().map(Hash::bytes).orElse(null), Types.VARBINARY);
                    statement.setObject(6, given.phone().map(Hash::bytes).orElse(null), Types.VARBINARY);
                    statement.setBytes(7, given.sealed());
                    statement.setString(8, given.documentKind());
                    statement.setString(9, given.name());
                    statement.setString(10, given.birth());
                    statement.setString(11, given.sex());
                    statement.setString(12, given.commune());
                    statement.setObject(
                            13, keys.nameAndBirth(given.name(), given.birth()).orElse(null), Types.VARBINARY);
                });
        if (!fresh.isEmpty()) {
            sql.update(
                    "UPDATE eligibility_import SET given_to = ?, to_match = TRUE WHERE id = ?",
                    ids.values().stream().mapToLong(Long::longValue).max().orElseThrow(),
                    importId);
        }
        return ids;
    }

    private Map<Hash, Long> find(Collection<Hash> wanted) {
        Map<Hash, Long> ids = new HashMap<>();
        List<Hash> all = List.copyOf(wanted);
        for (int from = 0; from < all.size(); from += STEP) {
            List<Hash> some = all.subList(from, Math.min(all.size(), from + STEP));
            sql.list(
                            "SELECT given_key, id FROM eligibility_given WHERE given_key IN (" + Sql.marks(some.size())
                                    + ")",
                            row -> Map.entry(new Hash(row.getBytes(1)), row.getLong(2)),
                            some.stream().map(Hash::bytes).toArray())
                    .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        }
        return ids;
    }

    /** An import with records from before there were statements. */
    record Old(long sourceId, long importId) {}

    Optional<Old> old() {
        return sql.first(
                "SELECT source_id, import_id FROM eligibility_record WHERE given_id IS NULL LIMIT 1",
                row -> new Old(row.getLong(1), row.getLong(2)));
    }

    /** Some of its records get theirs. Whoever calls holds the source. */
    void adopt(Old old) {
        record Adopted(long id, Given given) {}
        List<Adopted> adopted = sql.list(
                "SELECT id, identity_hash, phone_hash, person, document_kind, name, birth, sex, commune FROM"
                        + " eligibility_record WHERE given_id IS NULL AND import_id = ? ORDER BY id LIMIT " + STEP,
                row -> new Adopted(
                        row.getLong(1),
                        given(
                                old.sourceId(),
                                Optional.ofNullable(row.getBytes(2)).map(Hash::new),
                                Optional.ofNullable(row.getBytes(3)).map(Hash::new),
                                row.getBytes(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9))),
                old.importId());
        Map<Hash, Long> ids = enter(
                old.sourceId(),
                old.importId(),
                adopted.stream().map(Adopted::given).toList());
        sql.batch("UPDATE eligibility_record SET given_id = ? WHERE id = ?", adopted, (statement, each) -> {
            statement.setLong(1, Objects.requireNonNull(ids.get(each.given().key())));
            statement.setLong(2, each.id());
        });
    }
}
