package vn.khanhhoa.thecovid.shared;

import java.time.LocalDate;

/** Whole days in Asia/Ho_Chi_Minh, both ends included. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw new RuleViolation("shared.period-reversed", from, to);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
}
