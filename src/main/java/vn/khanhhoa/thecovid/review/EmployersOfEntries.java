package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.Employers;
import vn.khanhhoa.thecovid.stafflist.EntryOrganisations;

/** For whom people ask for a card or have one, by their entries. */
@ApplicationScoped
class EmployersOfEntries implements Employers {
    @Inject
    private EntryOrganisations entries;

    @Override
    public Map<Long, Set<Long>> between(long after, long upTo) {
        return entries.between(Actor.PORTAL, after, upTo);
    }
}
