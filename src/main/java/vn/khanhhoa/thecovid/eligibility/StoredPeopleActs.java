package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.PeopleAsOne.Link;
import vn.khanhhoa.thecovid.eligibility.PeopleAsOne.Span;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.platform.crypto.DataCipher;
import vn.khanhhoa.thecovid.shared.PublicId;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What officers said of people of the register, as it is stored. */
@ApplicationScoped
class StoredPeopleActs {
    private static final String SELECT =
            "SELECT a.*, (SELECT COUNT(DISTINCT t.given_id) FROM eligibility_people_act_tie m JOIN eligibility_tie t ON t.id ="
                    + " m.tie_id WHERE m.act_id = a.id) AS records FROM eligibility_people_act a";

    @Inject
    private DataCipher cipher;

    @Inject
    private Sql sql;

    /** As a row has it. @param otherId 0 for nobody */
    record Stored(
            long id,
            PublicId publicId,
            PeopleAct.Kind kind,
            long personId,
            long otherId,
            int records,
            PeopleAct.Done done,
            PeopleAct.@Nullable Done undone) {}

    /** A tie that a parting made. @param beforeId 0 for none */
    record Moved(long tieId, long beforeId) {}

    private record Numbered(long id, Link link) {}

    /** Of each of some people, who was one with them, and when; only those who ever were. */
    Map<Long, Map<Long, List<Span>>> together(Collection<Long> personIds) {
        List<Link> links = links(personIds);
        Map<Long, Map<Long, List<Span>>> found = new HashMap<>();
        if (!links.isEmpty()) {
            for (long person : personIds) {
                Map<Long, List<Span>> others = PeopleAsOne.with(person, links);
                if (!others.isEmpty()) {
                    found.put(person, others);
                }
            }
        }
        return found;
    }

    /** Of people whose ids lie behind one and not behind the other, those who are one with somebody now. */
    List<Long> oneWithOthers(long after, long upTo) {
        String of = " FROM eligibility_people_act WHERE kind = 'MERGED' AND undone_at IS NULL AND ";
        return sql.list(
                "SELECT person_id" + of + "person_id > ? AND person_id <= ? UNION SELECT other_id" + of
                        + "other_id > ? AND other_id <= ?",
                row -> row.getLong(1),
                after,
                upTo,
                after,
                upTo);
    }

    /** The documents of people who are one now, by their hashes: each with all of the same person. */
    Map<Hash, Set<Hash>> documentsOfOne() {
        Map<Long, Set<Long>> groups = new HashMap<>();
        sql.list(
                "SELECT person_id, other_id FROM eligibility_people_act WHERE kind = 'MERGED' AND undone_at IS NULL",
                row -> {
                    Set<Long> all = new HashSet<>();
                    for (long person : List.of(row.getLong(1), row.getLong(2))) {
                        all.addAll(groups.getOrDefault(person, Set.of(person)));
                    }
                    all.forEach(person -> groups.put(person, all));
                    return all;
                });
        Map<Long, Hash> documents = documents(groups.keySet());
        Map<Hash, Set<Hash>> found = new HashMap<>();
        groups.forEach((person, all) -> found.put(
                Objects.requireNonNull(documents.get(person)),
                all.stream().map(documents::get).collect(Collectors.toSet())));
        return found;
    }

    /** Of people, by their hashes. */
    Map<Long, Hash> documents(Collection<Long> personIds) {
        Map<Long, Hash> documents = new HashMap<>();
        StoredGiven.inParts(
                personIds,
                (marks, args) -> sql.list(
                        "SELECT id, document_hash FROM person_person WHERE id IN (" + marks + ")",
                        row -> documents.put(row.getLong(1), new Hash(row.getBytes(2))),
                        args));
        return documents;
    }

    /** All that lead to or from any of them, by however many others. */
    private List<Link> links(Collection<Long> personIds) {
        Map<Long, Link> links = new LinkedHashMap<>();
        Set<Long> seen = new HashSet<>(personIds);
        List<Long> open = List.copyOf(seen);
        while (!open.isEmpty()) {
            Set<Long> next = new HashSet<>();
            for (int from = 0; from < open.size(); from += Sql.LOOK_UP) {
                List<Long> some = open.subList(from, Math.min(open.size(), from + Sql.LOOK_UP));
                for (String side : List.of("person_id", "other_id")) {
                    of(side, some).forEach(each -> {
                        links.put(each.id(), each.link());
                        next.add(each.link().one());
                        next.add(each.link().other());
                    });
                }
            }
            next.removeAll(seen);
            seen.addAll(next);
            open = List.copyOf(next);
        }
        return List.copyOf(links.values());
    }

    private List<Numbered> of(String side, List<Long> some) {
        return sql.list(
                "SELECT id, person_id, other_id, done_at, undone_at FROM eligibility_people_act WHERE kind = 'MERGED' AND "
                        + side + " IN (" + Sql.marks(some.size()) + ")",
                row -> new Numbered(
                        row.getLong(1),
                        new Link(
                                row.getLong(2),
                                row.getLong(3),
                                row.getTimestamp(4).toInstant(),
                                Objects.requireNonNullElse(Sql.instant(row, "undone_at"), Instant.MAX))),
                some.toArray());
    }

    /** People and whoever is one with them now: until the transaction ends nobody else says anything of them. */
    Set<Long> held(Set<Long> personIds, Instant now) {
        Set<Long> before = everybody(personIds, now);
        sql.list(
                "SELECT id FROM person_person WHERE id IN (" + Sql.marks(before.size()) + ") ORDER BY id FOR UPDATE",
                row -> row.getLong(1),
                before.toArray());
        return everybody(personIds, now);
    }

    private Set<Long> everybody(Set<Long> personIds, Instant now) {
        Set<Long> all = new TreeSet<>(personIds);
        groups(personIds, now).values().forEach(all::addAll);
        return all;
    }

    Set<Long> group(long personId, Instant now) {
        return groups(List.of(personId), now).getOrDefault(personId, new TreeSet<>(Set.of(personId)));
    }

    /** Of each of some people all who are that person at a moment, themselves among them; only of those who ever were one with somebody. */
    Map<Long, SortedSet<Long>> groups(Collection<Long> personIds, Instant moment) {
        Map<Long, SortedSet<Long>> groups = new HashMap<>();
        together(personIds).forEach((person, others) -> {
            SortedSet<Long> group = new TreeSet<>(Set.of(person));
            others.forEach((other, spans) -> {
                if (spans.stream().anyMatch(span -> span.holds(moment))) {
                    group.add(other);
                }
            });
            groups.put(person, group);
        });
        return groups;
    }

    PublicId add(Actor actor, PeopleAct.Kind kind, long personId, long otherId, String why, Instant now) {
        PublicId publicId = PublicId.random();
        sql.update(
                "INSERT INTO eligibility_people_act (id, public_id, kind, person_id, other_id, why, done_by, doer, done_at)"
                        + " VALUES (NEXT VALUE FOR eligibility_people_act_seq, ?, ?, ?, NULLIF(?, 0), ?, ?, ?, ?)",
                publicId,
                kind.name(),
                personId,
                otherId,
                cipher.seal(why),
                actor.accountId(),
                actor.name(),
                now);
        return publicId;
    }

    void moved(PublicId act, PublicId tie, long beforeId) {
        int kept = sql.update(
                "INSERT INTO eligibility_people_act_tie (act_id, tie_id, before_id) SELECT a.id, t.id, NULLIF(?, 0) FROM"
                        + " eligibility_people_act a, eligibility_tie t WHERE a.public_id = ? AND t.public_id = ?",
                beforeId,
                act,
                tie);
        if (kept != 1) { // the portal has just tied the same two
            throw new RuleViolation("eligibility.tie-changed");
        }
    }

    List<Moved> moved(Stored act) {
        return sql.list(
                "SELECT tie_id, IFNULL(before_id, 0) FROM eligibility_people_act_tie WHERE act_id = ? ORDER BY tie_id",
                row -> new Moved(row.getLong(1), row.getLong(2)),
                act.id());
    }

    /** Whether a parting made the tie, which is then undone by that alone. */
    boolean isOfAct(long tieId) {
        return sql.number("SELECT COUNT(*) FROM eligibility_people_act_tie WHERE tie_id = ?", tieId) > 0;
    }

    Optional<Stored> held(PublicId id) {
        return sql.first(SELECT + " WHERE a.public_id = ? FOR UPDATE", this::read, id);
    }

    Optional<Stored> find(PublicId id) {
        return sql.first(SELECT + " WHERE a.public_id = ?", this::read, id);
    }

    /** The newest first. */
    List<Stored> page(int first, int count) {
        return sql.list(SELECT + " ORDER BY a.id DESC LIMIT ? OFFSET ?", this::read, count, first);
    }

    long count() {
        return sql.number("SELECT COUNT(*) FROM eligibility_people_act");
    }

    private Stored read(ResultSet row) throws SQLException {
        Instant undone = Sql.instant(row, "undone_at");
        return new Stored(
                row.getLong("id"),
                Sql.publicId(row, "public_id"),
                PeopleAct.Kind.valueOf(row.getString("kind")),
                row.getLong("person_id"),
                row.getLong("other_id"),
                row.getInt("records"),
                new PeopleAct.Done(
                        row.getString("doer"),
                        Objects.requireNonNull(Sql.instant(row, "done_at")),
                        cipher.open(row.getBytes("why"))),
                undone == null
                        ? null
                        : new PeopleAct.Done(row.getString("undoer"), undone, cipher.open(row.getBytes("undone_why"))));
    }

    void undo(Actor actor, Stored act, String why, Instant now) {
        sql.update(
                "UPDATE eligibility_people_act SET undone_by = ?, undoer = ?, undone_at = ?, undone_why = ? WHERE id = ?",
                actor.accountId(),
                actor.name(),
                now,
                cipher.seal(why),
                act.id());
    }
}
