package vn.khanhhoa.thecovid.eligibility;

import java.time.Duration;
import java.time.Instant;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** When something may be put in force: what is far in the past or the future is a slip of the hand. */
public final class OrderTimes {
    private static final int MOST_DAYS_BACK = 7;
    private static final int MOST_DAYS_AHEAD = 366;

    /** A time that is typed in whole minutes as "now" has passed by the time that it is asked for. */
    private static final Duration STILL_NOW = Duration.ofMinutes(5);

    private OrderTimes() {}

    public static boolean isPast(Instant from, Instant now) {
        return from.isBefore(now.minus(STILL_NOW));
    }

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
        if (isPast(from, now) && !confirmed) {
            throw new RuleViolation("eligibility.past-not-confirmed");
        }
    }
}
