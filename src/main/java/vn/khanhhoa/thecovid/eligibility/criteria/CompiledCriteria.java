package vn.khanhhoa.thecovid.eligibility.criteria;

import static vn.khanhhoa.thecovid.eligibility.criteria.Moments.HOUR;

import java.time.LocalDate;
import java.util.Map;
import vn.khanhhoa.thecovid.eligibility.criteria.Condition.Bound;

/** A criteria set made ready for millions of assessments: cells as numbers. Immutable; each thread takes an assessor. */
public final class CompiledCriteria {
    /** How a cell compares: elapsed days, months, hours or years; a value that does not age; the moment itself; codes. */
    enum Test {
        DAYS,
        MONTHS,
        HOURS,
        YEARS,
        VALUE,
        TIME,
        CODES
    }

    /**
     * A column with what its derivation needs.
     *
     * @param kinds bits of the kinds of fact without any of which it is absent; 0 where it needs none
     * @param mask codes it looks at
     * @param flag counts from the result (tests), does not mix vaccines (courses)
     * @param calendar its value is a day, not a moment
     */
    record Column(String key, Term term, int kinds, long mask, boolean flag, boolean calendar) {
        long whenAbsent() {
            return switch (term.type()) {
                case CODES, YES_NO -> 0;
                case COUNT -> term == Term.VALID_DOSES ? 0 : Assessor.NONE;
                case ELAPSED, AGE, DATE, DATE_TIME -> Assessor.NONE;
            };
        }
    }

    private static final long ALL_CODES = -1;

    private final CriteriaSet set;
    private final Vocabulary vocabulary;
    final Column[] columns;
    /** Cells of row r are those from first[r] up to first[r + 1]. */
    final int[] first;

    final int[] columnOf;
    final Test[] test;
    /** Of ranges the least and the most that are met, both included; of codes the mask in {@code low}. */
    final long[] low;

    final long[] high;
    /** Months alone can begin or end just after the day, as they have no next whole number. */
    final int[] lowShift;

    final int[] highShift;
    final boolean[] whenNone;
    /** Months and years are no fixed number of days. */
    final boolean[] calendar;

    /** Codes are met by their absence; of others, met only by absence. */
    final boolean[] negated;

    /** Kinds of fact without any of which the cell is not met, as bits; 0 where it can be met without. */
    final int[] needs;

    final int[] levelOf;
    final int[] requiredDoses;
    final int[] interval;

    public CompiledCriteria(CriteriaSet set, Vocabulary vocabulary) {
        this.set = set;
        this.vocabulary = vocabulary;
        this.columns = set.columns().stream().map(column -> column(set, column)).toArray(Column[]::new);
        int cells = set.rows().stream().mapToInt(row -> row.cells().size()).sum();
        this.first = new int[set.rows().size() + 1];
        this.columnOf = new int[cells];
        this.test = new Test[cells];
        this.low = new long[cells];
        this.high = new long[cells];
        this.lowShift = new int[cells];
        this.highShift = new int[cells];
        this.whenNone = new boolean[cells];
        this.calendar = new boolean[cells];
        this.negated = new boolean[cells];
        this.needs = new int[cells];
        this.levelOf =
                set.rows().stream().mapToInt(row -> set.rank(row.level())).toArray();
        this.requiredDoses =
                vocabulary.vaccines().stream().mapToInt(Vaccine::requiredDoses).toArray();
        this.interval = vocabulary.vaccines().stream()
                .mapToInt(Vaccine::minIntervalDays)
                .toArray();
        int cell = 0;
        for (int row = 0; row < set.rows().size(); row++) {
            first[row] = cell;
            for (Map.Entry<String, Condition> entry :
                    set.rows().get(row).cells().entrySet()) {
                compile(cell++, set.columns().indexOf(set.column(entry.getKey())), entry.getValue());
            }
        }
        first[set.rows().size()] = cell;
    }

    private Column column(CriteriaSet whole, CriteriaColumn column) {
        Term term = column.term();
        long mask = term.parameters().stream()
                .flatMap(parameter ->
                        parameter.list().stream().map(list -> vocabulary.mask(list, column.values(parameter))))
                .reduce((one, other) -> one | other)
                .orElse(ALL_CODES);
        boolean flag = column.chose(Parameter.SINCE, "result") || column.chose(Parameter.MIXED, "no");
        boolean calendar = term.type() == ValueType.ELAPSED && unit(whole, column) != Unit.HOURS;
        int kinds = term.kinds().stream().mapToInt(FactKind::bit).reduce(0, (one, other) -> one | other);
        return new Column(column.key(), term, kinds, mask, flag, calendar);
    }

    private static Unit unit(CriteriaSet whole, CriteriaColumn column) {
        return whole.rows().stream()
                .map(row -> row.cells().get(column.key()))
                .filter(cell -> cell != null && cell.unit() != null)
                .map(Condition::unit)
                .findFirst()
                .orElse(Unit.DAYS);
    }

    private void compile(int cell, int column, Condition condition) {
        Term term = columns[column].term();
        columnOf[cell] = column;
        test[cell] = testOf(columns[column], condition);
        calendar[cell] = test[cell] == Test.MONTHS || test[cell] == Test.YEARS;
        low[cell] = Long.MIN_VALUE;
        high[cell] = Long.MAX_VALUE;
        whenNone[cell] = condition.orNone();
        switch (condition.shape()) {
            case YES -> low[cell] = 1;
            case NO -> high[cell] = 0;
            case ANY, NONE -> {
                boolean none = condition.shape() == Condition.Shape.NONE;
                negated[cell] = none;
                whenNone[cell] = none;
                if (term.type() == ValueType.CODES) {
                    low[cell] = ALL_CODES;
                }
            }
            case ANY_OF, NONE_OF -> {
                negated[cell] = condition.shape() == Condition.Shape.NONE_OF;
                low[cell] = vocabulary.mask(term.list().orElseThrow(), condition.codes());
            }
            case RANGE -> range(cell, condition);
        }
        needs[cell] = isMetWhenAbsent(cell, columns[column]) ? 0 : columns[column].kinds();
    }

    private boolean isMetWhenAbsent(int cell, Column column) {
        long absent = column.whenAbsent();
        if (test[cell] == Test.CODES) {
            return negated[cell];
        }
        return absent == Assessor.NONE ? whenNone[cell] : low[cell] <= absent && absent <= high[cell];
    }

    private static Test testOf(Column column, Condition condition) {
        return switch (column.term().type()) {
            case CODES -> Test.CODES;
            case DATE_TIME -> Test.TIME;
            case AGE -> Test.YEARS;
            case YES_NO, COUNT, DATE -> Test.VALUE;
            case ELAPSED -> {
                Unit unit = condition.unit();
                yield unit == Unit.MONTHS ? Test.MONTHS : column.calendar() ? Test.DAYS : Test.HOURS;
            }
        };
    }

    private void range(int cell, Condition condition) {
        Bound least = condition.low();
        Bound most = condition.high();
        if (test[cell] == Test.MONTHS) {
            low[cell] = least == null ? Long.MIN_VALUE : least.value();
            high[cell] = most == null ? Long.MAX_VALUE : most.value();
            lowShift[cell] = least == null || least.included() ? 0 : 1;
            highShift[cell] = most == null || most.included() ? 1 : 0;
        } else if (test[cell] == Test.HOURS || test[cell] == Test.TIME) {
            low[cell] = least == null ? Long.MIN_VALUE : micros(cell, least) + (least.included() ? 0 : 1);
            high[cell] = most == null ? Long.MAX_VALUE : micros(cell, most) - (most.included() ? 0 : 1);
        } else {
            low[cell] = condition.least();
            high[cell] = condition.most();
        }
    }

    private long micros(int cell, Bound bound) {
        return test[cell] == Test.HOURS ? bound.value() * HOUR : bound.value() * 1_000_000 + Moments.midnight(0);
    }

    /** The day on which so much has passed since that day. */
    long dayReached(int cell, long day, long amount) {
        return switch (test[cell]) {
            case DAYS -> day + amount;
            case MONTHS -> LocalDate.ofEpochDay(day).plusMonths(amount).toEpochDay();
            case YEARS -> LocalDate.ofEpochDay(day).plusYears(amount).toEpochDay();
            case HOURS, VALUE, TIME, CODES -> throw new IllegalStateException("does not age by days");
        };
    }

    public CriteriaSet set() {
        return set;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** To be used by one thread. */
    public Assessor assessor() {
        return new Assessor(this);
    }

    int cell(int row, String key) {
        for (int cell = first[row]; cell < first[row + 1]; cell++) {
            if (columns[columnOf[cell]].key().equals(key)) {
                return cell;
            }
        }
        throw new IllegalArgumentException(key);
    }
}
