package vn.khanhhoa.thecovid.eligibility.criteria;

import static vn.khanhhoa.thecovid.eligibility.criteria.FactKind.CLOSE_CONTACT;
import static vn.khanhhoa.thecovid.eligibility.criteria.FactKind.DOSE;
import static vn.khanhhoa.thecovid.eligibility.criteria.FactKind.EXCEPTION_CASE;
import static vn.khanhhoa.thecovid.eligibility.criteria.FactKind.POSITIVE_TEST;
import static vn.khanhhoa.thecovid.eligibility.criteria.FactKind.QUARANTINE_ORDER;
import static vn.khanhhoa.thecovid.eligibility.criteria.FactKind.TREATMENT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vocabulary of facts: what a column of a criteria set can ask of a person. A new one is all that needs code. */
@SuppressWarnings("ImmutableEnumChecker") // what it holds is made by of()
public enum Term {
    /** A positive test or treatment, and no recovery on that day or later. */
    INFECTED(ValueType.YES_NO, Sight.CAUSE, POSITIVE_TEST, TREATMENT),
    ORDER(CodeList.ORDER, Sight.CAUSE, QUARANTINE_ORDER),
    RESIDENCE_ZONE(CodeList.ZONE, Sight.CAUSE, FactKind.RESIDENCE_ZONE),
    CONTACT(Set.of(Unit.DAYS), Sight.CAUSE, List.of(), CLOSE_CONTACT),
    /** Doses of known vaccines, each far enough from the one before. */
    VALID_DOSES(ValueType.COUNT, Sight.OPEN, DOSE),
    /** How many the course that was begun still needs; absent where none was. */
    MISSING_DOSES(ValueType.COUNT, Sight.OPEN, DOSE),
    FIRST_DOSE(Set.of(Unit.DAYS, Unit.MONTHS), Sight.OPEN, List.of(), DOSE),
    LAST_DOSE(Set.of(Unit.DAYS, Unit.MONTHS), Sight.OPEN, List.of(), DOSE),
    /** Since the dose by which the number that the vaccine requires was reached. */
    FULL_COURSE(Set.of(Unit.DAYS, Unit.MONTHS), Sight.OPEN, List.of(Parameter.MIXED), DOSE),
    /** Since the latest recovery that no later positive has overtaken. */
    RECOVERY(Set.of(Unit.DAYS, Unit.MONTHS), Sight.OPEN, List.of(Parameter.CERTIFICATES), FactKind.RECOVERY),
    NEGATIVE_TEST(
            Set.of(Unit.HOURS, Unit.DAYS),
            Sight.LAB,
            List.of(Parameter.METHODS, Parameter.SINCE),
            FactKind.NEGATIVE_TEST),
    PERIODIC_TESTS(ValueType.YES_NO, Sight.OPEN, FactKind.PERIODIC_TESTS),
    EXCEPTION(CodeList.EXCEPTION, Sight.OPEN, EXCEPTION_CASE),
    /** Since one of these exceptions was registered. */
    EXCEPTION_SINCE(Set.of(Unit.DAYS), Sight.OPEN, List.of(Parameter.EXCEPTIONS), EXCEPTION_CASE),
    AGE(ValueType.AGE, Sight.OPEN),
    BIRTH_DATE(ValueType.DATE, Sight.OPEN),
    /** The moment that is asked about, for rows that begin or end at a time. */
    TIME(ValueType.DATE_TIME, Sight.OPEN);

    /** Who may see more than whether a condition is met. */
    enum Sight {
        /** Whoever may see the explanation. */
        OPEN,
        /** Details of a laboratory: not for reviewers. */
        LAB,
        /** Why somebody is held: for the person and the health office only. */
        CAUSE
    }

    private final ValueType type;
    private final Set<Unit> units;
    private final @Nullable CodeList list;
    private final List<Parameter> parameters;
    private final Sight sight;
    private final Set<FactKind> kinds;

    Term(ValueType type, Sight sight, FactKind... kinds) {
        this(type, type == ValueType.AGE ? Set.of(Unit.YEARS) : Set.of(), null, List.of(), sight, kinds);
    }

    Term(CodeList list, Sight sight, FactKind... kinds) {
        this(ValueType.CODES, Set.of(), list, List.of(), sight, kinds);
    }

    Term(Set<Unit> units, Sight sight, List<Parameter> parameters, FactKind... kinds) {
        this(ValueType.ELAPSED, units, null, parameters, sight, kinds);
    }

    Term(
            ValueType type,
            Set<Unit> units,
            @Nullable CodeList list,
            List<Parameter> parameters,
            Sight sight,
            FactKind... kinds) {
        this.type = type;
        this.units = units;
        this.list = list;
        this.parameters = parameters;
        this.sight = sight;
        this.kinds = Set.of(kinds);
    }

    public ValueType type() {
        return type;
    }

    /** That its numbers may be in; empty where they have none. */
    public Set<Unit> units() {
        return units;
    }

    /** Of whose codes its cells speak. */
    public Optional<CodeList> list() {
        return Optional.ofNullable(list);
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    Sight sight() {
        return sight;
    }

    /** Without one of which it is absent, none, 0 or no. */
    Set<FactKind> kinds() {
        return kinds;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Term> of(String word) {
        for (Term term : values()) {
            if (term.word().equals(word)) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }
}
