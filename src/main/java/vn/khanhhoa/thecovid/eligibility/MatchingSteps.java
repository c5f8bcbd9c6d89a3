package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.AccountsTold;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.AgencyStaff;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.eligibility.StoredTies.Current;
import vn.khanhhoa.thecovid.eligibility.StoredTies.Pair;
import vn.khanhhoa.thecovid.person.Grade;
import vn.khanhhoa.thecovid.person.Likeness;
import vn.khanhhoa.thecovid.person.PeopleDescribed;
import vn.khanhhoa.thecovid.person.Side;
import vn.khanhhoa.thecovid.platform.Sql;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Finds the people of the portal whom records are about, some hundreds at a time, whichever of the two came last. What is
 * certain is tied; the rest is a question or a conflict. Looks at what was committed only, after either side was, so that
 * no two miss each other.
 */
@ApplicationScoped
@Transactional
class MatchingSteps {
    private static final int STEP = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final String COLUMNS =
            "SELECT g.id AS given_id, g.source_id, g.identity_hash, g.phone_hash AS given_phone,"
                    + " g.name AS given_name, g.birth AS given_birth, g.commune AS given_commune, p.id AS person_id,"
                    + " p.document_hash, p.name AS own_name, p.birth AS own_birth, s.id AS said_id, s.name, s.birth, s.phone_hash,"
                    + " s.commune";
    private static final String BY_DOCUMENT = COLUMNS
            + " FROM eligibility_given g JOIN person_person p ON p.document_hash = g.identity_hash LEFT JOIN person_said s ON"
            + " s.person_id = p.id WHERE ";
    private static final String BY_NAME = COLUMNS
            + " FROM eligibility_given g JOIN person_said s ON s.name_and_birth = g.name_and_birth JOIN person_person p ON"
            + " p.id = s.person_id WHERE (s.phone_hash = g.phone_hash OR s.commune = g.commune AND s.commune <> '') AND ";

    @Inject
    private Sql sql;

    @Inject
    private StoredTies ties;

    @Inject
    private AgencyStaff staff;

    @Inject
    private Clock clock;

    @Inject
    private Event<AccountsTold> told;

    /** A pair by what is most like of it. */
    private record Candidate(Pair pair, long sourceId, long saidId, Likeness likeness) {
        Grade grade() {
            return likeness.grade();
        }

        Candidate orElse(Candidate other) {
            return Likeness.SUREST.compare(likeness, other.likeness) <= 0 ? this : other;
        }
    }

    void described(@Observes PeopleDescribed people) {
        sql.batch(
                "INSERT IGNORE INTO eligibility_match_due (said_id) VALUES (?)",
                people.saidIds(),
                (statement, id) -> statement.setLong(1, id));
    }

    /** Looks at what lists said of people. @return whether there was anything to do, as for the others */
    boolean ofLists() {
        List<Long> due = sql.list(
                "SELECT said_id FROM eligibility_match_due ORDER BY said_id LIMIT " + Sql.LOOK_UP,
                row -> row.getLong(1));
        if (due.isEmpty()) {
            return false;
        }
        String which = "s.id IN (" + Sql.marks(due.size()) + ")";
        match(which, due.toArray());
        sql.update("DELETE FROM eligibility_match_due WHERE said_id IN (" + Sql.marks(due.size()) + ")", due.toArray());
        return true;
    }

    /** How far an import is. @param news whether it has just been read to its end */
    private record Progress(
            long id, PublicId sourceId, long agencyId, long givenFrom, long matchedTo, long givenTo, boolean news) {}

    /**
     * Whether imports may be looked at: both take the database, so files that are being read go first, for a while. A file
     * that is still read does not keep those waiting that were read long ago.
     */
    boolean mayLookAtImports() {
        return sql.number(
                        "SELECT NOT EXISTS (SELECT 1 FROM eligibility_import WHERE state = 'RECEIVED') OR EXISTS (SELECT 1 FROM"
                                + " eligibility_import WHERE (to_match OR to_reckon) AND finished_at < ?)",
                        clock.instant().minus(LONGEST_WAIT))
                > 0;
    }

    /** Looks at whom the next records of an import are about, once it is read. */
    boolean ofImports() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        Optional<Progress> next = sql.first(
                "SELECT i.id, s.public_id, s.agency_id, i.given_from, GREATEST(i.matched_to, i.given_from), i.given_to, i.state ="
                        + " 'READ' AND i.finished_at > ? FROM eligibility_import i JOIN eligibility_source s ON s.id = i.source_id WHERE i.to_match AND i.state <>"
                        + " 'RECEIVED' ORDER BY i.id LIMIT 1",
                row -> new Progress(
                        row.getLong(1),
                        Sql.publicId(row, "public_id"),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getBoolean(7)),
                yesterday);
        next.ifPresent(this::goOn);
        return next.isPresent();
    }

    private void goOn(Progress progress) {
        List<Long> some = sql.list(
                "SELECT id FROM eligibility_given WHERE id > ? AND id <= ? AND import_id = ? ORDER BY id LIMIT " + STEP,
                row -> row.getLong(1),
                progress.matchedTo(),
                progress.givenTo(),
                progress.id());
        long last = some.size() < STEP ? progress.givenTo() : some.get(STEP - 1);
        match("g.id > ? AND g.id <= ? AND g.import_id = ?", progress.matchedTo(), last, progress.id());
        sql.update(
                "UPDATE eligibility_import SET matched_to = ?, people_matched = people_matched + ?, to_match = (given_to > ?)"
                        + " WHERE id = ?",
                last,
                some.size(),
                last,
                progress.id());
        if (progress.news() && last == progress.givenTo()) {
            tell(progress);
        }
    }

    /** The officers of the source, of what of the import is theirs to answer or to mend. */
    private void tell(Progress progress) {
        Map<String, Integer> counts = new HashMap<>();
        sql.list(
                        "SELECT t.state, COUNT(*) FROM eligibility_given g JOIN eligibility_tie t ON t.given_id = g.id WHERE"
                                + " g.id > ? AND g.id <= ? AND g.import_id = ? AND t.known_to IS NULL AND t.state IN ('OPEN',"
                                + " 'CONFLICT') GROUP BY t.state",
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        progress.givenFrom(),
                        progress.givenTo(),
                        progress.id())
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        List<Long> officers = staff.withPermission(Actor.PORTAL, progress.agencyId(), Permission.KEEP_SOURCE_DATA);
        if (!counts.isEmpty() && !officers.isEmpty()) {
            told.fire(AccountsTold.of(
                    officers,
                    "eligibility.matching-told",
                    "/health-data/matching?id=" + progress.sourceId(),
                    counts.getOrDefault(TieState.OPEN.name(), 0),
                    counts.getOrDefault(TieState.CONFLICT.name(), 0)));
        }
    }

    private void match(String which, Object... args) {
        Map<Pair, Candidate> best = new HashMap<>();
        Stream.of(BY_DOCUMENT, BY_NAME)
                .flatMap(by -> sql.list(by + which, MatchingSteps::candidates, args).stream())
                .flatMap(List::stream)
                .filter(candidate -> candidate.grade() != Grade.NONE)
                .forEach(candidate -> best.merge(candidate.pair(), candidate, Candidate::orElse));
        if (best.isEmpty()) {
            return;
        }
        Map<Pair, Current> current =
                ties.current(best.keySet().stream().map(Pair::givenId).collect(Collectors.toSet()));
        Set<Long> certain = new HashSet<>();
        best.values().stream()
                .filter(each -> each.grade().isCertain())
                .forEach(each -> certain.add(each.pair().givenId()));
        current.values().stream()
                .filter(each -> each.state() == TieState.TIED && each.grade().isCertain())
                .forEach(each -> certain.add(each.pair().givenId()));
        List<StoredTies.Next> next = new ArrayList<>();
        for (Candidate each : best.values()) {
            Current before = current.get(each.pair());
            // Whose document is known is that person: another of the same name is no question.
            boolean asked =
                    !each.grade().isQuestion() || !certain.contains(each.pair().givenId());
            if (asked && isBetter(each, before)) {
                next.add(new StoredTies.Next(
                        each.sourceId(),
                        each.pair(),
                        before,
                        each.saidId(),
                        each.grade(),
                        TieState.of(each.grade()),
                        0,
                        "",
                        ""));
            }
        }
        // Nor is it one any more where it was asked before the document was known.
        current.values().stream()
                .filter(each -> each.state() == TieState.OPEN
                        && each.byPortal()
                        && certain.contains(each.pair().givenId())
                        && !isCertain(best.get(each.pair())))
                .forEach(each -> next.add(each.next(TieState.APART, 0, "", "")));
        ties.add(next, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static boolean isCertain(@Nullable Candidate candidate) {
        return candidate != null && candidate.grade().isCertain();
    }

    /** What somebody decided stays decided. */
    private static boolean isBetter(Candidate candidate, @Nullable Current before) {
        return before == null || before.byPortal() && candidate.grade().isSurerThan(before.grade());
    }

    private static List<Candidate> candidates(ResultSet row) throws SQLException {
        Pair pair = new Pair(row.getLong("given_id"), row.getLong("person_id"));
        long source = row.getLong("source_id");
        Side record = new Side(
                hex(row, "identity_hash"),
                row.getString("given_name"),
                row.getString("given_birth"),
                hex(row, "given_phone"),
                row.getString("given_commune"));
        String document = hex(row, "document_hash");
        List<Candidate> found = new ArrayList<>(2);
        found.add(new Candidate(
                pair,
                source,
                0,
                Likeness.of(
                        record, new Side(document, row.getString("own_name"), row.getString("own_birth"), "", ""))));
        long said = row.getLong("said_id");
        if (said != 0) {
            found.add(new Candidate(
                    pair,
                    source,
                    said,
                    Likeness.of(
                            record,
                            new Side(
                                    document,
                                    Objects.requireNonNull(row.getString("name")),
                                    Objects.requireNonNull(row.getString("birth")),
                                    hex(row, "phone_hash"),
                                    Objects.requireNonNull(row.getString("commune"))))));
        }
        return found;
    }

    static String hex(ResultSet row, String column) throws SQLException {
        return StoredGiven.hex(Optional.ofNullable(row.getBytes(column)).map(Hash::new));
    }
}
