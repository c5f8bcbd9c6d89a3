package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a number in a cell counts. Day 14 begins at midnight in Asia/Ho_Chi_Minh, 14 calendar days after the day of the
 * fact; a month ends on the day of the same number, or the last one there is; hours are exact.
 */
public enum Unit {
    HOURS(20_000L),
    DAYS(40_000L),
    MONTHS(1_200L),
    YEARS(130L);

    private final long most;

    Unit(long most) {
        this.most = most;
    }

    /** Larger numbers can only be slips. */
    long most() {
        return most;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Unit> of(String word) {
        return Stream.of(values())
                .filter(unit -> unit.word().equals(word) || unit.word().equals(word + "s"))
                .findFirst();
    }
}
