package vn.khanhhoa.thecovid.eligibility.criteria;

import java.util.List;
import java.util.Optional;

/** @param set there unless a problem is an error */
public record CheckedCriteria(Optional<CriteriaSet> set, List<CriteriaProblem> problems) {
    public CheckedCriteria {
        problems = List.copyOf(problems);
    }
}
