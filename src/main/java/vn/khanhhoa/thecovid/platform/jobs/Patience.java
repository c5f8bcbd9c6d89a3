package vn.khanhhoa.thecovid.platform.jobs;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/**
 * How long failed work waits for its next attempt, and when it has had enough of them. What an outage may have caused is
 * tried for more than a day: soon at first, then every hour. What code or data caused comes again each time, so that it is
 * tried twice more, because two transactions may have met, and data that do not fit into the tables not at all.
 */
final class Patience {
    static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int ATTEMPTS = 40;
    private static final int ATTEMPTS_AT_A_FAULT = 3;

    private static final String DATA_EXCEPTION = "22";
    /** Violated constraints, statements that the database does not know or that the account may not use. */
    private static final Set<String> FAULTS = Set.of("21", "23", "42", "0A");

    private Patience() {}

    /**
     * Empty where there is none left.
     *
     * @param failures in a row, this one included
     * @param cause null where the node died over the work
     */
    static Optional<Duration> pause(int failures, @Nullable Throwable cause) {
        if (failures >= attempts(cause)) {
            return Optional.empty();
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    private static int attempts(@Nullable Throwable cause) {
        boolean outage = cause == null;
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof Hopeless) {
                return 1;
            }
            if (each instanceof SQLException failure && failure.getSQLState() != null) {
                String kind = failure.getSQLState()
                        .substring(0, Math.min(2, failure.getSQLState().length()));
                if (kind.equals(DATA_EXCEPTION)) {
                    return 1;
                }
                if (FAULTS.contains(kind)) {
                    return ATTEMPTS_AT_A_FAULT;
                }
            }
            outage |= each instanceof SQLException
                    || each instanceof IOException
                    || each instanceof XAException
                    || each.getClass().getPackageName().startsWith("jakarta.transaction");
        }
        return outage ? ATTEMPTS : ATTEMPTS_AT_A_FAULT;
    }
}
