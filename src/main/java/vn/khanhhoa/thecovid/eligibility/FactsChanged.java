package vn.khanhhoa.thecovid.eligibility;

import java.util.Set;

/**
 * What is known of these people is not what it was: whoever keeps an assessment of them has to ask again. Some hundreds at a
 * time, in the transaction in which it changes.
 */
public record FactsChanged(Set<Long> personIds) {
    public FactsChanged {
        personIds = Set.copyOf(personIds);
    }
}
