package vn.khanhhoa.thecovid.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.khanhhoa.thecovid.access.Actor;
import vn.khanhhoa.thecovid.eligibility.Assessing;
import vn.khanhhoa.thecovid.eligibility.FactsChanged;
import vn.khanhhoa.thecovid.eligibility.Swept;
import vn.khanhhoa.thecovid.stafflist.EntryLevels;

/**
 * Keeps beside open entries what the criteria of their place make of their people: asked when an entry is new, something is
 * learnt of its person, criteria are put in force, or the clock comes to it. What is kept is for filtering only; a decision asks
 * anew ({@link #green}).
 */
@ApplicationScoped
@Transactional
class LevelSteps implements Swept {
    private static final int STEP = 500;
    private static final String GREEN = "GREEN";

    @Inject
    private EntryLevels levels;

    @Inject
    private Assessing assessing;

    @Inject
    private AutomaticSteps automatic;

    void changed(@Observes FactsChanged facts) {
        levels.touched(Actor.PORTAL, facts.personIds());
    }

    @Override
    public String part() {
        return "entries";
    }

    @Override
    public Marked mark(long after, int most) {
        return Marked.of(levels.dueAfter(Actor.PORTAL, after, most));
    }

    /** The next of what is due. @return whether more may follow */
    boolean step() {
        // Before the facts and the orders are read: what is committed after that is due again.
        List<EntryLevels.Asked> due = levels.due(Actor.PORTAL, STEP);
        long stamp = assessing.rulesStamp(Actor.PORTAL);
        if (due.isEmpty()) {
            return levels.dueAgain(Actor.PORTAL, stamp, STEP) > 0;
        }
        List<Assessing.Assessed> assessed = assessed(due);
        List<EntryLevels.Found> found = new ArrayList<>(due.size());
        for (int i = 0; i < due.size(); i++) {
            Assessing.Assessed each = assessed.get(i);
            found.add(new EntryLevels.Found(due.get(i).entryId(), each.level(), each.until()));
        }
        // First, as those steps hold what they look at before the levels: nobody waits for the other in a circle.
        automatic.found(found.stream()
                .filter(each -> each.level().equals(GREEN))
                .map(EntryLevels.Found::entryId)
                .toList());
        levels.keep(Actor.PORTAL, found, stamp);
        return true;
    }

    private List<Assessing.Assessed> assessed(List<EntryLevels.Asked> entries) {
        return assessing.levels(
                Actor.PORTAL,
                entries.stream()
                        .map(each -> new Assessing.PersonAt(each.personId(), each.areaId()))
                        .toList());
    }

    /** Those of the entries whose people are green now, whatever is kept. */
    Set<Long> green(List<Long> entryIds) {
        Map<Long, EntryLevels.Asked> asked = levels.of(Actor.PORTAL, entryIds);
        List<EntryLevels.Asked> entries =
                entryIds.stream().map(asked::get).filter(Objects::nonNull).toList();
        List<Assessing.Assessed> assessed = assessed(entries);
        Set<Long> green = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            if (assessed.get(i).level().equals(GREEN)) {
                green.add(entries.get(i).entryId());
            }
        }
        return green;
    }
}
