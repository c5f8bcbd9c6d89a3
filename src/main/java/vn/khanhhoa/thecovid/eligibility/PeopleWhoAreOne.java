package vn.khanhhoa.thecovid.eligibility;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.access.Permission;
import vn.khanhhoa.thecovid.access.Requires;
import vn.khanhhoa.thecovid.platform.UseCase;

/** Who of the register is one with whom now, as {@link UnitingPeople} has it. */
@UseCase
public class PeopleWhoAreOne {
    @Inject
    private StoredPeopleActs acts;

    @Inject
    private Clock clock;

    /** All who are a person, themselves among them. */
    @Requires(Permission.RUN_JOBS)
    public Set<Long> of(Actor portal, long personId) {
        return acts.group(personId, clock.instant());
    }

    /** Of each of some people all who are that person, themselves among them; whoever is not in the map is one with nobody. */
    @Requires(Permission.RUN_JOBS)
    public Map<Long, SortedSet<Long>> of(Actor portal, Collection<Long> personIds) {
        return acts.groups(personIds, clock.instant());
    }
}
