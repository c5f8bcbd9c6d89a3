package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.khanhhoa.thecovid.eligibility.matrix.Scenario;

/**
 * What would change if a scenario were put in force for a place, or an order ended.
 *
 * @param scenario that would be in force from then; empty for none
 * @param until none where it is open, and where an order is ended
 * @param past whether the start is over: from then on the answers are others now, checks of since then stay as they were
 * @param seen the number of the place's last entry, of which whoever does it must know
 * @param before what is in force there at that moment, of the place itself or of one around it; empty for nothing
 * @param then what follows: after it ends, or in place of what is ended; empty for nothing, and where it is open
 * @param next the place's own that begins later, and takes its place then
 * @param own orders of places within, which stay as they are
 * @param activities what people may do otherwise than before
 * @param unconditioned whether no conditions of activities are in force there at that moment: then a scenario says nothing
 */
public record ScenarioForeseen(
        ScenarioPlace place,
        Optional<Scenario> scenario,
        Instant from,
        @Nullable Instant until,
        boolean past,
        int seen,
        Optional<ScenarioOrderView> before,
        Optional<ScenarioOrderView> then,
        Optional<ScenarioOrderView> next,
        List<ScenarioOrderView> own,
        List<ActivityChange> activities,
        boolean unconditioned) {
    public ScenarioForeseen {
        own = List.copyOf(own);
        activities = List.copyOf(activities);
    }
}
