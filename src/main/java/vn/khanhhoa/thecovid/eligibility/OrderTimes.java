package vn.khanhhoa.thecovid.eligibility;

import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** When something may be put in force: what is far in the past or the future is a slip of the hand. */
final class OrderTimes {
    private static final int MOST_DAYS_BACK = 7;
    private static final int MOST_DAYS_AHEAD = 366;

    private OrderTimes() {}

    static void requireNear(Instant from, Instant now) {
        if (from.isBefore(now.minus(Duration.ofDays(MOST_DAYS_BACK)))) {
            throw new RuleViolation("eligibility.start-too-old", MOST_DAYS_BACK);
        }
        if (from.isAfter(now.plus(Duration.ofDays(MOST_DAYS_AHEAD)))) {
            throw new RuleViolation("eligibility.start-too-far", MOST_DAYS_AHEAD);
        }
    }

    /** @param confirmed whether the actor was told what changes by a start in the past */
    static void requireConfirmed(Instant from, Instant now, boolean confirmed) {
        if (from.isBefore(now) && !confirmed) {
            throw new RuleViolation("eligibility.past-not-confirmed");
        }
    }
}
