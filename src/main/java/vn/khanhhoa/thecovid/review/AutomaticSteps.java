package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.Assessing;
import vn.khanhhoa.thecovid.eligibility.IssueModes;
import vn.khanhhoa.thecovid.eligibility.ModeBoard;
import vn.khanhhoa.thecovid.eligibility.NamedInRecords;
import vn.khanhhoa.thecovid.eligibility.StoppedPeople;
import vn.khanhhoa.thecovid.platform.PortalClock;
import vn.khanhhoa.thecovid.platform.Sql;

/**
 * Lets through whom the data makes green. What is kept beside an entry only says when to look at it: mode, rule, level and all that
 * would leave it to a person are asked at the moment of the decision, in its transaction. What a person has ever said something of
 * stays with people.
 */
@ApplicationScoped
@Transactional
class AutomaticSteps {
    private static final Duration OPENED_BY_SOMEBODY = Duration.ofMinutes(10);
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);
    private static final String GREEN = "GREEN";

    /**
     * What nobody has decided, nor is a decision of it looked at again. Whoever sends something for a single person may write any
     * number, officers too: it is let through only where a code to the phone of the health record proved who it is.
     */
    private static final String UNTOUCHED =
            "e.state = 'PENDING' AND e.stage = 'OPEN' AND e.kind <> 'LEAVE' AND NOT e.reopened AND NOT EXISTS (SELECT 1 FROM"
                    + " review_decision d WHERE d.entry_id = e.id AND d.step IN ('DECIDED', 'PROPOSED', 'CONFIRMED', 'DECLINED',"
                    + " 'UNDONE', 'REOPENED', 'RECONSIDERED')) AND NOT EXISTS (SELECT 1 FROM stafflist_individual i WHERE i.entry_id ="
                    + " e.id AND NOT i.proved)";

    @Inject
    private IssueModes modes;

    @Inject
    private GreenRules rules;

    @Inject
    private Assessing assessing;

    @Inject
    private NamedInRecords named;

    @Inject
    private DecisionHistory history;

    @Inject
    private SecondLook secondLook;

    @Inject
    private DecisionsByRule decisions;

    @Inject
    @Any
    private Instance<StoppedPeople> stopped;

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    private record Candidate(
            long entryId,
            int version,
            long agencyId,
            long personId,
            String name,
            int birthYear,
            long areaId,
            List<String> activities) {
        NamedInRecords.Named named() {
            return new NamedInRecords.Named(entryId, personId, name, birthYear);
        }
    }

    /**
     * It is their turn soon, where anything lets anybody through: what comes to do so later has all of them looked at. In the order of
     * the key, before their levels are written.
     */
    void found(Collection<Long> green) {
        if (!green.isEmpty() && (modes.board(Actor.PORTAL).isAutomaticAnywhere() || rules.isAny())) {
            later(green, clock.instant());
        }
    }

    private void later(Collection<Long> entryIds, Instant at) {
        sql.batch(
                "INSERT INTO review_automatic_due (entry_id, due_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE due_at ="
                        + " LEAST(due_at, VALUES(due_at))",
                entryIds.stream().sorted().toList(),
                (statement, id) -> {
                    statement.setLong(1, id);
                    statement.setTimestamp(2, Timestamp.from(at));
                });
    }

    /** Says whether more may follow. */
    boolean step(int most) {
        List<Long> ids = sql.list(
                "SELECT entry_id FROM review_automatic_due WHERE due_at <= ? ORDER BY due_at, entry_id LIMIT ? FOR UPDATE SKIP"
                        + " LOCKED",
                row -> row.getLong(1),
                clock.instant(),
                most);
        if (ids.isEmpty()) {
            return walkOn(most);
        }
        take(ids);
        return true;
    }

    /** The same, held by nobody. */
    List<Long> due(int most) {
        return sql.list(
                "SELECT entry_id FROM review_automatic_due WHERE due_at <= ? ORDER BY due_at, entry_id LIMIT ?",
                row -> row.getLong(1),
                clock.instant(),
                most);
    }

    void one(long entryId) {
        take(sql.list(
                "SELECT entry_id FROM review_automatic_due WHERE entry_id = ? FOR UPDATE",
                row -> row.getLong(1),
                entryId));
    }

    void putOff(long entryId) {
        sql.update(
                "UPDATE review_automatic_due SET due_at = ? WHERE entry_id = ?",
                clock.instant().plus(AFTER_A_FAILURE),
                entryId);
    }

    private record Walk(long stamp, Optional<Long> after) {}

    /** All green ones come again when another mode holds somewhere, or another rule of an agency. */
    private boolean walkOn(int most) {
        Walk walk = sql.first(
                        "SELECT stamp, after_entry FROM review_automatic_walk WHERE id = 1 FOR UPDATE",
                        row -> new Walk(
                                row.getLong(1),
                                Optional.ofNullable(row.getObject(2)).map(id -> ((Number) id).longValue())))
                .orElseThrow();
        long stamp = 31 * modes.board(Actor.PORTAL).stamp() + rules.stamp();
        Optional<Long> after = stamp == walk.stamp() ? walk.after() : Optional.of(0L);
        if (after.isEmpty()) {
            return false;
        }
        List<Long> next = sql.list(
                "SELECT entry_id FROM stafflist_entry_level WHERE entry_id > ? AND level = 'GREEN' ORDER BY entry_id LIMIT ?",
                row -> row.getLong(1),
                after.get(),
                most);
        found(next);
        sql.update(
                "UPDATE review_automatic_walk SET stamp = ?, after_entry = ? WHERE id = 1",
                stamp,
                next.isEmpty() ? null : next.get(next.size() - 1));
        return !next.isEmpty();
    }

    private void take(List<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        sql.update("DELETE FROM review_automatic_due WHERE entry_id IN (" + Sql.marks(ids.size()) + ")", ids.toArray());
        Map<DecisionsByRule.Group, List<Candidate>> groups = new LinkedHashMap<>();
        ruled(free(candidates(ids)))
                .forEach((candidate, group) -> groups.computeIfAbsent(group, unused -> new ArrayList<>())
                        .add(candidate));
        Map<DecisionsByRule.Group, Map<Long, Integer>> seen = new LinkedHashMap<>();
        groups.forEach((group, some) -> {
            Map<Long, Integer> versions = withinTheDay(group, green(some)).stream()
                    .collect(Collectors.toMap(Candidate::entryId, Candidate::version));
            if (!versions.isEmpty()) {
                seen.put(group, versions);
            }
        });
        List<Long> open = decisions.approve(seen);
        later(open, clock.instant().plus(OPENED_BY_SOMEBODY));
    }

    private List<Candidate> candidates(List<Long> ids) {
        return sql.list(
                "SELECT e.id, e.version, e.agency_id, e.person_id, e.name, e.birth_year, e.area_id, e.activities FROM stafflist_entry e WHERE "
                        + UNTOUCHED + " AND e.id IN (" + Sql.marks(ids.size()) + ") ORDER BY e.id",
                row -> new Candidate(
                        row.getLong(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getLong(7),
                        Arrays.stream(row.getString(8).split(" ", -1))
                                .filter(code -> !code.isEmpty())
                                .toList()),
                ids.toArray());
    }

    /** Of whom nothing was suspected to be forged, nothing refused or opened again, and nobody stopped a card. */
    private List<Candidate> free(List<Candidate> candidates) {
        Set<Long> suspected =
                history.ofSuspected(candidates.stream().map(Candidate::entryId).toList());
        Set<Long> people = candidates.stream().map(Candidate::personId).collect(Collectors.toSet());
        Set<Long> shut = history.ofWhomSomebodySaidNo(people);
        stopped.forEach(each -> shut.addAll(each.among(people)));
        return candidates.stream()
                .filter(each -> !suspected.contains(each.entryId()) && !shut.contains(each.personId()))
                .toList();
    }

    /** By which rule each may be let through; what none lets through stays with people. */
    private Map<Candidate, DecisionsByRule.Group> ruled(List<Candidate> candidates) {
        ModeBoard board = modes.board(Actor.PORTAL);
        Map<Long, Optional<GreenRules.Rule>> ofAgencies = new HashMap<>();
        Map<Candidate, DecisionsByRule.Group> ruled = new LinkedHashMap<>();
        for (Candidate each : candidates) {
            ModeBoard.Ruling ruling = board.of(each.areaId(), each.activities());
            if (ruling.isAutomatic()) {
                ruled.put(each, DecisionsByRule.Group.ofMode(each.agencyId(), ruling));
                continue;
            }
            ofAgencies
                    .computeIfAbsent(each.agencyId(), rules::held)
                    .filter(rule -> rule.isFor(each.activities())
                            && !secondLook.isDrawn("green-rule", each.entryId(), rule.samplePercent()))
                    .ifPresent(rule -> ruled.put(each, DecisionsByRule.Group.ofRule(rule)));
        }
        return ruled;
    }

    /** Asked at this moment, of those whom the records name as the entry does. What the criteria say of anybody of whom nothing is known is nobody's level. */
    private List<Candidate> green(List<Candidate> candidates) {
        List<Assessing.Assessed> levels = assessing.levels(
                Actor.PORTAL,
                candidates.stream()
                        .map(each -> new Assessing.PersonAt(each.personId(), each.areaId()))
                        .toList());
        Set<Long> same = named.among(
                Actor.PORTAL, candidates.stream().map(Candidate::named).toList());
        List<Candidate> green = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Assessing.Assessed level = levels.get(i);
            if (level.level().equals(GREEN)
                    && level.factsKnown()
                    && !level.held()
                    && same.contains(candidates.get(i).entryId())) {
                green.add(candidates.get(i));
            }
        }
        return green;
    }

    /** What an agency's rule does not let through any more today comes tomorrow. */
    private List<Candidate> withinTheDay(DecisionsByRule.Group group, List<Candidate> green) {
        if (group.rule().isEmpty()) {
            return green;
        }
        int room = rules.room(group.rule().get());
        if (green.size() <= room) {
            return green;
        }
        Instant tomorrow =
                LocalDate.now(clock).plusDays(1).atStartOfDay(PortalClock.ZONE).toInstant();
        later(green.subList(room, green.size()).stream().map(Candidate::entryId).toList(), tomorrow);
        return green.subList(0, room);
    }
}
