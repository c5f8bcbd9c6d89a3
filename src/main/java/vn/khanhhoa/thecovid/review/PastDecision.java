package vn.khanhhoa.thecovid.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.stafflist.Outcome;

/**
 * One step of an entry's history.
 *
 * @param outcome of the verdict; where one was taken back or declined, of that one; none where the step says nothing of one
 * @param proposer whose proposal an approver agreed to or declined; else empty
 * @param mandateNo of the document by which an officer decided; empty for none
 * @param approvalNo of the numbered list on which an approver agreed; empty for none
 * @param byRule by which the portal decided; empty where a person did
 * @param toAgencyId where it was forwarded to, or 0
 */
public record PastDecision(
        Step step,
        @Nullable Outcome outcome,
        String reasonCode,
        String reasonText,
        String decider,
        String proposer,
        String mandateNo,
        String approvalNo,
        String byRule,
        long agencyId,
        long toAgencyId,
        Instant decidedAt) {

    /** The same with what it says of the verdict before it. */
    PastDecision after(PastDecision verdict) {
        return switch (step) {
            case CONFIRMED, DECLINED -> of(verdict, verdict.decider());
            case UNDONE -> of(verdict, verdict.proposer());
            default -> this;
        };
    }

    private PastDecision of(PastDecision verdict, String whose) {
        return new PastDecision(
                step,
                verdict.outcome(),
                verdict.reasonCode(),
                reasonText,
                decider,
                whose,
                mandateNo,
                approvalNo,
                byRule,
                agencyId,
                toAgencyId,
                decidedAt);
    }
}
