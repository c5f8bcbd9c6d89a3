package vn.khanhhoa.thecovid.eligibility;

import java.util.List;
import java.util.Optional;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaDraft;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaProblem;
import vn.khanhhoa.thecovid.eligibility.criteria.CriteriaSet;

/**
 * A criteria set with its table and all that is to be said against it.
 *
 * @param set there unless a problem is an error
 * @param attestable whether who asks may attest it: nobody who wrote a part of it
 */
public record CriteriaSetView(
        RuleSetSummary summary,
        CriteriaDraft table,
        Optional<CriteriaSet> set,
        List<CriteriaProblem> problems,
        boolean attestable) {
    public CriteriaSetView {
        problems = List.copyOf(problems);
    }
}
