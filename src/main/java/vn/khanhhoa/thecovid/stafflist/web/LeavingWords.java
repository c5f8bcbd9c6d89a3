package vn.khanhhoa.thecovid.stafflist.web;

import vn.khanhhoa.thecovid.platform.web.PageMessages;
import vn.khanhhoa.thecovid.shared.RuleViolation;

/** What is wrong with the day of a leave is said at its field. */
final class LeavingWords {
    private static final String OF_THE_DAY = "stafflist.leave-";

    private LeavingWords() {}

    static void tell(PageMessages messages, String field, RuleViolation rule) {
        if (!rule.code().startsWith(OF_THE_DAY)) {
            throw rule;
        }
        messages.errorAt(field, rule.code(), rule.args().toArray());
    }
}
