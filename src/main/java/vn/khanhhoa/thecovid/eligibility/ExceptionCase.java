package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.person.FindingPeople;
import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * An exception of somebody, with what was done with it.
 *
 * @param kind as it was when the exception was entered
 * @param until the last day on which it holds, as it was entered; none for no end
 * @param endsAt the first moment at which it no longer holds, ended early or not; none for no end
 * @param evidence empty in lists, as steps are
 * @param own whether the reader entered it, and so may not approve it
 */
public record ExceptionCase(
        PublicId id,
        FindingPeople.Found person,
        ExceptionKind kind,
        ExceptionCaseState state,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant endsAt,
        Evidence evidence,
        List<Step> steps,
        String enterer,
        Instant enteredAt,
        boolean own) {
    public ExceptionCase {
        steps = List.copyOf(steps);
    }

    /** @param fileName empty for none */
    public record Evidence(String reason, String paperNumber, String paperIssuer, String fileName) {
        static final Evidence NONE = new Evidence("", "", "", "");

        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return "evidence";
        }
    }

    /** @param endsAt of an early end; none of others */
    public record Step(
            ExceptionCaseState state, String why, @Nullable Instant endsAt, String doer, Instant at) {}

    public boolean isOver(Instant now) {
        return state == ExceptionCaseState.APPROVED && endsAt != null && !endsAt.isAfter(now);
    }

    /** Could still be ended early. */
    public boolean isEndable(Instant now) {
        return state == ExceptionCaseState.APPROVED && !isOver(now);
    }
}
