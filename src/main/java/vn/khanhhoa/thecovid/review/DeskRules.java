package vn.khanhhoa.thecovid.review;

import vn.khanhhoa.thecovid.shared.RuleViolation;

/**
 * How an agency decides.
 *
 * @param undoMinutes how long a decision can be undone before it takes effect; 0 for not at all
 * @param claimMinutes how long an entry stays with the reviewer who opened it and does nothing
 * @param secondAbove approvals in lists with more entries need an approver; 0 for never
 * @param secondPercent of other approvals, drawn by chance, that need one
 */
public record DeskRules(int undoMinutes, int claimMinutes, int secondAbove, int secondPercent, int version) {
    static final DeskRules DEFAULT = new DeskRules(5, 10, 500, 0, 0);
    private static final int LONGEST_UNDO = 60;
    private static final int LONGEST_CLAIM = 240;
    private static final int ALL = 100;

    public DeskRules {
        require(undoMinutes >= 0 && undoMinutes <= LONGEST_UNDO, "review.undo-minutes", LONGEST_UNDO);
        require(claimMinutes >= 1 && claimMinutes <= LONGEST_CLAIM, "review.claim-minutes", LONGEST_CLAIM);
        require(secondAbove >= 0, "review.second-above", 0);
        require(secondPercent >= 0 && secondPercent <= ALL, "review.percent", ALL);
    }

    private static void require(boolean holds, String code, int bound) {
        if (!holds) {
            throw new RuleViolation(code, bound);
        }
    }
}
