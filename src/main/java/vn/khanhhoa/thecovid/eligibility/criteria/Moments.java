package vn.khanhhoa.thecovid.eligibility.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.khanhhoa.thecovid.platform.PortalClock;

/**
 * Moments as microseconds since 1970, the resolution of the database; days as days since 1970 in Asia/Ho_Chi_Minh. That
 * zone has been seven hours ahead without summer time since 1975, before any fact there is.
 */
final class Moments {
    static final long ALWAYS = Long.MIN_VALUE;
    static final long NEVER = Long.MAX_VALUE;
    static final long HOUR = 3_600_000_000L;

    private static final long DAY = 24 * HOUR;
    private static final long AHEAD = 7 * HOUR;

    private Moments() {}

    static long micros(Instant moment) {
        if (moment.equals(Instant.MAX)) {
            return NEVER;
        }
        return moment.equals(Instant.MIN)
                ? ALWAYS
                : ChronoUnit.MICROS.between(Instant.EPOCH, moment.truncatedTo(ChronoUnit.MICROS));
    }

    static Instant instant(long micros) {
        if (micros == NEVER) {
            return Instant.MAX;
        }
        return micros == ALWAYS ? Instant.MIN : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long day(long micros) {
        return Math.floorDiv(micros + AHEAD, DAY);
    }

    static long midnight(long day) {
        return day * DAY - AHEAD;
    }

    static Instant midnight(LocalDate day) {
        return day.atStartOfDay(PortalClock.ZONE).toInstant();
    }
}
