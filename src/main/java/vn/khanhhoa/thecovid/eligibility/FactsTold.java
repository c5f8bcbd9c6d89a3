package vn.khanhhoa.thecovid.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;

/** Tells that what is known of people is not what it was: of all who are one with them, too, whose facts these are as well. */
@ApplicationScoped
class FactsTold {
    @Inject
    private StoredPeopleActs acts;

    @Inject
    private Event<FactsChanged> changed;

    void of(Set<Long> people) {
        Set<Long> all = new HashSet<>(people);
        acts.together(people).values().forEach(others -> all.addAll(others.keySet()));
        changed.fire(new FactsChanged(all));
    }
}
