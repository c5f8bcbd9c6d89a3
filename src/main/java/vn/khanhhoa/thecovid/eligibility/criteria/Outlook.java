package vn.khanhhoa.thecovid.eligibility.criteria;

import static vn.khanhhoa.thecovid.eligibility.criteria.Moments.NEVER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What would bring a person another level: the clock, or a fact. Every fact that a better row could turn on is supposed
 * and assessed, so that nothing is promised that the set would not keep.
 */
final class Outlook {
    /** A level and when it holds. */
    private record Stretch(long from, int row, long until) {}

    private static final int MOST_STRETCHES = 12;
    private static final int NO_SOURCE = -1;

    private final Explainer explainer;
    private final CompiledCriteria criteria;
    private final Assessor assessor;
    private final PersonFacts person;
    private final long now;
    private final long known;
    private final List<Stretch> byItself;
    private final List<Change> changes = new ArrayList<>();
    private long ids;

    Outlook(Explainer explainer, PersonFacts person, long now, long known) {
        this.explainer = explainer;
        this.criteria = explainer.criteria();
        this.assessor = explainer.assessor();
        this.person = person;
        this.now = now;
        this.known = known;
        this.byItself = stretches(person);
    }

    List<Change> changes() {
        for (int i = 1; i < byItself.size(); i++) {
            byTime(byItself.get(i));
        }
        int best = rank(byItself.get(0));
        Set<Term> asked = new LinkedHashSet<>();
        for (int row = 0; row < criteria.levelOf.length; row++) {
            if (criteria.levelOf[row] < best) {
                explainer
                        .row(row)
                        .cells()
                        .keySet()
                        .forEach(key -> asked.add(criteria.set().column(key).term()));
                suppose(row);
            }
        }
        if (asked.stream().anyMatch(term -> term.kinds().contains(FactKind.DOSE))) {
            doses();
        }
        lifted();
        changes.sort(Comparator.comparing((Change change) -> change.kind() != Change.Kind.TIME)
                .thenComparing(change ->
                        change.kind() == Change.Kind.TIME ? 0 : criteria.set().rank(change.level()))
                .thenComparing(Change::from));
        return List.copyOf(changes);
    }

    private int rank(Stretch stretch) {
        return criteria.levelOf[stretch.row()];
    }

    private List<Stretch> stretches(PersonFacts supposed) {
        List<Stretch> all = new ArrayList<>();
        long from = now;
        while (from != NEVER && all.size() < MOST_STRETCHES) {
            int row = assessor.rowAndUntil(supposed, from, known);
            all.add(new Stretch(from, row, assessor.until()));
            from = assessor.until();
        }
        return all;
    }

    private void byTime(Stretch after) {
        changes.add(new Change(
                Change.Kind.TIME,
                "",
                List.of(),
                Set.of(),
                cause(after),
                explainer.row(after.row()),
                Moments.instant(after.from()),
                Explainer.moment(after.until())));
    }

    /** A cell of the new row that is met just now, else one of the row before that no longer is. */
    private Optional<CellAnswer> cause(Stretch after) {
        long last = after.from() - 1;
        int row = assessor.row(person, last, known);
        Optional<Integer> begun = cells(after.row(), last, cell -> !cell);
        if (begun.isPresent()) {
            return begun.map(cell -> explainer.answer(person, after.row(), cell, after.from(), known));
        }
        return cells(row, after.from(), cell -> !cell).map(cell -> explainer.answer(person, row, cell, last, known));
    }

    private Optional<Integer> cells(int row, long at, Predicate<Boolean> met) {
        assessor.look(person, at, known);
        return explainer
                .cells(row)
                .filter(cell -> met.test(assessor.isMet(cell)))
                .findFirst();
    }

    /** Facts without which the row does not match. */
    private void suppose(int row) {
        assessor.look(person, now, known);
        List<Integer> unmet =
                explainer.cells(row).filter(cell -> !assessor.isMet(cell)).toList();
        for (int cell : unmet) {
            CriteriaColumn column = criteria.set().columns().get(criteria.columnOf[cell]);
            Condition condition = explainer.row(row).cells().get(column.key());
            switch (column.term()) {
                case NEGATIVE_TEST ->
                    column.values(Parameter.METHODS)
                            .forEach(method -> suppose(Change.Kind.NEGATIVE_TEST, FactKind.NEGATIVE_TEST, method));
                case EXCEPTION -> {
                    if (condition != null && condition.shape() == Condition.Shape.ANY_OF) {
                        condition
                                .codes()
                                .forEach(code -> suppose(Change.Kind.EXCEPTION, FactKind.EXCEPTION_CASE, code));
                    }
                }
                default -> {}
            }
        }
    }

    private void suppose(Change.Kind kind, FactKind fact, String code) {
        boolean supposed = changes.stream()
                .anyMatch(change -> change.kind() == kind && change.detail().equals(code));
        if (!supposed) {
            add(kind, code, List.of(Fact.of(--ids, NO_SOURCE, fact, code, Moments.instant(now))), Set.of());
        }
    }

    private void doses() {
        assessor.look(person, now, known);
        Course course = assessor.course();
        int given = course.given();
        int before = course.lastPlace();
        int vaccine = before < 0 ? 0 : person.code(before);
        int required = Math.max(course.required(), criteria.requiredDoses[vaccine]);
        long day = Moments.day(now);
        if (before >= 0) {
            day = Math.max(day, person.aboutDay(before) + criteria.interval[vaccine]);
        }
        Vaccine next = criteria.vocabulary().vaccines().get(vaccine);
        List<Fact> rest = new ArrayList<>();
        for (int dose = given; dose < Math.max(required, given + 1); dose++) {
            rest.add(Fact.of(--ids, NO_SOURCE, FactKind.DOSE, next.code(), LocalDate.ofEpochDay(day)));
            day += next.minIntervalDays();
        }
        add(Change.Kind.NEXT_DOSE, before < 0 ? "" : next.code(), rest.subList(0, 1), Set.of());
        if (rest.size() > 1) {
            add(Change.Kind.REST_OF_COURSE, next.code(), rest, Set.of());
        }
    }

    private void lifted() {
        assessor.look(person, now, known);
        Set<Long> orders = new LinkedHashSet<>();
        Set<Long> zones = new LinkedHashSet<>();
        boolean infected = assessor.latest(FactKind.POSITIVE_TEST.bit() | FactKind.TREATMENT.bit(), -1) >= 0;
        for (int place : assessor.live()) {
            if (person.kind(place) == FactKind.QUARANTINE_ORDER) {
                orders.add(person.id(place));
            } else if (person.kind(place) == FactKind.RESIDENCE_ZONE) {
                zones.add(person.id(place));
            }
        }
        if (!orders.isEmpty()) {
            add(Change.Kind.ORDER_LIFTED, "", List.of(), orders);
        }
        if (!zones.isEmpty()) {
            add(Change.Kind.ZONE_LIFTED, "", List.of(), zones);
        }
        if (infected) {
            String certificate = criteria.set().columns().stream()
                    .flatMap(column -> column.values(Parameter.CERTIFICATES).stream())
                    .findFirst()
                    .orElse(criteria.vocabulary()
                            .codes(CodeList.CERTIFICATE)
                            .get(0)
                            .code());
            Fact recovery =
                    Fact.of(--ids, NO_SOURCE, FactKind.RECOVERY, certificate, LocalDate.ofEpochDay(Moments.day(now)));
            add(Change.Kind.RECOVERY, "", List.of(recovery), Set.of());
        }
    }

    /** Where it brings a better level than time alone, or brings it sooner: the best, and when it begins. */
    private void add(Change.Kind kind, String detail, List<Fact> adds, Set<Long> ends) {
        List<Stretch> supposed = stretches(person.supposing(ends, now, adds));
        Stretch best = supposed.stream()
                .min(Comparator.comparingInt(this::rank).thenComparingLong(Stretch::from))
                .orElseThrow();
        boolean better = rank(best) < rank(byItself.get(0))
                && byItself.stream().noneMatch(stretch -> rank(stretch) <= rank(best) && stretch.from() <= best.from());
        if (better) {
            Instant from = Moments.instant(best.from());
            changes.add(new Change(
                    kind,
                    detail,
                    adds,
                    ends,
                    Optional.empty(),
                    explainer.row(best.row()),
                    from,
                    Explainer.moment(best.until())));
        }
    }
}
