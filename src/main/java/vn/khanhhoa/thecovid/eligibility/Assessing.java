package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.Assessment;
import vn.khanhhoa.thecovid.eligibility.criteria.Assessor;
import vn.khanhhoa.thecovid.eligibility.criteria.Audience;
import vn.khanhhoa.thecovid.eligibility.criteria.CellAnswer;
import vn.khanhhoa.thecovid.eligibility.criteria.Change;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.Explainer;
import vn.khanhhoa.thecovid.eligibility.criteria.Explanation;
import vn.khanhhoa.thecovid.eligibility.criteria.ExplanationWords;
import vn.khanhhoa.thecovid.eligibility.criteria.Fact;
import vn.khanhhoa.thecovid.eligibility.criteria.FactKind;
import vn.khanhhoa.thecovid.eligibility.criteria.Level;
import vn.khanhhoa.thecovid.eligibility.criteria.PersonFacts;
import vn.khanhhoa.thecovid.eligibility.criteria.RowAnswer;
import vn.khanhhoa.thecovid.platform.UseCase;
import vn.khanhhoa.thecovid.shared.NotFound;
import vn.khanhhoa.thecovid.shared.PublicId;

/** A person's facts by the criteria of a place, now: asked each time, and nowhere kept. */
@UseCase
public class Assessing {
    private static final int MOST_SETS = 100;
    private static final String HOLD = "HOLD";
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    @Inject
    private StoredRules rules;

    @Inject
    private KnownFacts facts;

    @Inject
    private StoredExceptions exceptions;

    @Inject
    private IncompleteDays incomplete;

    @Inject
    private Clock clock;

    @Inject
    private PeopleNow people;

    /** By area; what was found less than a minute ago holds as long as no other order is known and none begins or ends. */
    private final Map<Long, Found> found = new ConcurrentHashMap<>();

    /** What is in force was attested, and never changes. */
    private final Map<PublicId, CompiledCriteria> compiled = new ConcurrentHashMap<>();

    /**
     * As a reviewer may see it: neither details of a laboratory nor why somebody is held. Whoever asks has made sure that the
     * person is one that the reviewer works on, and puts on record that it was looked at.
     *
     * @param areaId the place whose criteria are asked for, or those around it
     */
    @Requires(Permission.REVIEW_ENTRIES)
    public LevelSeen forReviewer(Actor actor, long personId, long areaId, Locale language) {
        return seen(personId, areaId, language, Audience.REVIEWER);
    }

    /** All of it. Whoever asks puts on record that it was looked at. @param areaId as for reviewers */
    @Requires(Permission.KEEP_EXCEPTIONS)
    public LevelSeen forHealthOffice(Actor actor, long personId, long areaId, Locale language) {
        return seen(personId, areaId, language, Audience.HEALTH_OFFICE);
    }

    /**
     * All of it: the own facts. Whoever asks has the proof that it is the person, and puts on record that it was shown.
     *
     * @param areaId as for reviewers
     */
    @Requires(Permission.RUN_JOBS)
    public LevelSeen forPerson(Actor portal, long personId, long areaId, Locale language) {
        return seen(personId, areaId, language, Audience.CITIZEN);
    }

    /** Somebody, and the place by whose criteria a level is asked. */
    public record PersonAt(long personId, long areaId) {}

    /**
     * What the criteria in force make of somebody.
     *
     * @param level as the condition matrix takes it: GREEN, YELLOW, RED or HOLD; empty where no criteria are in force
     * @param factsKnown whether anything is known of them now: else it is what the criteria say of anybody
     * @param held whether a blocking row says so, or the level is a hold: cards of them do not hold
     * @param until the first moment at which it may be another, by the clock or by what was ordered; none where nothing is coming
     */
    public record Assessed(
            String level,
            boolean factsKnown,
            boolean held,
            @Nullable Instant until) {}

    /**
     * Which orders of criteria are known; another number once another is. Whoever keeps an assessment keeps the number with it, asked
     * for before, and asks again when it is another.
     */
    @Requires(Permission.RUN_JOBS)
    public long rulesStamp(Actor portal) {
        return rules.stamp(RuleKind.CRITERIA);
    }

    /** Some thousands at a time, now, in the order in which they were asked; the fewer numbers lie between theirs the quicker. */
    @Requires(Permission.RUN_JOBS)
    public List<Assessed> levels(Actor portal, List<PersonAt> asked) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long stamp = rules.stamp(RuleKind.CRITERIA);
        Map<Long, Holding> holding = new HashMap<>();
        List<Assessed> levels =
                new ArrayList<>(Collections.nCopies(asked.size(), new Assessed("", false, false, null)));
        List<Integer> byPerson = IntStream.range(0, asked.size())
                .boxed()
                .sorted(Comparator.comparingLong(place -> asked.get(place).personId()))
                .toList();
        int[] next = {0};
        people.visit(
                byPerson.stream()
                        .map(place -> asked.get(place).personId())
                        .distinct()
                        .toList(),
                now,
                (personId, person, anything) -> {
                    while (next[0] < byPerson.size()
                            && asked.get(byPerson.get(next[0])).personId() <= personId) {
                        int place = byPerson.get(next[0]++);
                        if (asked.get(place).personId() == personId) {
                            levels.set(
                                    place,
                                    holding.computeIfAbsent(
                                                    asked.get(place).areaId(),
                                                    area -> new Holding(found(area, stamp, now)))
                                            .assess(person, anything, now));
                        }
                    }
                });
        return levels;
    }

    /** What is in force at a place, and when something else is. @param at when that was found, by orders of that stamp */
    private record Found(
            @Nullable CompiledCriteria criteria, @Nullable Instant next, long stamp, Instant at) {
        boolean holds(long orders, Instant now) {
            return stamp == orders
                    && !at.isAfter(now)
                    && at.plus(A_WHILE).isAfter(now)
                    && (next == null || next.isAfter(now));
        }
    }

    private Found found(long areaId, long stamp, Instant now) {
        Found kept = found.get(areaId);
        if (kept != null && kept.holds(stamp, now)) {
            return kept;
        }
        Found fresh = new Found(
                rules.inForce(RuleKind.CRITERIA, areaId, now, now)
                        .map(order -> compiled(order.setId()))
                        .orElse(null),
                rules.nextTurn(RuleKind.CRITERIA, areaId, now, now).orElse(null),
                stamp,
                now);
        found.put(areaId, fresh);
        return fresh;
    }

    /** With what one thread needs. */
    private static final class Holding {
        private final @Nullable Instant next;
        private final @Nullable Assessor assessor;

        Holding(Found found) {
            next = found.next();
            assessor = found.criteria() == null ? null : found.criteria().assessor();
        }

        Assessed assess(PersonFacts person, boolean anything, Instant now) {
            if (assessor == null) {
                return new Assessed("", next != null && anything, false, next);
            }
            Assessment assessment = assessor.assess(person, now, now);
            Instant until = assessment.until().orElse(null);
            Instant first = until == null || next != null && next.isBefore(until) ? next : until;
            String level = assessment.level().treatedAs();
            return new Assessed(level, anything, assessment.row().blocking() || level.equals(HOLD), first);
        }
    }

    private LevelSeen seen(long personId, long areaId, Locale language, Audience audience) {
        return seen(personId, facts.of(personId), areaId, language, audience);
    }

    /** As the health office would see it, were that known of somebody. */
    LevelSeen supposing(long personId, KnownFacts.Known known, long areaId, Locale language) {
        return seen(personId, known, areaId, language, Audience.HEALTH_OFFICE);
    }

    private LevelSeen seen(long personId, KnownFacts.Known known, long areaId, Locale language, Audience audience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean factsKnown = known.isAnything(now);
        return rules.inForce(RuleKind.CRITERIA, areaId, now, now)
                .map(order -> {
                    Explanation explanation = seen(new Explainer(compiled(order.setId())), known, now, audience);
                    return inWords(
                            order, factsKnown, explanation, known, incomplete.sentences(personId, language), language);
                })
                .orElseGet(() -> LevelSeen.withoutCriteria(factsKnown));
    }

    /**
     * Where an exception whose cause is medical makes no difference, reviewers are told what would be said without it; where it
     * does, the level alone: neither why, nor until when, which would be the exception's end.
     */
    private Explanation seen(Explainer explainer, KnownFacts.Known known, Instant now, Audience audience) {
        Set<String> open = exceptions.open();
        Explanation whole = explained(explainer, known, known.facts(), now);
        List<Fact> told = known.facts().stream()
                .filter(fact -> fact.kind() != FactKind.EXCEPTION_CASE || open.contains(fact.code()))
                .toList();
        if (audience != Audience.REVIEWER || told.size() == known.facts().size()) {
            return whole.seenBy(audience, open);
        }
        Explanation without = explained(explainer, known, told, now);
        return without.isOfSameRow(whole)
                ? without.seenBy(audience, open)
                : new Explanation(whole.at(), whole.level(), Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    private static Explanation explained(Explainer explainer, KnownFacts.Known known, List<Fact> facts, Instant now) {
        return explainer.explain(new PersonFacts(CriteriaSets.VOCABULARY, known.born(), facts), now, now);
    }

    /** How old a negative test may be by a set that was in force. */
    OptionalLong testHours(PublicId set) {
        return compiled(set).set().testHours();
    }

    CompiledCriteria compiled(PublicId set) {
        if (compiled.size() > MOST_SETS) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(
                set,
                id -> CriteriaCheck.check(
                                CriteriaSets.table(rules.text(RuleKind.CRITERIA, id)), CriteriaSets.VOCABULARY)
                        .set()
                        .map(checked -> new CompiledCriteria(checked, CriteriaSets.VOCABULARY))
                        .orElseThrow(NotFound::new));
    }

    private static LevelSeen inWords(
            RuleOrderView order,
            boolean factsKnown,
            Explanation explanation,
            KnownFacts.Known known,
            List<String> incomplete,
            Locale language) {
        ExplanationWords words =
                new ExplanationWords(language, CriteriaSets.VOCABULARY, number -> known.source(number, language));
        Optional<RowAnswer> row = explanation.matched();
        Level level = explanation.level();
        return new LevelSeen(
                order,
                factsKnown,
                level.name(language),
                level.colour(),
                level.treatedAs(),
                explanation.until().orElse(null),
                row.map(words::row).orElse(""),
                row.map(answer -> answer.cells().stream().map(words::cell).toList())
                        .orElse(List.of()),
                explanation.earlier().stream()
                        .filter(answer -> !answer.row().blocking()
                                && !answer.row().level().equals(level)
                                && unmet(answer).noneMatch(CellAnswer::asksForException))
                        .map(answer -> new LevelSeen.NotMet(
                                answer.row().name(language),
                                unmet(answer).map(words::cell).toList()))
                        .toList(),
                changes(explanation, words, change -> change.kind() != Change.Kind.EXCEPTION),
                changes(explanation, words, change -> change.kind() == Change.Kind.EXCEPTION),
                incomplete);
    }

    private static Stream<CellAnswer> unmet(RowAnswer answer) {
        return answer.cells().stream().filter(cell -> !cell.met());
    }

    private static List<String> changes(Explanation explanation, ExplanationWords words, Predicate<Change> which) {
        return explanation.changes().stream().filter(which).map(words::change).toList();
    }
}
