package vn.khanhhoa.thecovid.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;

/** What lists say of people: everything different that was ever said of each, once, by which records find them. */
@ApplicationScoped
class SaidOfPeople {
    private static final int STEP = 200;
    private static final int LOOK_UP = 1_000;
    private static final int PHONE_END = 3;
    private static final String BETWEEN = "\u001f";

    @Inject
    private Sql sql;

    @Inject
    private DataCipher cipher;

    @Inject
    private PersonKeys keys;

    @Inject
    private Clock clock;

    @Inject
    private Event<PeopleDescribed> described;

    /** In the order of the index, so that two lists at once do not deadlock. */
    private record Said(long personId, ByteBuffer key) implements Comparable<Said> {
        @Override
        public int compareTo(Said other) {
            int people = Long.compare(personId, other.personId);
            return people != 0 ? people : key.compareTo(other.key);
        }
    }

    /** @param ids of the people, in the order of the identities */
    void keep(List<Long> ids, List<Identity> identities) {
        Map<Said, Identity> fresh = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            fresh.put(new Said(ids.get(i), key(identities.get(i))), identities.get(i));
        }
        known(ids).forEach(fresh::remove);
        if (!fresh.isEmpty()) {
            insert(fresh);
        }
    }

    private ByteBuffer key(Identity identity) {
        return ByteBuffer.wrap(cipher.match(
                "said", String.join(BETWEEN, identity.name(), identity.birth(), identity.phone(), identity.commune())));
    }

    private List<Said> known(List<Long> ids) {
        List<Said> known = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += LOOK_UP) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + LOOK_UP));
            known.addAll(sql.list(
                    "SELECT person_id, said_key FROM person_said WHERE person_id IN (" + Sql.marks(some.size()) + ")",
                    row -> new Said(row.getLong(1), ByteBuffer.wrap(row.getBytes(2))),
                    some.toArray()));
        }
        return known;
    }

    private void insert(Map<Said, Identity> fresh) {
        Iterator<Long> ids = sql.ids("person_said_seq", STEP);
        Timestamp now = Timestamp.from(clock.instant());
        List<Long> inserted = new ArrayList<>(fresh.size());
        sql.batch(
                "INSERT IGNORE INTO person_said (id, person_id, said_key, name, birth, phone_hash, phone_end, commune,"
                        + " name_and_birth, said_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh.entrySet(),
                (statement, each) -> {
                    Identity identity = each.getValue();
                    long id = ids.next();
                    inserted.add(id);
                    statement.setLong(1, id);
                    statement.setLong(2, each.getKey().personId());
                    statement.setBytes(3, each.getKey().key().array());
                    statement.setString(4, identity.name());
                    statement.setString(5, identity.birth());
                    statement.setObject(6, keys.phone(identity.phone()).orElse(null), Types.VARBINARY);
                    statement.setString(
                            7,
                            identity.phone()
                                    .substring(Math.max(0, identity.phone().length() - PHONE_END)));
                    statement.setString(8, identity.commune());
                    statement.setObject(
                            9,
                            keys.nameAndBirth(identity.name(), identity.birth()).orElse(null),
                            Types.VARBINARY);
                    statement.setTimestamp(10, now);
                });
        described.fire(new PeopleDescribed(inserted));
    }
}
