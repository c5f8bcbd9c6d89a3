package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Types;
import java.util.ArrayList;
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
import vn.khanhhoa.thecovid.platform.InParts;
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
     * @param nameAndBirth as {@link PersonKeys#nameAndBirth}
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
            String commune,
            Optional<Hash> nameAndBirth) {
        @Override
        public String toString() {
            return "a person";
        }
    }

    /** @param identity of the document's number, where there is one */
    Given given(long sourceId, Optional<Hash> identity, HealthRecord.PersonGiven person) {
        Optional<Hash> phone = keys.phone(person.phone()).map(Hash::new);
        String said = String.join(
                SEPARATOR,
                String.valueOf(sourceId),
                hex(identity),
                hex(phone),
                person.name(),
                person.birth(),
                person.sex(),
                person.commune());
        return new Given(
                new Hash(cipher.match("given", said)),
                identity,
                phone,
                cipher.seal(person.documentNumber() + SEPARATOR + person.phone()),
                person.documentKind(),
                person.name(),
                person.birth(),
                person.sex(),
                person.commune(),
                keys.nameAndBirth(person.name(), person.birth()).map(Hash::new));
    }

    static String hex(Optional<Hash> hash) {
        return hash.map(each -> HexFormat.of().formatHex(each.bytes())).orElse("");
    }

    /** A statement that is there. @param kind of its source */
    record Said(long id, Hash key, SourceKind kind) {}

    /** What sources say of whom these documents are, by their hashes. */
    Map<Hash, List<Said>> said(Collection<Hash> identities) {
        Map<Hash, List<Said>> found = new HashMap<>();
        inParts(
                identities,
                (marks, args) -> sql.list(
                        "SELECT g.identity_hash, g.id, g.given_key, s.kind FROM eligibility_given g FORCE INDEX"
                                + " (eligibility_given_said) STRAIGHT_JOIN eligibility_source s ON s.id = g.source_id WHERE g.identity_hash"
                                + " IN (" + marks + ")",
                        row -> found.computeIfAbsent(new Hash(row.getBytes(1)), identity -> new ArrayList<>(1))
                                .add(new Said(
                                        row.getLong(2),
                                        new Hash(row.getBytes(3)),
                                        SourceKind.valueOf(row.getString(4)))),
                        args));
        return found;
    }

    interface Part {
        void read(String marks, Object... args);
    }

    /** Few enough at a time to be looked up one by one. */
    static void inParts(Collection<?> all, Part part) {
        List<Object> values = all.stream()
                .<Object>map(value -> value instanceof Hash hash ? hash.bytes() : value)
                .toList();
        InParts.<Object>of(values, some -> part.read(Sql.marks(some.size()), some.toArray()));
    }

    /**
     * Some statements.
     *
     * @param ids of all of them
     * @param fresh those that are to be entered
     */
    record Statements(Map<Hash, Long> ids, List<Given> fresh) {
        static final Statements NONE = new Statements(Map.of(), List.of());
    }

    /**
     * @param said of the documents that they name
     * @param met those of the same file that were looked at before, to which these are added
     */
    Statements look(Collection<Given> statements, Map<Hash, List<Said>> said, Map<Hash, Long> met) {
        Map<Hash, Given> unmet = new LinkedHashMap<>();
        statements.stream()
                .filter(given -> !met.containsKey(given.key()))
                .forEach(given -> unmet.putIfAbsent(given.key(), given));
        List<Hash> nameless = new ArrayList<>();
        unmet.values()
                .forEach(given -> given.identity()
                        .ifPresentOrElse(
                                identity -> said.getOrDefault(identity, List.of()).stream()
                                        .filter(each -> each.key().equals(given.key()))
                                        .forEach(each -> met.put(each.key(), each.id())),
                                () -> nameless.add(given.key())));
        findNameless(nameless, met);
        List<Given> fresh = unmet.values().stream()
                .filter(given -> !met.containsKey(given.key()))
                .toList();
        Iterator<Long> next = sql.ids("eligibility_given_seq", STEP);
        fresh.forEach(given -> met.put(given.key(), next.next()));
        Map<Hash, Long> ids = new HashMap<>();
        statements.forEach(given -> ids.put(given.key(), Objects.requireNonNull(met.get(given.key()))));
        return new Statements(ids, fresh);
    }

    private void findNameless(Collection<Hash> keys, Map<Hash, Long> met) {
        inParts(
                keys,
                (marks, args) -> sql.list(
                        "SELECT given_key, id FROM eligibility_given FORCE INDEX (eligibility_given_said) WHERE identity_hash IS NULL"
                                + " AND given_key IN (" + marks + ")",
                        row -> met.put(new Hash(row.getBytes(1)), row.getLong(2)),
                        args));
    }

    /** Whoever calls holds the source, so that nobody else enters the same. */
    void enter(long sourceId, long importId, Statements statements) {
        List<Given> fresh = statements.fresh();
        if (fresh.isEmpty()) {
            return;
        }
        sql.batch(
                "INSERT INTO eligibility_given (id, given_key, source_id, import_id, identity_hash, phone_hash, person,"
                        + " document_kind, name, birth, sex, commune, name_and_birth) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?)",
                fresh,
                (statement, given) -> {
                    statement.setLong(1, idOf(statements, given));
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
                            13, given.nameAndBirth().map(Hash::bytes).orElse(null), Types.VARBINARY);
                });
        sql.update(
                "UPDATE eligibility_import SET given_from = IF(given_to = 0, ?, given_from), given_to = ?, people = people + ?,"
                        + " to_match = TRUE WHERE id = ?",
                idOf(statements, fresh.get(0)) - 1,
                idOf(statements, fresh.get(fresh.size() - 1)),
                fresh.size(),
                importId);
    }

    private static long idOf(Statements statements, Given given) {
        return Objects.requireNonNull(statements.ids().get(given.key()));
    }
}
