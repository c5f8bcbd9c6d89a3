package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.eligibility.criteria.Audience;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaCheck;
import vn.khanhhoa.thecovid.eligibility.criteria.Explainer;
import vn.khanhhoa.thecovid.eligibility.criteria.Explanation;
import vn.khanhhoa.thecovid.eligibility.criteria.ExplanationWords;
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

    @Inject
    private StoredRules rules;

    @Inject
    private StoredRecords records;

    @Inject
    private Clock clock;

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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredRecords.Known known = records.known(personId);
        boolean factsKnown = known.facts().stream()
                .anyMatch(
                        fact -> !fact.knownFrom().isAfter(now) && fact.knownTo().isAfter(now));
        return rules.inForce(RuleKind.CRITERIA, areaId, now, now)
                .map(order -> {
                    Explanation explanation = new Explainer(compiled(order.setId()))
                            .explain(new PersonFacts(CriteriaSets.VOCABULARY, known.born(), known.facts()), now, now)
                            .seenBy(Audience.REVIEWER);
                    return inWords(order, factsKnown, explanation, known, language);
                })
                .orElseGet(() -> LevelSeen.withoutCriteria(factsKnown));
    }

    private CompiledCriteria compiled(PublicId set) {
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
            StoredRecords.Known known,
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
                explanation.changes().stream().map(words::change).toList());
    }
}
