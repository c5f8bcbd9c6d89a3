package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.platform.InParts;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/** Ties between those whom records are about and people: each row written once, the next of the two ends the one before. */
@ApplicationScoped
class StoredTies {
    private static final int STEP = 200;

    @Inject
    private Sql sql;

    @Inject
    private FactsTold factsTold;

    /** Those whom records are about, and a person. */
    record Pair(long givenId, long personId) {}

    /** What was found of a pair. @param counts whether nothing has taken its place */
    record Current(
            long id,
            long sourceId,
            Pair pair,
            int number,
            long saidId,
            Grade grade,
            TieState state,
            boolean byPortal,
            boolean counts) {
        /** Of what is found in a row of the table. */
        static Current of(ResultSet row) throws SQLException {
            return new Current(
                    row.getLong("id"),
                    row.getLong("source_id"),
                    new Pair(row.getLong("given_id"), row.getLong("person_id")),
                    row.getInt("number"),
                    row.getLong("said_id"),
                    Grade.valueOf(row.getString("grade")),
                    TieState.valueOf(row.getString("state")),
                    row.getLong("decided_by") == 0,
                    Sql.instant(row, "known_to") == null);
        }

        /** The same two from now on. @param decidedBy 0 for the portal */
        Next next(TieState state, long decidedBy, String decider, String why) {
            return new Next(sourceId, pair, this, saidId, grade, state, decidedBy, decider, why);
        }
    }

    /**
     * What is to count from now on.
     *
     * @param before what counted until now, none for the first
     * @param decidedBy 0 for the portal
     */
    record Next(
            long sourceId,
            Pair pair,
            @Nullable Current before,
            long saidId,
            Grade grade,
            TieState state,
            long decidedBy,
            String decider,
            String why) {}

    Map<Pair, Current> current(Collection<Long> givenIds) {
        Map<Pair, Current> found = new HashMap<>();
        InParts.of(
                List.copyOf(givenIds),
                (some, args) -> sql.list(
                                "SELECT * FROM eligibility_tie WHERE known_to IS NULL AND given_id IN " + some,
                                Current::of,
                                args)
                        .forEach(each -> found.put(each.pair(), each)));
        return found;
    }

    /** Of two at once for one pair the first counts. Public ids of the rows in their order. */
    List<PublicId> add(List<Next> next, Instant now) {
        sql.batch(
                "UPDATE eligibility_tie SET known_to = ? WHERE id = ? AND known_to IS NULL",
                next.stream()
                        .map(Next::before)
                        .filter(before -> before != null)
                        .map(Current::id)
                        .toList(),
                (statement, id) -> {
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setLong(2, id);
                });
        Iterator<Long> ids = sql.ids("eligibility_tie_seq", STEP);
        List<PublicId> publicIds = next.stream().map(each -> PublicId.random()).toList();
        Iterator<PublicId> publicId = publicIds.iterator();
        sql.batch(
                "INSERT IGNORE INTO eligibility_tie (id, public_id, source_id, given_id, person_id, number, said_id, grade,"
                        + " state, decided_by, decider, why, known_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                next,
                (statement, each) -> {
                    Current before = each.before();
                    statement.setLong(1, ids.next());
                    statement.setBytes(2, publicId.next().bytes());
                    statement.setLong(3, each.sourceId());
                    statement.setLong(4, each.pair().givenId());
                    statement.setLong(5, each.pair().personId());
                    statement.setInt(6, before == null ? 1 : before.number() + 1);
                    statement.setLong(7, each.saidId());
                    statement.setString(8, each.grade().name());
                    statement.setString(9, each.state().name());
                    statement.setLong(10, each.decidedBy());
                    statement.setString(11, each.decider());
                    statement.setString(12, each.why());
                    statement.setTimestamp(13, Timestamp.from(now));
                });
        Set<Long> people = next.stream()
                .filter(each -> each.state() == TieState.TIED
                        || each.before() != null && each.before().state() == TieState.TIED)
                .map(each -> each.pair().personId())
                .collect(Collectors.toSet());
        if (!people.isEmpty()) {
            factsTold.of(people);
        }
        return publicIds;
    }
}
