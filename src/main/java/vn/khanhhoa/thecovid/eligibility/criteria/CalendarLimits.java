package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.LocalDate;
import vn.khanhhoa.thecovid.eligibility.criteria.CompiledCriteria.Test;

/**
 * Months and years, which are no fixed number of days, reckoned once for a day instead of once for each person: by cell,
 * the latest day since which its condition has begun to be met, and the latest since which it has ended.
 */
final class CalendarLimits {
    private final CompiledCriteria criteria;
    private final long[] begun;
    private final long[] ended;
    private long day = Long.MIN_VALUE;

    CalendarLimits(CompiledCriteria criteria) {
        this.criteria = criteria;
        this.begun = new long[criteria.calendar.length];
        this.ended = new long[criteria.calendar.length];
    }

    boolean isMet(int cell, long since, long today) {
        if (today != day) {
            day = today;
            for (int each = 0; each < begun.length; each++) {
                begun[each] = lastBegun(each, today);
                ended[each] = lastEnded(each, today);
            }
        }
        return since <= begun[cell] && since > ended[cell];
    }

    private long lastBegun(int cell, long today) {
        if (!criteria.calendar[cell] || criteria.low[cell] == Long.MIN_VALUE) {
            return Long.MAX_VALUE;
        }
        return latest(cell, today - criteria.lowShift[cell], criteria.low[cell]);
    }

    private long lastEnded(int cell, long today) {
        if (!criteria.calendar[cell] || criteria.high[cell] == Long.MAX_VALUE) {
            return Long.MIN_VALUE;
        }
        return criteria.test[cell] == Test.MONTHS
                ? latest(cell, today - criteria.highShift[cell], criteria.high[cell])
                : latest(cell, today, criteria.high[cell] + 1);
    }

    /** Several days can lead to one, as to the end of February. */
    private long latest(int cell, long reached, long amount) {
        LocalDate back = LocalDate.ofEpochDay(reached);
        boolean months = criteria.test[cell] == Test.MONTHS;
        long latest = (months ? back.minusMonths(amount) : back.minusYears(amount)).toEpochDay();
        while (criteria.dayReached(cell, latest + 1, amount) <= reached) {
            latest++;
        }
        return latest;
    }
}
