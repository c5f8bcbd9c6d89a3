package vn.khanhhoa.thecovid.verification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * Somebody's contacts are asked for.
 *
 * @param person none once the scans of the time are deleted
 * @param own whether the reader asked for it, and so does not approve it
 * @param judgedAt none while nobody has
 */
public record TracingView(
        PublicId id,
        FindingPeople.@Nullable Found person,
        Instant from,
        Instant to,
        String reason,
        String document,
        TracingState state,
        String asker,
        Instant askedAt,
        String judge,
        @Nullable Instant judgedAt,
        String word,
        boolean own,
        int version) {
    public boolean isAsked() {
        return state == TracingState.ASKED;
    }

    public boolean isApproved() {
        return state == TracingState.APPROVED;
    }

    /** Never tells of whom. */
    @Override
    public String toString() {
        return "TracingView[" + id + "]";
    }
}
