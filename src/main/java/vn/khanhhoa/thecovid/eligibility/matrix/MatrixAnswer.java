package vn.khanhhoa.thecovid.eligibility.matrix;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether somebody may do something where they are.
 *
 * @param document number of the document that puts the scenario in force
 * @param needs all conditions of the cell
 * @param missing those that are not known to be met
 * @param capacity share of the places in hundredths, 0 for no limit
 * @param maxPeople 0 for no limit
 */
public record MatrixAnswer(
        Outcome outcome,
        MatrixRow row,
        Scenario scenario,
        String document,
        Set<MatrixCondition> needs,
        Set<MatrixCondition> missing,
        int capacity,
        int maxPeople) {
    public enum Outcome {
        ALLOWED,
        /** Allowed once what is missing is there. */
        NEEDS_MORE,
        DENIED
    }

    public MatrixAnswer {
        needs = ordered(needs);
        missing = ordered(missing);
    }

    private static Set<MatrixCondition> ordered(Collection<MatrixCondition> some) {
        Set<MatrixCondition> all = EnumSet.noneOf(MatrixCondition.class);
        all.addAll(some);
        return Collections.unmodifiableSet(all);
    }
}
