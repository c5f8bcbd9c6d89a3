package vn.khanhhoa.thecovid.eligibility.criteria;

import static vn.khanhhoa.thecovid.eligibility.criteria.Moments.ALWAYS;
import static vn.khanhhoa.thecovid.eligibility.criteria.Moments.NEVER;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria.Column;

/**
 * Asks one criteria set about one person after the other. The value of a column is derived when a row first asks for it;
 * each cell is then met from one moment to another, so that the level now and the moment of its next change come from the
 * same reckoning. Holds what it works with: one thread uses one.
 */
public final class Assessor {
    /** There is no such thing. */
    static final long NONE = Long.MIN_VALUE;

    /** A level changes some times in a person's life; this many would be a fault. */
    private static final int MOST_CHANGES = 10_000;

    private static final int POSITIVES = FactKind.POSITIVE_TEST.bit() | FactKind.TREATMENT.bit();
    private static final int ALL_CODES = -1;

    private final CompiledCriteria criteria;
    private final long[] values;
    private final Course course;
    private final CalendarLimits limits;

    /** By column, a bit; a set has fewer than 64. */
    private long derived;

    private PersonFacts facts;
    private long moment;
    /** Places of the facts that are known and hold at the moment. */
    private int[] live = new int[16];

    private int liveSize;
    private int liveKinds;

    private long steady;
    private long until;

    private boolean courseKnown;

    Assessor(CompiledCriteria criteria) {
        this.criteria = criteria;
        this.values = new long[criteria.columns.length];
        this.limits = new CalendarLimits(criteria);
        this.course = new Course(criteria.requiredDoses, criteria.interval);
        this.facts = new PersonFacts(criteria.vocabulary());
    }

    /** @param knownBy facts that became known later are left aside, as are versions that were replaced by then */
    public Assessment assess(PersonFacts person, Instant at, Instant knownBy) {
        int row = rowAndUntil(person, Moments.micros(at), Moments.micros(knownBy));
        return new Assessment(
                at,
                knownBy,
                criteria.set().rows().get(row),
                until == NEVER ? Optional.empty() : Optional.of(Moments.instant(until)));
    }

    /** The number of the row that matches. Moments as microseconds since 1970. */
    public int row(PersonFacts person, long at, long knownBy) {
        look(person, at, knownBy);
        int row = 0;
        while (!isMet(criteria.first[row], criteria.first[row + 1])) {
            row++;
        }
        return row;
    }

    /** The number of a row's level in the set's list. */
    public int level(int row) {
        return criteria.levelOf[row];
    }

    /** As {@link #row}, and reckons {@link #until} as well. */
    public int rowAndUntil(PersonFacts person, long at, long knownBy) {
        int answer = -1;
        long now = at;
        for (int change = 0; change < MOST_CHANGES; change++) {
            look(person, now, knownBy);
            long event = nextEvent(knownBy);
            while (now < event) {
                int row = matchSteadily(now, event);
                if (answer < 0) {
                    answer = row;
                } else if (level(row) != level(answer)) {
                    until = now;
                    return answer;
                }
                now = steady;
            }
            if (now == NEVER) {
                until = NEVER;
                return answer;
            }
        }
        throw new IllegalStateException("a level that changes without end");
    }

    /** Of the latest {@link #rowAndUntil}: when the level is first another, {@link Long#MAX_VALUE} for never. */
    public long until() {
        return until;
    }

    /** When one cell is first met if it is not now, or first not met if it is; {@link Long#MAX_VALUE} for never. */
    long flips(PersonFacts person, int cell, long at, long knownBy) {
        long now = at;
        look(person, now, knownBy);
        boolean met = isMet(cell, cell + 1);
        while (now != NEVER) {
            look(person, now, knownBy);
            if (isMet(cell, cell + 1) != met) {
                return now;
            }
            long value = value(criteria.columnOf[cell]);
            long next = met ? ends(cell, value) : begins(cell, value);
            now = Math.min(nextEvent(knownBy), next > now ? next : NEVER);
        }
        return NEVER;
    }

    /** Of what was last looked at. */
    boolean isMet(int cell) {
        return isMet(cell, cell + 1);
    }

    /** Sets until when none of the answers that led to the row can change. */
    private int matchSteadily(long now, long event) {
        steady = event;
        for (int row = 0; ; row++) {
            long met = NEVER;
            long unmet = ALWAYS;
            for (int cell = criteria.first[row]; cell < criteria.first[row + 1] && unmet != NEVER; cell++) {
                if (isHopeless(cell)) {
                    unmet = NEVER;
                    break;
                }
                long value = value(criteria.columnOf[cell]);
                long begins = begins(cell, value);
                long ends = ends(cell, value);
                if (now < begins) {
                    unmet = Math.max(unmet, begins);
                } else if (now >= ends) {
                    unmet = NEVER;
                } else {
                    met = Math.min(met, ends);
                }
            }
            if (unmet == ALWAYS) {
                steady = Math.min(steady, met);
                return row;
            }
            steady = Math.min(steady, unmet);
        }
    }

    private boolean isMet(int from, int to) {
        for (int cell = from; cell < to; cell++) {
            if (isHopeless(cell)) {
                return false;
            }
        }
        for (int cell = from; cell < to; cell++) {
            if (!isMetNow(cell, value(criteria.columnOf[cell]))) {
                return false;
            }
        }
        return true;
    }

    /** By the calendar's limits of the day, where months and years would be reckoned for each person. */
    private boolean isMetNow(int cell, long value) {
        if (!criteria.calendar[cell] || value == NONE || criteria.negated[cell]) {
            return moment >= begins(cell, value) && moment < ends(cell, value);
        }
        return limits.isMet(cell, value, Moments.day(moment));
    }

    /** No fact is there that it would need. */
    private boolean isHopeless(int cell) {
        int needs = criteria.needs[cell];
        return needs != 0 && (liveKinds & needs) == 0;
    }

    /** When the cell is first met, if the value stays as it is. */
    long begins(int cell, long value) {
        long low = criteria.low[cell];
        switch (criteria.test[cell]) {
            case CODES -> {
                return (value & low) != 0 != criteria.negated[cell] ? ALWAYS : NEVER;
            }
            case TIME -> {
                return low;
            }
            case VALUE -> {
                return isIn(cell, value) ? ALWAYS : NEVER;
            }
            default -> {
                if (value == NONE || criteria.negated[cell]) {
                    return value == NONE && criteria.whenNone[cell] ? ALWAYS : NEVER;
                }
                return low == Long.MIN_VALUE ? ALWAYS : reached(cell, value, low, criteria.lowShift[cell]);
            }
        }
    }

    private boolean isIn(int cell, long value) {
        if (value == NONE || criteria.negated[cell]) {
            return value == NONE && criteria.whenNone[cell];
        }
        return criteria.low[cell] <= value && value <= criteria.high[cell];
    }

    /** When a cell that was met no longer is. */
    long ends(int cell, long value) {
        long high = criteria.high[cell];
        switch (criteria.test[cell]) {
            case CODES, VALUE -> {
                return NEVER;
            }
            case TIME -> {
                return high == Long.MAX_VALUE ? NEVER : high + 1;
            }
            case HOURS -> {
                return high == Long.MAX_VALUE || value == NONE ? NEVER : value + high + 1;
            }
            case MONTHS -> {
                return high == Long.MAX_VALUE || value == NONE
                        ? NEVER
                        : reached(cell, value, high, criteria.highShift[cell]);
            }
            default -> {
                return high == Long.MAX_VALUE || value == NONE ? NEVER : reached(cell, value, high + 1, 0);
            }
        }
    }

    private long reached(int cell, long value, long amount, int shift) {
        return criteria.test[cell] == CompiledCriteria.Test.HOURS
                ? value + amount
                : Moments.midnight(criteria.dayReached(cell, value, amount) + shift);
    }

    void look(PersonFacts person, long at, long knownBy) {
        facts = person;
        moment = at;
        derived = 0;
        courseKnown = false;
        if (live.length < person.size()) {
            live = new int[person.size() * 2];
        }
        int size = 0;
        int kinds = 0;
        for (int place = 0; place < person.size(); place++) {
            if (person.isKnown(place, knownBy) && person.from(place) <= at && at < person.until(place)) {
                live[size++] = place;
                kinds |= person.kindBit(place);
            }
        }
        liveSize = size;
        liveKinds = kinds;
    }

    /** When the next fact begins or ends to hold. */
    private long nextEvent(long knownBy) {
        long next = NEVER;
        for (int place = 0; place < facts.size(); place++) {
            if (facts.isKnown(place, knownBy)) {
                if (facts.from(place) > moment) {
                    next = Math.min(next, facts.from(place));
                } else if (facts.until(place) > moment) {
                    next = Math.min(next, facts.until(place));
                }
            }
        }
        return next;
    }

    /** Of what was last looked at: a number, bits of codes, a day, a moment, or {@link #NONE}. */
    long value(int column) {
        if ((derived >>> column & 1) == 0) {
            derived |= 1L << column;
            values[column] = derive(criteria.columns[column]);
        }
        return values[column];
    }

    private long derive(Column column) {
        if (column.kinds() != 0 && (liveKinds & column.kinds()) == 0) {
            return column.whenAbsent();
        }
        return switch (column.term()) {
            case INFECTED -> isInfected(NONE) ? 1 : 0;
            case PERIODIC_TESTS -> 1;
            case ORDER, RESIDENCE_ZONE, EXCEPTION -> codes(column.kinds());
            case CONTACT, EXCEPTION_SINCE -> day(latest(column.kinds(), column.mask()));
            case VALID_DOSES -> course().given();
            case MISSING_DOSES -> course().missing();
            case FIRST_DOSE -> course().first();
            case LAST_DOSE -> course().last();
            case FULL_COURSE -> column.flag() ? course().fullAlone() : course().full();
            case RECOVERY -> recovery(column);
            case NEGATIVE_TEST -> negative(column);
            case AGE, BIRTH_DATE -> facts.birthDay() == PersonFacts.UNKNOWN ? NONE : facts.birthDay();
            case TIME -> moment;
        };
    }

    private long day(int place) {
        return place < 0 ? NONE : facts.aboutDay(place);
    }

    /** Place of the last fact of these kinds with one of these codes; -1 for none. */
    int latest(int kinds, long mask) {
        for (int i = liveSize - 1; i >= 0; i--) {
            int place = live[i];
            if ((facts.kindBit(place) & kinds) != 0 && (mask >>> facts.code(place) & 1) == 1) {
                return place;
            }
        }
        return -1;
    }

    private long codes(int kind) {
        long mask = 0;
        for (int i = 0; i < liveSize; i++) {
            if (facts.kindBit(live[i]) == kind) {
                mask |= 1L << facts.code(live[i]);
            }
        }
        return mask;
    }

    /** Whether a positive is later than the recovery, of any certificate where none is given. */
    private boolean isInfected(long recovered) {
        long positive = day(latest(POSITIVES, ALL_CODES));
        long recovery = recovered == NONE ? day(latest(FactKind.RECOVERY.bit(), ALL_CODES)) : recovered;
        return positive != NONE && (recovery == NONE || recovery < positive);
    }

    private long recovery(Column column) {
        long recovered = day(latest(column.kinds(), column.mask()));
        return recovered == NONE || isInfected(recovered) ? NONE : recovered;
    }

    private long negative(Column column) {
        int place = column.flag() ? latestResult(column) : latest(column.kinds(), column.mask());
        if (place < 0) {
            return NONE;
        }
        long since = column.flag() ? facts.from(place) : facts.about(place);
        return column.calendar() ? Moments.day(since) : since;
    }

    private int latestResult(Column column) {
        int latest = -1;
        for (int i = 0; i < liveSize; i++) {
            int place = live[i];
            if (facts.kindBit(place) == column.kinds()
                    && (column.mask() >>> facts.code(place) & 1) == 1
                    && (latest < 0 || facts.from(place) >= facts.from(latest))) {
                latest = place;
            }
        }
        return latest;
    }

    /** Place of the fact that a column of the latest kind speaks of; -1 for none. */
    int speaksOf(Column column) {
        return column.term() == Term.NEGATIVE_TEST && column.flag()
                ? latestResult(column)
                : latest(column.kinds(), column.mask());
    }

    /** Of what was last looked at. */
    Course course() {
        if (!courseKnown) {
            courseKnown = true;
            course.reckon(facts, live, liveSize);
        }
        return course;
    }

    /** Places of the facts that hold, in the order of the times they are about. */
    int[] live() {
        return Arrays.copyOf(live, liveSize);
    }
}
