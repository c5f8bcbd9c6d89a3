package vn.khanhhoa.thecovid.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * One step of an entry's history.
 *
 * @param outcome none where the step says nothing of one
 * @param toAgencyId where it was forwarded to, or 0
 */
public record PastDecision(
        Step step,
        @Nullable Outcome outcome,
        String reasonCode,
        String reasonText,
        String decider,
        long agencyId,
        long toAgencyId,
        Instant decidedAt) {}
