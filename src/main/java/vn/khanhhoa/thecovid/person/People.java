package vn.khanhhoa.thecovid.person;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Finds people by their document, and enters those who are new; by hundreds at a time. */
@UseCase
public class People {
    private static final int STEP = 200;
    private static final int LOOK_UP = 1_000;

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private PersonKeys keys;

    @Inject
    private SaidOfPeople said;

    @Inject
    private Clock clock;

    /**
     * Ids in the order of the identities. A person who is entered elsewhere at the same moment is found, not doubled. What
     * is said of them is kept beside what was said before.
     */
    @Requires(Permission.RUN_JOBS)
    public List<Long> enter(Actor portal, List<Identity> identities) {
        Map<Key, Identity> wanted = new LinkedHashMap<>();
        List<Key> order = new ArrayList<>(identities.size());
        for (Identity identity : identities) {
            Key key = new Key(keys.document(identity.documentNumber()));
            order.add(key);
            wanted.putIfAbsent(key, identity);
        }
        List<Key> all = List.copyOf(wanted.keySet());
        Map<Key, Long> known = find(all, "");
        List<Key> unknown =
                all.stream().filter(key -> !known.containsKey(key)).sorted().toList();
        if (!unknown.isEmpty()) {
            insert(unknown, wanted);
            // Others may have entered them first and are waited for here; shared, so that whoever else reads them waits
            // for nobody.
            known.putAll(find(unknown, " LOCK IN SHARE MODE"));
        }
        List<Long> ids = order.stream().map(known::get).toList();
        said.keep(ids, identities);
        return ids;
    }

    /** What a card says of people beside their names, by id. */
    @Requires(Permission.ANYONE)
    public Map<Long, Holder> holders(List<Long> ids) {
        Map<Long, Holder> holders = new HashMap<>();
        for (int from = 0; from < ids.size(); from += LOOK_UP) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + LOOK_UP));
            sql.list(
                            "SELECT id, last_four, birth FROM person_person WHERE id IN (" + Sql.marks(some.size())
                                    + ")",
                            row -> Map.entry(
                                    row.getLong(1),
                                    new Holder(
                                            row.getString(2),
                                            Integer.parseInt(row.getString(3).substring(0, 4)))),
                            some.toArray())
                    .forEach(entry -> holders.put(entry.getKey(), entry.getValue()));
        }
        return holders;
    }

    /** Those of the people who are known by a passport. */
    @Requires(Permission.RUN_JOBS)
    public Set<Long> withPassport(Actor portal, Collection<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.list(
                        "SELECT id FROM person_person WHERE document_kind = 'PASSPORT' AND id IN ("
                                + Sql.marks(ids.size()) + ")",
                        row -> row.getLong(1),
                        ids.toArray()));
    }

    /**
     * Whether somebody knows what the person knows: the last four characters of the document; without a document, the
     * birth date as dd/MM/yyyy. Takes the same steps for a person who does not exist.
     */
    @Requires(Permission.ANYONE)
    public boolean isProof(long personId, String typed) {
        String expected = sql.first(
                        "SELECT last_four, birth FROM person_person WHERE id = ?",
                        row -> row.getString(1).isEmpty() ? dayFirst(row.getString(2)) : row.getString(1),
                        personId)
                .orElse("");
        String given = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        boolean same = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        return same && !expected.isEmpty();
    }

    /** Whether somebody knows the whole number of the person's document. */
    @Requires(Permission.ANYONE)
    public boolean isDocument(long personId, String typed) {
        byte[] given = keys.document(typed.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT));
        return sql.first("SELECT document_hash FROM person_person WHERE id = ?", row -> row.getBytes(1), personId)
                .filter(known -> MessageDigest.isEqual(known, given))
                .isPresent();
    }

    /** Who is known by a document; 0 where nobody is. */
    @Requires(Permission.RUN_JOBS)
    public long withDocument(Actor portal, String documentNumber) {
        return sql.first("SELECT id FROM person_person WHERE document_hash = ?", row -> row.getLong(1), (Object)
                        keys.document(documentNumber))
                .orElse(0L);
    }

    /** Who somebody is, with the commune that was said last; without a phone. Whoever asks puts on record that it was looked at. */
    @Requires(Permission.RUN_JOBS)
    public Identity identity(Actor portal, long personId) {
        return sql.first(
                        "SELECT document_kind, document_number, name, birth, sex, IFNULL((SELECT s.commune FROM person_said s WHERE"
                                + " s.person_id = p.id AND s.commune <> '' ORDER BY s.said_at DESC, s.id DESC LIMIT 1), '') FROM"
                                + " person_person p WHERE id = ?",
                        row -> new Identity(
                                row.getString(1),
                                cipher.open(row.getBytes(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                "",
                                row.getString(6)),
                        personId)
                .orElseThrow(NotFound::new);
    }

    private static String dayFirst(String isoDate) {
        List<String> parts = new ArrayList<>(List.of(isoDate.split("-", -1)));
        Collections.reverse(parts);
        return String.join("/", parts);
    }

    private Map<Key, Long> find(List<Key> wanted, String lock) {
        Map<Key, Long> found = new HashMap<>();
        for (int from = 0; from < wanted.size(); from += LOOK_UP) {
            List<Key> some = wanted.subList(from, Math.min(wanted.size(), from + LOOK_UP));
            sql.list(
                            "SELECT document_hash, id FROM person_person WHERE document_hash IN ("
                                    + Sql.marks(some.size()) + ")" + lock,
                            row -> Map.entry(new Key(row.getBytes(1)), row.getLong(2)),
                            some.stream().map(Key::hash).toArray())
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private void insert(List<Key> unknown, Map<Key, Identity> wanted) {
        Iterator<Long> ids = sql.ids("person_seq", STEP);
        Timestamp now = Timestamp.from(clock.instant());
        sql.batch(
                "INSERT IGNORE INTO person_person (id, public_id, document_kind, document_hash, document_number,"
                        + " last_four, name, birth, sex, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                unknown,
                (statement, key) -> {
                    Identity identity = Objects.requireNonNull(wanted.get(key));
                    statement.setLong(1, ids.next());
                    statement.setBytes(2, PublicId.random().bytes());
                    statement.setString(3, identity.documentKind());
                    statement.setBytes(4, key.hash());
                    statement.setBytes(5, cipher.seal(identity.documentNumber()));
                    statement.setString(6, identity.lastFour());
                    statement.setString(7, identity.name());
                    statement.setString(8, identity.birth());
                    statement.setString(9, identity.sex());
                    statement.setTimestamp(10, now);
                });
    }

    /** Bytes that compare by value; in the order of the index, so that two lists at once do not deadlock. */
    private record Key(byte[] hash) implements Comparable<Key> {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(hash, key.hash);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hash);
        }

        @Override
        public int compareTo(Key other) {
            return Arrays.compareUnsigned(hash, other.hash);
        }
    }
}
