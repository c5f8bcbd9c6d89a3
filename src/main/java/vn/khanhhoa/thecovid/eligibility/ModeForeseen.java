package vn.khanhhoa.thecovid.eligibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What would follow if a mode were put in force.
 *
 * @param activity empty for all
 * @param before what holds there until then
 * @param after what would hold from then on: of the place around, where the mode is inherited
 * @param seen the number of the last order of the place and activity, of which whoever does it must know
 * @param own orders of places within, or for single activities, which stay as they are
 * @param entries open ones for which another mode would hold
 * @param green of how many of them the data makes the person green
 * @param cards live ones for which another mode would hold, and which stay as they are
 */
public record ModeForeseen(
        ScenarioPlace place,
        String activity,
        IssueMode mode,
        Instant from,
        Optional<ModeOrder> before,
        IssueMode modeBefore,
        IssueMode after,
        int seen,
        List<ModeOrderView> own,
        long entries,
        long green,
        long cards) {
    public ModeForeseen {
        own = List.copyOf(own);
    }

    public boolean isChange() {
        return modeBefore != after;
    }

    /** That people still have to decide although they would be under the automatic mode. */
    public long rest() {
        return entries - green;
    }
}
